import { ONE, ZERO, type Decimal } from '../money/decimal.ts';
import { gigabyte } from '../workload/units.ts';
import { bytesOf, ofFate, requestsOf, unstated } from './count.ts';
import { arriving, carriesBody, passing, type Hop, type Metered } from './hop.ts';

export interface Distribution {
  readonly hitRatio: Decimal | null;
  /** Shares of the traffic by geography; null when the workload does not say, and then `home` is assumed. */
  readonly geography: Readonly<Record<string, Decimal>> | null;
  readonly home: { readonly id: string; readonly title: string };
}

/**
 * An own CloudFront distribution, pay as you go: bytes to viewers and HTTPS requests by the viewers' geography, and
 * bytes of requests to the origin. What it answers never reaches the gateway. Transfer from an AWS origin to
 * CloudFront is free: https://aws.amazon.com/cloudfront/pricing/
 */
export function cloudfront({ hitRatio, geography, home }: Distribution): Hop {
  const shares = Object.entries(geography ?? { [home.id]: ONE }).filter(([, share]) => share.gt(ZERO));
  return {
    id: 'cloudfront',
    side: 'front-door',
    exit: ({ kind }) => (kind === 'good' && hitRatio?.gt(ZERO) ? { fate: 'edge-hit', share: hitRatio } : null),
    meter(journey, { index, units }) {
      const seen = arriving(journey, index);
      const toOrigin = passing(journey, index);
      const gb = (bytes: Decimal | null) => bytes && bytes.div(gigabyte(units));
      const out = gb(bytesOf(seen.filter(carriesBody), 'responseBytes'));
      const sentOn = gb(bytesOf(toOrigin, 'requestBytes'));
      const fromOrigin = gb(bytesOf(toOrigin.filter(carriesBody), 'responseBytes'));
      const metered: Metered[] = [];
      for (const [where, share] of shares) {
        const add = (
          sku: 'cloudfront/data-out' | 'cloudfront/https-requests' | 'cloudfront/to-origin',
          all: Decimal | null,
          unit: string,
        ) => {
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
      if (sentOn === null) metered.push({ type: 'incomplete', sku: 'cloudfront/to-origin', reason: 'traffic.request is not stated' });
      if (fromOrigin?.gt(ZERO)) {
        metered.push({
          type: 'unbilled',
          sku: 'data-transfer/out',
          consumedQuantity: fromOrigin,
          consumedUnit: 'GB',
          reason: 'from an AWS origin to CloudFront: free',
        });
      }
      const blocked = requestsOf(ofFate(journey.parcels, 'blocked'));
      if (blocked.gt(ZERO)) {
        for (const [where, share] of shares) {
          metered.push({
            type: 'unbilled',
            sku: 'cloudfront/https-requests',
            geography: where,
            consumedQuantity: blocked.times(share),
            consumedUnit: 'requests',
            reason: 'blocked by the web ACL: not billed by CloudFront',
          });
        }
        metered.push({ type: 'assumed', id: 'edge-blocked-free' });
      }
      metered.push({ type: 'assumed', id: 'edge-payg' });
      metered.push({ type: 'assumed', id: hitRatio === null ? 'edge-no-hits' : 'hits-of-answerable' });
      if (geography === null) metered.push({ type: 'assumed', id: 'edge-geography', value: home.title });
      return metered;
    },
  };
}
