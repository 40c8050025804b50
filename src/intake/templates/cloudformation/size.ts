import type { Value } from '../value.ts';

/** How many values are in a value. */
export function sizeOf(value: Value): number {
  if (value.kind === 'list') return value.items.reduce((sum, item) => sum + sizeOf(item), 1);
  return value.kind === 'section' ? [...value.entries.values()].reduce((sum, entry) => sum + sizeOf(entry.value), 1) : 1;
}
