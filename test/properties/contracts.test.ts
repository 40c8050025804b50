/**
 * Proves that a contract makes of every row what a second, tiny implementation makes of it on BigInt, and that it moves no
 * digit where it agrees on nothing.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf, listTotalOf, totalOf, unitPriceOf } from '../../src/estimate/cost-in-question.ts';
import { estimate } from '../../src/estimate/estimate.ts';
import { quote } from '../../src/estimate/quote.ts';
import { decimal, plain, ZERO } from '../../src/money/decimal.ts';
import { portfolio } from '../../src/portfolio/portfolio.ts';
import type { AgreedRate, Contract } from '../../src/pricebook/contract.ts';
import { placeId } from '../../src/pricebook/place.ts';
import { bookFor, openPriceBook, type PriceBook } from '../../src/pricebook/price-book.ts';
import { ALL_SKUS, SKUS } from '../../src/pricebook/skus.ts';
import { awsBook, priceData } from '../price-book.ts';
import { CELLS, type Cell } from './cells.ts';
import { quantity } from './numerals.ts';
import { least, less, minus, NOTHING, scaled, times, total, written, type Scaled } from './scaled.ts';
import { drafts, read } from './workloads.ts';

const EMPTY: Contract = {
  name: 'a contract',
  from: null,
  until: null,
  payers: [],
  accounts: [],
  off: { everything: null, services: {}, skus: {} },
  rates: [],
  commitments: [],
};

function by(terms: Partial<Contract>): PriceBook {
  return openPriceBook({ ...priceData, agreement: { contract: { ...EMPTY, ...terms }, notLaid: null } });
}

const off = (everything: string) => ({ ...EMPTY.off, everything: decimal(everything) });

/** What AWS lists of a sku in a place, as terms of a contract. */
const asListed: readonly AgreedRate[] = ALL_SKUS.flatMap((sku) =>
  awsBook.places(sku).flatMap((place): readonly AgreedRate[] => {
    const rate = awsBook.rate(sku, place);
    if ('unavailable' in rate) return [];
    const tiers = rate.tiers.flatMap(({ from, unitPrice }) => (unitPrice === null ? [] : [{ from, unitPrice }]));
    return tiers.length < rate.tiers.length ? [] : [{ sku, places: SKUS[sku].scope === 'worldwide' ? null : [placeId(place)], tiers }];
  }),
);

test.each([
  ['nothing off', by({ off: off('0') })],
  ['its own tiers, which are those of the list', by({ rates: asListed })],
  ['a contract of others', by({ off: off('0.5'), payers: ['another'], accounts: [] })],
])('%s costs what AWS lists, row by row and in every choice', (_name, book) => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const workload = { ...read(draft), payer: 'ours' };
      const [listed, agreed] = [estimate(workload, awsBook), estimate(workload, bookFor(book, workload))];
      expect(agreed.candidates.map((one) => [one.id, plain(costOf(one)), one.bound])).toEqual(
        listed.candidates.map((one) => [one.id, plain(costOf(one)), one.bound]),
      );
    }),
    { numRuns: 100 },
  );
});

test('a share off everything leaves exactly the rest of every row that AWS bills', () => {
  const share = fc.integer({ min: 0, max: 10_000 }).map((points) => decimal(String(points)).div('10000'));
  fc.assert(
    fc.property(drafts, share, (draft, taken) => {
      const rows = estimate(read(draft), by({ off: off(plain(taken)) })).candidates.flatMap((one) => one.lineItems);
      for (const row of rows) {
        const left = SKUS[row.sku].scope === 'stated' ? decimal('1') : decimal('1').minus(taken);
        expect(costOf(row)?.toFixed(), row.sku).toBe(row.listCost?.times(left).toFixed());
      }
    }),
    { numRuns: 100 },
  );
});

/** Terms of every kind, of few skus, so that they meet. */
const terms: fc.Arbitrary<Partial<Contract>> = fc.record({
  off: fc.record({
    everything: fc.constantFrom(null, decimal('0.05')),
    services: fc.constantFrom({}, { 'Amazon API Gateway': decimal('0.1') }, { 'AWS Lambda': decimal('1') }),
    skus: fc.constantFrom({}, { 'apigateway/http-requests': decimal('0.25') }, { 'data-transfer/out': decimal('0.125') }),
  }),
  rates: fc.uniqueArray(
    fc.record({
      sku: fc.constantFrom('apigateway/http-requests', 'apigateway/rest-requests', 'data-transfer/out', 'cloudfront/data-out'),
      places: fc.constantFrom(null, ['us-east-1', 'us'], ['eu-west-1', 'eu', 'us-east-1']),
      tiers: fc.uniqueArray(fc.integer({ min: 1, max: 2_000_000_000 }), { maxLength: 4 }).chain((froms) =>
        fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: froms.length + 1, maxLength: froms.length + 1 }).map((prices) =>
          [0, ...froms.toSorted((a, b) => a - b)].map((from, index) => ({
            from: decimal(String(from)),
            unitPrice: decimal(String(prices[index] ?? 0)).div('100000000'),
          })),
        ),
      ),
    }),
    { maxLength: 4, selector: ({ sku, places }) => `${sku} ${places?.join(' ') ?? ''}` },
  ) as fc.Arbitrary<readonly AgreedRate[]>,
});

/** The second opinion: graduated prices of one ladder. */
function climb(tiers: readonly (readonly [from: string, price: string])[], used: Scaled): Scaled {
  return total(
    tiers.map(([from, price], index) => {
      const upper = tiers[index + 1]?.[0];
      const reached = upper === undefined ? used : least(used, scaled(upper));
      return less(scaled(from), reached) ? times(minus(reached, scaled(from)), scaled(price)) : NOTHING;
    }),
  );
}

/** What a cell costs under a contract: the most specific term alone. */
function agreed({ sku, place, tiers }: Cell, contract: Partial<Contract>, used: Scaled): Scaled | null {
  const here = 'region' in place ? place.region : place.geography;
  const own =
    contract.rates?.find((one) => one.sku === sku && one.places?.includes(here)) ??
    contract.rates?.find((one) => one.sku === sku && one.places === null);
  if (own)
    return climb(
      own.tiers.map(({ from, unitPrice }) => [plain(from), plain(unitPrice)]),
      used,
    );
  if (tiers.some(({ price }) => price === undefined)) return null;
  const listed = climb(
    tiers.map(({ from, price = '0' }) => [from, price]),
    used,
  );
  const { skus, services, everything } = contract.off ?? EMPTY.off;
  const taken = skus[sku] ?? services[SKUS[sku].service] ?? everything ?? ZERO;
  return times(listed, minus(scaled('1'), scaled(plain(taken))));
}

test('every cell costs what the second implementation makes of the terms, and the list price stays what it was', () => {
  const cells = CELLS.filter(({ book }) => book === awsBook);
  fc.assert(
    fc.property(terms, quantity, (contract, used) => {
      const book = by(contract);
      for (const cell of cells) {
        const [listed, ours] = [awsBook, book].map((one) =>
          quote(cell.sku, decimal(used), cell.place, one, { alwaysFree: false, freeTier: 'none' }),
        ) as [ReturnType<typeof quote>, ReturnType<typeof quote>];
        const expected = agreed(cell, contract, scaled(used));
        if (expected !== null) expect(plain(costOf(ours)), cell.name).toBe(written(expected));
        expect(plain(ours.listCost), cell.name).toBe(plain(listed.listCost));
        for (const row of ours.lineItems) {
          expect(costOf(row)?.toFixed()).toBe(unitPriceOf(row)?.times(row.pricingQuantity).toFixed());
          expect(row.listCost?.toFixed()).toBe(row.listUnitPrice?.times(row.pricingQuantity).toFixed());
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('both costs of a candidate and of a bill are the sums of their rows, and tiers shared by some whom it does not cover too', () => {
  const some = fc.array(fc.tuple(drafts, fc.constantFrom('ours', 'theirs', undefined)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(terms, some, fc.constantFrom('proportional', 'marginal'), (contract, given, allocation) => {
      const book = by({ ...contract, accounts: ['ours'] });
      const entries = given.map(([draft, account], index) => ({
        file: `${index}.yaml`,
        workload: { ...read(draft), name: `w${index}`, ...(account === undefined ? {} : { account }) },
        input: null,
      }));
      const { items, cost } = portfolio(entries, book, { allocation });
      const rows = items.flatMap(({ lineItems }) => lineItems);
      expect(plain(cost)).toBe(plain(totalOf(rows)));
      const list = portfolio(entries, awsBook, { allocation }).items;
      for (const [index, item] of items.entries()) {
        const sameParts = item.parts.every(({ candidate }, at) => candidate.id === list[index]?.parts[at]?.candidate.id);
        const isTheirs = item.workload.account === 'theirs';
        if (isTheirs) expect(plain(totalOf(item.lineItems))).toBe(plain(listTotalOf(item.lineItems)));
        if (items.length === 1 && sameParts)
          expect(plain(listTotalOf(item.lineItems))).toBe(plain(listTotalOf(list[index]?.lineItems ?? [])));
      }
      for (const one of entries.flatMap(({ workload }) => estimate(workload, book).candidates)) {
        expect(plain(costOf(one))).toBe(plain(totalOf(one.lineItems)));
        expect(plain(one.listCost)).toBe(plain(listTotalOf(one.lineItems)));
      }
    }),
    { numRuns: 60 },
  );
});
