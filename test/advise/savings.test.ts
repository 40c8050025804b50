// Judgements that weigh money: each speaks on one workload, with both estimates, and is silent on its neighbour.
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advise/advise.ts';
import { SAVINGS } from '../../src/advise/savings/index.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const CLOSED = [
  'server-push',
  'endpoint-private',
  'resource-policy',
  'vpc-endpoint-policy',
  'api-keys',
  'usage-plans',
  'per-client-rate',
  'per-client-quota',
];
const none = `needs: { ${CLOSED.map((one) => `${one}: no`).join(', ')} }`;
const small =
  'traffic: { requests: 100M, request: 1 KB, response: 2 KB }\nbackend: { lambda: { memory: 128 MB, duration: 20 ms, architecture: arm64 } }';

/** Two workloads that differ in one thing: on the first the saving speaks, on the second it does not. */
const CASES: Readonly<Record<string, readonly [speaks: string, silent: string]>> = {
  'rest-could-be-http': [`inUse: rest\n${small}\n${none}`, `inUse: http\n${small}\n${none}`],
  'rest-for-one-feature': [`inUse: rest\n${small}\nneeds: { usage-plans: yes, server-push: no }`, `inUse: rest\n${small}\n${none}`],
  'cache-never-pays': [
    `inUse: rest+cache\n${small}\ncache: { size: 6.1 GB, hitRatio: 60% }`,
    `inUse: rest+cache\n${small.replace('20 ms', '2000 ms')}\ncache: { size: 6.1 GB, hitRatio: 60% }`,
  ],
  'cloudfront-would-pay': [`inUse: rest\n${small}\nedge: { hitRatio: 90% }`, `inUse: rest\n${small}\nedge: { hitRatio: 10% }`],
  'cloudfront-never-pays': [
    `inUse: rest+cloudfront\n${small}\nedge: { hitRatio: 10% }`,
    `inUse: rest+cloudfront\n${small}\nedge: { hitRatio: 90% }`,
  ],
  'edge-plan-would-pay': [
    `inUse: http+cloudfront\n${small.replace('2 KB', '200 KB')}\nedge: { hitRatio: 50% }`,
    `inUse: http+cloudfront\n${small.replace('100M', '10M')}\nedge: { hitRatio: 50%, plan: pro }`,
  ],
  'edge-plan-never-pays': [
    `inUse: http+cloudfront\n${small}\nedge: { plan: premium }`,
    `inUse: http+cloudfront\n${small.replace('100M', '400M').replace('2 KB', '200 KB')}\nedge: { plan: premium }`,
  ],
  'alb-crossed': [
    `inUse: http\n${small.replace('100M', '2B')}`.replace(
      'response: 2 KB',
      'response: 2 KB, connections: { requestsEach: 20, duration: 30 s }',
    ),
    `inUse: http\n${small.replace('100M', '1M')}`.replace(
      'response: 2 KB',
      'response: 2 KB, connections: { requestsEach: 20, duration: 30 s }',
    ),
  ],
  'cheaper-settings': [
    `inUse: rest+cache\n${small.replace('20 ms', '2000 ms')}\ncache: { size: 0.5 GB, hitRatio: 10%, otherSizes: { '1.6': 80% } }`,
    `inUse: rest+cache\n${small.replace('20 ms', '2000 ms')}\ncache: { size: 0.5 GB, hitRatio: 80%, otherSizes: { '1.6': 80% } }`,
  ],
  'cheapest-architecture': [`inUse: rest\n${small}\n${none}`, `inUse: function-url\n${small}\n${none}`],
  'messages-less-often': [
    'realtime: { connections: 10K, outbound: { rate: 1/s, size: 1 KB } }',
    'realtime: { connections: 10K, outbound: { rate: 12/min, size: 1 KB } }',
  ],
  'heartbeats-less-often': ['realtime: { connections: 10K, heartbeat: 1 min }', 'realtime: { connections: 10K, heartbeat: 5 min }'],
  'provisioned-idle': [
    small.replace('arm64', 'arm64, provisioned: { concurrency: 50 }'),
    small.replace('20 ms', '200 ms').replace('arm64', 'arm64, provisioned: { concurrency: 6 }'),
  ],
  'execution-logs-of-errors': [
    `inUse: rest\n${small}\nobservability: { executionLogs: { level: info, bytes: 2 KB, errors: 1% } }`,
    `inUse: rest\n${small}\nobservability: { executionLogs: { level: error, bytes: 2 KB, errors: 1% } }`,
  ],
  'private-endpoint-shared': [
    `${small}\nprivateEndpoint: { endpoints: 2 }\nneeds: { endpoint-private: yes }`,
    `${small}\nprivateEndpoint: { endpoints: 2, sharedBy: 2 }\nneeds: { endpoint-private: yes }`,
  ],
  'lambda-on-arm': [small.replace('arm64', 'x86').replace('20 ms', '200 ms'), small.replace('20 ms', '200 ms')],
};

function found(yaml: string) {
  const advice = advise(parseWorkload(`name: a\nregion: us-east-1\n${yaml}\n`, {}), awsBook);
  return advice.picks.flatMap((pick) => pick.savings);
}

describe.each(SAVINGS.map((one) => one.id))('%s', (id) => {
  const [speaks, silent] = CASES[id] ?? expect.fail(`no examples for ${id}`);

  test('speaks, with two estimates and what lies between them', () => {
    const one = found(speaks).find(({ saving }) => saving.id === id) ?? expect.fail('silent');
    expect(one.today.minus(one.instead).toFixed()).toBe(one.amount.toFixed());
    expect(one.amount.gt('0')).toBe(true);
    expect(one.because).not.toMatch(/\.$|undefined|NaN/);
  });

  test('is silent on the neighbour', () => {
    expect(found(silent).map(({ saving }) => saving.id)).not.toContain(id);
  });
});

test('a cache: by hand, 730 h × $0.20 = $146 against 60M × ($0.20/M + 128/1024 × 0.02 × $0.0000133334)', () => {
  const one = found(CASES['cache-never-pays']?.[0] ?? '').find(({ saving }) => saving.id === 'cache-never-pays');
  // 60M hits spare $12 of requests and 150,000 GB-s × $0.0000133334 = $2.00001 of duration: the cache costs $131.99999 more.
  expect(one?.amount.toFixed()).toBe('131.99999');
});

test('a plan: by hand, Business at $200 against 100M × $1.00/M, 19,073 GB to viewers by two tiers, and 48 GB to the origin', () => {
  const one = found(CASES['edge-plan-would-pay']?.[0] ?? '').find(({ saving }) => saving.id === 'edge-plan-would-pay');
  // 100M × 200 KB = 19,073.486328125 GB: 10,240 × $0.085 + the rest × $0.08. Half of 100M × 1 KB = 47.6837158203125 GB × $0.02.
  expect(one?.amount.toFixed(4)).toBe('1478.0326');
});
