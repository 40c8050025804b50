/**
 * The fluid model of a bucket against single requests: each comes at its own moment, takes a whole token or is refused, all in
 * integers. They agree within one request, at the edges too: buckets of 0 and 1, rates of 0 and below one a second, lumps.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, ONE } from '../../src/money/decimal.ts';
import { decimalOf, fraction, minus, NONE, type Fraction } from '../../src/money/fraction.ts';
import type { Limit } from '../../src/throttling/limits.ts';
import { requestsUntil, throttle, type Stream } from '../../src/throttling/stream.ts';
import { bucketOf } from '../../src/throttling/weigh.ts';

/** Requests that come evenly for a while: `count` of them within `ticks`, of which a second has a hundred. */
interface Span {
  readonly count: number;
  readonly ticks: number;
}
const TICKS = 100n;

/** Requests that pass, one by one. A tick is divided so finely that every request and every refill falls on a whole number. */
function discrete(spans: readonly Span[], { rate, per, burst }: { rate: number; per: number; burst: number }): bigint {
  const fine = spans.reduce((all, { count }) => all * BigInt(Math.max(1, count)), 1n);
  const [token, size] = [TICKS * BigInt(per) * fine, TICKS * BigInt(per) * fine * BigInt(burst)];
  let [tokens, last, start, passed] = [size, 0n, 0n, 0n];
  for (const { count, ticks } of spans) {
    for (let index = 0n; index < BigInt(count); index += 1n) {
      const now = start + (index * BigInt(ticks) * fine) / BigInt(count);
      tokens += (now - last) * BigInt(rate);
      if (tokens > size) tokens = size;
      last = now;
      if (tokens < token) continue;
      tokens -= token;
      passed += 1n;
    }
    start += BigInt(ticks) * fine;
  }
  return passed;
}

function fluid(spans: readonly Span[], { rate, per, burst }: { rate: number; per: number; burst: number }): Fraction {
  let from = NONE;
  const stream: { from: Fraction; rate: Fraction }[] = [];
  for (const { count, ticks } of spans) {
    stream.push({ from, rate: fraction(BigInt(count) * TICKS, BigInt(ticks)) });
    from = minus(from, fraction(-BigInt(ticks), TICKS));
  }
  const limit: Limit = {
    layer: 'method',
    plan: null,
    method: null,
    rate: decimal(String(rate)).div(String(per)),
    burst: decimal(String(burst)),
    buckets: ONE,
    origin: 'stated',
  };
  const [passed] = throttle([stream as Stream], bucketOf(limit, NONE)).passed;
  return requestsUntil(passed as Stream, lastOf(spans));
}

/** When the last request comes; what is filled after that, none takes. */
function lastOf(spans: readonly Span[]): Fraction {
  const index = spans.findLastIndex(({ count }) => count > 0);
  const last = spans[index];
  const before = spans.slice(0, Math.max(0, index)).reduce((sum, { ticks }) => sum + BigInt(ticks), 0n);
  if (last === undefined) return NONE;
  return fraction(before * BigInt(last.count) + BigInt(last.ticks) * BigInt(last.count - 1), TICKS * BigInt(last.count));
}

const agree = (spans: readonly Span[], bucket: { rate: number; per: number; burst: number }) => {
  const [exact, counted] = [decimalOf(fluid(spans, bucket)), decimal(discrete(spans, bucket))];
  expect(`${exact.minus(counted).abs().lte(ONE)}: ${exact.toFixed(3)} and ${counted.toFixed()}`).toMatch(/^true/);
};

const buckets = fc.record({
  rate: fc.integer({ min: 0, max: 60 }),
  per: fc.constantFrom(1, 2, 5, 10),
  burst: fc.integer({ min: 0, max: 25 }),
});
const even = fc.record({ count: fc.integer({ min: 0, max: 400 }), ticks: fc.integer({ min: 1, max: 1000 }) });

test('evenly', () => {
  fc.assert(
    fc.property(even, buckets, (span, bucket) => agree([span], bucket)),
    { numRuns: 3000, seed: 14 },
  );
});

test('a lump, and then evenly', () => {
  const lump = fc.record({ count: fc.integer({ min: 0, max: 60 }), ticks: fc.constant(1) });
  const larger = buckets.map((one) => ({ ...one, burst: one.burst === 1 ? 2 : one.burst }));
  fc.assert(
    fc.property(lump, even, larger, (first, then, bucket) => agree([first, then], bucket)),
    { numRuns: 3000, seed: 14 },
  );
});
