// Where rules begin to speak: one below what is allowed, at it, and one above. Limits by AWS's pages, in bytes and milliseconds.
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { inspect } from '../../src/decide/inspect.ts';
import { pressure } from '../../src/decide/quota-use.ts';
import { monthOf } from '../../src/journey/month.ts';
import { decimal } from '../../src/money/decimal.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const speaks = (rule: string, yaml: string) =>
  inspect(monthOf(parseWorkload(`name: a\nregion: us-east-1\n${yaml}`, {}), awsBook), CANDIDATES).some((one) => one.rule.id === rule);

const KB = 1024;
const MB = KB * KB;
const LAMBDA = 'backend: { lambda: { memory: 1 GB, duration: 1 s } }';
const request =
  (more = '') =>
  (bytes: number) =>
    `traffic: { requests: 1M, largestRequest: ${bytes} B }\n${more}`;
const duration =
  (more = '') =>
  (ms: number) =>
    `traffic: { requests: 1M }\nbackend: { p99: ${ms} ms }\n${more}`;

/** The rule, its limit, and a workload at so much. Each is silent at its limit. */
const MOST: readonly (readonly [rule: string, most: number, at: (value: number) => string])[] = [
  ['payload-over-limit', 10 * MB, request()],
  ['lambda-payload', 6 * MB, request(LAMBDA)],
  ['alb-lambda-payload', MB, request(LAMBDA)],
  ['timeout-rest', 29_000, duration()],
  ['timeout-http', 30_000, duration()],
  ['lambda-fifteen-minutes', 900_000, (ms) => `traffic: { requests: 1M }\nbackend: { lambda: { memory: 1 GB, duration: ${ms} ms } }`],
  ['timeout-websocket', 29_000, (ms) => `realtime: { connections: 10 }\nbackend: { p99: ${ms} ms }`],
  ['websocket-message-too-large', 128 * KB, (bytes) => `realtime: { connections: 10, largestMessage: ${bytes} B }`],
  ['websocket-frame-too-large', 32 * KB, (bytes) => `realtime: { connections: 10, inbound: { rate: 1/s, size: ${bytes} B } }`],
  ['websocket-two-hours', 7_200_000, (ms) => `realtime: { connections: 10, stays: ${ms} ms }`],
  ['lambda-concurrency', 1000, (peak) => `traffic: { requests: 1M, peak: ${peak}/s }\n${LAMBDA}`],
  ['peak-over-account-rate', 10_000, (peak) => `traffic: { requests: 1M, peak: ${peak}/s }`],
  ['routes-over-quota', 300, (routes) => `traffic: { requests: 1M }\nroutes: ${routes}`],
  ['cache-item-too-large', MB, (bytes) => `traffic: { requests: 1M, response: ${bytes} B }\ncache: { size: 0.5 GB, hitRatio: 50% }`],
];

describe.each(MOST)('%s', (rule, most, at) => {
  test.each([
    ['one below', most - 1, false],
    ['at the limit', most, false],
    ['one above', most + 1, true],
  ])('%s', (_, value, expected) => {
    expect(speaks(rule, at(value))).toBe(expected);
  });
});

test('a quota is near from 80% on, and passed above all of it', () => {
  const state = (share: string) =>
    pressure({
      quota: 'account-rate',
      name: '',
      unit: 'requests',
      used: decimal('1'),
      limit: decimal('1'),
      share: decimal(share),
      adjustable: 'yes',
      code: null,
      from: '',
      past: null,
      unknown: null,
    });
  expect(['0', '0.799999', '0.8', '0.800001', '0.999999', '1', '1.000001'].map(state)).toEqual([
    'ok',
    'ok',
    'near',
    'near',
    'near',
    'near',
    'over',
  ]);
});
