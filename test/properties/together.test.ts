/** Proves that many workloads priced as one bill lose nothing: every tier, every row and the total. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { price, type PoolEntry } from '../../src/estimate/price.ts';
import { marginalCosts, priceTogether, type Member } from '../../src/estimate/price-together.ts';
import { decimal, isNegative, sum, ZERO, type Decimal } from '../../src/money/decimal.ts';
import type { Sku } from '../../src/pricebook/skus.ts';
import { awsBook } from '../price-book.ts';

const entry = (sku: Sku, quantity: Decimal, consumed: Decimal): PoolEntry => ({
  hop: 'test',
  side: 'front-door',
  usage: { sku, consumedQuantity: consumed, consumedUnit: 'requests', pricingQuantity: quantity, note: null },
  place: { region: 'us-east-1' },
});

const entries = fc
  .tuple(
    fc.constantFrom<Sku>(
      'apigateway/rest-requests',
      'apigateway/http-requests',
      'data-transfer/out',
      'lambda/requests',
      'lambda/duration-x86',
      'lambda/duration-arm64',
    ),
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([sku, whole, thousandths]) => entry(sku, decimal(`${whole}.${String(thousandths).padStart(3, '0')}`), decimal(String(whole))));
const members = fc.array(fc.array(entries, { maxLength: 4 }), { minLength: 1, maxLength: 6 });
const together = (all: readonly (readonly PoolEntry[])[], alwaysFree: boolean, family: (index: number) => string = () => 'payer') =>
  priceTogether(
    all.map((one, index): Member => ({ family: family(index), entries: one })),
    awsBook,
    { alwaysFree },
  );
const cost = (rows: readonly { readonly listCost: Decimal | null }[]) => sum(rows.map((row) => row.listCost ?? ZERO));

test.each([false, true])('the bill of all is the bill of one pool (always free: %s)', (alwaysFree) => {
  fc.assert(
    fc.property(members, (all) => {
      const bySku = (sku: Sku) => all.flat().filter((one) => one.usage.sku === sku);
      const skus = [...new Set(all.flat().map((one) => one.usage.sku))];
      const pool = skus.map((sku) => entry(sku, sum(bySku(sku).map((one) => one.usage.pricingQuantity)), ZERO));
      const expected = cost(price(pool, awsBook, { alwaysFree }).flatMap((one) => one.lineItems));
      expect(cost(together(all, alwaysFree).flatMap((one) => one.lineItems)).toFixed()).toBe(expected.toFixed());
    }),
    { numRuns: 200 },
  );
});

test('every workload keeps its quantities, every row multiplies out, none is negative', () => {
  fc.assert(
    fc.property(members, fc.boolean(), (all, alwaysFree) => {
      together(all, alwaysFree).forEach(({ lineItems }, index) => {
        const used = sum((all[index] ?? []).map((one) => one.usage.pricingQuantity));
        expect(sum(lineItems.map((row) => row.pricingQuantity)).toFixed()).toBe(used.toFixed());
        for (const row of lineItems) {
          expect(isNegative(row.pricingQuantity)).toBe(false);
          expect(row.listCost?.toFixed()).toBe(row.pricingQuantity.times(row.listUnitPrice ?? ZERO).toFixed());
        }
      });
    }),
    { numRuns: 200 },
  );
});

test('one workload by itself costs what it costs alone; two families climb two ladders', () => {
  fc.assert(
    fc.property(members, (all) => {
      const alone = all.map((one) => cost(together([one], false).flatMap(({ lineItems }) => lineItems)));
      const apart = together(all, false, (index) => `family ${index}`).map(({ lineItems }) => cost(lineItems));
      expect(apart.map((one) => one.toFixed())).toEqual(alone.map((one) => one.toFixed()));
      // Tiers fall, so a bill together is never dearer.
      expect(cost(together(all, false).flatMap(({ lineItems }) => lineItems)).lte(sum(alone))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('by hand: 200M and 400M HTTP requests are 300M at $1.00 and 300M at $0.90, $570, a third and two thirds', () => {
  const [one, two] = together(
    [200, 400].map((millions) => [entry('apigateway/http-requests', decimal(`${millions}000000`), ZERO)]),
    false,
  );
  expect([cost(one?.lineItems ?? []).toFixed(), cost(two?.lineItems ?? []).toFixed()]).toEqual(['190', '380']);
});

const uncovered = (sku: Sku, quantity: string): PoolEntry => {
  const one = entry(sku, decimal(quantity), ZERO);
  return { ...one, usage: { ...one.usage, allowance: 'none' } };
};

test('an allowance covers no usage that has no part in it: with provisioned concurrency, alone and together', () => {
  // 600,000 GB-seconds of a provisioned function are all billed; of 300,000 others all are covered, and 100,000 are left over.
  const members = [[uncovered('lambda/duration-x86', '600000')], [entry('lambda/duration-x86', decimal('300000'), ZERO)]];
  expect(together(members, true).map(({ lineItems }) => cost(lineItems).toFixed())).toEqual(['10.00002', '0']);
  const alone = price(members[0] ?? [], awsBook, { alwaysFree: true }).flatMap(({ lineItems }) => lineItems);
  expect(cost(alone).toFixed()).toBe('10.00002');
  const bill = { alwaysFree: true };
  const priced = members.map((one): Member => ({ family: 'payer', entries: one }));
  expect(marginalCosts(priced, awsBook, bill).map((one) => one.toFixed())).toEqual(['10.00002', '0']);
});

test('together, usage with and without a part in an allowance is one pool', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 900_000 }), fc.boolean()), { minLength: 1, maxLength: 6 }), (all) => {
      const pool = all.map(([quantity, covered]) =>
        covered ? entry('lambda/duration-x86', decimal(String(quantity)), ZERO) : uncovered('lambda/duration-x86', String(quantity)),
      );
      const expected = cost(price(pool, awsBook, { alwaysFree: true }).flatMap((one) => one.lineItems));
      const priced = together(
        pool.map((one) => [one]),
        true,
      );
      expect(cost(priced.flatMap((one) => one.lineItems)).toFixed()).toBe(expected.toFixed());
      priced.forEach(({ lineItems }, index) => {
        expect(sum(lineItems.map((row) => row.pricingQuantity)).toFixed()).toBe(String(all[index]?.[0]));
        if (all[index]?.[1] === false) expect(lineItems.every((row) => row.tierFrom !== null)).toBe(true);
      });
    }),
  );
});
