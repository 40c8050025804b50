// What is said to be saved together is what is saved: the workloads, changed one by one as each saving says and priced
// from the beginning, come to a bill that is lower by just that sum.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sum } from '../../src/money/decimal.ts';
import type { Item } from '../../src/portfolio/item.ts';
import { portfolio } from '../../src/portfolio/portfolio.ts';
import { EFFORTS } from '../../src/advise/savings/saving.ts';
import { togetherOf, type Had } from '../../src/portfolio/together.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import type { Workload } from '../../src/workload/schema.ts';
import { awsBook } from '../price-book.ts';

const lambda = fc.constantFrom(
  '',
  'backend: { lambda: { memory: 512 MB, duration: 90 ms } }',
  'backend: { lambda: { memory: 512 MB, duration: 90 ms, provisioned: { concurrency: 20 } } }',
);
const needs = fc.constantFrom('', 'needs: { api-keys: yes }', 'needs: { usage-plans: no }');
const logs = fc.constantFrom('', 'observability: { executionLogs: { level: info, errors: 2% } }');
const built = fc.constantFrom(
  '',
  'inUse: rest',
  'inUse: http',
  'inUse: rest+cloudfront\nedge: { hitRatio: 40% }',
  'inUse: rest+cloudfront\nedge: { hitRatio: 0%, plan: business }',
  'inUse: rest+cache\ncache: { size: 0.5 GB, hitRatio: 30% }',
);
const requests = fc
  .tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 60 }), built, lambda, needs, logs)
  .map(([millions, kilobytes, ...parts]) => `traffic: { requests: ${millions}M, response: ${kilobytes} KB }\n${parts.join('\n')}`);
const connections = fc
  .tuple(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 5, max: 200 }))
  .map(([count, seconds]) => `realtime: { connections: ${count}, outbound: { rate: 1/s, size: 1 KB }, heartbeat: ${seconds} s }`);
const workloads = fc
  .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: requests }, { weight: 1, arbitrary: connections }), fc.constantFrom('', 'payer: "1"')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map(([text, payer], index) => `name: w${index}\nregion: us-east-1\n${payer}\n${text}`));

/** The workload after its savings, built as they say; each has one part. */
function changed({ workload, parts }: Item, had: readonly Had[]): Workload {
  const states = had.reduce((before, { one }) => one.becomes.state(before), workload);
  // A move that takes more work follows one that takes less.
  const moved = had.findLast(({ one }) => one.becomes.candidate !== null)?.one.becomes.candidate;
  const [part] = parts;
  return { ...states, inUse: (moved ?? part?.candidate)?.id ?? '' } as Workload;
}

test.each([true, false])('applying all of them lowers the bill by their sum, allowances subtracted: %s', (alwaysFree) => {
  fc.assert(
    fc.property(workloads, (texts) => {
      const entries = texts.map((text, index) => ({ file: `${index}.yaml`, workload: parseWorkload(text, {}), input: null }));
      const bill = portfolio(entries, awsBook, { alwaysFree });
      const together = togetherOf(bill, awsBook, {});
      if (together === null) return;
      const { amount, to, byEffort, steps, toSettle } = together;
      const after = bill.items.map((item, index) => ({
        file: `${index}.yaml`,
        workload: changed(
          item,
          steps.filter((step) => step.item === item),
        ),
        input: null,
      }));
      expect(portfolio(after, awsBook, { alwaysFree }).cost.toFixed()).toBe(to.toFixed());
      expect(bill.cost.minus(amount).toFixed()).toBe(to.toFixed());
      expect(amount.gt('0')).toBe(true);
      expect(sum(EFFORTS.map((effort) => byEffort[effort])).toFixed()).toBe(amount.toFixed());
      for (const effort of EFFORTS)
        expect(sum(steps.flatMap(({ one, part }) => (one.saving.effort === effort ? [part] : []))).toFixed()).toBe(
          byEffort[effort].toFixed(),
        );
      expect(toSettle.lte(amount)).toBe(true);
      for (const item of bill.items) {
        const moves = steps.filter((step) => step.item === item && step.one.becomes.candidate !== null);
        for (const effort of EFFORTS) expect(moves.filter(({ one }) => one.saving.effort === effort).length).toBeLessThan(2);
      }
    }),
    { numRuns: 60 },
  );
});

test('of one workload alone, what is had together saves no less than the best of them by itself', () => {
  fc.assert(
    fc.property(requests, (text) => {
      const bill = portfolio([{ file: 'w', workload: parseWorkload(`name: w\nregion: us-east-1\n${text}`, {}), input: null }], awsBook, {});
      const [item] = bill.items;
      const together = togetherOf(bill, awsBook, {});
      for (const one of item?.savings ?? []) expect(together?.amount.gte(one.amount)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
