/** Crossings of costs that are known beforehand: lines, jumps of metering increments, tiers, and curves. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../../src/money/decimal.ts';
import { crossingsOf } from '../../src/whatif/crossings.ts';

type Cost = (steps: bigint) => bigint;
const crossing = (one: Cost, other: Cost, lowest = 0n, highest = 1_000_000n) =>
  crossingsOf((at) => [decimal(one(at)), decimal(other(at))], lowest, highest).map(
    ({ at, firstIsCheaper, how }) => `${at} ${firstIsCheaper ? 'one' : 'other'} ${how}`,
  );

test('two lines cross at the first step behind their point', () => {
  expect(
    crossing(
      (x) => 3n * x,
      (x) => 1000n + x,
    ),
  ).toEqual(['501 other exact']);
  expect(
    crossing(
      (x) => 3n * x,
      (x) => 1001n + x,
    ),
  ).toEqual(['501 other exact']);
  expect(
    crossing(
      (x) => x,
      (x) => x,
    ),
  ).toEqual([]);
});

test('a jump is the crossing, and jumps that cross back are found too', () => {
  const blocks: Cost = (x) => 100n * ((x + 524_287n) / 524_288n);
  expect(crossing(blocks, () => 150n)).toEqual(['524289 other exact']);
  const comb: Cost = (x) => (x % 32_768n < 16_384n ? 10n : 30n);
  const found = crossing(comb, () => 20n, 0n, 100_000n);
  expect(found.slice(0, 3)).toEqual(['16384 other exact', '32768 one exact', '49152 other exact']);
  expect(found).toHaveLength(6);
});

test('a curve is bracketed to the step', () => {
  expect(
    crossing(
      (x) => x * x,
      () => 250_000n,
    ),
  ).toEqual(['501 other bracketed']);
});

test('every crossing of ladders of tiers is found, and nothing else', () => {
  const ladder = fc
    .tuple(
      fc.uniqueArray(fc.bigInt({ min: 1n, max: 40_000n }), { maxLength: 4 }),
      fc.array(fc.bigInt({ min: 0n, max: 20n }), { minLength: 5, maxLength: 5 }),
      fc.bigInt({ min: 0n, max: 90_000n }),
    )
    .map(([bounds, prices, fixed]): Cost => {
      const froms = [0n, ...bounds.toSorted((a, b) => (a < b ? -1 : 1))];
      return (x) =>
        froms.reduce((cost, from, index) => {
          const until = froms[index + 1] ?? x;
          const width = (until < x ? until : x) - from;
          return width > 0n ? cost + width * (prices[index] ?? 0n) : cost;
        }, fixed);
    });
  fc.assert(
    fc.property(ladder, ladder, (one, other) => {
      const expected: string[] = [];
      let sign = 0;
      for (let x = 0n; x <= 3_000n; x += 1n) {
        const difference = one(x * 17n) - other(x * 17n);
        const next = difference === 0n ? 0 : difference < 0n ? -1 : 1;
        if (next !== 0 && next !== sign) {
          if (sign !== 0) expected.push(`${x} ${next < 0 ? 'one' : 'other'}`);
          sign = next;
        }
      }
      const found = crossing(
        (x) => one(x * 17n),
        (x) => other(x * 17n),
        0n,
        3_000n,
      );
      expect(found.map((text) => text.replace(/ \w+$/, ''))).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});
