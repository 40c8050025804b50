/** Limits of several layers: by hand, and against a count in milliseconds that knows nothing of fractions. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf } from '../../src/money/fraction.ts';
import { LAYERS, limitsOf, meets } from '../../src/throttling/limits.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { drafts, weighed, type Draft } from './peaks.ts';

const number = (value: Parameters<typeof decimalOf>[0] | null | undefined) => (value ? decimalOf(value).toFixed() : null);
const peak = (rps: number, more: Draft = {}) => ({ requests: '0/s', peak: `${rps}/s`, peakLength: '10 s', ...more });

/** The same by brute force: a thousand times a second every bucket is refilled and every request asks its way through. */
function counted(draft: Draft): number {
  const workload = parseWorkload(JSON.stringify({ name: 'random', region: 'us-east-1', ...draft }), {});
  const { arrivals } = weighed(draft);
  const { flows, limits } = limitsOf('rest', workload);
  const [length, peakRate, others] = [arrivals.length, arrivals.peak, arrivals.others].map((one) => Number(number(one)));
  const burst = arrivals.burst && { length: Number(number(arrivals.burst.length)), requests: Number(number(arrivals.burst.requests)) };
  const step = 0.001;
  const buckets = LAYERS.flatMap((layer) => limits.filter((one) => one.layer === layer)).map((limit) => {
    const together = Number(limit.buckets.toFixed());
    const share = flows.filter((flow) => meets(flow, limit)).reduce((sum, flow) => sum + Number(number(flow.share)), 0);
    const before = Number(number(arrivals.mean)) * share + (limit.layer === 'account' ? (others as number) : 0);
    const isShut = limit.burst?.isZero() === true;
    const [rate, size] = [isShut ? 0 : Number(limit.rate.toFixed()) * together, Number(limit.burst?.toFixed() ?? 0) * together];
    return { limit, rate, size, tokens: before > rate ? 0 : size };
  });
  let refused = 0;
  for (let now = 0; now < (length as number) - step / 2; now += step) {
    const rate = burst && now < burst.length - step / 2 ? burst.requests / burst.length : (peakRate as number);
    const arriving = flows.map((flow) => rate * Number(number(flow.share)) * step);
    const passing = [...arriving];
    for (const bucket of buckets) {
      const met = flows.flatMap((flow, index) => (meets(flow, bucket.limit) ? [index] : []));
      const extra = bucket.limit.layer === 'account' ? (others as number) * step : 0;
      const offered = met.reduce((sum, index) => sum + (passing[index] as number), extra);
      const available = bucket.tokens + bucket.rate * step;
      const part = offered > available ? available / offered : 1;
      for (const index of met) passing[index] = (passing[index] as number) * part;
      bucket.tokens = Math.min(bucket.size, available - Math.min(offered, available));
    }
    refused += arriving.reduce((sum, one, index) => sum + one - (passing[index] as number), 0);
  }
  return refused;
}

test('a count in milliseconds agrees, to what a millisecond can hold', () => {
  fc.assert(
    fc.property(
      drafts.filter((draft) => Number.parseInt((draft['traffic'] as { peakLength: string }).peakLength, 10) <= 6),
      (draft) => {
        const exact = Number(number(weighed(draft).weighed.overPeak?.refused));
        // One step of the busiest rate for each of the four layers.
        const { burst, peak: rate } = draft['traffic'] as { burst?: { requests: number; length: string }; peak: string };
        const fastest = burst ? burst.requests / (Number.parseInt(burst.length, 10) / 1000) : Number.parseInt(rate, 10);
        expect(Math.abs(exact - counted(draft))).toBeLessThanOrEqual(1 + fastest * 0.001 * LAYERS.length);
      },
    ),
    { numRuns: 40 },
  );
});

describe('by hand', () => {
  test('the smallest limit for its share binds: 1,000 for a tenth of the traffic before 5,000 for all of it', () => {
    const { weighed: found } = weighed({
      traffic: peak(4000),
      throttling: { account: { rate: 5000 }, methods: [{ name: 'POST /orders', share: '25%', rate: 900, burst: 100 }] },
    });
    // 25% of 3,600 are the 900 that POST /orders allows; the account holds up to 5,000.
    expect(found.limits.map((one) => [one.limit.layer, number(one.holdsUpTo)])).toEqual([
      ['method', '3600'],
      ['account', '5000'],
    ]);
    expect(found.binding?.limit.method).toBe('POST /orders');
    // 1,000 come and 900 pass: the reserve of 100 lasts a second, then 100 of 4,000 are refused.
    expect([number(found.binding?.dryAt), number(found.lasting)]).toEqual(['1', '0.025']);
  });

  test('a method without a limit of its own has that of the stage, and a bucket to itself', () => {
    const { weighed: found } = weighed({
      traffic: peak(1000),
      throttling: {
        stage: { rate: 300 },
        methods: [
          { name: 'a', share: '25%' },
          { name: 'b', share: '50%', rate: 600 },
        ],
      },
    });
    // a: 250 of 300. b: 500 of its own 600. All others as one: 250 of 300. None throttles, though together they are 1,000.
    expect(number(found.lasting)).toBe('0');
    expect(found.limits.filter((one) => one.limit.origin === 'stage')).toHaveLength(2);
  });

  test('ten clients have ten buckets, and an HTTP API has none for clients', () => {
    const draft = {
      traffic: peak(1000),
      throttling: { clients: [{ name: 'free', clients: 10, share: '50%', rate: 20, burst: 30 }] },
    };
    // 500 from ten clients, 50 from each, 20 pass: 30 a second empty the bucket of 30 in a second; 300 of 1,000 are refused.
    const { weighed: rest } = weighed(draft);
    expect([number(rest.binding?.dryAt), number(rest.lasting)]).toEqual(['1', '0.3']);
    expect(number(weighed(draft, 'http').weighed.lasting)).toBe('0');
  });

  test('what a client is refused takes nothing of the account', () => {
    const draft = (rate: number) => ({
      traffic: peak(2000),
      throttling: { account: { rate: 1000 }, clients: [{ name: 'free', clients: 1, share: '50%', rate }] },
    });
    // The client's 1,000 become 200; with the other 1,000 that is 1,200 for 1,000 tokens: 1,000 of 2,000 pass.
    const { limits, lasting } = weighed(draft(200)).weighed;
    expect([number(lasting), ...limits.map((one) => number(one.refuses))]).toEqual(['0.5', '800', '200']);
  });

  test('others suffer with it: the account is shared in proportion', () => {
    const { weighed: found } = weighed({
      traffic: peak(9000),
      throttling: { account: { rate: 10_000, burst: 5000 }, accountUsedByOthers: 3000 },
    });
    // 12,000 for 10,000 tokens: a sixth is refused of both, after 5,000 / 2,000 = 2.5 s.
    expect([number(found.binding?.holdsUpTo), number(found.binding?.dryAt)]).toEqual(['7000', '2.5']);
    expect([number(found.lasting), number(found.othersLasting)]).toEqual(['0.166666666667', '0.166666666667']);
  });

  test('a Region that AWS does not speak of has no limit that is known, never 10,000', () => {
    const workload = parseWorkload('name: a\nregion: xx-new-1\ntraffic: { requests: 1M, peak: 1/s }', {});
    const { limits, unknown } = limitsOf('rest', workload);
    expect(limits).toEqual([]);
    expect(unknown.map((one) => one.field)).toEqual(['throttling.account']);
  });

  test('a load balancer throttles nothing', () => {
    const workload = parseWorkload('name: a\nregion: us-east-1\ntraffic: { requests: 1M, peak: 1M/s }', {});
    expect(limitsOf('alb', workload).limits).toEqual([]);
  });
});

describe('preflights, which carry no API key', () => {
  test('take nothing of the limit of a client, and all the same of that of the account', () => {
    const found = weighed({
      traffic: peak(10, { fates: { preflight: '50%' } }),
      throttling: { clients: [{ name: 'web', clients: '1', share: '100%', rate: '6 rps', burst: '6' }] },
    }).weighed;
    // 5 of 10 meet 6, which hold up to 12.
    expect(found.limits.map((one) => [one.limit.layer, number(one.arriving), number(one.holdsUpTo), number(one.refuses)])).toEqual([
      ['client', '5', '12', '0'],
      ['account', '10', '10000', '0'],
    ]);
  });
});
