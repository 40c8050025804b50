import type { Value } from '../value.ts';

/** How many values are in a value, counted as often as they are in it; beyond `most` it is not counted further. */
export function sizeOf(value: Value, most: number): number {
  let count = 0;
  const visit = (one: Value): void => {
    count += 1;
    if (count > most) return;
    if (one.kind === 'list') one.items.forEach(visit);
    if (one.kind === 'section') for (const entry of one.entries.values()) visit(entry.value);
  };
  visit(value);
  return count;
}
