// How far one goes, by hand: what is in use as a setting, what is turned, and what each further reach saves.
import { describe, expect, test } from 'vitest';
import { candidateNamed } from '../../src/candidates/index.ts';
import { built } from '../../src/compose/built.ts';
import { frontier, settingOf, turnsBetween } from '../../src/compose/frontier.ts';
import type { Carries, Setting } from '../../src/compose/lever.ts';
import type { Architecture, Search } from '../../src/compose/optimize.ts';
import { decimal } from '../../src/money/decimal.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { PLAIN, settingWith } from './settings.ts';

const workload = (text: string) => parseWorkload(`name: w\nregion: us-east-1\ntraffic: { requests: 5M/month }\n${text}`, {});
const LAMBDA = 'backend: { lambda: { memory: 128 MB, duration: 9 ms } }';

describe('what is in use, as a setting', () => {
  test.each([
    ['http', '', {}],
    ['rest', '', { 'front-door': 'rest' }],
    ['rest', 'waf: { rules: 1 }', { 'front-door': 'rest', 'web-acl': 'front-door' }],
    ['rest-private', 'needs: { endpoint-private: yes }', { 'front-door': 'rest', endpoint: 'private' }],
    ['http+cloudfront', '', { distribution: 'pay-as-you-go' }],
    ['http+cloudfront', 'edge: { hitRatio: 5% }', { distribution: 'pay-as-you-go' }],
    ['http+cloudfront', 'edge: { plan: premium-75tb }', { distribution: 'premium-75tb' }],
    ['http', 'edge: { plan: pro }', {}],
    ['rest+cloudfront', 'waf: { rules: 1 }', { 'front-door': 'rest', distribution: 'pay-as-you-go', 'web-acl': 'distribution' }],
    ['rest+cloudfront', '', { 'front-door': 'rest', distribution: 'pay-as-you-go' }],
    ['rest+cache', 'cache: { size: 6.1 GB, hitRatio: 5% }', { 'front-door': 'rest', 'stage-cache': '6.1' }],
    ['rest+cache', '', { 'front-door': 'rest' }],
    ['rest', 'cache: { size: 6.1 GB, hitRatio: 5% }', { 'front-door': 'rest' }],
    ['http', 'backend: { vpc: { balancer: nlb } }', { 'private-link': 'nlb' }],
    ['http', 'backend: { vpc: { balancer: none } }', { 'private-link': 'cloud-map' }],
    ['http', LAMBDA, { architecture: 'x86' }],
    ['http', LAMBDA.replace('9 ms', '9 ms, architecture: arm64'), { architecture: 'arm64' }],
    ['http', LAMBDA.replace('9 ms', '9 ms, provisioned: { concurrency: 1 }'), { architecture: 'x86', provisioned: 'kept' }],
  ] as const)('%s of "%s"', (id, text, setting) => {
    expect(settingOf(candidateNamed(id) ?? expect.fail(id), workload(text))).toEqual(settingWith(setting));
  });
});

test('what is turned, and how much work each is, in the order in which it is chosen', () => {
  const to = settingWith({ provisioned: 'kept', 'front-door': 'rest', distribution: 'pro', 'stage-cache': '6.1' });
  expect(turnsBetween(PLAIN, PLAIN, 'requests')).toEqual([]);
  expect(turnsBetween(PLAIN, to, 'realtime')).toEqual([
    { carries: 'realtime', lever: 'front-door', from: 'http', to: 'rest', effort: 'migration' },
    { carries: 'realtime', lever: 'distribution', from: 'none', to: 'pro', effort: 'addition' },
    { carries: 'realtime', lever: 'stage-cache', from: 'none', to: '6.1', effort: 'setting' },
    { carries: 'realtime', lever: 'provisioned', from: 'none', to: 'kept', effort: 'setting' },
  ]);
});

/** Architectures with a cost, as a search: the cheapest whose parts are all allowed. */
function among(...architectures: readonly (readonly [cost: string, parts: Partial<Record<Carries, Partial<Setting>>>])[]): Search {
  const all = architectures.map(([cost, parts]): Architecture => ({
    cost: decimal(cost),
    parts: Object.entries(parts).map(([carries, chosen]) => ({
      ...built(settingWith(chosen), workload('')),
      carries: carries as Carries,
      cost: decimal(cost),
    })),
  }));
  const cheapest: Search['cheapest'] = (allowed = () => true) =>
    all.filter(({ parts }) => parts.every(({ setting, carries }) => allowed(setting, carries))).toSorted((a, b) => a.cost.cmp(b.cost))[0] ??
    null;
  return { compositions: all.length, cheapest, thorough: () => expect.fail('one number is enough'), cheapestPart: () => null };
}

const START = new Map([['requests', PLAIN]] as const);
const PRO = { distribution: 'pro' };
/** Two additions. */
const PRO_AND_WAF = { distribution: 'pro', 'web-acl': 'distribution' };
const ARM = { architecture: 'arm64' };

const steps = (search: Search, start: ReadonlyMap<Carries, Setting> = START, cost = '100') =>
  frontier(search, start, decimal(cost)).map(({ reach, saving, turns }) => [
    reach,
    saving.toFixed(),
    turns.map(({ carries, lever }) => `${carries}: ${lever}`).join(', '),
  ]);

describe('the frontier', () => {
  test('saves by settings, then one addition more, then everything; each beside the reach before', () => {
    const search = among(
      ['100', { requests: {} }],
      ['90', { requests: ARM }],
      ['70', { requests: PRO }],
      ['65', { requests: { ...ARM, ...PRO_AND_WAF } }],
      ['40', { requests: { 'front-door': 'rest' } }],
    );
    expect(steps(search)).toEqual([
      ['settings', '10', 'requests: architecture'],
      ['one-addition', '20', 'requests: distribution'],
      ['any-work', '30', 'requests: front-door'],
    ]);
  });

  test('has two additions within any work alone', () => {
    expect(steps(among(['60', { requests: PRO_AND_WAF }]))).toEqual([['any-work', '40', 'requests: distribution, requests: web-acl']]);
  });

  test('has a migration within any work alone, even without an addition', () => {
    expect(steps(among(['60', { requests: { 'front-door': 'alb' } }]))).toEqual([['any-work', '40', 'requests: front-door']]);
  });

  test('leaves out a reach that costs as much as the one before, and keeps one that costs a cent less', () => {
    expect(steps(among(['100', { requests: ARM }]))).toEqual([]);
    expect(steps(among(['99.99', { requests: ARM }]))).toEqual([['settings', '0.01', 'requests: architecture']]);
    expect(steps(among(['90', { requests: ARM }], ['90', { requests: PRO }]))).toEqual([['settings', '10', 'requests: architecture']]);
  });

  test('is empty where nothing serves', () => {
    expect(steps(among())).toEqual([]);
  });

  test('allows one addition to each part of a workload', () => {
    const start = new Map<Carries, Setting>([
      ['requests', PLAIN],
      ['realtime', settingWith({ 'front-door': 'websocket' })],
    ]);
    const search = among(['50', { requests: PRO, realtime: { 'front-door': 'websocket', 'private-link': 'nlb' } }]);
    expect(steps(search, start)).toEqual([['one-addition', '50', 'requests: distribution, realtime: private-link']]);
  });

  test('turns nothing of a part from which nobody starts', () => {
    expect(steps(among(['50', { requests: {}, realtime: { 'front-door': 'websocket' } }]))).toEqual([['settings', '50', '']]);
  });
});
