import type { Candidate } from '../candidates/candidate.ts';
import { FRONT_DOORS } from '../workload/front-doors.ts';
import type { Journey } from '../journey/journey.ts';
import type { Month } from '../journey/month.ts';
import { quotient, type Decimal } from '../money/decimal.ts';
import type { FeatureId } from '../workload/features.ts';
import type { Path } from '../workload/mistakes.ts';
import type { Rate, Size } from '../workload/quantity.ts';
import { requirementsOf } from '../workload/requirements.ts';
import type { Workload } from '../workload/schema.ts';
import { servedBehind } from '../workload/servers.ts';
import { isThere } from '../workload/share.ts';
import { STREAMED } from '../workload/streaming.ts';
import { perMonth, toBytes, type Units } from '../workload/units.ts';

/** The largest body that a workload states, and where. */
export interface Largest {
  readonly size: Size;
  readonly bytes: Decimal;
  readonly path: Path;
}

/** What a rule looks at: one candidate for one workload. */
export interface Subject {
  readonly workload: Workload;
  readonly candidate: Candidate;
  readonly month: Month;
  readonly units: Units;
  /** The way of its requests through the candidate. */
  journey(): Journey;
  /** Whether your own CloudFront distribution stands in front. */
  readonly behindCloudfront: boolean;
  /** Whether the web ACL that a workload states has a place here: at the gateway, the load balancer, or CloudFront. */
  readonly hostsWebAcl: boolean;
  /** Whether responses are streamed, which only REST APIs and function URLs do. */
  readonly streams: boolean;
  /** Whether the endpoint itself would be edge-optimized, as only that of a REST API without your own distribution can be. */
  edgeOptimized(): boolean;
  /** Whether the workload needs a feature: said in `needs`, or implied by a section. */
  needs(feature: FeatureId): boolean;
  /** The largest request or response body that is stated, even an average; null when no size is. */
  largest(body: 'request' | 'response'): Largest | null;
}

/** A workload as rules see it; what several of them ask is worked out once, and only if one asks. */
export function subjectsOf(month: Month): (candidate: Candidate) => Subject {
  const { workload, units } = month;
  const bodies = new Map<'request' | 'response', Largest | null>();
  const needs = requirementsOf(workload).has;
  const largest = (body: 'request' | 'response') => {
    if (!bodies.has(body)) bodies.set(body, largestOf(workload, body, units));
    return bodies.get(body) ?? null;
  };
  return (candidate) => {
    const { frontDoor, composition } = candidate;
    const behindCloudfront = composition.distribution !== null;
    return {
      workload: servedBehind(frontDoor, workload),
      candidate,
      month,
      units,
      journey: () => month.journey(candidate),
      behindCloudfront,
      hostsWebAcl: composition.webAcl !== null,
      get streams() {
        return FRONT_DOORS[frontDoor].streams && STREAMED.some(needs);
      },
      edgeOptimized: () => frontDoor === 'rest' && !behindCloudfront && needs('endpoint-edge-optimized'),
      needs,
      largest,
    };
  };
}

function largestOf({ traffic }: Workload, body: 'request' | 'response', units: Units): Largest | null {
  if (traffic === undefined) return null;
  const stated = body === 'request' ? 'largestRequest' : 'largestResponse';
  const sizes: readonly (readonly [Size | undefined, Path])[] = [
    [traffic[stated], ['traffic', stated]],
    [traffic[body], ['traffic', body]],
    ...(traffic.sizes ?? []).map((one, index): readonly [Size | undefined, Path] => [
      isThere(one) ? one[body] : undefined,
      ['traffic', 'sizes', index, body],
    ]),
  ];
  let best: Largest | null = null;
  for (const [size, path] of sizes) {
    if (size === undefined) continue;
    const bytes = toBytes(size, units);
    if (best === null || bytes.gt(best.bytes)) best = { size, bytes, path };
  }
  return best;
}

/** How long the backend can take, as far as it is stated; null when it is not. */
export function slowest({ backend }: Workload): { readonly duration: Decimal; readonly says: string; readonly path: Path } | null {
  if (backend?.p99) return { duration: backend.p99, says: 'one answer in a hundred takes longer than', path: ['backend', 'p99'] };
  const duration = backend?.lambda?.duration;
  return duration ? { duration, says: 'the function takes, on average,', path: ['backend', 'lambda', 'duration'] } : null;
}

/** A rate in a second. */
export function perSecondOf(rate: Rate, { hoursPerMonth }: Units): Decimal {
  return rate.per === 'second' ? rate.amount : quotient(perMonth(rate, hoursPerMonth), hoursPerMonth.times('3600'));
}
