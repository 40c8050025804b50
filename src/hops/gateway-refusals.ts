import type { Sku } from '../pricebook/skus.ts';
import { ofFate, requestsOf } from './count.ts';
import type { Fate, Finished } from './flow.ts';
import { passing, type Routed, type Metered } from './hop.ts';

/**
 * Splits what arrived at a gateway into what it bills and what it does not. AWS staff say that API Gateway does
 * not bill calls it refuses for authorization, keys, quota or throttling (re:Post, 2020, repeated later). A web ACL of
 * the API itself is the hop right before it; one at CloudFront is not, and what that blocks never comes near the API.
 */
export function refusedRows(
  sku: Sku,
  routed: Routed,
  index: number,
): { readonly billed: readonly Finished[]; readonly rows: readonly Metered[] } {
  const reasons: readonly (readonly [Fate, string])[] = [
    ['unauthorized', 'refused (401, 403): not billed by API Gateway'],
    ['throttled', 'throttled (429): not billed by API Gateway'],
  ];
  const arrived = passing(routed, index);
  const rows: Metered[] = [];
  const add = (parcels: readonly Finished[], reason: string) => {
    const requests = requestsOf(parcels);
    if (!requests.isZero()) rows.push({ type: 'unbilled', sku, consumedQuantity: requests, consumedUnit: 'requests', reason });
  };
  for (const [fate, reason] of reasons) add(ofFate(arrived, fate), reason);
  add(
    routed.parcels.filter((parcel) => parcel.fate === 'blocked' && parcel.endedAt === index - 1),
    'blocked by the web ACL: not billed by API Gateway',
  );
  if (rows.length > 0) rows.push({ type: 'assumed', id: 'refused-free' });
  if (ofFate(arrived, 'preflight-answered', 'invalid').length > 0) rows.push({ type: 'assumed', id: 'answered-billed' });
  return { billed: arrived.filter(({ fate }) => fate !== 'unauthorized' && fate !== 'throttled'), rows };
}
