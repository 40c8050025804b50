/** Proves that a break-even is where the cheaper one changes, to the request, and that a tenth more is a tenth more. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { breakEvens } from '../../src/whatif/break-even.ts';
import { estimate } from '../../src/estimate/estimate.ts';
import { sensitivities } from '../../src/whatif/sensitivity.ts';
import { monthOf } from '../../src/journey/month.ts';
import { decimal, type Decimal } from '../../src/money/decimal.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import type { Workload } from '../../src/workload/schema.ts';
import { awsBook } from '../price-book.ts';

const workloads = fc
  .record({
    requests: fc.integer({ min: 1, max: 2_000_000_000 }),
    request: fc.constantFrom('1 KB', '40 KB', '700 KB'),
    response: fc.constantFrom('2 KB', '60 KB'),
    hitRatio: fc.constantFrom('0%', '37%', '80%'),
    cached: fc.constantFrom('10%', '75%'),
    memory: fc.constantFrom('128 MB', '1024 MB'),
    region: fc.constantFrom('us-east-1', 'eu-west-1', 'sa-east-1', 'ap-south-1'),
  })
  .map(({ requests, request, response, hitRatio, cached, memory, region }) =>
    parseWorkload(
      `name: a\nregion: ${region}\ntraffic: { requests: ${requests}/month, request: ${request}, response: ${response}, connections: { requestsEach: 10, duration: 5 s } }
edge: { hitRatio: ${hitRatio} }\ncache: { size: 1.6 GB, hitRatio: ${cached} }\nbackend: { lambda: { memory: ${memory}, duration: 80 ms } }\n`,
      {},
    ),
  );

function costAt(workload: Workload, id: string, requests: Decimal): Decimal {
  const { traffic } = workload;
  if (!traffic) throw new Error('no traffic');
  const scaled = { ...workload, traffic: { ...traffic, requests: { amount: requests, per: 'month' as const } } };
  const found = estimate(scaled, awsBook).candidates.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found.listCost;
}

const byId = (id: string) => CANDIDATES.find((one) => one.id === id) ?? expect.fail(id);
const pairs = [
  ['http', 'alb'],
  ['rest', 'alb'],
  ['http', 'http+cloudfront'],
  ['rest', 'rest+cache'],
  ['rest+cache', 'rest+cloudfront'],
] as const;

test('on either side of a break-even, another candidate is the cheaper one', () => {
  let found = 0;
  fc.assert(
    fc.property(workloads, fc.constantFrom(...pairs), (workload, [one, other]) => {
      for (const { requests, cheaper, than } of breakEvens(byId(one), byId(other), monthOf(workload, awsBook), awsBook) ?? []) {
        found += 1;
        expect(costAt(workload, cheaper, requests).lt(costAt(workload, than, requests))).toBe(true);
        const before = requests.minus('1');
        if (before.gte('1')) expect(costAt(workload, cheaper, before).gte(costAt(workload, than, before))).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(50);
});

test('between break-evens nothing changes places', () => {
  fc.assert(
    fc.property(workloads, fc.constantFrom(...pairs), fc.integer({ min: 1, max: 11 }), (workload, [one, other], power) => {
      const changesAt = breakEvens(byId(one), byId(other), monthOf(workload, awsBook), awsBook) ?? [];
      const requests = decimal('10').pow(power);
      const last = changesAt.findLast((change) => change.requests.lte(requests));
      const [a, b] = [costAt(workload, one, requests), costAt(workload, other, requests)];
      if (last) expect(last.cheaper === one ? a.lte(b) : b.lte(a)).toBe(true);
      else if (changesAt[0]) expect(changesAt[0].cheaper === one ? b.lte(a) : a.lte(b)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('a price that is not published leaves the question open', () => {
  const workload = parseWorkload('name: a\nregion: us-east-1\ntraffic: { requests: 1M }', {});
  const book = { ...awsBook, rate: () => ({ unavailable: 'not published' }) };
  expect(breakEvens(byId('http'), byId('alb'), monthOf(workload, book), book)).toBeNull();
});

test('an input that a candidate does not price does not move it, one that it prices does as it would', () => {
  const workload = parseWorkload(
    'name: a\nregion: us-east-1\ntraffic: { requests: 10M, response: 5 KB }\nedge: { hitRatio: 50% }\nbackend: { lambda: { memory: 128 MB, duration: 100 ms } }',
    {},
  );
  const fields = sensitivities(byId('http'), monthOf(workload, awsBook), awsBook);
  expect(fields.map((one) => one.field)).not.toContain('edge.hitRatio');
  // By hand: 10M × 128/1024 GB × 0.1 s × $0.0000166667 = $2.0833375, a tenth of it $0.20833375.
  expect(fields.find((one) => one.field === 'backend.lambda.memory')?.change.toFixed()).toBe('0.20833375');
  expect(fields.find((one) => one.field === 'traffic.requests')?.change.gt('1')).toBe(true);
});
