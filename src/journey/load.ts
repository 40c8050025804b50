import { sum, type Decimal } from '../money/decimal.ts';
import { decimalOf, divided, fractionOf, isNone, NONE, times, WHOLE, type Fraction } from '../money/fraction.ts';
import { requestsOf } from '../workload/polling.ts';
import { perSecond, seconds } from '../workload/units.ts';
import type { Journey } from './journey.ts';
import type { Month } from './month.ts';

/** Where on the way: at the front door, past what CloudFront and a web ACL end before it; or at the backend. */
export type Point = 'front-door' | 'backend';

/** Requests a second at one point. Null where the workload states no such moment. */
export interface Load {
  readonly mean: Fraction;
  readonly peak: Fraction | null;
  readonly burst: { readonly requests: Fraction; readonly length: Fraction } | null;
}

/** The share of all requests that gets as far as a point; of no requests, all. */
export function reach(journey: Journey, point: Point): Fraction {
  const { hops, parcels, candidate } = journey;
  const found = hops.findIndex((hop) => (point === 'backend' ? hop.side === 'backend' : hop.id === candidate.frontDoor));
  const index = found < 0 ? (point === 'backend' ? hops.length : 0) : found;
  const all = fractionOf(sum(parcels.map((one) => one.requests)));
  if (isNone(all)) return WHOLE;
  return divided(fractionOf(sum(parcels.filter((one) => one.endedAt >= index).map((one) => one.requests))), all);
}

/** What clients send; null without requests. */
export function sent({ workload: { traffic }, units: { hoursPerMonth } }: Month): Load | null {
  if (!traffic) return null;
  const { peak, burst } = traffic;
  return {
    mean: perSecond(requestsOf(traffic), hoursPerMonth),
    peak: peak ? perSecond(peak, hoursPerMonth) : null,
    burst: burst ? { requests: fractionOf(burst.requests), length: seconds(burst.length) } : null,
  };
}

/**
 * What of it arrives at a point. Shares of fates and hit ratios are those of the month: a peak is assumed to have the same.
 */
export function load(journey: Journey, point: Point): Load | null {
  const all = sent(journey.month);
  if (all === null) return null;
  const share = reach(journey, point);
  return {
    mean: times(all.mean, share),
    peak: all.peak && times(all.peak, share),
    burst: all.burst && { ...all.burst, requests: times(all.burst.requests, share) },
  };
}

/** Requests a second at the peak, as a decimal; null where no peak is stated, or none of it arrives. */
export function peakLoad(journey: Journey, point: Point): Decimal | null {
  const peak = load(journey, point)?.peak ?? NONE;
  return isNone(peak) ? null : decimalOf(peak);
}
