import { formatQuantity } from '../money/format.ts';
import { sizeInWords } from './in-words.ts';
import type { Size } from './quantity.ts';
import type { Workload } from './schema.ts';
import { toBytes, type Units } from './units.ts';

/**
 * Sizes whose unit could mean something else, with what they are read as: `4kb is 4 KB (4,096 bytes)`. Null where each
 * says what it means.
 */
export function looseSizes(workload: Workload, units: Units): string | null {
  const loose = [...sizesIn(workload)].map(
    (size) => `${size.loosely} is ${sizeInWords(size)} (${formatQuantity(toBytes(size, units))} bytes)`,
  );
  return loose.length === 0 ? null : [...new Set(loose)].join(', ');
}

function* sizesIn(value: unknown): Iterable<Size> {
  if (typeof value !== 'object' || value === null) return;
  if ('loosely' in value) yield value as Size;
  else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
    for (const inner of Object.values(value)) yield* sizesIn(inner);
}
