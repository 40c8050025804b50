import type { Value } from '../../value.ts';

/** How much variables may make of a service: a few lines that name one another twice each would grow without end. */
const MOST = 5_000_000;

export function openBudget(): { spend(made: Value): boolean } {
  let left = MOST;
  const sizes = new WeakMap<Value, number>();
  /** Values that are used at several places are measured once. */
  const sizeOf = (value: Value): number => {
    const before = sizes.get(value);
    if (before !== undefined) return before;
    const size = sizeInside(value);
    sizes.set(value, size);
    return size;
  };
  const sum = (values: readonly Value[]) => values.reduce((total, one) => total + sizeOf(one), 1);
  const sizeInside = (value: Value): number => {
    switch (value.kind) {
      case 'text':
        return 1 + value.text.length / 100;
      case 'list':
        return sum(value.items);
      case 'section':
        return sum([...value.entries.values()].map((entry) => entry.value));
      case 'composed':
        return sum(value.parts.flatMap((part) => (typeof part === 'string' ? [] : part)));
      default:
        return 1;
    }
  };
  return {
    spend: (made) => {
      left -= sizeOf(made);
      return left > 0;
    },
  };
}
