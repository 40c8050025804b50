/**
 * Proves that `quote` charges what a second implementation charges, written on BigInt from the raw sheets, in every
 * priced cell; and that its curve never falls, and never jumps at a tier or at the end of an allowance.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quote } from '../../src/estimate/quote.ts';
import { decimal, plain } from '../../src/money/decimal.ts';
import { ALL_SKUS } from '../../src/pricebook/skus.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { ALLOWANCES, CELLS, type Cell } from './cells.ts';
import { quantity } from './numerals.ts';
import { least, less, minus, NOTHING, plus, scaled, times, total, written, type Scaled } from './scaled.ts';

const UNIT = scaled('1');
const SLIVER = scaled('0.000000000001');

/** What is used for nothing; more than all of it is charged from the first tier on. */
function freeUnits({ sku, place }: Cell): Scaled {
  const found = ALLOWANCES.find((one) => one.skus.includes(sku) && !('region' in place && one.excludes?.includes(place.region)));
  return found ? scaled(found.quantity) : NOTHING;
}

/** Graduated price of a quantity, and whether it reaches a tier that has no price. */
function charge(cell: Cell, used: Scaled, alwaysFree: boolean): { readonly cost: Scaled; readonly known: boolean } {
  const billed = alwaysFree ? minus(used, least(used, freeUnits(cell))) : used;
  let known = true;
  const costs = cell.tiers.map(({ from, price }, index) => {
    const upper = cell.tiers[index + 1]?.from;
    const reached = upper === undefined ? billed : least(billed, scaled(upper));
    if (!less(scaled(from), reached)) return NOTHING;
    if (price === undefined) known = false;
    return times(minus(reached, scaled(from)), scaled(price ?? '0'));
  });
  return { cost: total(costs), known };
}

function quoted({ sku, place, book }: Cell, used: Scaled, alwaysFree: boolean) {
  return quote(sku, decimal(written(used)), place, book, { alwaysFree, freeTier: alwaysFree ? 'legacy' : 'none' });
}

function costOf(cell: Cell, used: Scaled, alwaysFree: boolean): Scaled {
  return scaled(plain(quoted(cell, used, alwaysFree).listCost));
}

function mismatch(cell: Cell, used: Scaled, alwaysFree: boolean): readonly string[] {
  const { cost, known } = charge(cell, used, alwaysFree);
  const { listCost, bound } = quoted(cell, used, alwaysFree);
  const agrees = plain(listCost) === written(cost) && bound === (known ? 'exact' : 'at-least');
  const free = alwaysFree ? ', always free' : '';
  return agrees ? [] : [`${cell.name}: ${written(used)} cost ${plain(listCost)} ${bound}, not ${written(cost)}${free}`];
}

/** Quantities at which the price of the next unit changes. */
function bends(cell: Cell, alwaysFree: boolean): readonly Scaled[] {
  const free = alwaysFree ? freeUnits(cell) : NOTHING;
  return cell.tiers.map(({ from }) => plus(free, scaled(from))).filter((bend) => less(NOTHING, bend));
}

function highestPrice({ tiers }: Cell): Scaled {
  return tiers.map(({ price }) => scaled(price ?? '0')).reduce((best, price) => (less(best, price) ? price : best));
}

test('the cells are the priced skus of every place and the article', () => {
  const priced = ALL_SKUS.flatMap((sku) => awsBook.places(sku).filter((place) => 'tiers' in awsBook.rate(sku, place)));
  expect(CELLS.filter(({ book }) => book === awsBook)).toHaveLength(priced.length);
  expect(CELLS.some(({ book }) => book === articleBook)).toBe(true);
});

test.each([false, true])('every cell charges random quantities as the second implementation does (always free: %s)', (alwaysFree) => {
  fc.assert(
    fc.property(quantity, (used) => {
      expect(CELLS.flatMap((cell) => mismatch(cell, scaled(used), alwaysFree))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test.each([false, true])(
  'every cell charges the units around its bends as the second implementation does (always free: %s)',
  (alwaysFree) => {
    const wrong = CELLS.flatMap((cell) =>
      bends(cell, alwaysFree)
        .flatMap((bend) => [minus(bend, UNIT), minus(bend, SLIVER), bend, plus(bend, SLIVER), plus(bend, UNIT)])
        .flatMap((used) => mismatch(cell, used, alwaysFree)),
    );
    expect(wrong).toEqual([]);
  },
);

test.each([false, true])('more never costs less, nor more than at the highest price (always free: %s)', (alwaysFree) => {
  fc.assert(
    fc.property(quantity, quantity, (used, more) => {
      const wrong = CELLS.filter((cell) => {
        const step = minus(costOf(cell, plus(scaled(used), scaled(more)), alwaysFree), costOf(cell, scaled(used), alwaysFree));
        return less(step, NOTHING) || less(times(scaled(more), highestPrice(cell)), step);
      });
      expect(wrong.map(({ name }) => name)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test.each([false, true])('no cell jumps at a bend, from either side (always free: %s)', (alwaysFree) => {
  const wrong = CELLS.flatMap((cell) =>
    bends(cell, alwaysFree).flatMap((bend) =>
      [UNIT, SLIVER].flatMap((step) => {
        const most = times(step, highestPrice(cell));
        const [below, at, above] = [minus(bend, step), bend, plus(bend, step)].map((used) => costOf(cell, used, alwaysFree)) as [
          Scaled,
          Scaled,
          Scaled,
        ];
        const jumps = [minus(at, below), minus(above, at)].some((rise) => less(rise, NOTHING) || less(most, rise));
        return jumps ? [`${cell.name} at ${written(bend)}`] : [];
      }),
    ),
  );
  expect(wrong).toEqual([]);
});
