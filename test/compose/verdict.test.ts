// What rules one composition out, by hand: each kind, at its limit and one past it, and which reason comes first.
import { describe, expect, test } from 'vitest';
import { NOTHING_BOUND } from '../../src/compose/enumerate.ts';
import { LEVER_IDS, type Setting } from '../../src/compose/lever.ts';
import { searching } from '../../src/compose/optimize.ts';
import { monthOf } from '../../src/journey/month.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';
import { settingWith } from './settings.ts';

/** What becomes of one composition, the only one that is allowed: its cost, or by what it is ruled out. */
function became(text: string, chosen: Partial<Setting>): string {
  const setting = settingWith(chosen);
  const bindings = { ...NOTHING_BOUND, fixed: new Map(LEVER_IDS.map((id) => [id, setting[id]])) };
  const search = searching(monthOf(parseWorkload(`name: w\nregion: us-east-1\n${text}`, {}), awsBook), bindings, awsBook);
  const [one, ...others] = search.thorough().weighed;
  if (one === undefined || others.length > 0) throw expect.fail(`not one composition: ${text}`);
  const { found } = one;
  // The quick search asks in another order, and comes to the same.
  expect(search.cheapest()?.cost.toFixed()).toBe('cost' in found ? found.cost.toFixed() : undefined);
  if ('ruledOut' in found) return `${found.ruledOut.by} ${found.ruledOut.id}`;
  return 'cost' in found ? `$${found.cost.toFixed(2)}` : expect.fail('nothing is cheaper');
}

const traffic = (requests: string, response = 'response: 4 KB') => `traffic: { requests: ${requests}/month, request: 1 KB, ${response} }`;
const TWO_MILLION = traffic('2M');
const LAMBDA = 'backend: { lambda: { memory: 256 MB, duration: 30 ms } }';

describe('a composition', () => {
  test.each([
    // 2M × $1/M, and 2M × 4 KB = 7.63 GB × $0.09.
    [TWO_MILLION, {}, '$2.69'],
    [`${TWO_MILLION}\n${LAMBDA}`, { 'front-door': 'web-function', architecture: 'x86' }, 'price unrated'],
    [TWO_MILLION, { 'front-door': 'function-url' }, 'not-applicable function-url'],
    [TWO_MILLION, { 'front-door': 'rest', endpoint: 'private' }, 'not-applicable rest'],
    [`${TWO_MILLION}\nneeds: { grpc: yes }`, {}, 'need grpc'],
    [`${TWO_MILLION}\nneeds: { auth-iam: yes, api-keys: yes }`, {}, 'exclusion http-iam-or-function'],
    // A Lambda authorizer keeps keys: unstated it has no price.
    [`${TWO_MILLION}\nneeds: { api-keys: yes }`, {}, 'help a Lambda authorizer'],
    // $2.69; the authorizer runs 2M × 0.1 s × 1 GB × $0.0000166667 = $3.33, and 2M × $0.20/M = $0.40.
    [`${TWO_MILLION}\nneeds: { api-keys: yes }\nauth: { lambdaAuthorizer: { memory: 1024 MB, duration: 100 ms } }`, {}, '$6.42'],
    // Code of one's own has no price either, and needs none.
    [`${TWO_MILLION}\nneeds: { validate-body: yes }`, {}, '$2.69'],
    [
      `${TWO_MILLION}\nneeds: { endpoint-private: yes }\nedge: { hitRatio: 5% }`,
      { 'front-door': 'rest', endpoint: 'private' },
      'not-had the distribution that edge states',
    ],
    [
      `${TWO_MILLION}\nbackend: { vpc: { balancer: none } }`,
      { 'front-door': 'rest', 'private-link': 'cloud-map' },
      'help a load balancer in front of the service',
    ],
    [traffic('2M', ''), { 'front-door': 'alb' }, 'price alb/lcu'],
  ] as const)('%s: %j is %s', (text, setting, expected) => {
    expect(became(text, setting)).toBe(expected);
  });

  test.each([
    // A body may have 10 MB: 10,485,760 bytes.
    ['10485759 B', true],
    ['10485760 B', true],
    ['10485761 B', false],
  ] as const)('with a body of %s serves: %s', (response, serves) => {
    const found = became(traffic('2M', `response: ${response}`), {});
    if (serves) expect(found).toMatch(/^\$/);
    else expect(found).toBe('quota http-payload');
  });

  test.each([
    ['pro', 'rule origin-certificate-plan'],
    // $200, and 2M × $1/M.
    ['business', '$202.00'],
  ])('whose API asks CloudFront for a certificate, on the %s plan: %s', (distribution, expected) => {
    expect(became(`${TWO_MILLION}\nedge: { origin: client-certificate }`, { distribution })).toBe(expected);
  });
});

describe('a plan', () => {
  const FREE = { distribution: 'free' };
  test.each([
    // 1M requests.
    [traffic('999999'), '$1.00'],
    [traffic('1M'), '$1.00'],
    [traffic('1000001'), 'plan free'],
    // 100 GB: 2^19 × 200 KB.
    [traffic('524287', 'response: 200 KB'), '$0.52'],
    [traffic('524288', 'response: 200 KB'), '$0.52'],
    [traffic('524289', 'response: 200 KB'), 'plan free'],
    // Nobody knows how much data that is.
    [traffic('10', ''), 'plan free'],
  ])('is too small past what it allows: %s is %s', (text, expected) => {
    expect(became(text, FREE)).toBe(expected);
  });

  test('that is stated and too small matters to what has a distribution alone', () => {
    const text = `${TWO_MILLION}\nneeds: { endpoint-private: yes }\nedge: { plan: free }`;
    expect(became(text, { 'front-door': 'rest', endpoint: 'private' })).toBe('not-had the distribution that edge states');
  });

  test.each([
    // A fifth is blocked: of 1.25M requests 1M pass, and of five more four.
    ['1250000', 'distribution', '$1.00'],
    ['1250005', 'distribution', 'plan free'],
    ['1250000', 'front-door', 'plan free'],
  ])('does not count what a web ACL of its own blocks: of %s at the %s it is %s', (requests, host, expected) => {
    const text = `${traffic(requests, 'response: 1 KB, fates: { blocked: 20% }')}\nwaf: { rules: 1 }`;
    const door = host === 'distribution' ? 'http' : 'rest';
    expect(became(text, { ...FREE, 'front-door': door, 'web-acl': host })).toBe(expected);
  });
});

describe('the reason that is told is', () => {
  test.each([
    ['the plan, before a need', `${TWO_MILLION}\nneeds: { grpc: yes }`, { distribution: 'free' }, 'plan free'],
    ['a need, before a quota', `${traffic('2M', 'response: 11 MB')}\nneeds: { grpc: yes }`, {}, 'need grpc'],
    [
      'a quota, before a rule',
      `${traffic('2M', 'response: 11 MB')}\nedge: { origin: client-certificate }`,
      { distribution: 'pro' },
      'quota http-payload',
    ],
    [
      'a quota, before a price',
      `${traffic('2M', '')}\nbackend: { lambda: { memory: 128 MB, duration: 16 min } }`,
      { 'front-door': 'alb', architecture: 'x86' },
      'quota lambda-timeout',
    ],
    [
      'that it has no rate, before anything is asked',
      `${TWO_MILLION}\nneeds: { grpc: yes }`,
      { 'front-door': 'web-function' },
      'price unrated',
    ],
    [
      'that it is not for this workload, before a need',
      `${TWO_MILLION}\nneeds: { grpc: yes }`,
      { 'front-door': 'function-url' },
      'not-applicable function-url',
    ],
  ] as const)('%s', (_, text, setting, expected) => {
    expect(became(text, setting)).toBe(expected);
  });
});
