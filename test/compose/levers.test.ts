// Levers, by hand: values beside what was chosen before, what a workload binds, and the work it is to turn one.
import { describe, expect, test } from 'vitest';
import { settingsOf, NOTHING_BOUND } from '../../src/compose/enumerate.ts';
import { frontier, settingOf } from '../../src/compose/frontier.ts';
import { LEVER_IDS, type Setting } from '../../src/compose/lever.ts';
import { LEVERS } from '../../src/compose/levers.ts';
import { nameOf } from '../../src/compose/name.ts';
import { searching } from '../../src/compose/optimize.ts';
import { estimateOf } from '../../src/estimate/estimate.ts';
import { candidateCost } from '../../src/estimate/candidate-cost.ts';
import { candidateNamed, NAMED } from '../../src/candidates/index.ts';
import { monthOf } from '../../src/journey/month.ts';
import { PLAN_IDS } from '../../src/workload/edge-fields.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';
import { PLAIN } from './settings.ts';

const workload = (text: string) => parseWorkload(`name: w\nregion: us-east-1\n${text}`, {});
const REQUESTS = 'traffic: { requests: 50M/month, request: 1 KB, response: 4 KB }';
const LAMBDA = 'backend: { lambda: { memory: 512 MB, duration: 60 ms } }';
const valuesOf = (lever: keyof typeof LEVERS, text: string, chosen: Partial<Setting> = {}) =>
  LEVERS[lever].values(workload(text), { ...PLAIN, ...chosen }, text.includes('realtime') ? 'realtime' : 'requests');
const statedOf = (lever: keyof typeof LEVERS, text: string) => LEVERS[lever].stated(workload(text));

describe('values of a lever', () => {
  const TEN = ['pay-as-you-go', ...PLAN_IDS];
  test.each([
    ['front-door', REQUESTS, {}, ['rest', 'http', 'alb', 'function-url', 'web-function']],
    ['front-door', 'realtime: { connections: 10 }', {}, ['websocket', 'alb-websocket', 'nlb-websocket']],
    ['endpoint', REQUESTS, { 'front-door': 'rest' }, ['public', 'private']],
    ['endpoint', REQUESTS, { 'front-door': 'alb' }, ['public']],
    ['distribution', REQUESTS, {}, ['none', ...TEN]],
    ['distribution', REQUESTS, { endpoint: 'private' }, ['none']],
    ['distribution', 'realtime: { connections: 10 }', {}, ['none']],
    ['web-acl', REQUESTS, { 'front-door': 'rest', distribution: 'pay-as-you-go' }, ['none']],
    ['web-acl', `${REQUESTS}\nwaf: { rules: 1 }`, { 'front-door': 'rest' }, ['front-door']],
    ['web-acl', `${REQUESTS}\nwaf: { rules: 1 }`, { 'front-door': 'rest', distribution: 'pro' }, ['front-door', 'distribution']],
    ['web-acl', `${REQUESTS}\nwaf: { rules: 1 }`, { distribution: 'pro' }, ['distribution']],
    ['web-acl', `${REQUESTS}\nwaf: { rules: 1 }`, {}, ['none']],
    ['web-acl', `${REQUESTS}\nneeds: { resource-policy: yes }`, { 'front-door': 'alb' }, ['none', 'front-door']],
    ['stage-cache', REQUESTS, { 'front-door': 'rest' }, ['none']],
    [
      'stage-cache',
      `${REQUESTS}\ncache: { size: 6.1 GB, hitRatio: 50%, otherSizes: { '118': 60% } }`,
      { 'front-door': 'rest' },
      ['none', '6.1', '118'],
    ],
    ['stage-cache', `${REQUESTS}\ncache: { size: 6.1 GB, hitRatio: 50% }`, { 'front-door': 'http' }, ['none']],
    ['private-link', REQUESTS, {}, ['none']],
    ['private-link', `${REQUESTS}\nbackend: { vpc: { balancer: nlb } }`, {}, ['alb', 'nlb', 'cloud-map']],
    ['architecture', REQUESTS, {}, ['none']],
    ['architecture', `${REQUESTS}\n${LAMBDA}`, {}, ['x86', 'arm64']],
    ['provisioned', `${REQUESTS}\n${LAMBDA}`, {}, ['none']],
    ['provisioned', `${REQUESTS}\n${LAMBDA.replace('60 ms', '60 ms, provisioned: { concurrency: 2 }')}`, {}, ['none', 'kept']],
  ] as const)('%s of %s', (lever, text, chosen, values) => {
    expect(valuesOf(lever, text, chosen)).toEqual(values);
    for (const value of values) expect(LEVERS[lever].all).toContain(value);
  });

  test.each([
    ['front-door', REQUESTS, null],
    ['distribution', REQUESTS, null],
    ['distribution', `${REQUESTS}\nedge: { hitRatio: 5% }`, TEN],
    ['distribution', `${REQUESTS}\nedge: { hitRatio: 5%, plan: pro }`, ['pro']],
    ['private-link', REQUESTS, null],
    ['private-link', `${REQUESTS}\nbackend: { vpc: { balancer: nlb } }`, ['nlb']],
    ['private-link', `${REQUESTS}\nbackend: { vpc: { balancer: none } }`, ['cloud-map']],
    ['private-link', `${REQUESTS}\n${LAMBDA}`, null],
    ['architecture', REQUESTS, null],
    ['provisioned', REQUESTS, null],
    ['endpoint', REQUESTS, null],
    ['web-acl', `${REQUESTS}\nwaf: { rules: 1 }`, null],
    ['stage-cache', `${REQUESTS}\ncache: { size: 6.1 GB, hitRatio: 50% }`, null],
    ['architecture', `${REQUESTS}\n${LAMBDA}`, null],
    ['architecture', `${REQUESTS}\n${LAMBDA.replace('60 ms', '60 ms, architecture: arm64')}`, ['arm64']],
    ['provisioned', `${REQUESTS}\n${LAMBDA}`, null],
    ['provisioned', `${REQUESTS}\n${LAMBDA.replace('60 ms', '60 ms, provisioned: { concurrency: 2 }')}`, ['kept']],
  ] as const)('%s is bound by %s', (lever, text, stated) => {
    expect(statedOf(lever, text)).toEqual(stated);
  });
});

test('the work of turning each lever', () => {
  const efforts = Object.fromEntries(LEVER_IDS.map((lever) => [lever, LEVERS[lever].effort('one', 'other')]));
  expect(efforts).toEqual({
    'front-door': 'migration',
    endpoint: 'migration',
    distribution: 'setting',
    'web-acl': 'addition',
    'stage-cache': 'setting',
    'private-link': 'addition',
    architecture: 'setting',
    provisioned: 'setting',
  });
  expect([LEVERS.distribution.effort('none', 'pro'), LEVERS.distribution.effort('pro', 'none')]).toEqual(['addition', 'addition']);
});

test.each([
  [{}, 'HTTP API'],
  [{ 'front-door': 'rest', endpoint: 'private' }, 'Private REST API'],
  [{ 'front-door': 'rest', 'stage-cache': '6.1', 'web-acl': 'front-door' }, 'REST API with a 6.1 GB cache with WAF'],
  [{ distribution: 'pay-as-you-go', 'web-acl': 'distribution' }, 'HTTP API behind CloudFront and WAF'],
  [
    { 'front-door': 'alb', distribution: 'business', 'web-acl': 'front-door' },
    'Application Load Balancer behind CloudFront (Business plan) with WAF behind it',
  ],
] as const)('in words: %j', (chosen, name) => {
  expect(nameOf({ ...PLAIN, ...chosen })).toBe(name);
});

test('what is fixed has one value, what is free is not bound, and what has no choice is not either', () => {
  const stated = workload(`${REQUESTS}\nedge: { hitRatio: 5%, plan: pro }\n${LAMBDA.replace('60 ms', '60 ms, architecture: arm64')}`);
  const count = (bindings: Partial<typeof NOTHING_BOUND>) => settingsOf(stated, 'requests', { ...NOTHING_BOUND, ...bindings }).length;
  // Five front doors on the plan that is stated, and a private REST API, which has no distribution to choose.
  expect(count({})).toBe(6);
  // With every plan, pay as you go and none: eleven for each of five, and the private one.
  expect(count({ free: new Set(['distribution']) })).toBe(56);
  expect(count({ free: new Set(['architecture']) })).toBe(12);
  expect(count({ fixed: new Map([['front-door', 'rest']]) })).toBe(2);
  expect(count({ fixed: new Map([['distribution', 'none']]) })).toBe(6);
});

test.each(NAMED.filter(({ carries }) => carries === 'requests'))('the web ACL of $id is billed once, at its host', (candidate) => {
  const month = monthOf(
    workload(`${REQUESTS}\n${LAMBDA}\nwaf: { rules: 2 }\ncache: { size: 0.5 GB, hitRatio: 10% }\nedge: { hitRatio: 0% }`),
    awsBook,
  );
  const rows = estimateOf(month.journey(candidate), awsBook).lineItems.filter(({ sku }) => sku === 'waf/web-acl');
  expect(rows.length).toBe(candidate.composition.webAcl === null ? 0 : 1);
});

describe('the way to the cheapest', () => {
  const CACHED = `inUse: rest+cache\n${REQUESTS}\ncache: { size: 0.5 GB, hitRatio: 10%, otherSizes: { '1.6': 80% } }\nbackend: { lambda: { memory: 1024 MB, duration: 500 ms } }`;
  const TEXTS = [
    CACHED,
    `${REQUESTS}\n${LAMBDA}\nwaf: { rules: 2 }`,
    `${REQUESTS}\nedge: { hitRatio: 60% }\n${LAMBDA}`,
    `${REQUESTS}\nneeds: { api-keys: yes }\n${LAMBDA}`,
    `${REQUESTS}\nrealtime: { connections: 1K, outbound: { rate: 1/min, size: 1 KB } }\n${LAMBDA}`,
  ];

  test.each(TEXTS)('the quick search finds what the thorough one finds: %s', (text) => {
    const search = searching(monthOf(workload(text), awsBook), NOTHING_BOUND, awsBook);
    const { best, weighed } = search.thorough();
    expect(weighed.length).toBe(search.compositions);
    expect(search.cheapest()?.cost.toFixed()).toBe(best?.cost.toFixed());
    expect(best?.parts.length).toBe(text.includes('realtime') ? 2 : 1);
  });

  test('what only a VPC may reach has no distribution in front', () => {
    const text = `${REQUESTS}\n${LAMBDA}\nneeds: { endpoint-private: yes }`;
    const { weighed } = searching(monthOf(workload(text), awsBook), NOTHING_BOUND, awsBook).thorough();
    const serving = weighed.filter(({ found }) => 'cost' in found || 'atLeast' in found);
    expect(serving.length).toBeGreaterThan(0);
    for (const { setting } of weighed.filter(({ found }) => 'cost' in found)) expect(setting.distribution).toBe('none');
  });

  test('settings, one addition, everything; each beside the one before, within its work', () => {
    const month = monthOf(workload(CACHED), awsBook);
    const today = candidateNamed('rest+cache') ?? expect.fail('no such candidate');
    const start = settingOf(today, month.workload);
    expect(start).toEqual({ ...PLAIN, 'front-door': 'rest', 'stage-cache': '0.5', architecture: 'x86' });
    const cost = candidateCost(today, month, awsBook) ?? expect.fail('no price');
    const steps = frontier(searching(month, NOTHING_BOUND, awsBook), new Map([['requests', start]]), cost);
    expect(
      steps.map(({ reach, turns }) => [reach, turns.map(({ lever, from, to, effort }) => `${lever} ${from} ${to} ${effort}`)]),
    ).toEqual([['settings', ['stage-cache 0.5 1.6 setting', 'architecture x86 arm64 setting']]]);
    // 50M × 500 ms × 1 GB = 25M GB-s; a tenth is answered by the cache of today: 22.5M GB-s × $0.0000166667 = $375.00,
    // and 45M × $0.20/M = $9. With 80% answered, 5M GB-s on arm64 × $0.0000133334 = $66.67, and 10M: $2.
    // The cache is 730 × $0.02 = $14.60, and 730 × $0.038 = $27.74.
    const [settings] = steps;
    expect(settings?.saving.toFixed(2)).toBe('302.19');
  });
});
