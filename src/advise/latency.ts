import { behindCloudfront } from '../candidates/by-cloudfront.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { COLD_STARTS, GATEWAY_OVERHEAD, type Milliseconds } from '../facts/delays.ts';
import { FRONT_DOORS, isGateway } from '../workload/front-doors.ts';
import type { Workload } from '../workload/schema.ts';
import { isThere } from '../workload/share.ts';
import { decimal, max, min, type Decimal } from '../money/decimal.ts';

type Range = readonly [from: Decimal, to: Decimal];

/** Something on the way that takes time, besides the gateway. */
export interface Delay {
  readonly id: 'cloudfront' | 'authorizer' | 'cold-start';
  /** Milliseconds; null where nobody published a figure. */
  readonly milliseconds: Range | null;
  readonly when: string;
}

/**
 * What stands between a client and its answer, without the work of the backend itself. Ranges that break ties and promise
 * nothing: the gateway's are what one author measured, AWS publishes none.
 */
export interface Latency {
  readonly gateway: { readonly p50: Range; readonly p99: Range } | null;
  readonly delays: readonly Delay[];
}

export function latencyOf(candidate: Candidate, workload: Workload): Latency {
  const measured = GATEWAY_OVERHEAD[candidate.frontDoor];
  const gateway = measured ? { p50: range(measured.p50), p99: range(measured.p99) } : null;
  return { gateway, delays: [...edge(candidate), ...authorizer(candidate, workload), ...coldStart(candidate, workload)] };
}

/** The middle of the gateway's usual overhead; unknown sorts last. */
export function usualOverhead({ gateway }: Latency): Decimal {
  return gateway ? gateway.p50[0].plus(gateway.p50[1]) : decimal('1e9');
}

function edge(candidate: Candidate): readonly Delay[] {
  if (!behindCloudfront(candidate)) return [];
  return [{ id: 'cloudfront', milliseconds: null, when: 'one more hop: nearer for distant clients, farther for those in the Region' }];
}

function authorizer({ frontDoor }: Candidate, { auth }: Workload): readonly Delay[] {
  const stated = auth?.lambdaAuthorizer;
  if (!stated || !isGateway(frontDoor) || (frontDoor !== 'websocket' && stated.cacheHitRatio?.eq('1'))) return [];
  const when =
    frontDoor === 'websocket' ? 'on each connect' : 'on each decision that the authorizer cache does not hold, cold starts not counted';
  return [{ id: 'authorizer', milliseconds: [stated.duration, stated.duration], when }];
}

function coldStart({ frontDoor }: Candidate, { auth, backend }: Workload): readonly Delay[] {
  if (FRONT_DOORS[frontDoor].beside !== null) return [];
  const functions = [backend?.lambda, auth?.lambdaAuthorizer].filter((one) => one !== undefined);
  if (!functions.some(({ coldStarts: starts }) => starts === undefined || isThere(starts))) return [];
  const milliseconds = Object.values(COLD_STARTS.byRuntime)
    .map(range)
    .reduce(([from, to], [least, longest]) => [min(from, least), max(to, longest)]);
  return [
    {
      id: 'cold-start',
      milliseconds,
      when: 'when a new environment of the function starts, by runtime, in the ranges of the article (AWS: under 100 ms to over a second); the same behind every front door',
    },
  ];
}

function range([from, to]: Milliseconds): Range {
  return [decimal(from), decimal(to)];
}
