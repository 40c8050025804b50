import { decimal, ONE, quotient, type Decimal } from '../money/decimal.ts';
import { divided, fraction, less, NONE, plus, times, type Fraction } from '../money/fraction.ts';
import { partsFor, proportionally, TICKS_A_SECOND, ticksUntil } from './parts.ts';
import { delayBefore, type RetryPolicy } from './retries.ts';
import { lasting, requestsUntil, type Bucket, type Stream } from './stream.ts';
import { waits, type Waits } from './waits.ts';

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

/** Seconds after the peak for which a recovery is followed. */
export const FOLLOWED_SECONDS = 300;

/**
 * Plays a peak second by second, with retries: deterministic and in whole numbers. Who is throttled is decided in
 * proportion; full jitter spreads those who wait evenly over the delay, which is what many random clients come to.
 */
export function cascade({ fresh: stream, length, others, bucket }: CascadeLoad, policy: RetryPolicy): Cascade {
  const peakTicks = ticksUntil(length);
  const end = peakTicks + FOLLOWED_SECONDS * TICKS_A_SECOND;
  const played = divided(fraction(BigInt(end)), fraction(BigInt(TICKS_A_SECOND)));
  const parts = partsFor(plus(requestsUntil(stream, played), times(others, played)));
  const freshAt = parts.perTick(stream);
  const othersAt = parts.perTick([{ from: NONE, rate: others }]);
  const refillAt = parts.perTick([{ from: NONE, rate: bucket.rate }]);
  const size = parts.of(bucket.burst);
  const queues = Array.from({ length: policy.attempts - 1 }, (_, index) => waits(delayBefore(index + 1, policy), policy.jitter, end));
  // What comes in a step: first attempts, then those of each retry. One array for all steps, for there are thousands.
  const come = new Float64Array(policy.attempts);
  const seconds: Tally[] = [];
  let tokens = parts.of(bucket.tokens);
  let waiting = 0;
  let givenUp = 0;
  let lastRefusal = -1;
  for (let tick = 0; tick < end && (tick < peakTicks || waiting > 0); tick += 1) {
    const fresh = freshAt(tick);
    come[0] = fresh;
    let retries = 0;
    for (let index = 0; index < queues.length; index += 1) {
      const due = (queues[index] as Waits).due(tick);
      come[index + 1] = due;
      retries += due;
    }
    const offered = othersAt(tick) + fresh + retries;
    const available = tokens + refillAt(tick);
    const refused = Math.max(0, offered - available);
    tokens = Math.min(size, available - offered + refused);
    const second = (seconds[Math.floor(tick / TICKS_A_SECOND)] ??= { ...NOTHING });
    second.fresh += fresh;
    second.retries += retries;
    if (refused === 0) {
      waiting -= retries;
      continue;
    }
    // Others are first in line, so that what falls to first attempts and retries is the rest.
    const split = proportionally(refused, offered);
    split(offered - fresh - retries);
    let throttled = 0;
    for (let index = 0; index < come.length; index += 1) {
      const again = split(come[index] as number);
      throttled += again;
      const queue = queues[index];
      if (queue) {
        queue.add(tick, again);
        waiting += again;
      } else givenUp += again;
    }
    waiting -= retries;
    if (throttled > 0) lastRefusal = tick;
    second.throttled += throttled;
  }
  const calm = !less(bucket.rate, plus(lasting(stream), others));
  const after = Math.max(0, lastRefusal + 1 - peakTicks);
  const fresh = sum(seconds, (one) => one.fresh);
  const highest = Math.max(0, ...seconds.map(attempts));
  const highestFresh = Math.max(0, ...seconds.map((one) => one.fresh));
  return {
    seconds: seconds.map(({ fresh, retries, throttled }) => ({
      fresh: parts.requests(fresh),
      retries: parts.requests(retries),
      accepted: parts.requests(fresh + retries - throttled),
      throttled: parts.requests(throttled),
    })),
    highest: parts.requests(highest),
    highestFresh: parts.requests(highestFresh),
    amplification: highestFresh === 0 ? ONE : quotient(decimal(BigInt(highest)), decimal(BigInt(highestFresh))),
    atEnd: parts.requests(attempts(seconds[Math.max(0, Math.floor(peakTicks / TICKS_A_SECOND) - 1)] ?? NOTHING)),
    fresh: parts.requests(fresh),
    attempts: parts.requests(fresh + sum(seconds, (one) => one.retries)),
    accepted: parts.requests(fresh - BigInt(givenUp + waiting)),
    givenUp: parts.requests(givenUp),
    waiting: parts.requests(waiting),
    recoveredAfter: calm && waiting === 0 ? decimal(BigInt(after)).div('10') : null,
  };
}

interface Tally {
  fresh: number;
  retries: number;
  throttled: number;
}
const NOTHING: Readonly<Tally> = { fresh: 0, retries: 0, throttled: 0 };

const attempts = ({ fresh, retries }: Tally): number => fresh + retries;

/** Over all seconds together a double may not be enough. */
function sum(tallies: readonly Tally[], take: (tally: Tally) => number): bigint {
  return tallies.reduce((total, one) => total + BigInt(take(one)), 0n);
}
