import { decimal, ONE, quotient, type Decimal } from '../money/decimal.ts';
import type { Sku } from '../pricebook/skus.ts';
import type { Size } from '../workload/quantity.ts';
import type { LambdaFunction } from '../workload/schema.ts';
import { gigabyte, toBytes, type Units } from '../workload/units.ts';
import { backendCalls } from './backend-calls.ts';
import type { Hop, Metered } from './hop.ts';
import { sharedNote } from './load-balancer.ts';

const TWO_ZONES = decimal('2');

type Network = NonNullable<LambdaFunction['vpc']>;

/** What is billed while it stands, and for what passes it. */
interface Way {
  readonly hours: Sku;
  readonly data: Sku;
  /** So many, each in a zone. */
  readonly count: Decimal;
  readonly note: string;
  readonly stated: { readonly data?: Size | undefined; readonly sharedBy?: Decimal | undefined };
  readonly field: string;
  /** Dollars an hour and a GB that the workload states, and what takes these: then the published rates are not asked. */
  readonly own?: { readonly sku: Sku; readonly hourly?: Decimal | undefined; readonly perGB?: Decimal | undefined };
}

/**
 * What a function in a VPC needs to reach anything outside it: it has no public address of its own there.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html
 */
export function functionNetwork({ nat, endpoints }: Network): Hop {
  return {
    id: 'function-network',
    side: 'backend',
    meter(routed, { index, units }) {
      const { count } = backendCalls(routed, index);
      if (!nat && !endpoints) return [nothingStated()];
      return [...(nat ? byNat(nat, count, units) : []), ...(endpoints ? byEndpoints(endpoints, count, units) : [])];
    },
  };
}

function nothingStated(): Metered {
  return {
    type: 'not-priced',
    what: 'a NAT gateway or VPC endpoints of the function',
    because: 'the function is in a VPC, and backend.lambda.vpc states neither',
    field: 'backend.lambda.vpc',
  };
}

/** A public NAT gateway in each zone, with its address: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html */
function byNat(nat: NonNullable<Network['nat']>, invocations: Decimal, units: Units): readonly Metered[] {
  const zones = nat.zones ?? ONE;
  if (zones.isZero()) return [];
  const hours = quotient(zones.times(units.hoursPerMonth), nat.sharedBy ?? ONE);
  return [
    ...metered(
      {
        hours: 'nat-gateway/hours',
        data: 'nat-gateway/data',
        count: zones,
        note: `${zones.toFixed()} ${zones.eq(ONE) ? 'zone' : 'zones'}`,
        stated: nat,
        field: 'backend.lambda.vpc.nat.data',
        own: { sku: 'nat-gateway/stated', hourly: nat.hourly, perGB: nat.perGB },
      },
      invocations,
      units,
    ),
    {
      type: 'usage',
      sku: 'vpc/public-ipv4',
      consumedQuantity: hours,
      consumedUnit: 'hours',
      pricingQuantity: hours,
      note: 'one address of each NAT gateway',
    },
    ...(nat.zones === undefined ? ([{ type: 'assumed', id: 'nat-one-zone' }] as const) : []),
    {
      type: 'not-priced',
      what: 'data transfer behind the NAT gateway',
      because: 'what of it goes out to the internet, or to another zone, is not in the workload',
      field: null,
    },
  ];
}

function byEndpoints(endpoints: NonNullable<Network['endpoints']>, invocations: Decimal, units: Units): readonly Metered[] {
  const { services = ONE, zones = TWO_ZONES } = endpoints;
  return [
    ...metered(
      {
        hours: 'privatelink/endpoint-hours',
        data: 'privatelink/data',
        count: services.times(zones),
        note: `of the function, ${services.toFixed()} in ${zones.toFixed()} ${zones.eq(ONE) ? 'zone' : 'zones'}`,
        stated: endpoints,
        field: 'backend.lambda.vpc.endpoints.data',
      },
      invocations,
      units,
    ),
    ...(endpoints.services === undefined ? ([{ type: 'assumed', id: 'function-endpoint-one-service' }] as const) : []),
    ...(endpoints.zones === undefined ? ([{ type: 'assumed', id: 'function-endpoint-two-zones' }] as const) : []),
  ];
}

function metered(
  { hours: ofHours, data: ofData, count, note, stated, field, own }: Way,
  invocations: Decimal,
  units: Units,
): readonly Metered[] {
  const hours = quotient(count.times(units.hoursPerMonth), stated.sharedBy ?? ONE);
  const gigabytes = stated.data === undefined ? null : quotient(invocations.times(toBytes(stated.data, units)), gigabyte(units));
  return [
    used(ofHours, hours, 'hours', [note, sharedNote(stated.sharedBy)].filter(Boolean).join(', '), own && [own.sku, own.hourly]),
    ...(gigabytes === null
      ? ([{ type: 'incomplete', want: 'not-stated', sku: ofData, reason: `${field} is not stated` }] as const)
      : gigabytes.isZero()
        ? []
        : [used(ofData, gigabytes, 'GB', 'what invocations send and receive', own && [own.sku, own.perGB])]),
  ];
}

/** At AWS's rate, or in dollars at one that the workload states. */
function used(
  sku: Sku,
  quantity: Decimal,
  unit: 'hours' | 'GB',
  note: string,
  own: readonly [Sku, Decimal | undefined] | undefined,
): Metered {
  const [instead, rate] = own ?? [];
  if (instead === undefined || rate === undefined)
    return { type: 'usage', sku, consumedQuantity: quantity, consumedUnit: unit, pricingQuantity: quantity, note };
  return {
    type: 'usage',
    sku: instead,
    consumedQuantity: quantity,
    consumedUnit: unit,
    pricingQuantity: quantity.times(rate),
    note: `${note}, at the stated $${rate.toFixed()} ${unit === 'hours' ? 'an hour' : 'a GB'}`,
  };
}
