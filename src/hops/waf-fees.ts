import { decimal, max, min, ONE, quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { toBytes, type Units } from '../workload/units.ts';
import { requestsOf, unstated } from './count.ts';
import type { Finished } from './flow.ts';
import type { Metered } from './hop.ts';

type Acl = NonNullable<Workload['waf']>;
interface Place {
  readonly region?: string;
}

/** Capacity units (WCU) in the price of a request, and the step of those beyond. */
const INCLUDED_WCU = decimal('1500');
const STEP_WCU = decimal('500');

/** Whether more is asked for than the price of a request holds. */
export const overCapacity = ({ capacity }: Acl): boolean => capacity?.gt(INCLUDED_WCU) === true;
export const overBody = ({ bodyInspection }: Acl): boolean => bodyInspection !== undefined && bodyInspection !== '16 KB';

/** Each request costs more for each started 500 WCU of a web ACL above 1,500: https://aws.amazon.com/waf/pricing/ */
export function capacityFee({ capacity }: Acl, inspected: Decimal, place: Place): readonly Metered[] {
  if (capacity === undefined || !overCapacity({ capacity }) || inspected.isZero()) return [];
  const steps = quotient(capacity.minus(INCLUDED_WCU), STEP_WCU).ceil();
  return [
    {
      type: 'usage',
      sku: 'waf/capacity',
      ...place,
      consumedQuantity: inspected,
      consumedUnit: 'requests',
      pricingQuantity: inspected.times(steps),
      note: `${steps.toFixed()} started 500 WCU for each request`,
    },
  ];
}

/**
 * And for each 16 KB of its body analyzed beyond the first 16: https://aws.amazon.com/waf/pricing/. Nothing is analyzed beyond the
 * limit that is set: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-setting-body-inspection-limit.html
 */
export function bodyFee({ bodyInspection }: Acl, inspected: readonly Finished[], place: Place, units: Units): readonly Metered[] {
  if (bodyInspection === undefined || !overBody({ bodyInspection })) return [];
  if (inspected.some(({ requestBytes }) => requestBytes === null)) return [unstated('bodies inspected beyond 16 KB', 'traffic.request')];
  const step = bodyLimit('16 KB', units);
  const most = bodyLimit(bodyInspection, units);
  const steps = (bytes: Decimal) => quotient(max(ZERO, min(bytes, most).minus(step)), step).ceil();
  const larger = inspected.filter(({ requestBytes }) => steps(requestBytes ?? ZERO).gte(ONE));
  if (larger.length === 0) return [];
  return [
    {
      type: 'usage',
      sku: 'waf/body-inspection',
      ...place,
      consumedQuantity: requestsOf(larger),
      consumedUnit: 'requests',
      pricingQuantity: sum(larger.map(({ requests, requestBytes }) => requests.times(steps(requestBytes ?? ZERO)))),
      note: `started 16 KB of bodies beyond the first, up to ${bodyInspection}`,
    },
  ];
}

/** How much of a body is inspected, in bytes of an edition. */
export function bodyLimit(set: NonNullable<Acl['bodyInspection']>, units: Units): Decimal {
  return toBytes({ amount: decimal(set.replace(' KB', '')), unit: 'KB' }, units);
}

/** What of both is not stated, where there is anything that has a capacity or reads a body. */
export function feesAssumed(acl: Acl, host: 'gateway' | 'alb' | 'cloudfront'): readonly Metered[] {
  const rules = [acl.rules, acl.managedGroups].some((one) => one?.isZero() === false) || (acl.ruleGroups ?? []).length > 0;
  if (!rules) return [];
  const assumed = [
    ...(acl.capacity === undefined ? ['no more than 1,500 WCU'] : []),
    ...(acl.bodyInspection === undefined && host !== 'alb' ? ['the default limit of 16 KB for bodies'] : []),
  ];
  return assumed.length === 0 ? [] : [{ type: 'assumed', id: 'waf-base-fee', value: assumed.join(' and ') }];
}
