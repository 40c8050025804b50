// One journey of a candidate: worked out once for a month, and one load wherever it is printed.
import { beforeEach, expect, test, vi } from 'vitest';
import { adviseMonth } from '../../src/advise/advise.ts';
import { pick } from '../../src/advise/pick.ts';
import { throttlings } from '../../src/advise/throttle.ts';
import { assess } from '../../src/advise/assess.ts';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { inspect } from '../../src/decide/inspect.ts';
import * as routing from '../../src/hops/route.ts';
import { monthOf } from '../../src/journey/month.ts';
import { pipeline } from '../../src/journey/pipeline.ts';
import { decimalOf } from '../../src/money/fraction.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awsBook } from '../price-book.ts';
import { ROOT } from '../run.ts';

vi.mock('../../src/hops/route.ts', { spy: true });
beforeEach(() => {
  vi.mocked(routing.route).mockClear();
});

const catalogue = parseWorkload(readFileSync(join(ROOT, 'examples/catalogue.yaml'), 'utf8'), {});

test('estimate, quotas, rules, throttling and exits take the same journeys', () => {
  const month = monthOf(catalogue, awsBook);
  const { candidates } = assess(month, awsBook);
  const all = candidates.map((one) => one.candidate);
  expect(inspect(month, all).length).toBeGreaterThan(0);
  for (const { estimate, quotas } of candidates) expect([estimate.lineItems.length > 0, quotas.length > 0]).toEqual([true, true]);
  throttlings(all, month);
  for (const { candidate } of candidates) pipeline(month.journey(candidate));
  expect(vi.mocked(routing.route).mock.calls.length).toBe(candidates.length);
});

test('a pick judges and prices only those among which it is made', () => {
  const month = monthOf(catalogue, awsBook);
  const { candidates, picked } = pick(month, awsBook);
  const advised = picked.map((one) => one.advised.candidate);
  inspect(month, advised);
  expect(vi.mocked(routing.route).mock.calls.length).toBeLessThan(candidates.length);
});

test('what-ifs route only what they change', () => {
  const month = monthOf(catalogue, awsBook);
  const { decision } = adviseMonth(month, awsBook);
  const routes = vi.mocked(routing.route).mock.calls.map(([parcels]) => parcels);
  const applying = CANDIDATES.filter((one) => one.applies(catalogue)).length;
  // Those of the month; of twice its requests, for the curves; and of the pick, once for each input that is varied and leaves the flow.
  // Each other answer to a question is tried on a month of its own.
  const answers = decision.steps.flatMap(({ question }) => question.features).length + decision.steps.length;
  const ofTheMonth = routes.filter((parcels) => parcels === month.flow.parcels).length;
  expect(ofTheMonth).toBeLessThanOrEqual((1 + answers) * applying + 12);
  expect(routes.length).toBeLessThanOrEqual((2 + answers) * applying + 20);
});

test('load is one number, wherever it is printed', () => {
  const workload = parseWorkload(
    'name: a\nregion: us-east-1\ntraffic: { requests: 1B/month, peak: 9000/s, fates: { unauthorized: 20% } }\nbackend: { lambda: { memory: 512 MB, duration: 120 ms } }\nauth: { lambdaAuthorizer: { memory: 128 MB, duration: 20 ms } }',
    {},
  );
  const { candidates, findings, throttling, picks } = adviseMonth(monthOf(workload, awsBook), awsBook);
  for (const { candidate, quotas } of candidates.filter((one) => one.candidate.id === 'http' || one.candidate.id === 'rest')) {
    // 9,000 × 80% × 0.12 s = 864 at once: under 1,000, so no finding says otherwise.
    expect([candidate.id, quotas.find((one) => one.quota === 'lambda-concurrency')?.used.toFixed()]).toEqual([candidate.id, '864']);
    expect(quotas.find((one) => one.quota === 'account-rate')?.used.toFixed()).toBe('9000');
  }
  // Those without an authorizer let the unauthorized through to the function.
  const tooMany = findings.filter((one) => one.rule.id === 'lambda-concurrency');
  expect(tooMany.flatMap((one) => one.candidates).toSorted()).toEqual(['alb', 'function-url', 'function-url+cloudfront']);
  expect(tooMany[0]?.because).toContain('9,000 requests a second');
  expect(picks.length).toBe(1);
  expect(throttling.map((one) => one.arrivals && decimalOf(one.arrivals.peak).toFixed())).toEqual(['9000']);
});
