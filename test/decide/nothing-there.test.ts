// What has a share of 0% is not there: no rule, quota, limit, delay or price may speak of it.
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advise/advise.ts';
import { throttle } from '../../src/advise/throttle.ts';
import { exampleWorkload } from '../../src/decide/example.ts';
import type { Fields } from '../../src/decide/rule.ts';
import { awsBook } from '../price-book.ts';

const lambda = { memory: '512 MB', duration: '120 ms' };
const authorizer = { memory: '256 MB', duration: '30 ms' };
const small = { share: '100%', request: '2 KB', response: '5 KB' };
const busy = { requests: '100M/month', peak: '2000 rps', peakLength: '5 min' };
const post = { name: 'POST /orders', share: '10%', rate: '100 rps', burst: '100' };
const premium = { name: 'premium', clients: '25', share: '40%', rate: '5 rps', burst: '5', quota: '1M/month' };

const PAIRS: Readonly<Record<string, readonly [without: Fields, withNothing: Fields]>> = {
  'a size class': [
    { traffic: { sizes: [small] }, backend: { lambda } },
    { traffic: { sizes: [small, { share: '0%', request: '100 MB', response: '100 MB' }] }, backend: { lambda } },
  ],
  'a size class without a size': [
    { traffic: { sizes: [small], streaming: 'yes' }, backend: { lambda } },
    { traffic: { sizes: [{ share: '0%' }, small], streaming: 'yes' }, backend: { lambda } },
  ],
  'a method': [
    { traffic: busy, throttling: { methods: [post] } },
    { traffic: busy, throttling: { methods: [{ name: 'GET /never', share: '0%', rate: '1 rps', burst: '0' }, post] } },
  ],
  'a usage plan': [
    { traffic: busy, throttling: { clients: [premium] } },
    { traffic: busy, throttling: { clients: [premium, { ...premium, name: 'nobody', share: '0%', rate: '100K rps', burst: '1' }] } },
  ],
  'a usage plan, and there is no other': [
    { traffic: busy, throttling: { retries: { attempts: '1' } } },
    { traffic: busy, throttling: { retries: { attempts: '1' }, clients: [{ ...premium, share: '0%' }] } },
  ],
  'the geography of viewers': [
    { edge: { hitRatio: '50%', geography: { us: '100%' } } },
    { edge: { hitRatio: '50%', geography: { us: '100%', india: '0%' } } },
  ],
  'a fate': [{ traffic: { response: '5 KB' } }, { traffic: { response: '5 KB', fates: { blocked: '0%', throttled: '0%' } } }],
  traces: [{ backend: { lambda } }, { backend: { lambda }, observability: { xray: { sampling: '0%' } } }],
};

const FATES = new Set(['pipeline-order']);

function all(fields: Fields) {
  const workload = exampleWorkload(fields, 'http');
  const { candidates, picks, outcome, estimate } = advise(workload, awsBook);
  return JSON.parse(
    JSON.stringify(
      {
        outcome,
        picks: picks.map(({ advised, pipeline, choices }) => ({ id: advised.candidate.id, pipeline, choices })),
        candidates: candidates.map(({ candidate, fits, verdict, blockers, quotas, latency, estimate: one }) => ({
          id: candidate.id,
          fits,
          verdict,
          blockers: blockers.map((finding) => finding.because),
          quotas,
          latency,
          cost: one.listCost,
          bound: one.bound,
          missing: one.missing,
        })),
        notPriced: estimate.notPriced,
        assumptions: estimate.assumptions.filter(({ id }) => !FATES.has(id)),
        throttling: throttle(workload, awsBook).throttling.map(({ hint: _hint, ...one }) => one),
      },
      (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    ),
  ) as unknown;
}

describe('nothing is there of', () => {
  test.each(Object.entries(PAIRS))('%s of 0%%', (_, [without, withNothing]) => expect(all(withNothing)).toEqual(all(without)));

  test('cold starts of a function, nor of an authorizer', () => {
    const coldStarts = { share: '0%', duration: '3 s' };
    const delays = (fields: Fields) =>
      advise(exampleWorkload(fields, 'http'), awsBook).candidates.flatMap(({ latency }) => latency.delays.map((delay) => delay.id));
    expect(delays({ backend: { lambda } })).toContain('cold-start');
    expect(delays({ backend: { lambda: { ...lambda, coldStarts } } })).not.toContain('cold-start');
    expect(delays({ backend: { lambda: { ...lambda, coldStarts } }, auth: { lambdaAuthorizer: authorizer } })).toContain('cold-start');
    const cached = { lambdaAuthorizer: { ...authorizer, coldStarts, cacheHitRatio: '100%' } };
    expect(delays({ auth: cached })).not.toContain('authorizer');
    expect(delays({ auth: cached })).not.toContain('cold-start');
  });

  test('messages that never come', () => {
    const advice = (realtime: Fields) =>
      advise(exampleWorkload({ realtime: { connections: '1K', ...realtime } }, 'websocket'), awsBook).candidates.map(
        ({ blockers, quotas }) => ({
          blockers: blockers.map((finding) => finding.because),
          quotas: quotas.map((one) => one.quota),
        }),
      );
    const none = advice({ inbound: { rate: '1/min', size: '1 KB' } });
    expect(advice({ inbound: { rate: '1/min', size: '1 KB' }, outbound: { rate: '0/min', size: '900 KB' } })).toEqual(none);
  });
});
