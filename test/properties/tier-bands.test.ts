/** Proves that graduated tiers split a quantity without losing, repeating or misplacing a unit, on ladders nobody published. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tierBands } from '../../src/estimate/price.ts';
import { decimal, plain, sum } from '../../src/money/decimal.ts';
import type { Tier } from '../../src/pricebook/price-book.ts';
import { numeral } from './numerals.ts';
import { minus, plus, scaled, written } from './scaled.ts';

const source = { id: 'test', title: 'test', published: 'undated', confidence: 'D', url: null } as const;

const ladder = fc
  .tuple(
    fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 13n }), { maxLength: 8 }),
    fc.array(fc.option(numeral(2, 12)), { minLength: 9, maxLength: 9 }),
  )
  .map(([bounds, prices]): readonly Tier[] =>
    [0n, ...bounds.toSorted((a, b) => (a < b ? -1 : 1))].map((from, index) => {
      const price = prices[index] ?? null;
      return {
        from: decimal(from),
        unitPrice: price === null ? null : decimal(price),
        skuPriceId: null,
        source,
        effective: null,
        unavailable: price === null ? 'not published' : null,
      };
    }),
  );

test('bands add up to the quantity, follow one another from the start on, and stay inside their tiers', () => {
  fc.assert(
    fc.property(ladder, numeral(14, 9), numeral(14, 9), (tiers, start, quantity) => {
      const bands = tierBands(tiers, decimal(start), decimal(quantity));
      expect(plain(sum(bands.map((band) => band.quantity)))).toBe(written(scaled(quantity)));
      let reached = scaled(start);
      for (const { tier, quantity: width, unitPrice } of bands) {
        const next = plus(reached, scaled(plain(width)));
        const above = tier === null ? undefined : tiers[tiers.indexOf(tier) + 1];
        expect(width.gt('0')).toBe(true);
        expect(tier && minus(reached, scaled(plain(tier.from))).units >= 0n).toBe(true);
        expect(above === undefined || minus(next, scaled(plain(above.from))).units <= 0n).toBe(true);
        expect(unitPrice).toBe(tier?.unitPrice);
        reached = next;
      }
      expect(written(reached)).toBe(written(plus(scaled(start), scaled(quantity))));
    }),
    { numRuns: 500 },
  );
});

test('two quantities one after the other fill the same bands as both at once', () => {
  fc.assert(
    fc.property(ladder, numeral(14, 6), numeral(14, 6), numeral(14, 6), (tiers, start, first, second) => {
      const widths = (...bands: ReturnType<typeof tierBands>[]) =>
        tiers.map((tier) => plain(sum(bands.flat().flatMap((band) => (band.tier === tier ? [band.quantity] : [])))));
      const [from, a, b] = [decimal(start), decimal(first), decimal(second)];
      const atOnce = widths(tierBands(tiers, from, a.plus(b)));
      expect(widths(tierBands(tiers, from, a), tierBands(tiers, from.plus(a), b))).toEqual(atOnce);
    }),
    { numRuns: 500 },
  );
});
