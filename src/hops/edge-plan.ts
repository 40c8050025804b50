import { planName, PLANS } from '../facts/cloudfront-plans.ts';
import { ONE, quotient, type Decimal } from '../money/decimal.ts';
import { WORLDWIDE } from '../pricebook/skus.ts';
import type { PlanId } from '../workload/edge-fields.ts';
import { roundedShareInWords } from '../workload/in-words.ts';
import { gigabyte, type Units } from '../workload/units.ts';
import { bytesOf, ofFate, requestsOf } from './count.ts';
import type { Parcel } from './flow.ts';
import { arriving, type Routed, type Metered } from './hop.ts';

/** What a plan counts of a month: requests, and data to viewers in GB; null where a size is not stated. */
export interface Counted {
  readonly requests: Decimal;
  readonly gigabytes: Decimal | null;
}

/**
 * Counts what arrives at a distribution. Leave out what its web ACL blocks, which never counts:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html
 */
export function countedByPlan(arrived: readonly Parcel[], units: Units): Counted {
  // Whatever becomes of the others further on, their answers are a few bytes.
  const bytes = bytesOf(
    arrived.filter(({ kind }) => kind === 'good' || kind === 'attack'),
    'responseBytes',
  );
  return { requests: requestsOf(arrived), gigabytes: bytes && bytes.div(gigabyte(units)) };
}

/** A month of a flat-rate plan: one price for requests, bytes and the web ACL, and no charge for more than it allows. */
export function planRows(plan: PlanId, routed: Routed, index: number, units: Units): readonly Metered[] {
  const { requests, gigabytes } = countedByPlan(arriving(routed, index), units);
  const allowed = PLANS[plan];
  const used = (part: Decimal, of: Decimal) => `in the plan: ${roundedShareInWords(quotient(part, of))} of what it allows`;
  return [
    {
      type: 'usage',
      sku: `cloudfront/plan-${plan}`,
      geography: WORLDWIDE,
      consumedQuantity: ONE,
      consumedUnit: 'months',
      pricingQuantity: ONE,
      note: 'one distribution, with its web ACL',
    },
    ...covered('cloudfront/https-requests', requests, 'requests', used(requests, allowed.requests)),
    ...(gigabytes === null ? [] : covered('cloudfront/data-out', gigabytes, 'GB', used(gigabytes, allowed.gigabytes))),
    ...covered(
      'cloudfront/https-requests',
      requestsOf(ofFate(routed.parcels, 'blocked')),
      'requests',
      'blocked by the web ACL: the plan does not count them',
    ),
    { type: 'assumed', id: 'edge-plan', value: planName(plan) },
  ];
}

function covered(
  sku: 'cloudfront/https-requests' | 'cloudfront/data-out',
  quantity: Decimal,
  unit: string,
  reason: string,
): readonly Metered[] {
  if (quantity.isZero()) return [];
  return [{ type: 'unbilled', sku, geography: WORLDWIDE, consumedQuantity: quantity, consumedUnit: unit, reason }];
}
