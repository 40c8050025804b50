// A bill is divided to its last digit, and who bears what does not depend on the order of the files.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, quotient, sum, ZERO, type Decimal } from '../../src/money/decimal.ts';
import { ALLOCATIONS, inProportion, type Allocation } from '../../src/portfolio/allocate.ts';
import { byService } from '../../src/portfolio/group.ts';
import { portfolio } from '../../src/portfolio/portfolio.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 16 }))
  .map(([units, places]) => decimal(`${units}e-${places}`));

test('parts add up to the total to its last digit, and none is off by more than a unit of the last place', () => {
  fc.assert(
    fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 8 }), (total, weights) => {
      const parts = inProportion(total, weights);
      const all = sum(weights);
      if (parts === null) return expect(all.isZero()).toBe(true);
      expect(sum(parts).toFixed()).toBe(total.toFixed());
      parts.forEach((part, index) => {
        const weight = weights[index] ?? ZERO;
        if (weight.isZero()) expect(part.isZero()).toBe(true);
        expect(
          part
            .minus(quotient(total.times(weight), all))
            .abs()
            .lte('2e-12'),
        ).toBe(true);
      });
    }),
  );
});

const NAMES = ['orders', 'catalogue', 'chat', 'partners', 'search'];
/** Workloads that share tiers and allowances, of which no share ends: functions of both architectures, and two Regions. */
const text = (name: string, requests: number, index: number) =>
  [
    `name: ${name}`,
    `region: ${index % 2 === 0 ? 'us-east-1' : 'us-west-2'}`,
    `inUse: ${index % 3 === 0 ? 'rest' : 'http'}`,
    'alwaysFree: yes',
    `traffic: { requests: ${requests}/month, request: 3 KB, response: 7 KB }`,
    `backend: { lambda: { memory: 512 MB, duration: 70 ms, architecture: ${index % 2 === 0 ? 'arm64' : 'x86'} } }`,
  ].join('\n');

const workloads = fc
  .array(fc.integer({ min: 1, max: 700_000_000 }), { minLength: 2, maxLength: NAMES.length })
  .map((all) => all.map((requests, index) => ({ file: `${index}.yaml`, text: text(NAMES[index] ?? '', requests, index) })));

function shares(files: readonly { readonly file: string; readonly text: string }[], allocation: Allocation) {
  const entries = files.map(({ file, text: yaml }) => ({ file, workload: parseWorkload(yaml, { file }), input: null }));
  const bill = portfolio(entries, awsBook, { allocation });
  const shown = (value: Decimal) => value.toFixed();
  return {
    total: shown(bill.cost),
    items: Object.fromEntries(
      bill.items.map((item) => [
        item.workload.name,
        {
          cost: shown(item.cost),
          rows: item.lineItems.map((row) => [
            row.hop,
            row.sku,
            shown(row.pricingQuantity),
            shown(row.consumedQuantity),
            row.listCost?.toFixed(),
          ]),
          services: Object.fromEntries([...byService(item)].map(([service, one]) => [service, shown(one.cost)])),
        },
      ]),
    ),
  };
}

describe.each(Object.keys(ALLOCATIONS) as Allocation[])('%s', (allocation) => {
  test('who bears what does not depend on the order of the files', () => {
    fc.assert(
      fc.property(
        workloads.chain((files) => fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length }))),
        ([files, shuffled]) => {
          expect(shares(shuffled, allocation)).toEqual(shares(files, allocation));
        },
      ),
      { numRuns: 12 },
    );
  });
});
