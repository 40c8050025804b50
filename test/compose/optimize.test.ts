// The search, by hand: what costs more in any case, ties, what both parts of a workload share, and what is asked once.
import { describe, expect, test } from 'vitest';
import type { Bindings } from '../../src/compose/enumerate.ts';
import type { Carries, Setting } from '../../src/compose/lever.ts';
import { keyOf, searching, type KnownCost, type Weighed } from '../../src/compose/optimize.ts';
import { monthOf } from '../../src/journey/month.ts';
import { decimal } from '../../src/money/decimal.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { PLAIN } from './settings.ts';

type Fixed = Partial<Setting>;
type Binding = { readonly fixed?: Fixed; readonly free?: Bindings['free']; readonly known?: KnownCost };

function searched(text: string, { fixed = {}, free = new Set(), known = () => null }: Binding = {}, book = awsBook) {
  const month = monthOf(parseWorkload(`name: w\nregion: us-east-1\n${text}`, {}), book);
  return searching(month, { fixed: new Map(Object.entries(fixed)) as Bindings['fixed'], free }, book, known);
}

const requests = (count: string, response: string) => `traffic: { requests: ${count}/month, request: 1 KB, response: ${response} }`;
const TWO_MILLION = requests('2M', '4 KB');
const HTTP = { 'front-door': 'http' };

/** What became of a composition, by those levers that are asked for. */
const became = (weighed: readonly Weighed[], ...levers: (keyof Setting)[]) =>
  weighed.map(({ setting, found }) => [
    levers.map((lever) => setting[lever]).join(' '),
    'cost' in found ? found.cost.toFixed() : 'atLeast' in found ? `at least ${found.atLeast.toFixed()}` : found.ruledOut.by,
  ]);

test('a setting as one word, in the order of the levers', () => {
  expect(keyOf({ ...PLAIN, distribution: 'pro', architecture: 'x86' })).toBe('http public pro none none none x86 none');
});

describe('what costs more in any case is not worked out', () => {
  test('the fee of a plan, and the hours of a cache; the cheapest fee first', () => {
    const text = `inUse: rest+cache\n${TWO_MILLION}\ncache: { size: 0.5 GB, hitRatio: 10%, otherSizes: { '1.6': 80% } }`;
    const { weighed } = searched(text, { fixed: { 'front-door': 'rest', endpoint: 'public' } }).thorough();
    // A REST API of 2M × $3.50/M behind CloudFront: 2M × $1/M and 7.62939453125 GB × $0.085 + 1.9073486328125 GB × $0.02.
    // The caches cost 730 × $0.02 = $14.60 and 730 × $0.038 = $27.74, the Pro plan $15, Business $200.
    expect(became(weighed, 'distribution', 'stage-cache').slice(0, 16)).toEqual([
      ['none none', 'need'],
      ['pay-as-you-go none', '9.6866455078125'],
      ['free none', 'plan'],
      ['none 0.5', 'at least 14.6'],
      ['pay-as-you-go 0.5', 'at least 14.6'],
      ['free 0.5', 'at least 14.6'],
      ['pro none', 'at least 15'],
      ['none 1.6', 'at least 27.74'],
      ['pay-as-you-go 1.6', 'at least 27.74'],
      ['free 1.6', 'at least 27.74'],
      ['pro 0.5', 'at least 29.6'],
      ['pro 1.6', 'at least 42.74'],
      ['business none', 'at least 200'],
      ['business 0.5', 'at least 214.6'],
      ['business 1.6', 'at least 227.74'],
      ['premium none', 'at least 1000'],
    ]);
  });

  test('by the hours of the month', () => {
    const text = `inUse: rest+cache\n${TWO_MILLION}\ncache: { size: 0.5 GB, hitRatio: 10% }`;
    const { weighed } = searched(text, { fixed: { 'front-door': 'rest', endpoint: 'public' } }, articleBook).thorough();
    // 720 × $0.02.
    expect(became(weighed, 'distribution', 'stage-cache')[3]).toEqual(['none 0.5', 'at least 14.4']);
  });

  test.each([
    // 2^20 requests × 1 KB = 1 GB × $0.09, and 2^20 × $1/M = $1.048576; with the servers $15 or a millionth less.
    ['$13.861424', '15', '29.91'],
    ['$13.861423', '14.999999', 'at least 15'],
  ])('with servers for %s the Pro plan of $15, beside the cheapest of %s, is %s', (servers, cheapest, pro) => {
    const text = `${requests('1048576', '1 KB')}\nbackend: { vpc: { balancer: none }, monthly: ${servers} }`;
    const search = searched(text, { fixed: HTTP });
    const { weighed, best } = search.thorough();
    expect([best?.cost.toFixed(), search.cheapest()?.cost.toFixed()]).toEqual([cheapest, cheapest]);
    expect(became(weighed, 'distribution').slice(2, 5)).toEqual([
      ['free', 'plan'],
      ['pro', pro],
      ['business', 'at least 200'],
    ]);
  });

  test('than anything else, whatever the function is', () => {
    // 1M × 0.9 s × 1 GB: $15.00 on x86, $12.00 on arm64. The Pro plan costs less than the first, and not less than the second.
    const text = `${requests('1000001', '1 KB')}\nbackend: { lambda: { memory: 1024 MB, duration: 900 ms } }`;
    const { weighed } = searched(text, { fixed: { 'front-door': 'function-url', distribution: 'pro' } }).thorough();
    expect(weighed.map(({ setting }) => setting.architecture)).toEqual(['x86', 'arm64']);
    const all = searched(text, { fixed: { 'front-door': 'function-url' } }).thorough().weighed;
    expect(became(all, 'distribution', 'architecture').filter(([what]) => what?.startsWith('pro'))).toEqual([
      ['pro x86', 'at least 15'],
      ['pro arm64', 'at least 15'],
    ]);
  });
});

describe('of what costs the same', () => {
  // A load balancer has no VPC link, wherever that would end.
  const text = `${TWO_MILLION}\nbackend: { vpc: { balancer: nlb }, monthly: $9 }`;
  const search = searched(text, { fixed: { 'front-door': 'alb', distribution: 'none' }, free: new Set(['private-link']) });
  test('the first is the cheapest', () => {
    const { weighed, best } = search.thorough();
    const [alb, nlb, cloudMap] = became(weighed, 'private-link');
    expect([alb?.[0], nlb?.[0], cloudMap?.[0]]).toEqual(['alb', 'nlb', 'cloud-map']);
    expect([nlb?.[1], cloudMap?.[1]]).toEqual([alb?.[1], alb?.[1]]);
    for (const one of [best?.parts[0], search.cheapest()?.parts[0], search.cheapestPart('requests', () => true)])
      expect(one?.setting['private-link']).toBe('alb');
  });
});

describe('of requests and connections', () => {
  const CONNECTIONS = 'realtime: { connections: 1K, inbound: { rate: 1/min, size: 1 KB }, outbound: { rate: 1/min, size: 1 KB } }';
  const lambda = (more = '') => `backend: { lambda: { memory: 256 MB, duration: 30 ms${more} } }`;
  const text = `${TWO_MILLION}\n${CONNECTIONS}\n${lambda()}`;
  const search = searched(text, { fixed: { distribution: 'none' } });
  const functions = (allowed: (setting: Setting, carries: Carries) => boolean, of = search) => {
    const quick = of.cheapest(allowed);
    expect(of.thorough(allowed).best?.cost.toFixed()).toBe(quick?.cost.toFixed());
    return quick?.parts.map(({ carries, setting }) => `${carries} ${setting.architecture} ${setting.provisioned}`) ?? null;
  };

  test('connections alone are carried by what carries them', () => {
    expect(
      searched(CONNECTIONS)
        .cheapest()
        ?.parts.map(({ setting }) => setting['front-door']),
    ).toEqual(['websocket']);
  });

  test('all compositions are counted, and weighed', () => {
    // Six that answer requests, three that carry connections, and two instruction sets.
    expect(search.compositions).toBe(18);
    expect(search.thorough().weighed.length).toBe(18);
  });

  test('the cheapest is the sum of the cheapest parts', () => {
    const best = search.cheapest();
    // The URL costs what it sends, 7.62939453125 GB × $0.09; on arm64 2M × 0.03 s × 0.25 GB × $0.0000133334 = $0.200001, and 2M × $0.20/M.
    expect(best?.parts[0]?.cost.toFixed()).toBe('1.2866465078125');
    expect(best?.parts.map(({ setting }) => setting['front-door'])).toEqual(['function-url', 'websocket']);
    expect(best?.cost.toFixed()).toBe(best?.parts[0]?.cost.plus(best.parts[1]?.cost ?? '0').toFixed());
  });

  test('both have one function', () => {
    expect(functions(() => true)).toEqual(['requests arm64 none', 'realtime arm64 none']);
    expect(functions(({ architecture }, carries) => carries === 'requests' || architecture === 'x86')).toEqual([
      'requests x86 none',
      'realtime x86 none',
    ]);
    expect(functions(({ architecture }, carries) => (carries === 'requests') === (architecture === 'x86'))).toBeNull();
  });

  test('it is provisioned for both, or for neither', () => {
    const kept = searched(`${TWO_MILLION}\n${CONNECTIONS}\n${lambda(', provisioned: { concurrency: 9 }')}`, {
      fixed: { distribution: 'none' },
      free: new Set(['provisioned']),
    });
    expect(functions(() => true, kept)).toEqual(['requests arm64 none', 'realtime arm64 none']);
    expect(functions(({ provisioned }, carries) => carries === 'requests' || provisioned === 'kept', kept)).toEqual([
      'requests arm64 kept',
      'realtime arm64 kept',
    ]);
  });

  test('nothing serves where one of them has nothing', () => {
    expect(functions((_, carries) => carries === 'requests')).toBeNull();
    expect(functions((_, carries) => carries === 'realtime')).toBeNull();
  });

  test('the cheapest of one is found whatever carries the other', () => {
    const part = (carries: Carries) => search.cheapestPart(carries, ({ architecture }) => architecture === 'x86');
    expect([part('requests')?.setting['front-door'], part('realtime')?.setting['front-door']]).toEqual(['function-url', 'websocket']);
    // A URL of $0.6866455078125; on x86 15,000 GB-s × $0.0000166667 = $0.2500005, and $0.40.
    expect(part('requests')?.cost.toFixed()).toBe('1.3366460078125');
    expect(search.cheapestPart('realtime', () => false)).toBeNull();
  });
});

describe('what is known already', () => {
  test('is not worked out again, and is asked of the workload as it is stated alone', () => {
    const known: KnownCost = ({ id }) => (id === 'http+cloudfront' ? decimal('0.5') : null);
    const { weighed, best } = searched(requests('1M', '4 KB'), { fixed: HTTP, known }).thorough();
    // The free plan states another workload: 1M × $1/M.
    expect(became(weighed, 'distribution').slice(1, 3)).toEqual([
      ['pay-as-you-go', '0.5'],
      ['free', '1'],
    ]);
    expect(best?.cost.toFixed()).toBe('0.5');
  });

  test('is not asked of what costs more in any case', () => {
    const asked: string[] = [];
    const known: KnownCost = ({ id }) => (asked.push(id), null);
    // Of a distribution the workload states the Pro plan, of $15; without one it costs $2.69.
    const text = `${TWO_MILLION}\nedge: { plan: pro }`;
    const cheapest = (fixed: Fixed) => searched(text, { fixed: { ...HTTP, ...fixed }, free: new Set(['distribution']), known }).cheapest();
    expect(cheapest({})?.cost.toFixed(2)).toBe('2.69');
    expect(asked).toEqual(['http']);
    expect(cheapest({ distribution: 'pro' })?.cost.toFixed(2)).toBe('17.00');
    expect(asked).toEqual(['http', 'http+cloudfront']);
  });

  test('is asked for each composition once', () => {
    const asked: string[] = [];
    const known: KnownCost = ({ id }) => (asked.push(id), null);
    const search = searched(TWO_MILLION, { known });
    const first = search.cheapest();
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
    const before = asked.length;
    expect(search.cheapest()?.cost.toFixed()).toBe(first?.cost.toFixed());
    expect(asked.length).toBe(before);
  });
});
