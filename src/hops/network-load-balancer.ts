import { decimal, ONE, quotient, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { backendCalls } from './backend-calls.ts';
import type { Hop } from './hop.ts';
import { balancerHours, capacity } from './load-balancer.ts';

// What one NLCU holds for an hour, of TCP or of TLS: https://aws.amazon.com/elasticloadbalancing/pricing/ (read 2026-09-20).
const NEW_CONNECTIONS = { tcp: decimal('2880000'), tls: decimal('180000') }; // 800 and 50 a second
const ACTIVE_CONNECTION_MS = { tcp: decimal('100000').times('3600000'), tls: decimal('3000').times('3600000') };
const GIGABYTE = decimal('1000000000');

/** An NLB closes idle TCP connections after 350 seconds. */
const DEFAULT_CONNECTION_MS = decimal('350000');

interface NetworkTraffic {
  readonly connections: Decimal;
  /** How long all of them are open together. */
  readonly openMs: Decimal;
  /** Bytes both ways; null when a size is not stated. */
  readonly bytes: Decimal | null;
  readonly tls: boolean;
}

/** NLCU-hours of a period by each of the three dimensions; the largest is billed. */
export function nlcuHours({ connections, openMs, bytes, tls }: NetworkTraffic): Readonly<Record<string, Decimal | null>> {
  const kind = tls ? 'tls' : 'tcp';
  return {
    'new connections': quotient(connections, NEW_CONNECTIONS[kind]),
    'active connections': quotient(openMs, ACTIVE_CONNECTION_MS[kind]),
    'processed bytes': bytes && quotient(bytes, GIGABYTE),
  };
}

type Vpc = NonNullable<NonNullable<Workload['backend']>['vpc']>;

/** An internal Network Load Balancer: hours, and NLCUs by the binding dimension. */
export function networkLoadBalancer({ tls, connections, sharedBy }: Vpc): Hop {
  return {
    id: 'nlb',
    side: 'front-door',
    meter(routed, { index, units: { hoursPerMonth } }) {
      const { count, bytes } = backendCalls(routed, index);
      const made = quotient(count, connections?.requestsEach ?? ONE);
      const dimensions = nlcuHours({
        connections: made,
        openMs: made.times(connections?.duration ?? DEFAULT_CONNECTION_MS),
        bytes,
        tls: tls ?? false,
      });
      return [
        balancerHours('nlb/hours', hoursPerMonth, sharedBy),
        ...capacity('nlb/nlcu', dimensions),
        { type: 'assumed', id: 'alb-mean' },
        ...(connections?.requestsEach === undefined ? ([{ type: 'assumed', id: 'vpc-link-no-reuse' }] as const) : []),
        ...(connections?.duration === undefined ? ([{ type: 'assumed', id: 'vpc-link-idle-timeout' }] as const) : []),
      ];
    },
  };
}
