/** Damage to the bytes of a file, whatever they mean. */
import * as fc from 'fast-check';
import { SPLINTERS } from './values.ts';

/** One cut, as plain data. `at` is a share of the file in millionths. */
export type Cut =
  | { readonly do: 'flip'; readonly at: number; readonly bit: number }
  | { readonly do: 'truncate'; readonly at: number }
  | { readonly do: 'remove' | 'double'; readonly at: number; readonly length: number }
  | { readonly do: 'insert'; readonly at: number; readonly text: string; readonly times: number }
  | { readonly do: 'splice'; readonly at: number; readonly other: number; readonly from: number; readonly length: number }
  | { readonly do: 'lines'; readonly at: number; readonly times: number };

const at = fc.nat({ max: 1_000_000 });
const length = fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 400 }));
/** Mostly once; now and then so often that what is not linear is felt. */
const times = fc.oneof(
  { weight: 30, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.integer({ min: 2, max: 100 }) },
  { weight: 1, arbitrary: fc.constantFrom(1000, 5000, 20_000, 100_000) },
);
const texts = fc.oneof(fc.constantFrom(...SPLINTERS), fc.string({ unit: 'binary', maxLength: 6 }));

export const cuts: fc.Arbitrary<Cut> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('flip' as const), at, bit: fc.nat({ max: 7 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('insert' as const), at, text: texts, times }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'double' as const), at, length }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('truncate' as const), at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('splice' as const), at, other: fc.nat({ max: 9999 }), from: at, length }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lines' as const), at, times }) },
);

/** The bytes with the cuts made; `others` are files to take pieces of. */
export function cut(bytes: Buffer, all: readonly Cut[], others: readonly Buffer[]): Buffer {
  return all.reduce((whole, one) => {
    const offset = Math.floor((one.at / 1_000_000) * whole.length);
    const [before, after] = [whole.subarray(0, offset), whole.subarray(offset)];
    switch (one.do) {
      case 'flip': {
        const flipped = Buffer.from(whole);
        if (offset < whole.length) flipped[offset] = (flipped[offset] as number) ^ (1 << one.bit);
        return flipped;
      }
      case 'truncate':
        return before;
      case 'remove':
        return Buffer.concat([before, after.subarray(one.length)]);
      case 'double':
        return Buffer.concat([before, after.subarray(0, one.length), after]);
      case 'insert':
        return Buffer.concat([before, Buffer.from(one.text.repeat(one.times)), after]);
      case 'splice': {
        const other = others[one.other % others.length] as Buffer;
        const start = Math.floor((one.from / 1_000_000) * other.length);
        return Buffer.concat([before, other.subarray(start, start + one.length), after]);
      }
      case 'lines':
        return Buffer.concat([
          before,
          Buffer.from(Array.from({ length: one.times }, (_, index) => `\nk${index}: ${index}`).join('')),
          after,
        ]);
    }
  }, bytes);
}
