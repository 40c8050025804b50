// Limits, plans, quotas, connects and retries, each figure by hand: at what is allowed, one below it and one above.
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/money/decimal.ts';
import { decimalOf, fraction, NONE, WHOLE, type Fraction } from '../../src/money/fraction.ts';
import { cascade, FOLLOWED_SECONDS } from '../../src/throttling/cascade.ts';
import { connectsOf } from '../../src/throttling/connects.ts';
import { limitsOf, meets } from '../../src/throttling/limits.ts';
import { partsFor, proportionally, ticksUntil } from '../../src/throttling/parts.ts';
import { planQuotas } from '../../src/throttling/plan-quotas.ts';
import { delayBefore, policiesToCompare, type RetryPolicy } from '../../src/throttling/retries.ts';
import { lasting, merged, requestsUntil, scaled, shareOf, throttle, type Stream } from '../../src/throttling/stream.ts';
import { takes, throttlingOf } from '../../src/throttling/throttling.ts';
import { waits } from '../../src/throttling/waits.ts';
import { bucketOf, peakStream, weigh } from '../../src/throttling/weigh.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { journey } from '../hops/metered.ts';

const whole = (value: number) => fraction(BigInt(value));
const number = (value: Fraction | null | undefined) => (value ? decimalOf(value).toFixed() : null);
const stream = (...pieces: readonly (readonly [from: number, rate: number])[]): Stream =>
  pieces.map(([from, rate]) => ({ from: whole(from), rate: whole(rate) }));
const written = (pieces: Stream) => pieces.map(({ from, rate }) => `${number(from)}: ${number(rate)}`);
const read = (yaml: string, region = 'us-east-1') => parseWorkload(`name: a\nregion: ${region}\n${yaml}`, {});

describe('a bucket', () => {
  const passed = (arriving: Stream, rate: number, burst: number, tokens = burst) => {
    const { passed: found, dryAt } = throttle([arriving], { rate: whole(rate), burst: whole(burst), tokens: whole(tokens) });
    return [...written(found[0] ?? []), `dry ${number(dryAt)}`];
  };
  test('lets all pass up to its rate, and one more only while it lasts', () => {
    expect(passed(stream([0, 99]), 100, 0)).toEqual(['0: 99', 'dry null']);
    expect(passed(stream([0, 100]), 100, 0)).toEqual(['0: 100', 'dry null']);
    expect(passed(stream([0, 101]), 100, 0)).toEqual(['0: 100', 'dry 0']);
    expect(passed(stream([0, 101]), 100, 10)).toEqual(['0: 101', '10: 100', 'dry 10']);
  });
  test('that is empty at the very end of a piece refuses nothing in it', () => {
    expect(passed(stream([0, 110], [5, 100]), 100, 50)).toEqual(['0: 110', '5: 100', 'dry null']);
    expect(passed(stream([0, 110], [6, 100]), 100, 50)).toEqual(['0: 110', '5: 100', 'dry 5']);
    // Empty at 5, and dry at once when more comes.
    expect(passed(stream([0, 110], [5, 120]), 100, 50)).toEqual(['0: 110', '5: 100', 'dry 5']);
  });
  test('is filled up by what does not come, and no further than its size', () => {
    expect(passed(stream([0, 110], [5, 90], [8, 110]), 100, 50)).toEqual(['0: 110', '5: 90', '8: 110', '11: 100', 'dry 11']);
    expect(passed(stream([0, 0], [100, 110]), 100, 50, 0)).toEqual(['0: 0', '100: 110', '105: 100', 'dry 105']);
    expect(passed(stream([0, 110]), 100, 50, 20)).toEqual(['0: 110', '2: 100', 'dry 2']);
  });
  test('shared by two refuses each its part', () => {
    const { passed: found } = throttle([stream([0, 90]), stream([0, 30])], { rate: whole(100), burst: NONE, tokens: NONE });
    expect(found.map(written)).toEqual([['0: 75'], ['0: 25']]);
  });
});

describe('streams', () => {
  const some = stream([0, 10], [5, 20]);
  test('are counted, scaled, merged and followed to their end', () => {
    expect([0, 4, 5, 6, 10].map((end) => number(requestsUntil(some, whole(end))))).toEqual(['0', '40', '50', '70', '150']);
    expect(written(scaled(some, fraction(1n, 2n)))).toEqual(['0: 5', '5: 10']);
    expect(written(merged([some, stream([0, 1], [3, 2], [5, 0])]))).toEqual(['0: 11', '3: 12', '5: 20']);
    expect(written(merged([stream([0, 10], [5, 20]), stream([0, 20], [5, 10])]))).toEqual(['0: 30']);
    expect([number(lasting(some)), number(lasting([]))]).toEqual(['20', '0']);
    expect([number(shareOf(whole(1), whole(4))), number(shareOf(whole(1), NONE))]).toEqual(['0.25', '0']);
  });
});

describe('limits', () => {
  const lines = (frontDoor: Parameters<typeof limitsOf>[0], yaml: string, region = 'us-east-1') => {
    const { limits, flows, unknown } = limitsOf(frontDoor, read(`traffic: { requests: 1M }\nthrottling: ${yaml}`, region));
    return {
      limits: limits.map(
        (one) =>
          `${one.layer} ${one.plan ?? '-'} ${one.method ?? '-'} ${one.rate.toFixed()}/${one.burst?.toFixed()} × ${one.buckets.toFixed()} ${one.origin}`,
      ),
      flows: flows.map((one) => `${one.plan ?? '-'} ${one.method ?? '-'} ${number(one.share)}`),
      unknown,
    };
  };
  const ALL =
    '{ stage: { rate: 50, burst: 5 }, methods: [{ name: a, share: 20%, rate: 30, burst: 3 }, { name: b, share: 30% }, { name: c, share: 0%, rate: 1, burst: 1 }], clients: [{ name: gold, clients: 4, share: 40%, rate: 20, burst: 2, methods: [{ name: a, rate: 10, burst: 1 }] }, { name: free, clients: 9, share: 10% }, { name: none, clients: 1, share: 0%, rate: 1, burst: 1 }] }';

  test('stand in their layers; of a share of nothing there is none', () => {
    expect(lines('rest', ALL)).toEqual({
      limits: [
        'client-method gold a 10/1 × 4 stated',
        'client gold - 20/2 × 4 stated',
        'method - a 30/3 × 1 stated',
        'method - b 50/5 × 1 stage',
        'method - - 50/5 × 1 stage',
        'account - - 10000/5000 × 1 region',
      ],
      flows: ['gold a 0.08', 'gold b 0.12', 'gold - 0.2', 'free a 0.02', 'free b 0.03', 'free - 0.05', '- a 0.1', '- b 0.15', '- - 0.25'],
      unknown: [],
    });
  });
  test('of an HTTP API are none for clients', () => {
    expect(lines('http', ALL)).toMatchObject({
      limits: ['method - a 30/3 × 1 stated', 'method - b 50/5 × 1 stage', 'method - - 50/5 × 1 stage', 'account - - 10000/5000 × 1 region'],
      flows: ['- a 0.2', '- b 0.3', '- - 0.5'],
    });
  });
  test('that leave nothing over have no other part', () => {
    expect(lines('rest', '{ methods: [{ name: a, share: 60% }, { name: b, share: 40% }] }')).toMatchObject({
      limits: ['account - - 10000/5000 × 1 region'],
      flows: ['- a 0.6', '- b 0.4'],
    });
  });
  test('of the account are stated, or the default of the Region, or unknown', () => {
    expect(lines('rest', '{ account: { rate: 7, burst: 8 } }', 'xx-new-1').limits).toEqual(['account - - 7/8 × 1 stated']);
    expect(lines('rest', '{}', 'eu-south-2').limits).toEqual(['account - - 2500/1250 × 1 region']);
    expect(lines('websocket', '{}', 'xx-new-1')).toMatchObject({
      limits: [],
      unknown: [
        {
          layer: 'account',
          field: 'throttling.account',
          because: 'AWS lists the Regions with a lower default, and its list may be older than this Region',
        },
      ],
    });
  });
  test.each(['alb', 'function-url'] as const)('%s has none', (frontDoor) => {
    expect(lines(frontDoor, ALL)).toEqual({ limits: [], flows: ['- - 1'], unknown: [] });
  });
  test('are met by their own plan and method only', () => {
    const limit = { plan: 'p', method: 'm', rate: decimal('1'), burst: decimal('1'), buckets: decimal('1'), origin: 'stated' } as const;
    const flow = (plan: string | null, method: string | null) => ({ plan, method, share: WHOLE });
    const met = (layer: 'account' | 'method' | 'client' | 'client-method') =>
      [flow('p', 'm'), flow('p', 'x'), flow('x', 'm'), flow(null, null)].map((one) => meets(one, { ...limit, layer }));
    expect(met('account')).toEqual([true, true, true, true]);
    expect(met('method')).toEqual([true, false, true, false]);
    expect(met('client')).toEqual([true, true, false, false]);
    expect(met('client-method')).toEqual([true, false, false, false]);
  });
  test('have a bucket for each client, together, and an empty one where more than it refills comes before the peak', () => {
    const limit = {
      layer: 'client',
      plan: 'p',
      method: null,
      rate: decimal('10'),
      burst: decimal('5'),
      buckets: decimal('3'),
      origin: 'stated',
    } as const;
    const at = (before: number) => {
      const { rate, burst, tokens } = bucketOf(limit, whole(before));
      return [rate, burst, tokens].map(number);
    };
    expect([at(29), at(30), at(31)]).toEqual([
      ['30', '15', '15'],
      ['30', '15', '15'],
      ['30', '15', '0'],
    ]);
  });
});

describe('a peak', () => {
  const limits = (yaml: string) => limitsOf('rest', read(`traffic: { requests: 1M }\nthrottling: ${yaml}`));
  const none = { mean: NONE, burst: null, others: NONE, length: null };

  test('of a busiest moment begins with it', () => {
    const burst = { requests: whole(50), length: whole(2) };
    expect(written(peakStream({ ...none, peak: whole(10), burst }))).toEqual(['0: 25', '2: 10']);
    expect(written(peakStream({ ...none, peak: whole(10) }))).toEqual(['0: 10']);
  });

  test('is weighed layer by layer, and counted over its length and its busiest moment', () => {
    const arrivals = { ...none, peak: whole(200), length: whole(10), burst: { requests: whole(600), length: whole(2) }, others: whole(50) };
    const found = weigh(limits('{ account: { rate: 150, burst: 100 }, methods: [{ name: a, share: 50%, rate: 80 }] }'), arrivals);
    // a: 150, then 100 a second for 80 tokens. The account: 80 + 150 (100), and 50 of others, for 150.
    expect(
      found.limits.map((one) => [
        one.limit.layer,
        number(one.share),
        number(one.arriving),
        number(one.holdsUpTo),
        number(one.dryAt),
        number(one.refuses),
      ]),
    ).toEqual([
      ['method', '0.5', '100', '160', '0', '20'],
      ['account', '1', '200', '100', '0.769230769231', '62.608695652174'],
    ]);
    expect(found.binding?.limit.layer).toBe('account');
    // In the end 180 and 50 for 150: the 180 get 117.39, the 50 get 32.61.
    expect([number(found.lasting), number(found.othersLasting)]).toEqual(['0.413043478261', '0.347826086957']);
    expect([number(found.overBurst?.requests), number(found.overPeak?.requests)]).toEqual(['600', '2200']);
  });

  test('is bound by what holds least, of equals the first; without limits by nothing', () => {
    const at = weigh(limits('{ account: { rate: 100 }, stage: { rate: 100 } }'), { ...none, peak: whole(100) });
    expect([at.binding?.limit.layer, number(at.lasting), at.overPeak, at.overBurst]).toEqual(['method', '0', null, null]);
    const free = weigh(limitsOf('alb', read('traffic: { requests: 1M }')), { ...none, peak: whole(100) });
    expect([free.limits, free.binding, number(free.lasting)]).toEqual([[], null, '0']);
    const taken = weigh(limits('{ account: { rate: 100 } }'), { ...none, peak: whole(1), others: whole(200) });
    expect(number(taken.binding?.holdsUpTo)).toBe('0');
  });
});

describe('the quota of a plan', () => {
  const quota = (amount: string, requests = '10/s', more = '') => {
    const workload = read(
      `traffic: { requests: ${requests} }\nthrottling: { clients: [{ name: p, clients: 5, share: 50%, quota: ${amount} }${more}] }`,
    );
    return planQuotas(workload, decimal('730')).map((one) => [
      one.plan,
      one.per,
      number(one.sends),
      number(one.used),
      number(one.refused),
      number(one.refusedOfAll),
    ]);
  };
  // Half of 10 a second by five clients is one a second of each: 86,400 a day.
  test.each([
    ['86401/day', ['0.99998842606', '0', '0']],
    ['86400/day', ['1', '0', '0']],
    ['43200/day', ['2', '0.5', '0.25']],
  ])('%s', (amount, expected) => {
    expect(quota(amount)).toEqual([['p', 'day', '86400', ...expected]]);
  });
  test('may be of a week or a month', () => {
    expect(quota('604800/week')[0]?.slice(1, 4)).toEqual(['week', '604800', '1']);
    expect(quota('2628000/month')[0]?.slice(1, 4)).toEqual(['month', '2628000', '1']);
  });
  test('is compared with plans that are there and have one, and of no requests is unused', () => {
    expect(quota('1/day', '10/s', ', { name: q, clients: 1, share: 0%, quota: 1/day }, { name: r, clients: 1, share: 10% }')).toHaveLength(
      1,
    );
    expect(quota('1/day', '0')[0]?.slice(2)).toEqual(['0', '0', '0', '0']);
    expect(planQuotas(read('realtime: { connections: 1 }'), decimal('730'))).toEqual([]);
    expect(planQuotas(read('traffic: { requests: 1 }'), decimal('730'))).toEqual([]);
  });
});

describe('connects', () => {
  const rates = { inbound: NONE, callbacks: NONE, connects: whole(7), open: whole(10_000) };
  const found = (stated?: string, region = 'us-east-1') => {
    const one = connectsOf(rates, region, stated === undefined ? undefined : decimal(stated));
    return one && [number(one.perSecond), one.limit.toFixed(), one.origin, number(one.allBackIn)];
  };
  test('have a limit of 500 a second, or what is stated', () => {
    expect(found()).toEqual(['7', '500', 'region', '20']);
    expect(found('1000')).toEqual(['7', '1000', 'stated', '10']);
    expect(found('0')).toEqual(['7', '0', 'stated', null]);
  });
});

describe('how clients retry', () => {
  const policies = (retries: string | null) =>
    policiesToCompare(
      retries === null ? undefined : read(`traffic: { requests: 1 }\nthrottling: { retries: ${retries} }`).throttling?.retries,
    ).map(
      ({ policy, stated }) =>
        `${policy.attempts} ${policy.backoff} ${policy.jitter} ${policy.delay.toFixed()} ${policy.longestDelay.toFixed()}${stated ? ' stated' : ''}`,
    );

  test('is, unless it is said, what AWS SDKs do: three attempts, a second at first, twenty at most', () => {
    const standard = ['1 none none 1000 20000', '3 none none 1000 20000', '3 exponential none 1000 20000', '3 exponential full 1000 20000'];
    expect(policies(null)).toEqual(standard);
    expect(policies('{}')).toEqual([...standard.slice(0, 3), '3 exponential full 1000 20000 stated']);
    expect(policies('{ attempts: 1 }')).toEqual(['1 none none 1000 20000 stated', ...standard.slice(1)]);
  });
  test('is compared with others of its own attempts and delays', () => {
    expect(policies('{ attempts: 5, backoff: none, jitter: none, delay: 200 ms }')).toEqual([
      '1 none none 200 20000',
      '5 none none 200 20000 stated',
      '5 exponential none 200 20000',
      '5 exponential full 200 20000',
    ]);
    expect(policies('{ attempts: 2, backoff: none, jitter: full }')).toEqual([
      '1 none none 1000 20000',
      '2 none none 1000 20000',
      '2 none full 1000 20000 stated',
      '2 exponential none 1000 20000',
      '2 exponential full 1000 20000',
    ]);
    expect(policies('{ attempts: 2, jitter: none }')[2]).toBe('2 exponential none 1000 20000 stated');
  });
  test.each([
    ['19999 ms', '20000'],
    ['20000 ms', '20000'],
    ['20001 ms', '20001'],
  ])('a first delay of %s waits at most %s ms', (delay, longest) => {
    expect(policies(`{ delay: ${delay} }`)[3]).toBe(`3 exponential full ${Number.parseInt(delay, 10)} ${longest} stated`);
  });
  test('waits as long as is said at most', () => {
    expect(policies('{ delay: 5 s, longestDelay: 6 s }')[3]).toBe('3 exponential full 5000 6000 stated');
  });

  const policy: RetryPolicy = { attempts: 9, backoff: 'exponential', jitter: 'none', delay: decimal('300'), longestDelay: decimal('1200') };
  test('doubles the delay up to the longest, and no further', () => {
    expect([1, 2, 3, 4, 65, 66, 500].map((retry) => delayBefore(retry, policy).toFixed())).toEqual([
      '300',
      '600',
      '1200',
      '1200',
      '1200',
      '1200',
      '1200',
    ]);
    expect([1, 2, 9].map((retry) => delayBefore(retry, { ...policy, backoff: 'none' }).toFixed())).toEqual(['300', '300', '300']);
  });
});

describe('waits', () => {
  const due = (delay: string, jitter: 'none' | 'full', steps: number, ...added: readonly (readonly [tick: number, count: number])[]) => {
    const waiting = waits(decimal(delay), jitter, steps);
    return Array.from({ length: steps }, (_, tick) => {
      const now = waiting.due(tick);
      for (const [at, count] of added) if (at === tick) waiting.add(at, count);
      return now;
    });
  };
  test('end after the delay, in whole steps of 100 ms and at least one', () => {
    expect(due('300', 'none', 6, [0, 7])).toEqual([0, 0, 0, 7, 0, 0]);
    expect(due('301', 'none', 6, [0, 7])).toEqual([0, 0, 0, 0, 7, 0]);
    expect(due('0', 'none', 3, [0, 7])).toEqual([0, 7, 0]);
    expect(due('100', 'none', 5, [0, 7], [1, 2], [2, 0])).toEqual([0, 7, 2, 0, 0]);
  });
  test('with jitter are spread evenly, what does not divide to the first', () => {
    expect(due('300', 'full', 6, [0, 9])).toEqual([0, 3, 3, 3, 0, 0]);
    expect(due('300', 'full', 6, [0, 11])).toEqual([0, 4, 4, 3, 0, 0]);
    expect(due('300', 'full', 6, [1, 2])).toEqual([0, 0, 1, 1, 0, 0]);
    expect(due('200', 'full', 5, [0, 4], [1, 4])).toEqual([0, 2, 4, 2, 0]);
  });
  test('that end after the play are not played', () => {
    expect(due('300', 'none', 3, [0, 7])).toEqual([0, 0, 0]);
    expect(due('300', 'full', 3, [1, 9])).toEqual([0, 0, 3]);
  });
});

describe('parts', () => {
  test('are dealt out in proportion, one after the other, and add up', () => {
    const deal = proportionally(10, 30);
    expect([deal(10), deal(10), deal(0), deal(10)]).toEqual([3, 3, 0, 4]);
    const none = proportionally(0, 30);
    expect([none(10), none(20)]).toEqual([0, 0]);
    const all = proportionally(30, 30);
    expect([all(10), all(20)]).toEqual([10, 20]);
    // Too large for a double to be sure: 2^53 − 1 of 2^53 − 1, and a third of it.
    const large = proportionally(9_007_199_254_740_991, 9_007_199_254_740_990 + 1);
    expect(large(9_007_199_254_740_991)).toBe(9_007_199_254_740_991);
    const third = proportionally(9_007_199_254_740_990, 9_007_199_254_740_991);
    expect(third(3_002_399_751_580_331)).toBe(Number((9_007_199_254_740_990n * 3_002_399_751_580_331n) / 9_007_199_254_740_991n));
  });
  test('are sent step by step, rounded as a running total', () => {
    const parts = partsFor(whole(100));
    const tick = parts.perTick(stream([0, 1], [1, 5]));
    const sent = Array.from({ length: 12 }, (_, index) => tick(index));
    expect(sent).toEqual([...Array.from({ length: 10 }, () => 100_000), 500_000, 500_000]);
    const thirds = partsFor(whole(1)).perTick([{ from: NONE, rate: fraction(1n, 3_000_000n) }]);
    expect(Array.from({ length: 60 }, (_, index) => thirds(index)).reduce((sum, one) => sum + one, 0)).toBe(2);
    expect([parts.of(whole(7)), parts.of(whole(1000)), parts.of(fraction(1n, 3n))]).toEqual([7_000_000, 100_000_000, 333_333]);
    expect(parts.requests(1_500_000).toFixed()).toBe('1.5');
    expect(
      partsFor(fraction(10n ** 18n))
        .requests(3)
        .toFixed(),
    ).toBe('300000');
  });
  test('steps begin before a moment', () => {
    expect([NONE, fraction(1n, 100n), fraction(1n, 10n), fraction(11n, 100n), whole(2)].map(ticksUntil)).toEqual([0, 1, 1, 2, 20]);
  });
});

describe('a cascade', () => {
  const load = (peak: number, seconds: number, rate: number, more: { mean?: number; size?: number; others?: number } = {}) => {
    const { mean = 0, size = 0, others = 0 } = more;
    return {
      fresh: stream([0, peak], [seconds, mean]),
      length: whole(seconds),
      others: whole(others),
      bucket: { rate: whole(rate), burst: whole(size), tokens: whole(size) },
    };
  };
  const NEVER: RetryPolicy = { attempts: 1, backoff: 'none', jitter: 'none', delay: decimal('1000'), longestDelay: decimal('20000') };
  const gist = (...given: Parameters<typeof cascade>) => {
    const { seconds, recoveredAfter, ...rest } = cascade(...given);
    const amounts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value.toFixed()]));
    return {
      seconds: seconds.map((one) => [one.fresh, one.retries, one.accepted, one.throttled].map((value) => value.toFixed()).join(' ')),
      recoveredAfter: recoveredAfter?.toFixed() ?? null,
      ...(amounts as Record<Exclude<keyof ReturnType<typeof cascade>, 'seconds' | 'recoveredAfter'>, string>),
    };
  };

  test('without retries gives up what is over', () => {
    expect(gist(load(150, 2, 100), NEVER)).toEqual({
      seconds: ['150 0 100 50', '150 0 100 50'],
      highest: '150',
      highestFresh: '150',
      amplification: '1',
      atEnd: '150',
      fresh: '300',
      attempts: '300',
      accepted: '200',
      givenUp: '100',
      waiting: '0',
      recoveredAfter: '0',
    });
  });

  test('with a retry after a second, comes on top, and is followed until nobody waits', () => {
    // 200 for 100 tokens; 100 come back and are 300 for 100: 200 refused, of which a third were retries. Then the 133 first
    // attempts come back alone, and 33 of them are refused for good.
    expect(gist(load(200, 2, 100), { ...NEVER, attempts: 2 })).toEqual({
      seconds: ['200 0 100 100', '200 100 100 200', '0 133.33333 100 33.33333'],
      highest: '300',
      highestFresh: '200',
      amplification: '1.5',
      atEnd: '300',
      fresh: '400',
      attempts: '633.33333',
      accepted: '300',
      givenUp: '100',
      waiting: '0',
      recoveredAfter: '1',
    });
  });

  test('is calm again when what lasts is not over the limit', () => {
    expect(gist(load(150, 1, 100, { mean: 100 }), NEVER).recoveredAfter).toBe('0');
    expect(gist(load(150, 1, 100, { mean: 101 }), NEVER).recoveredAfter).toBeNull();
    expect(gist(load(150, 1, 100, { mean: 90, others: 10 }), NEVER).recoveredAfter).toBe('0');
    expect(gist(load(150, 1, 100, { mean: 90, others: 11 }), NEVER).recoveredAfter).toBeNull();
  });

  test('starts from what the bucket holds, and shares with others', () => {
    expect(gist(load(150, 1, 100, { size: 50 }), NEVER).givenUp).toBe('0');
    expect(gist(load(150, 1, 100, { size: 49 }), NEVER).givenUp).toBe('1');
    // 150 and 50 for 100: half of each is refused.
    expect(gist(load(150, 1, 100, { others: 50 }), NEVER).givenUp).toBe('75');
  });

  test('of no requests plays nothing, and is followed for five minutes at most', () => {
    expect(gist(load(0, 1, 100), NEVER)).toMatchObject({ highest: '0', amplification: '1', attempts: '0', recoveredAfter: '0' });
    expect(FOLLOWED_SECONDS).toBe(300);
    const endless = cascade(load(200, 1, 0), { ...NEVER, attempts: 50, delay: decimal('30000'), longestDelay: decimal('30000') });
    expect([endless.seconds.length, endless.waiting.toFixed(), endless.recoveredAfter]).toEqual([301, '200', null]);
  });
});

describe('what limits do to a workload', () => {
  const REST = 'traffic: { requests: 2628000/month, peak: 200/s, peakLength: 10 s }';
  const found = (candidate: string, yaml: string, beside = NONE) => throttlingOf(journey(candidate, yaml), beside);

  test('of what arrives past a distribution', () => {
    const one = found('rest+cloudfront', `${REST}\nedge: { hitRatio: 75% }\nthrottling: { account: { rate: 40 } }`);
    expect([
      number(one.reach),
      number(one.sent),
      number(one.arrivals?.peak),
      number(one.arrivals?.length),
      number(one.weighed?.lasting),
      one.frontDoor,
    ]).toEqual(['0.25', '200', '50', '10', '0.2', 'rest']);
    expect([number(takes(one)), one.unknown, one.open.map(({ field }) => field)]).toEqual(['50', [], ['throttling.account.burst']]);
  });

  test('beside what others take, stated or of the same file', () => {
    const yaml = `${REST}\nthrottling: { account: { rate: 300 }, accountUsedByOthers: 60 }`;
    expect([number(found('rest', yaml).arrivals?.others), number(found('rest', yaml, whole(40)).arrivals?.others)]).toEqual(['60', '100']);
    expect(number(found('rest', REST).arrivals?.others)).toBe('0');
  });

  test('hints at a share that is throttled, if such a peak comes once a day', () => {
    // 730 ÷ 24 days of 2,000 requests, of which 100 of 200 a second are refused; 2,628,000 in a month.
    const limit = 'throttling: { account: { rate: 100 } }';
    const { hint } = found('rest', `${REST}\n${limit}`);
    expect([number(hint?.onceADay), number(hint?.byQuotas)]).toEqual(['0.011574074074', '0']);
    expect(found('rest', `${REST}\nthrottling: { account: { rate: 200 } }`).hint).toBeNull();
    expect(
      found('rest', `traffic: { requests: 2628000/month, peak: 200/s, peakLength: 10 s, fates: { throttled: 1% } }\n${limit}`).hint,
    ).toBeNull();
    expect(found('rest', `traffic: { requests: 2628000/month, peak: 200/s }\n${limit}`).hint).toEqual({ onceADay: null, byQuotas: NONE });
    // Peaks of more than there are in a month say nothing.
    expect(found('rest', `traffic: { requests: 60000/month, peak: 200/s, peakLength: 10 s }\n${limit}`).hint?.onceADay).toBeNull();
    const quotas = found('rest', `${REST}\nthrottling: { clients: [{ name: p, clients: 1, share: 100%, quota: 1314000/month }] }`);
    expect([quotas.hint?.onceADay, number(quotas.hint?.byQuotas)]).toEqual([null, '0.5']);
  });

  test('asks for what would say more', () => {
    const fields = (candidate: string, yaml: string) => found(candidate, yaml).open.map((one) => one.field);
    expect(fields('rest', 'traffic: { requests: 1M }')).toEqual(['traffic.peak']);
    expect(fields('alb', 'traffic: { requests: 1M }')).toEqual([]);
    expect(fields('rest', 'traffic: { requests: 1M, peak: 200/s }\nthrottling: { account: { rate: 100 } }')).toEqual([
      'traffic.peakLength',
      'throttling.account.burst',
    ]);
    expect(fields('rest', 'traffic: { requests: 1M, peak: 100/s }\nthrottling: { account: { rate: 100 } }')).toEqual([
      'throttling.account.burst',
    ]);
    expect(fields('websocket', 'realtime: { connections: 1 }')).toEqual([]);
    const elsewhere = parseWorkload('name: a\nregion: xx-new-1\ntraffic: { requests: 1M, peak: 1/s }', {});
    const { month } = journey('rest', 'traffic: { requests: 1M, peak: 1/s }');
    expect(
      throttlingOf({ ...journey('rest', 'traffic: { requests: 1M, peak: 1/s }'), month: { ...month, workload: elsewhere } }, NONE).open.map(
        (one) => one.field,
      ),
    ).toEqual(['throttling.account']);
  });

  test('says what it assumes', () => {
    const assumed = (candidate: string, yaml: string) => found(candidate, yaml).assumptions;
    const peak = 'traffic: { requests: 1M, peak: 200/s }';
    expect(assumed('rest', `${peak}`)).toEqual(['throttle-best-effort', 'throttle-every-request']);
    expect(assumed('alb', peak)).toEqual([]);
    expect(assumed('rest', 'traffic: { requests: 1M }')).toEqual([]);
    expect(assumed('rest', `${peak}\nthrottling: { account: { rate: 100 } }`)).toEqual([
      'throttle-best-effort',
      'throttle-every-request',
      'retries-simulated',
      'mean-around-peak',
      'peak-60s',
      'retries-as-sdk',
    ]);
    expect(
      assumed(
        'rest',
        'traffic: { requests: 1M, peak: 200/s, peakLength: 5 s, burst: { requests: 300, length: 1 s } }\nthrottling: { account: { rate: 100 }, stage: { rate: 100 }, clients: [{ name: p, clients: 1, share: 10%, rate: 1, burst: 1, quota: 1/day }], retries: { attempts: 2, backoff: none, jitter: none, delay: 1 s } }',
      ),
    ).toEqual([
      'throttle-best-effort',
      'throttle-every-request',
      'throttle-order',
      'throttle-one-method',
      'throttle-clients-alike',
      'throttle-burst-first',
      'quota-evenly',
      'retries-simulated',
      'mean-around-peak',
    ]);
    const unsaid = (retries: string) =>
      assumed('rest', `${peak}\nthrottling: { account: { rate: 100 }, retries: ${retries} }`).includes('retries-as-sdk');
    expect(unsaid('{ attempts: 2, backoff: exponential, jitter: none, delay: 1 s, longestDelay: 2 s }')).toBe(false);
    expect(unsaid('{ attempts: 2, backoff: exponential, jitter: none, delay: 1 s }')).toBe(true);
    expect(unsaid('{ attempts: 1 }')).toBe(true);
    expect(unsaid('{ attempts: 2, jitter: none, delay: 1 s, longestDelay: 2 s }')).toBe(true);
  });

  test('of a WebSocket API is of what it sends; plans and methods are not for it', () => {
    const one = found(
      'websocket',
      'realtime: { connections: 720, inbound: { rate: 2/s }, outbound: { rate: 1/s } }\nthrottling: { account: { rate: 1000 } }',
    );
    expect([
      number(one.sent),
      number(one.weighed?.lasting),
      one.retries,
      one.hint,
      number(one.connects?.perSecond),
      number(takes(one)),
    ]).toEqual(['2160', '0.537037037037', null, null, '0.1', '2160']);
    expect(one.assumptions).toEqual(['throttle-best-effort']);
    expect(found('rest', REST).connects).toBeNull();
    const both = `${REST}\nrealtime: { connections: 1 }\nthrottling: { account: { rate: 5, burst: 6 }, newConnections: 9, stage: { rate: 1, burst: 1 }, clients: [{ name: p, clients: 1, share: 10%, rate: 1, burst: 1 }] }`;
    expect(found('websocket', both).weighed?.limits.map((each) => each.limit.layer)).toEqual(['account']);
    expect(found('websocket', both).connects?.limit.toFixed()).toBe('9');
  });

  test('an HTTP API has no plans, which is said; a load balancer takes nothing of the account', () => {
    const plans = `${REST}\nthrottling: { clients: [{ name: p, clients: 1, share: 10%, rate: 1, burst: 1, quota: 1/day }] }`;
    expect([found('http', plans).withoutPlans, found('rest', plans).withoutPlans, found('http', REST).withoutPlans]).toEqual([
      true,
      false,
      false,
    ]);
    expect([found('http', plans).quotas.length, found('rest', plans).quotas.length]).toEqual([0, 1]);
    const none = `${REST}\nthrottling: { clients: [{ name: p, clients: 1, share: 0%, rate: 1, burst: 1 }] }`;
    expect(found('http', none).withoutPlans).toBe(false);
    expect(number(takes(found('alb', REST)))).toBe('0');
    expect(number(takes(found('rest', 'traffic: { requests: 1 }')))).toBe('0');
  });

  test('plays retries at the limit that binds, as long as the peak is, or a minute, or five', () => {
    const play = (traffic: string, throttling: string) => {
      const { retries } = found('rest', `traffic: { requests: 0, ${traffic} }\nthrottling: ${throttling}`);
      return (
        retries && [
          retries.at.limit.layer,
          number(retries.length),
          retries.lengthIs,
          retries.played.length,
          retries.played[0]?.fresh.toFixed(),
        ]
      );
    };
    const account = '{ account: { rate: 100 } }';
    expect(play('peak: 200/s, peakLength: 299 s', account)).toEqual(['account', '299', 'stated', 4, '59800']);
    expect(play('peak: 200/s, peakLength: 300 s', account)).toEqual(['account', '300', 'stated', 4, '60000']);
    expect(play('peak: 200/s, peakLength: 301 s', account)).toEqual(['account', '300', 'cut', 4, '60000']);
    expect(play('peak: 200/s', account)).toEqual(['account', '60', 'assumed', 4, '12000']);
    expect(play('peak: 100/s', account)).toBeNull();
    expect(play('peak: 200/s, peakLength: 0 s', account)).toBeNull();
    // Dry after ten seconds of a peak of ten: nothing is refused in it.
    expect(play('peak: 110/s, peakLength: 10 s', '{ account: { rate: 100, burst: 100 } }')).toBeNull();
    expect(play('peak: 110/s, peakLength: 11 s', '{ account: { rate: 100, burst: 100 } }')).toEqual(['account', '11', 'stated', 4, '1210']);
    // The stage binds with 150; the account is dry as well, and the method's share of all is all.
    expect(play('peak: 400/s, peakLength: 5 s', '{ account: { rate: 300 }, stage: { rate: 150 } }')?.[0]).toBe('method');
    // Half of it meets the method: 100 a second for five seconds.
    expect(play('peak: 200/s, peakLength: 5 s', '{ methods: [{ name: a, share: 50%, rate: 60 }] }')).toEqual([
      'method',
      '5',
      'stated',
      4,
      '500',
    ]);
  });
});
