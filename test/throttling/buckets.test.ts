/** Proves of one bucket, and of all layers of them, that nothing is lost, nothing is owed, and every figure is exact. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, less, minus, NONE, plus, times, total, type Fraction } from '../../src/money/fraction.ts';
import { requestsUntil, throttle, type Bucket, type Stream } from '../../src/throttling/stream.ts';
import { drafts, limit, weighed } from './peaks.ts';

const whole = (max: number) => fc.integer({ min: 0, max });
/** Rates of consecutive seconds. */
const rates = fc.array(whole(200), { minLength: 1, maxLength: 12 });
const buckets = fc
  .record({ rate: whole(150), burst: whole(400), filled: whole(400) })
  .map(({ rate, burst, filled }) => ({ rate, burst, tokens: Math.min(filled, burst) }));

const bySecond = (seconds: readonly number[]): Stream =>
  seconds.map((rate, index) => ({ from: fraction(BigInt(index)), rate: fraction(BigInt(rate)) }));
const bucket = ({ rate, burst, tokens }: { rate: number; burst: number; tokens: number }): Bucket => ({
  rate: fraction(BigInt(rate)),
  burst: fraction(BigInt(burst)),
  tokens: fraction(BigInt(tokens)),
});
const text = (value: Fraction) => `${value.numerator}/${value.denominator}`;
const untilSecond = (stream: Stream, second: number) => requestsUntil(stream, fraction(BigInt(second)));

test('one bucket is what a count second by second comes to', () => {
  fc.assert(
    fc.property(rates, buckets, (seconds, form) => {
      const { passed } = throttle([bySecond(seconds)], bucket(form));
      let tokens = form.tokens;
      let accepted = 0;
      seconds.forEach((arriving, second) => {
        const now = Math.min(arriving, tokens + form.rate);
        tokens = Math.min(form.burst, tokens + form.rate - now);
        accepted += now;
        expect(text(untilSecond(passed[0] as Stream, second + 1))).toBe(`${accepted}/1`);
      });
    }),
    { numRuns: 1000 },
  );
});

test('streams that share a bucket lose alike: none passes more than it sends, and together they pass what one would', () => {
  fc.assert(
    fc.property(rates, rates, buckets, (first, second, form) => {
      const [a, b] = [bySecond(first), bySecond(second)];
      const length = Math.max(first.length, second.length);
      const at = (seconds: readonly number[], index: number) => seconds[Math.min(index, seconds.length - 1)] as number;
      const together = bySecond(Array.from({ length }, (_, index) => at(first, index) + at(second, index)));
      const { passed } = throttle([a, b], bucket(form));
      const one = throttle([together], bucket(form));
      for (let end = 0; end <= length; end += 1) {
        const [left, right] = [untilSecond(passed[0] as Stream, end), untilSecond(passed[1] as Stream, end)];
        expect(less(untilSecond(a, end), left)).toBe(false);
        expect(less(untilSecond(b, end), right)).toBe(false);
        expect(text(plus(left, right))).toBe(text(untilSecond(one.passed[0] as Stream, end)));
      }
    }),
    { numRuns: 300 },
  );
});

test('tokens are never owed: in any time, no more passes than the bucket held and was refilled', () => {
  fc.assert(
    fc.property(rates, buckets, (seconds, form) => {
      const made = bucket(form);
      const { passed } = throttle([bySecond(seconds)], made);
      for (let from = 0; from < seconds.length; from += 1) {
        for (let until = from; until <= seconds.length; until += 1) {
          const through = minus(untilSecond(passed[0] as Stream, until), untilSecond(passed[0] as Stream, from));
          const held = from === 0 ? made.tokens : made.burst;
          expect(less(plus(held, times(made.rate, fraction(BigInt(until - from)))), through)).toBe(false);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a higher rate or a larger bucket never throttles more', () => {
  fc.assert(
    fc.property(rates, buckets, whole(100), whole(100), (seconds, form, faster, larger) => {
      const stream = bySecond(seconds);
      const through = (one: typeof form) => untilSecond(throttle([stream], bucket(one)).passed[0] as Stream, seconds.length);
      const more = { rate: form.rate + faster, burst: form.burst + larger, tokens: form.tokens + larger };
      expect(less(through(more), through(form))).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('through all layers, what is accepted and what is throttled add up to what was sent', () => {
  fc.assert(
    fc.property(drafts, fc.constantFrom('rest', 'http'), (draft, frontDoor) => {
      const { weighed: found, arrivals } = weighed(draft, frontDoor);
      for (const counted of [found.overPeak, found.overBurst]) {
        if (!counted) continue;
        expect(less(counted.refused, NONE)).toBe(false);
        expect(less(counted.requests, counted.refused)).toBe(false);
      }
      // In the end, what the layers refuse one by one is what is refused in all.
      const refused = total(found.limits.map((one) => one.refuses));
      expect(text(refused)).toBe(text(times(found.lasting, arrivals.peak)));
    }),
    { numRuns: 300 },
  );
});

test('the limit that binds is where throttling begins as the peak grows', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const { weighed: found, arrivals } = weighed(draft);
      const over = less(found.binding?.holdsUpTo ?? NONE, arrivals.peak);
      expect(found.lasting.numerator > 0n).toBe(over);
    }),
    { numRuns: 300 },
  );
});

// Of the other layers this is not so: a client may spend what its plan allows on a method that is full.
test('a higher limit of the account never throttles more in all', () => {
  fc.assert(
    fc.property(drafts, limit(20_000), limit(3000), (draft, account, more) => {
      const refused = (rate: number, burst: number) => {
        const stated = { ...(draft['throttling'] as object), account: { rate, burst } };
        return weighed({ ...draft, throttling: stated }).weighed.overPeak?.refused ?? NONE;
      };
      const [before, after] = [refused(account.rate, account.burst), refused(account.rate + more.rate, account.burst + more.burst)];
      expect(less(before, after)).toBe(false);
    }),
    { numRuns: 400 },
  );
});
