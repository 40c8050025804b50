/** Proves that what an amount buys is the most that it buys: one more would cost more, by the whole of `cost` and `quote`. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { costOf } from '../../src/estimate/cost-in-question.ts';
import { applying, estimateOf } from '../../src/estimate/estimate.ts';
import { quantityFor } from '../../src/estimate/quantity-for.ts';
import { quote } from '../../src/estimate/quote.ts';
import { monthOf } from '../../src/journey/month.ts';
import { decimal, ONE } from '../../src/money/decimal.ts';
import { ALL_SKUS, isCounted } from '../../src/pricebook/skus.ts';
import { monthOfRequests, requestsFor } from '../../src/whatif/volume.ts';
import { awsBook } from '../price-book.ts';
import { drafts, read } from './workloads.ts';

const NOTHING_FREE = { alwaysFree: false };
const rates = ALL_SKUS.flatMap((sku) => awsBook.places(sku).map((place) => awsBook.rate(sku, place))).flatMap((rate) =>
  'tiers' in rate ? [rate] : [],
);
const cents = fc.integer({ min: 0, max: 2_000_000_000 }).map((whole) => decimal(`${whole}e-2`));

test('a quantity costs no more than the amount, and the next one costs more, of every rate', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rates), cents, (rate, amount) => {
      const bought = quantityFor(amount, rate, null);
      if (!('quantity' in bought)) return;
      const costAt = (quantity: typeof amount) => costOf(quote(rate.sku, quantity, rate.place, awsBook, NOTHING_FREE));
      const next = bought.quantity.plus(isCounted(rate.sku) ? ONE : '0.000001');
      expect(costAt(bought.quantity).lte(amount)).toBe(true);
      expect(costAt(next).gt(amount)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('what the tiers below cost buys exactly where the next tier begins', () => {
  for (const rate of rates)
    for (const { from } of rate.tiers.slice(1)) {
      const { missing, listCost } = quote(rate.sku, from, rate.place, awsBook, NOTHING_FREE);
      if (missing.length > 0) continue;
      const bought = quantityFor(listCost, rate, null);
      if ('quantity' in bought) expect(`${rate.sku} ${bought.quantity.toFixed()}`).toBe(`${rate.sku} ${from.toFixed()}`);
    }
});

test('the requests that a budget buys cost no more than it, one more costs more, and so does any greater number', () => {
  fc.assert(
    fc.property(
      drafts,
      fc.integer({ min: 0, max: CANDIDATES.length }),
      cents,
      fc.integer({ min: 2, max: 1000 }),
      (draft, which, amount, times) => {
        const workload = read(draft);
        if (!workload.traffic) return;
        const month = monthOf(workload, awsBook);
        const candidates = applying(month).filter(({ carries }) => carries === 'requests');
        const candidate = candidates[which % candidates.length];
        if (candidate === undefined) return;
        const costAt = (requests: typeof amount) => costOf(estimateOf(monthOfRequests(month, requests).journey(candidate), awsBook));
        const requests = requestsFor(amount, candidate, month, awsBook);
        if (requests === null) return;
        const isBought = costAt(requests).lte(amount);
        expect(isBought || requests.isZero()).toBe(true);
        expect(costAt(requests.plus(ONE)).gt(amount)).toBe(true);
        expect(costAt(requests.plus(ONE).times(String(times))).gt(amount)).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});
