import { decimal, max, ONE, quotient, ZERO, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { backendCalls } from './backend-calls.ts';
import type { Hop, Metered, Usage } from './hop.ts';

// What one LCU holds for an hour: https://aws.amazon.com/elasticloadbalancing/pricing/ (read 2026-09-20).
const NEW_CONNECTIONS = decimal('90000'); // 25 a second
const ACTIVE_CONNECTION_MS = decimal('3000').times('3600000'); // 3,000 at a time
const ACTIVE_CONNECTION_MS_MUTUAL_TLS = decimal('1500').times('3600000');
const RULE_EVALUATIONS = decimal('3600000'); // 1,000 a second
const FREE_RULES = decimal('10');
// AWS's own LCU example turns 300 KB a second into 1.08 GB an hour: load balancers count decimal gigabytes.
const GIGABYTE = decimal('1000000000');
const GB_FOR_LAMBDA = decimal('0.4');

const DEFAULT_CONNECTION_MS = decimal('60000');
const TWO_ZONES = decimal('2');

export interface LoadBalancerTraffic {
  readonly requests: Decimal;
  /** Request and response bytes through the load balancer; null when a size is not stated. */
  readonly bytes: Decimal | null;
  readonly requestsEach: Decimal;
  readonly connectionMs: Decimal;
  readonly rules: Decimal;
  readonly mutualTls: boolean;
  readonly lambdaTarget: boolean;
}

/** The four dimensions of an LCU, in LCU-hours; the largest is billed. */
export type LcuDimensions = {
  readonly 'new connections': Decimal;
  readonly 'active connections': Decimal;
  readonly 'processed bytes': Decimal | null;
  readonly 'rule evaluations': Decimal;
};

/**
 * LCU-hours of a period by each dimension. Over a period with an even load, hours cancel out: 25 new connections
 * a second for an hour are 90,000 of them, whenever they come.
 */
export function lcuHours(load: LoadBalancerTraffic): LcuDimensions {
  const connections = quotient(load.requests, load.requestsEach);
  return openLcuHours({ ...load, connections, openMs: connections.times(load.connectionMs) });
}

/** Connections as such: how many are made, and how long all of them are open together; `requests` are what rules look at. */
export interface OpenConnections extends Omit<LoadBalancerTraffic, 'requestsEach' | 'connectionMs'> {
  readonly connections: Decimal;
  readonly openMs: Decimal;
}

/** LCU-hours of a period by each dimension, of connections whose time is known. */
export function openLcuHours(load: OpenConnections): LcuDimensions {
  const active = load.mutualTls ? ACTIVE_CONNECTION_MS_MUTUAL_TLS : ACTIVE_CONNECTION_MS;
  return {
    'new connections': quotient(load.connections, NEW_CONNECTIONS),
    'active connections': quotient(load.openMs, active),
    'processed bytes': load.bytes && quotient(load.bytes, load.lambdaTarget ? GIGABYTE.times(GB_FOR_LAMBDA) : GIGABYTE),
    'rule evaluations': quotient(load.requests.times(max(ZERO, load.rules.minus(FREE_RULES))), RULE_EVALUATIONS),
  };
}

/** Who opens connections to a load balancer: clients, or an API through its VPC link. */
export type Callers = 'clients' | 'vpc-link';

/** An Application Load Balancer: hours, LCUs by the binding dimension, and the public IPv4 addresses it holds. */
export function loadBalancer(
  balancer: NonNullable<Workload['loadBalancer']>,
  connections: NonNullable<NonNullable<Workload['traffic']>['connections']>,
  lambdaTarget: boolean,
  callers: Callers = 'clients',
): Hop {
  return {
    id: 'alb',
    side: 'front-door',
    meter(routed, { index, units: { hoursPerMonth } }) {
      const { count, bytes } = backendCalls(routed, index);
      const dimensions = lcuHours({
        requests: count,
        bytes,
        requestsEach: connections.requestsEach ?? ONE,
        connectionMs: connections.duration ?? DEFAULT_CONNECTION_MS,
        rules: balancer.rules ?? FREE_RULES,
        mutualTls: balancer.mutualTls ?? false,
        lambdaTarget,
      });
      return [
        balancerHours('alb/hours', hoursPerMonth, balancer.sharedBy),
        ...capacity('alb/lcu', dimensions),
        ...addresses(balancer, hoursPerMonth),
        ...(balancer.mutualTls ? trustStore(hoursPerMonth) : []),
        { type: 'assumed', id: 'alb-mean' },
        ...(connections.requestsEach === undefined
          ? ([{ type: 'assumed', id: callers === 'clients' ? 'alb-no-reuse' : 'vpc-link-no-reuse' }] as const)
          : []),
        ...(connections.duration === undefined
          ? ([{ type: 'assumed', id: callers === 'clients' ? 'alb-connection-60s' : 'vpc-link-idle-timeout' }] as const)
          : []),
        ...(balancer.rules === undefined ? ([{ type: 'assumed', id: 'alb-free-rules' }] as const) : []),
      ];
    },
  };
}

/** Hours of a load balancer, or this API's part of them where others share it. */
export function balancerHours(sku: 'alb/hours' | 'nlb/hours', hoursPerMonth: Decimal, sharedBy: Decimal | undefined): Usage {
  const hours = quotient(hoursPerMonth, sharedBy ?? ONE);
  return {
    type: 'usage',
    sku,
    consumedQuantity: hours,
    consumedUnit: 'hours',
    pricingQuantity: hours,
    note: sharedNote(sharedBy),
  };
}

export function sharedNote(sharedBy: Decimal | undefined): string | null {
  return sharedBy === undefined || sharedBy.eq(ONE) ? null : `one of ${sharedBy.toFixed()} that share it`;
}

/** Capacity units by the largest dimension, which alone is billed; one that nobody can know makes it a lower bound. */
export function capacity(
  sku: 'alb/lcu' | 'nlb/nlcu',
  dimensions: Readonly<Record<string, Decimal | null>>,
  sizes = 'traffic.request or traffic.response',
): readonly Metered[] {
  const known = Object.entries(dimensions).filter((entry): entry is [string, Decimal] => entry[1] !== null);
  const lcus = max(ZERO, ...known.map(([, value]) => value));
  const binding = known.find(([, value]) => value.eq(lcus))?.[0] ?? '';
  return [
    {
      type: 'usage',
      sku,
      consumedQuantity: lcus,
      consumedUnit: sku === 'alb/lcu' ? 'LCU-hours' : 'NLCU-hours',
      pricingQuantity: lcus,
      note: `${binding} bind (${known.map(([name, value]) => `${name} ${value.toDecimalPlaces(2).toFixed()}`).join(', ')})`,
    },
    ...(dimensions['processed bytes'] === null
      ? ([
          {
            type: 'incomplete',
            want: 'not-stated',
            sku,
            reason: `processed bytes may be the largest dimension, and ${sizes} is not stated`,
          },
        ] as const)
      : []),
  ];
}

/**
 * Clients are verified against a trust store, billed by the hour of its use (`TS-LoadBalancerUsage`):
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-billing-usage-reports.html
 */
export function trustStore(hoursPerMonth: Decimal): readonly Metered[] {
  return [
    {
      type: 'usage',
      sku: 'alb/trust-store',
      consumedQuantity: hoursPerMonth,
      consumedUnit: 'hours',
      pricingQuantity: hoursPerMonth,
      note: null,
    },
    { type: 'assumed', id: 'alb-verifies-clients' },
  ];
}

/** An internet-facing load balancer holds one public IPv4 address in each zone, billed by the hour since February 2024. */
export function addresses(balancer: NonNullable<Workload['loadBalancer']>, hoursPerMonth: Decimal): readonly Metered[] {
  if (balancer.internetFacing === false) return [];
  const hours = quotient((balancer.zones ?? TWO_ZONES).times(hoursPerMonth), balancer.sharedBy ?? ONE);
  return [
    {
      type: 'usage',
      sku: 'vpc/public-ipv4',
      consumedQuantity: hours,
      consumedUnit: 'hours',
      pricingQuantity: hours,
      note: 'one address in each zone',
    },
    ...(balancer.zones === undefined ? ([{ type: 'assumed', id: 'alb-two-zones' }] as const) : []),
    ...(balancer.internetFacing === undefined ? ([{ type: 'assumed', id: 'alb-internet-facing' }] as const) : []),
  ];
}
