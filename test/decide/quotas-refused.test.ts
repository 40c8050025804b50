// What is past a quota: at the limit, one below and one above, and the same at ten times of what AWS raises.
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { inspect } from '../../src/decide/inspect.ts';
import { quotasUsed, refuses, toRaise } from '../../src/decide/quota-use.ts';
import type { QuotaId } from '../../src/facts/quotas/index.ts';
import { monthOf } from '../../src/journey/month.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const FAST = 'backend: { lambda: { memory: 128 MB, duration: 1 ms } }';
const peak =
  (more = '') =>
  (value: number) =>
    `traffic: { requests: 1M, peak: ${value}/s }\n${more}`;
const paused =
  (more = '') =>
  (ms: number) =>
    `traffic: { requests: 1M, streaming: yes, streamPause: ${ms} ms }\n${more}`;
const waits = (more: string) => (ms: number) => `traffic: { requests: 1M }\nbackend: { p99: ${ms} ms }\n${more}`;
const clients = (value: number) =>
  `traffic: { requests: 1M }\nthrottling: { clients: [{ name: a, clients: ${value}, share: 100%, rate: 1 rps, burst: 1 }] }`;
const plans = (count: number) =>
  `traffic: { requests: 1M }\nthrottling: { clients: [${Array.from({ length: count }, (_, index) => `{ name: p${index}, clients: 1, share: 0.01%, rate: 1 rps, burst: 1 }`).join(', ')}] }`;
const routes = (value: number) => `traffic: { requests: 1M }\nroutes: ${value}`;

type Row = readonly [candidate: string, quota: QuotaId, most: number, at: (value: number) => string];

/** AWS raises these: at the limit nothing is said, above it the request, above ten times of it the refusal. */
const RAISED: readonly Row[] = [
  ['rest', 'account-rate', 10_000, peak()],
  ['http', 'account-rate', 10_000, peak()],
  ['websocket', 'account-rate', 10_000, (value) => `realtime: { connections: ${value}, outbound: { rate: 1/s, size: 1 KB } }`],
  ['websocket', 'account-rate', 10_000, (value) => `realtime: { connections: ${value}, inbound: { rate: 1/s, size: 1 KB } }`],
  ['websocket', 'ws-new-connections', 500, (value) => `realtime: { connections: 10, connectPeak: ${value}/s }`],
  ['http', 'lambda-concurrency', 1000, peak('backend: { lambda: { memory: 1 GB, duration: 1 s } }')],
  ['http', 'lambda-rate', 10_000, peak(FAST)],
  ['alb', 'lambda-rate', 10_000, peak(FAST)],
  ['function-url', 'function-url-rate', 10_000, peak(FAST)],
  ['rest', 'rest-timeout-regional', 29_000, waits('')],
  ['rest-private', 'rest-timeout-private', 29_000, waits('needs: { endpoint-private: yes }')],
  ['function-url+cloudfront', 'cf-origin-timeout', 120_000, paused()],
  ['function-url+cloudfront', 'cf-origin-timeout', 120_000, waits('')],
  ['rest', 'rest-resources', 300, routes],
  ['http', 'http-routes', 300, routes],
  ['websocket', 'ws-routes', 300, (value) => `realtime: { connections: 10 }\nroutes: ${value}`],
  ['rest', 'rest-usage-plans', 300, plans],
];

/** Nobody raises these. */
const FIXED: readonly Row[] = [
  ['rest', 'rest-api-keys', 10_000, clients],
  ['function-url', 'function-url-rate', 1000, peak('backend: { lambda: { memory: 128 MB, duration: 1 ms, reserved: 100 } }')],
  ['http', 'lambda-rate', 1000, peak('backend: { lambda: { memory: 128 MB, duration: 1 ms, reserved: 100 } }')],
  ['http', 'lambda-concurrency', 100, peak('backend: { lambda: { memory: 128 MB, duration: 1 s, reserved: 100 } }')],
  ['rest', 'rest-timeout-edge', 29_000, waits('needs: { endpoint-edge-optimized: yes }')],
  ['rest', 'rest-stream-idle-regional', 300_000, paused()],
  ['rest', 'rest-stream-idle-edge', 30_000, paused('needs: { endpoint-edge-optimized: yes }')],
  ['rest', 'rest-header-size', 10_240, (bytes) => `traffic: { requests: 1M, largestHeaders: ${bytes} B }`],
  [
    'rest-private',
    'rest-header-size-private',
    8000,
    (bytes) => `traffic: { requests: 1M, largestHeaders: ${bytes} B }\nneeds: { endpoint-private: yes }`,
  ],
  ['http', 'http-request-line-headers', 10_240, (bytes) => `traffic: { requests: 1M, largestHeaders: ${bytes} B }`],
  ['alb', 'alb-request-headers', 65_536, (bytes) => `traffic: { requests: 1M, largestHeaders: ${bytes} B }`],
];

function judged(id: string, quota: QuotaId, yaml: string) {
  const month = monthOf(parseWorkload(`name: a\nregion: us-east-1\n${yaml}`, {}), awsBook);
  const candidate = CANDIDATES.find((one) => one.id === id) ?? expect.fail(id);
  const use = quotasUsed(candidate, month).find((one) => one.quota === quota) ?? expect.fail(`${id} has no row for ${quota}`);
  const findings = inspect(month, [candidate]);
  return {
    state: refuses(use) ? 'refused' : toRaise(use) ? 'to raise' : 'fits',
    // Lambda's two limits are one quota, and one of them may be passed before the other.
    blocked: findings.some(({ severity }) => severity === 'blocker'),
    asked: findings.some(({ severity, remedy }) => severity === 'caution' && /Ask AWS for at least [\d,.]+ /.test(remedy)),
  };
}

describe.each(RAISED)('%s, %s', (candidate, quota, most, at) => {
  test.each([
    ['one below', most - 1, 'fits'],
    ['at the limit', most, 'fits'],
    ['one above', most + 1, 'to raise'],
    ['at ten times', most * 10, 'to raise'],
    ['one above ten times', most * 10 + 1, 'refused'],
  ])('%s', (_, value, state) => {
    const found = judged(candidate, quota, at(value));
    expect(found.state).toBe(state);
    expect(found.blocked).toBe(state === 'refused');
    if (state === 'to raise') expect(found.asked).toBe(true);
  });
});

describe.each(FIXED)('%s, %s', (candidate, quota, most, at) => {
  test.each([
    ['one below', most - 1, 'fits'],
    ['at the limit', most, 'fits'],
    ['one above', most + 1, 'refused'],
  ])('%s', (_, value, state) => {
    const found = judged(candidate, quota, at(value));
    expect(found.state).toBe(state);
    expect(found.blocked).toBe(state === 'refused');
  });
});

test('what CloudFront answers at the peak is not known, so nothing is refused for certain', () => {
  expect(judged('http+cloudfront', 'account-rate', `${peak()(200_000)}\nedge: { origin: open }`).state).toBe('fits');
  // A distribution that nobody asked for is held to what it is priced at: it answers nothing.
  expect(judged('http+cloudfront', 'account-rate', peak()(200_000)).state).toBe('refused');
  expect(judged('http+cloudfront', 'account-rate', `${peak()(200_000)}\nedge: { hitRatio: 10% }`).state).toBe('refused');
});

test('of the parts of a stream that are not stated, CloudFront is asked about', () => {
  const slow = 'traffic: { requests: 1M, streaming: yes }\nbackend: { p99: 240 s }';
  const month = monthOf(parseWorkload(`name: a\nregion: us-east-1\n${slow}`, {}), awsBook);
  const findings = inspect(month, CANDIDATES).filter(({ rule }) => rule.id === 'timeout-cloudfront');
  expect(findings.map(({ candidates, remedy }) => [candidates, remedy.includes('State traffic.streamPause')])).toEqual([
    [['rest+cloudfront', 'function-url+cloudfront'], true],
  ]);
});
