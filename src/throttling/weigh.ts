import { divided, fractionOf, isNone, less, minus, most, NONE, plus, times, total, WHOLE, type Fraction } from '../money/fraction.ts';
import { ONE } from '../money/decimal.ts';
import { LAYERS, meets, type Limit, type Limits } from './limits.ts';
import { lasting, merged, requestsUntil, scaled, shareOf, throttle, type Bucket, type Stream } from './stream.ts';

/** Requests as they arrive at a gateway, in requests a second and in seconds. */
export interface Arrivals {
  /** Before the peak and after it. */
  readonly mean: Fraction;
  readonly peak: Fraction;
  /** Null when nobody says how long the peak lasts. */
  readonly length: Fraction | null;
  readonly burst: { readonly requests: Fraction; readonly length: Fraction } | null;
  /** What else takes tokens of the account. */
  readonly others: Fraction;
}

/** One limit, compared with a peak. */
export interface WeighedLimit {
  readonly limit: Limit;
  /** Share of the arriving requests that meet it. */
  readonly share: Fraction;
  /** What comes to its buckets together at the peak, when no limit before it refuses any. */
  readonly arriving: Fraction;
  /** The peak, of everything that arrives at the gateway, up to which it refuses nothing for long. */
  readonly holdsUpTo: Fraction;
  /** When it first refuses a request, in seconds since the peak began; null if it never does. */
  readonly dryAt: Fraction | null;
  /** Requests a second that it refuses in the end, of those that the limits before it let pass. */
  readonly refuses: Fraction;
}

/** A peak that has gone through all limits. */
export interface Weighed {
  readonly limits: readonly WeighedLimit[];
  /** The limit that refuses first when everything grows alike; null without limits. */
  readonly binding: WeighedLimit | null;
  /** Share refused once the reserves are used up, for as long as the peak lasts. */
  readonly lasting: Fraction;
  /** Requests of the whole peak, and how many are refused; null when its length is not known. */
  readonly overPeak: Counted | null;
  readonly overBurst: Counted | null;
  /** Share that is refused of what others send through the account, in the end. */
  readonly othersLasting: Fraction;
}

/** How many of so many requests are refused. */
export interface Counted {
  readonly requests: Fraction;
  readonly refused: Fraction;
}

/** The peak as a stream: its busiest moment first, then its rate without an end. */
export function peakStream({ peak, burst }: Arrivals): Stream {
  if (!burst) return [{ from: NONE, rate: peak }];
  return [
    { from: NONE, rate: divided(burst.requests, burst.length) },
    { from: burst.length, rate: peak },
  ];
}

const SHUT: Bucket = { rate: NONE, burst: NONE, tokens: NONE };

/**
 * The bucket of a limit: of all clients together, for they are alike. Empty if what comes anyhow is more than it refills; one
 * whose size is not known has no reserve, and lets its rate through.
 */
export function bucketOf({ rate, burst, buckets }: Limit, before: Fraction): Bucket {
  if (burst?.isZero()) return SHUT;
  const together = fractionOf(buckets);
  const refill = times(fractionOf(rate), together);
  const size = burst === null ? NONE : times(fractionOf(burst), together);
  return { rate: refill, burst: size, tokens: less(refill, before) ? NONE : size, single: burst?.eq(ONE) === true && !rate.isZero() };
}

/** Sends a peak through all limits, layer after layer: what one refuses does not reach the next. */
export function weigh({ flows, limits }: Limits, arrivals: Arrivals): Weighed {
  const whole = peakStream(arrivals);
  const sent = flows.map((flow) => scaled(whole, flow.share));
  const streams = [...sent];
  const weighed: WeighedLimit[] = [];
  let othersLasting = NONE;
  for (const limit of LAYERS.flatMap((layer) => limits.filter((one) => one.layer === layer))) {
    const met = flows.flatMap((flow, index) => (meets(flow, limit) && less(NONE, flow.share) ? [index] : []));
    if (met.length === 0) continue;
    const share = total(met.map((index) => flows[index]?.share ?? NONE));
    const others = limit.layer === 'account' ? arrivals.others : NONE;
    const bucket = bucketOf(limit, plus(times(arrivals.mean, share), others));
    const before = met.map((index) => streams[index] as Stream);
    const { passed, dryAt } = throttle([...before, [{ from: NONE, rate: others }]], bucket);
    met.forEach((index, place) => {
      streams[index] = passed[place] as Stream;
    });
    if (!isNone(others)) othersLasting = minus(WHOLE, divided(lasting(passed.at(-1) as Stream), others));
    weighed.push({
      limit,
      share,
      arriving: times(arrivals.peak, share),
      holdsUpTo: divided(most(NONE, minus(bucket.rate, others)), share),
      dryAt,
      refuses: minus(total(before.map(lasting)), total(passed.slice(0, -1).map(lasting))),
    });
  }
  const counted = (end: Fraction): Counted => {
    const requests = requestsUntil(whole, end);
    return { requests, refused: minus(requests, requestsUntil(merged(streams), end)) };
  };
  return {
    limits: weighed,
    binding: weighed.reduce<WeighedLimit | null>((best, one) => (best && !less(one.holdsUpTo, best.holdsUpTo) ? best : one), null),
    lasting: shareOf(minus(arrivals.peak, total(streams.map(lasting))), arrivals.peak),
    overPeak: arrivals.length && counted(arrivals.length),
    overBurst: arrivals.burst && counted(arrivals.burst.length),
    othersLasting,
  };
}
