import { ONE, ZERO, type Decimal } from '../money/decimal.ts';
import type { PlanId } from '../workload/edge-fields.ts';
import { gigabyte, type Units } from '../workload/units.ts';
import { bytesOf, ofFate, requestsOf, unstated } from './count.ts';
import { planRows } from './edge-plan.ts';
import { arriving, carriesBody, passing, type Hop, type Routed, type Metered } from './hop.ts';

export interface Distribution {
  readonly hitRatio: Decimal | null;
  /** The flat-rate plan that pays for it; null for pay as you go. */
  readonly plan: PlanId | null;
  /** Shares of the traffic by geography; null when the workload does not say, and then `home` is assumed. */
  readonly geography: Readonly<Record<string, Decimal>> | null;
  readonly home: { readonly id: string; readonly title: string };
}

/**
 * Your own CloudFront distribution. Pay as you go: bytes to viewers and HTTPS requests by the viewers' geography, and
 * bytes of requests to the origin. By a flat-rate plan: its price. What it answers never reaches the gateway. Transfer from an AWS origin to
 * CloudFront is free: https://aws.amazon.com/cloudfront/pricing/
 */
export function cloudfront({ hitRatio, plan, geography, home }: Distribution): Hop {
  const shares = Object.entries(geography ?? { [home.id]: ONE }).filter(([, share]) => share.gt(ZERO));
  return {
    id: 'cloudfront',
    side: 'front-door',
    // Past what a plan allows there is no charge, and no promise either.
    ...(plan ? { stepwise: true } : {}),
    exit: ({ kind }) => (kind === 'good' && hitRatio?.gt(ZERO) ? { fate: 'edge-hit', share: hitRatio } : null),
    meter(routed, { index, units }) {
      const fromOrigin = freeFromOrigin(routed, index, units);
      const hits: Metered = { type: 'assumed', id: hitRatio === null ? 'edge-no-hits' : 'hits-of-answerable' };
      if (plan) return [...planRows(plan, routed, index, units), ...fromOrigin, hits];
      return [
        ...paidByUse(shares, routed, index, units),
        ...fromOrigin,
        ...blockedFree(shares, routed),
        { type: 'assumed', id: 'edge-payg' },
        hits,
        ...(geography === null ? ([{ type: 'assumed', id: 'edge-geography', value: home.title }] as const) : []),
      ];
    },
  };
}

type Shares = readonly (readonly [geography: string, share: Decimal])[];

const inGigabytes = (bytes: Decimal | null, units: Units) => bytes && bytes.div(gigabyte(units));

/** What pay as you go bills, geography by geography. */
function paidByUse(shares: Shares, routed: Routed, index: number, units: Units): readonly Metered[] {
  const seen = arriving(routed, index);
  const out = inGigabytes(bytesOf(seen.filter(carriesBody), 'responseBytes'), units);
  const sentOn = inGigabytes(bytesOf(passing(routed, index), 'requestBytes'), units);
  const metered: Metered[] = [];
  for (const [where, share] of shares) {
    const add = (sku: 'cloudfront/data-out' | 'cloudfront/https-requests' | 'cloudfront/to-origin', all: Decimal | null, unit: string) => {
      if (all === null || all.isZero()) return;
      const quantity = all.times(share);
      metered.push({
        type: 'usage',
        sku,
        geography: where,
        consumedQuantity: quantity,
        consumedUnit: unit,
        pricingQuantity: quantity,
        note: null,
      });
    };
    add('cloudfront/https-requests', requestsOf(seen), 'requests');
    add('cloudfront/data-out', out, 'GB');
    add('cloudfront/to-origin', sentOn, 'GB');
  }
  if (out === null) metered.push(unstated('data transfer to viewers', 'traffic.response'));
  // Only CloudFront bills bytes of requests, so leaving them out would flatter it.
  if (sentOn === null)
    metered.push({ type: 'incomplete', want: 'not-stated', sku: 'cloudfront/to-origin', reason: 'traffic.request is not stated' });
  return metered;
}

function freeFromOrigin(routed: Routed, index: number, units: Units): readonly Metered[] {
  const gigabytes = inGigabytes(bytesOf(passing(routed, index).filter(carriesBody), 'responseBytes'), units);
  if (!gigabytes?.gt(ZERO)) return [];
  return [
    {
      type: 'unbilled',
      sku: 'data-transfer/out',
      consumedQuantity: gigabytes,
      consumedUnit: 'GB',
      reason: 'from an AWS origin to CloudFront: free',
    },
  ];
}

function blockedFree(shares: Shares, routed: Routed): readonly Metered[] {
  const blocked = requestsOf(ofFate(routed.parcels, 'blocked'));
  if (!blocked.gt(ZERO)) return [];
  return [
    ...shares.map(([where, share]): Metered => ({
      type: 'unbilled',
      sku: 'cloudfront/https-requests',
      geography: where,
      consumedQuantity: blocked.times(share),
      consumedUnit: 'requests',
      reason: 'blocked by the web ACL: not billed by CloudFront',
    })),
    { type: 'assumed', id: 'edge-blocked-free' },
  ];
}
