import { decimal, ONE, quotient, type Decimal } from '../money/decimal.ts';
import { divided, fraction, less, minus, NONE, plus, times, type Fraction } from '../money/fraction.ts';
import { delayBefore, type RetryPolicy } from './retries.ts';
import { lasting, requestsUntil, type Bucket, type Stream } from './stream.ts';

/** What meets one bucket: first attempts, and what others send, who do not retry. */
export interface CascadeLoad {
  /** First attempts from the beginning of the peak on; its last piece is what follows the peak. */
  readonly fresh: Stream;
  /** Seconds that the peak lasts. */
  readonly length: Fraction;
  readonly others: Fraction;
  readonly bucket: Bucket;
}

/** One second of a cascade, in requests. Accepted and throttled are of first attempts and retries, not of others. */
export interface CascadeSecond {
  readonly fresh: Decimal;
  readonly retries: Decimal;
  readonly accepted: Decimal;
  readonly throttled: Decimal;
}

/** How a peak went when clients retry by one policy. */
export interface Cascade {
  readonly seconds: readonly CascadeSecond[];
  /** Attempts in the busiest second. */
  readonly highest: Decimal;
  /** The same, in first attempts alone: what clients would send if nobody retried. */
  readonly highestFresh: Decimal;
  /** How many times the busiest second without retries that is; rounded to 12 decimals. */
  readonly amplification: Decimal;
  /** Attempts in the last whole second of the peak: where it settles. */
  readonly atEnd: Decimal;
  readonly fresh: Decimal;
  readonly attempts: Decimal;
  readonly accepted: Decimal;
  /** Requests whose last attempt was refused. */
  readonly givenUp: Decimal;
  /** Requests that still wait for a retry when the simulation ends. */
  readonly waiting: Decimal;
  /** Seconds from the end of the peak until the last 429; null when they have not ended by the end of the simulation. */
  readonly recoveredAfter: Decimal | null;
}

/** Tenths of a second: delays shorter than one count as one, for a retry comes after an answer. */
const TICKS_A_SECOND = 10;
const MS_A_TICK = decimal('100');
/** Requests are counted in millionths, whole ones of which would be too coarse for a tenth of a second. */
const PARTS = 1_000_000n;
/** Seconds after the peak for which a recovery is followed. */
export const FOLLOWED_SECONDS = 300;

/**
 * Plays a peak second by second, with retries: deterministic and in whole numbers. Who is throttled is decided in
 * proportion; full jitter spreads those who wait evenly over the delay, which is what many random clients come to.
 */
export function cascade({ fresh: stream, length, others, bucket }: CascadeLoad, policy: RetryPolicy): Cascade {
  const freshAt = perTick(stream);
  const othersAt = perTick([{ from: NONE, rate: others }]);
  const refillAt = perTick([{ from: NONE, rate: bucket.rate }]);
  const size = parts(bucket.burst);
  const queues = Array.from({ length: policy.attempts - 1 }, (_, index) => waits(delayBefore(index + 1, policy), policy.jitter));
  const peakTicks = ceiling(times(length, fraction(BigInt(TICKS_A_SECOND))));
  const end = peakTicks + FOLLOWED_SECONDS * TICKS_A_SECOND;
  const seconds: Tally[] = [];
  let tokens = parts(bucket.tokens);
  let waiting = 0n;
  let givenUp = 0n;
  let lastRefusal = -1;
  for (let tick = 0; tick < end && (tick < peakTicks || waiting > 0n); tick += 1) {
    const fresh = freshAt(tick);
    const due = queues.map((queue) => queue.due(tick));
    const retries = due.reduce((sum, one) => sum + one, 0n);
    const offered = othersAt(tick) + fresh + retries;
    const available = tokens + refillAt(tick);
    const refused = offered > available ? offered - available : 0n;
    const left = available - offered + refused;
    tokens = left < size ? left : size;
    // Others are first in line, so that what falls to first attempts and retries is the rest.
    const split = proportionally(refused, offered);
    split(offered - fresh - retries);
    const ofFirst = split(fresh);
    let throttled = ofFirst;
    if (queues.length === 0) givenUp += ofFirst;
    else queues[0]?.add(tick, ofFirst);
    for (const [index, count] of due.entries()) {
      const again = split(count);
      throttled += again;
      if (index + 1 < queues.length) queues[index + 1]?.add(tick, again);
      else {
        givenUp += again;
        waiting -= again;
      }
    }
    waiting += throttled - retries - (queues.length === 0 ? ofFirst : 0n);
    if (throttled > 0n) lastRefusal = tick;
    const second = Math.floor(tick / TICKS_A_SECOND);
    const tally = (seconds[second] ??= { ...NOTHING });
    tally.fresh += fresh;
    tally.retries += retries;
    tally.throttled += throttled;
  }
  const calm = !less(bucket.rate, plus(lasting(stream), others));
  const after = Math.max(0, lastRefusal + 1 - peakTicks);
  const fresh = sum(seconds, (one) => one.fresh);
  const highest = largest(seconds.map(attempts));
  const highestFresh = largest(seconds.map((one) => one.fresh));
  return {
    seconds: seconds.map(requests),
    highest: whole(highest),
    highestFresh: whole(highestFresh),
    amplification: highestFresh === 0n ? ONE : quotient(decimal(highest), decimal(highestFresh)),
    atEnd: whole(attempts(seconds[Math.max(0, Math.floor(peakTicks / TICKS_A_SECOND) - 1)] ?? NOTHING)),
    fresh: whole(fresh),
    attempts: whole(fresh + sum(seconds, (one) => one.retries)),
    accepted: whole(fresh - givenUp - waiting),
    givenUp: whole(givenUp),
    waiting: whole(waiting),
    recoveredAfter: calm && waiting === 0n ? decimal(BigInt(after)).div('10') : null,
  };
}

interface Tally {
  fresh: bigint;
  retries: bigint;
  throttled: bigint;
}
const NOTHING: Readonly<Tally> = { fresh: 0n, retries: 0n, throttled: 0n };

/** Those who wait for one retry. A range of ticks is kept as its two ends, so that spreading over it costs no more. */
function waits(delayMs: Decimal, jitter: RetryPolicy['jitter']) {
  const most = Math.max(1, Number(delayMs.div(MS_A_TICK).ceil().toFixed()));
  const changes = new Map<number, bigint>();
  const change = (tick: number, by: bigint) => changes.set(tick, (changes.get(tick) ?? 0n) + by);
  const range = (from: number, until: number, each: bigint) => {
    change(from, each);
    change(until, -each);
  };
  let now = 0n;
  return {
    /** Those whose retry comes in this tick; asked once for each tick, in order. */
    due(tick: number): bigint {
      now += changes.get(tick) ?? 0n;
      changes.delete(tick);
      return now;
    },
    add(tick: number, count: bigint): void {
      if (count === 0n) return;
      if (jitter === 'none') {
        range(tick + most, tick + most + 1, count);
        return;
      }
      const each = count / BigInt(most);
      const left = Number(count % BigInt(most));
      range(tick + 1, tick + most + 1, each);
      if (left > 0) range(tick + 1, tick + left + 1, 1n);
    },
  };
}

/** Deals a number out in proportion, one after the other, in whole parts that add up to it. */
function proportionally(count: bigint, offered: bigint): (part: bigint) => bigint {
  let until = 0n;
  let given = 0n;
  return (part) => {
    if (count === 0n || part === 0n) return 0n;
    until += part;
    const share = (count * until) / offered - given;
    given += share;
    return share;
  };
}

/** What a stream sends in each tick, in parts; asked in order. Nothing is lost by rounding, for the running total is rounded. */
function perTick(stream: Stream): (tick: number) => bigint {
  // The total until a moment is linear in each piece: (base + slope × tick) ÷ under, in whole numbers.
  const pieces = stream.map(({ from, rate }) => {
    const base = minus(requestsUntil(stream, from), times(from, rate));
    const slope = divided(rate, fraction(BigInt(TICKS_A_SECOND)));
    const under = base.under * slope.under;
    return {
      fromTick: ceiling(times(from, fraction(10n))),
      base: base.over * slope.under * PARTS,
      slope: slope.over * base.under * PARTS,
      under,
    };
  });
  let before = 0n;
  let piece = 0;
  return (tick) => {
    while ((pieces[piece + 1]?.fromTick ?? Infinity) <= tick + 1) piece += 1;
    const { base, slope, under } = pieces[piece] as (typeof pieces)[number];
    const now = (base + slope * BigInt(tick + 1)) / under;
    const gained = now - before;
    before = now;
    return gained;
  };
}

function parts({ over, under }: Fraction): bigint {
  return (over * PARTS) / under;
}

function ceiling({ over, under }: Fraction): number {
  return Number((over + under - 1n) / under);
}

function whole(count: bigint): Decimal {
  return decimal(count).div(decimal(PARTS));
}

function requests({ fresh, retries, throttled }: Tally): CascadeSecond {
  return { fresh: whole(fresh), retries: whole(retries), accepted: whole(fresh + retries - throttled), throttled: whole(throttled) };
}

const attempts = ({ fresh, retries }: Tally): bigint => fresh + retries;

function sum(tallies: readonly Tally[], take: (tally: Tally) => bigint): bigint {
  return tallies.reduce((total, one) => total + take(one), 0n);
}

function largest(values: readonly bigint[]): bigint {
  return values.reduce((best, one) => (one > best ? one : best), 0n);
}
