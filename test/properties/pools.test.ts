/** Proves that a pool costs the same however its usage is split, so that no entry pays for, or gains by, its neighbours. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { price, type PoolEntry } from '../../src/estimate/price.ts';
import { quote } from '../../src/estimate/quote.ts';
import { decimal, plain, sum, ZERO, type Decimal } from '../../src/money/decimal.ts';
import { CELLS, type Cell } from './cells.ts';
import { quantity } from './numerals.ts';

const parts = fc.array(quantity, { minLength: 1, maxLength: 6 }).map((texts) => texts.map(decimal));

function entry({ sku, place }: Cell, hop: number, used: Decimal): PoolEntry {
  const usage = { sku, consumedQuantity: used, consumedUnit: 'units', pricingQuantity: used, note: null };
  return { hop: String(hop), side: 'front-door', usage, place };
}

function costOf(pool: readonly PoolEntry[], { book }: Cell, alwaysFree: boolean): Decimal {
  return sum(price(pool, book, { alwaysFree }).flatMap(({ lineItems }) => lineItems.map((one) => one.listCost ?? ZERO)));
}

test.each([false, true])('entries that share a sku and a place cost what one entry of their sum costs (always free: %s)', (alwaysFree) => {
  fc.assert(
    fc.property(fc.constantFrom(...CELLS), parts, (cell, amounts) => {
      const split = price(
        amounts.map((used, index) => entry(cell, index, used)),
        cell.book,
        { alwaysFree },
      );
      const whole = quote(cell.sku, sum(amounts), cell.place, cell.book, { alwaysFree });
      expect(plain(sum(split.flatMap(({ lineItems }) => lineItems.map((one) => one.listCost ?? ZERO))))).toBe(plain(whole.listCost));
      expect(split.some(({ missing }) => missing.length > 0)).toBe(whole.bound === 'at-least');
      split.forEach(({ lineItems }, index) => {
        expect(plain(sum(lineItems.map((one) => one.pricingQuantity)))).toBe(plain(amounts[index] ?? ZERO));
        expect(plain(sum(lineItems.map((one) => one.consumedQuantity)))).toBe(plain(amounts[index] ?? ZERO));
      });
    }),
    { numRuns: 1500 },
  );
});

test('the order of the entries changes no total', () => {
  const shuffled = parts.chain((amounts) => fc.tuple(fc.constant(amounts), fc.shuffledSubarray(amounts, { minLength: amounts.length })));
  fc.assert(
    fc.property(fc.constantFrom(...CELLS), shuffled, fc.boolean(), (cell, [amounts, other], alwaysFree) => {
      const pool = (order: readonly Decimal[]) => order.map((used, index) => entry(cell, index, used));
      expect(plain(costOf(pool(other), cell, alwaysFree))).toBe(plain(costOf(pool(amounts), cell, alwaysFree)));
    }),
    { numRuns: 500 },
  );
});

test('entries of different places or skus do not climb one ladder', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CELLS), fc.constantFrom(...CELLS), quantity, quantity, (one, two, first, second) => {
      fc.pre(one.book === two.book && (one.sku !== two.sku || JSON.stringify(one.place) !== JSON.stringify(two.place)));
      const [a, b] = [entry(one, 1, decimal(first)), entry(two, 2, decimal(second))];
      const apart = costOf([a], one, false).plus(costOf([b], two, false));
      expect(plain(costOf([a, b], one, false))).toBe(plain(apart));
    }),
    { numRuns: 500 },
  );
});
