import type { Value } from '../value.ts';

/** Whether two values say the same, wherever they stand. */
export function saysTheSame(one: Value | null | undefined, other: Value | null | undefined): boolean {
  if (one === other) return true;
  if (one === null || one === undefined || other === null || other === undefined) return false;
  switch (one.kind) {
    case 'text':
      return other.kind === 'text' && one.text === other.text;
    case 'list':
      return other.kind === 'list' && all(one.items, other.items);
    case 'section':
      return (
        other.kind === 'section' &&
        one.entries.size === other.entries.size &&
        [...one.entries].every(([name, entry]) => saysTheSame(entry.value, other.entries.get(name)?.value))
      );
    case 'link':
      return other.kind === 'link' && one.target === other.target && one.attribute === other.attribute;
    case 'composed':
      return other.kind === 'composed' && all(one.parts, other.parts);
    case 'either':
      return other.kind === 'either' && one.condition === other.condition && all(one.branches, other.branches);
    default:
      return other.kind === 'unknown' && one.because === other.because;
  }
}

function all(some: readonly (string | Value | null)[], others: readonly (string | Value | null)[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index] as string | Value | null;
      return one === other || (typeof one === 'object' && typeof other === 'object' && saysTheSame(one, other));
    })
  );
}
