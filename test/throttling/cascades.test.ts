/** Proves of the retry cascade that no request is lost or made up, and what backoff can and cannot do. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, isNegative, sum } from '../../src/money/decimal.ts';
import { decimalOf, fraction, NONE, times } from '../../src/money/fraction.ts';
import { cascade, type Cascade, type CascadeLoad } from '../../src/throttling/cascade.ts';
import { partsFor, proportionally } from '../../src/throttling/parts.ts';
import { delayBefore, type RetryPolicy } from '../../src/throttling/retries.ts';
import { requestsUntil, scaled, throttle, type Stream } from '../../src/throttling/stream.ts';

const whole = (value: number) => fraction(BigInt(value));

interface Form {
  readonly mean: number;
  readonly peak: number;
  readonly burst: number;
  readonly seconds: number;
  readonly rate: number;
  readonly size: number;
  readonly others: number;
}

/** A peak of whole seconds, ten requests a tenth of a second at the least, so that a tick divides nothing. */
const forms: fc.Arbitrary<Form> = fc
  .record({
    mean: fc.integer({ min: 0, max: 90 }),
    more: fc.integer({ min: 0, max: 300 }),
    burst: fc.integer({ min: 0, max: 300 }),
    seconds: fc.integer({ min: 1, max: 12 }),
    spare: fc.integer({ min: 1, max: 200 }),
    size: fc.integer({ min: 0, max: 3000 }),
    others: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ mean, more, burst, seconds, spare, size, others }) => ({
    mean: mean * 10,
    peak: (mean + more) * 10,
    burst: (mean + more + burst) * 10,
    seconds,
    rate: (mean + others + spare) * 10,
    size,
    others: others * 10,
  }));

function load({ mean, peak, burst, seconds, rate, size, others }: Form): CascadeLoad {
  const fresh: Stream = [
    { from: NONE, rate: whole(burst) },
    ...(seconds > 1 ? [{ from: whole(1), rate: whole(peak) }] : []),
    { from: whole(seconds), rate: whole(mean) },
  ];
  return { fresh, length: whole(seconds), others: whole(others), bucket: { rate: whole(rate), burst: whole(size), tokens: whole(size) } };
}

const policies: fc.Arbitrary<RetryPolicy> = fc.record({
  attempts: fc.integer({ min: 1, max: 6 }),
  backoff: fc.constantFrom('none', 'exponential'),
  jitter: fc.constantFrom('none', 'full'),
  delay: fc.integer({ min: 0, max: 2500 }).map((ms) => decimal(String(ms))),
  longestDelay: fc.integer({ min: 2500, max: 20_000 }).map((ms) => decimal(String(ms))),
});

/** The same peak, so many times as high. */
function larger({ fresh, length, others, bucket }: CascadeLoad, by: bigint): CascadeLoad {
  const grown = (value: typeof others) => times(value, fraction(by));
  return {
    fresh: scaled(fresh, fraction(by)),
    length,
    others: grown(others),
    bucket: { rate: grown(bucket.rate), burst: grown(bucket.burst), tokens: grown(bucket.tokens) },
  };
}

const powers = fc.oneof(
  fc.constant(1n),
  fc.integer({ min: 1, max: 20 }).map((digits) => 10n ** BigInt(digits)),
);

test('every request is accepted, given up, or still waiting; every attempt is accepted or throttled', () => {
  fc.assert(
    fc.property(forms, policies, powers, (form, policy, by) => {
      const played = cascade(larger(load(form), by), policy);
      expect(played.accepted.plus(played.givenUp).plus(played.waiting).toFixed()).toBe(played.fresh.toFixed());
      for (const { fresh, retries, accepted, throttled } of played.seconds) {
        expect(accepted.plus(throttled).toFixed()).toBe(fresh.plus(retries).toFixed());
        for (const one of [fresh, retries, accepted, throttled]) expect(isNegative(one)).toBe(false);
      }
      expect(sum(played.seconds.map((one) => one.accepted)).toFixed()).toBe(played.accepted.toFixed());
    }),
    { numRuns: 300 },
  );
});

test('no second accepts more than the bucket holds and is refilled', () => {
  fc.assert(
    fc.property(forms, policies, (form, policy) => {
      const most = decimal(String(form.rate + form.size));
      expect(cascade(load(form), policy).seconds.filter((one) => one.accepted.gt(most))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('without retries it is what the exact bucket says', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const { fresh, length, others, bucket } = load(form);
      const [exact] = throttle([fresh, [{ from: NONE, rate: others }]], bucket).passed;
      const played = cascade({ fresh, length, others, bucket }, { ...NEVER, attempts: 1 });
      const through = decimalOf(requestsUntil(exact as Stream, length));
      // In proportion, to a millionth of a request for each tenth of a second.
      expect(
        played.accepted
          .minus(through)
          .abs()
          .lte(decimal(String(form.seconds * 10)).times('0.000001')),
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const NEVER: RetryPolicy = { attempts: 1, backoff: 'none', jitter: 'none', delay: decimal('1000'), longestDelay: decimal('20000') };

// After a busiest moment this need not be so: what it refuses may come back later, and meet the retries of others.
test('in a peak of one rate, backoff never makes the busiest second busier than the same delay every time', () => {
  fc.assert(
    fc.property(forms, policies, fc.integer({ min: 1, max: 25 }), (form, anyPolicy, ticks) => {
      // Delays of whole tenths of a second, the steps of the play: two within one step are the same to it.
      const policy = { ...anyPolicy, delay: decimal(String(ticks * 100)) };
      const even = load({ ...form, burst: form.peak });
      const [steady, backing] = (['none', 'exponential'] as const).map(
        (backoff) => cascade(even, { ...policy, backoff, jitter: 'none' }).highest,
      );
      // A millionth of a request may fall to the other side where shares are rounded.
      expect(backing && steady && backing.lte(steady.plus('0.001')), `${backing?.toFixed()} > ${steady?.toFixed()}`).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a peak a hundred million times as high goes the same way', () => {
  fc.assert(
    fc.property(forms, policies, (form, policy) => {
      const [small, large] = [1n, 10n ** 8n].map((by) => cascade(larger(load(form), by), policy)) as [Cascade, Cascade];
      for (const what of ['fresh', 'accepted', 'highest', 'attempts'] as const) {
        const apart = large[what].minus(small[what].times('100000000')).abs();
        // A play ends when nobody waits: a part that is rounded the other way may keep it going for two steps.
        const twoSteps = decimal(String(form.mean)).times('0.2').times('100000000');
        expect(
          apart.lte(small[what].times('1000').plus(what === 'highest' ? '0' : twoSteps)),
          `${what}: ${large[what].toFixed()} to ${small[what].toFixed()}`,
        ).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test('what is dealt out in doubles is, to the last part, what whole numbers of any size give', () => {
  const parts = fc.bigInt({ min: 0n, max: 2n ** 46n }).chain((all) => fc.array(fc.bigInt({ min: 0n, max: all }), { maxLength: 20 }));
  const even = fc
    .integer({ min: 1, max: 2 ** 20 })
    .chain((one) => fc.array(fc.integer({ min: 0, max: 9 }).map((times) => BigInt(one * times))));
  fc.assert(
    fc.property(fc.oneof(parts, even), fc.integer({ min: 0, max: 1000 }), (all, thousandths) => {
      const offered = all.reduce((total, one) => total + one, 0n);
      const count = (offered * BigInt(thousandths)) / 1000n;
      const split = proportionally(Number(count), Number(offered));
      let until = 0n;
      let dealt = 0n;
      for (const one of all) {
        until += one;
        dealt += BigInt(split(Number(one)));
        if (offered > 0n) expect(dealt).toBe((count * until) / offered);
      }
    }),
    { numRuns: 1000 },
  );
});

test('requests are counted in millionths, and more coarsely only where a double could not hold all of them', () => {
  const least = (all: bigint) => partsFor(fraction(all)).requests(1).toFixed();
  expect([1n, 70_000_000n, 71_000_000n, 10n ** 12n, 10n ** 18n].map(least)).toEqual(['0.000001', '0.000001', '0.00001', '0.1', '100000']);
});

test('same input, same cascade', () => {
  fc.assert(
    fc.property(forms, policies, (form, policy) => {
      expect(JSON.stringify(cascade(load(form), policy))).toBe(JSON.stringify(cascade(load(form), policy)));
    }),
    { numRuns: 20 },
  );
});

describe('by hand', () => {
  const base = { mean: 100, peak: 200, burst: 200, seconds: 3, rate: 100, size: 0, others: 0 };

  test('each second a hundred are refused, wait a second, and come on top', () => {
    const { seconds } = cascade(load(base), { ...NEVER, attempts: 3 });
    const rows = seconds.slice(0, 3).map(({ fresh, retries, throttled }) => [fresh, retries, throttled].map((one) => one.toFixed()));
    // 200 come for 100 tokens. Then 200 and the 100 refused ones: 200 refused. Then 200 first attempts and 200 retries, of
    // which two thirds of 100 are third attempts: 300 are refused.
    expect(rows).toEqual([
      ['200', '0', '100'],
      ['200', '100', '200'],
      ['200', '200', '300'],
    ]);
  });

  test('at a load that equals the limit, one excess keeps coming back for ever', () => {
    const spike = { mean: 100, peak: 100, burst: 200, seconds: 20, rate: 100, size: 0, others: 0 };
    const { seconds, recoveredAfter } = cascade(load(spike), { ...NEVER, attempts: 40 });
    expect(seconds.slice(1, 20).every((one) => one.retries.gte('99.9'))).toBe(true);
    expect(recoveredAfter).toBeNull();
  });

  test('delays double up to the longest, and jitter may shorten any of them', () => {
    const policy: RetryPolicy = { ...NEVER, backoff: 'exponential', delay: decimal('300'), longestDelay: decimal('1000') };
    expect([1, 2, 3, 4, 100].map((retry) => delayBefore(retry, policy).toFixed())).toEqual(['300', '600', '1000', '1000', '1000']);
    const once = { ...base, peak: 100, seconds: 1, mean: 0 };
    const spread = cascade(load(once), { ...policy, attempts: 2, jitter: 'full' });
    const late = cascade(load(once), { ...policy, attempts: 2, delay: decimal('1000'), jitter: 'none' });
    // The 100 refused of the first second: with jitter some of them come back within it, without all come in the second after.
    expect(spread.seconds[0]?.retries.gt('0')).toBe(true);
    expect([late.seconds[0]?.retries.toFixed(), late.seconds[1]?.retries.toFixed()]).toEqual(['0', '100']);
  });
});
