import type { Place } from '../../pricebook/price-book.ts';
import { SKUS, type Sku } from '../../pricebook/skus.ts';
import type { Side } from './side.ts';

/** The name of a place as what it is: a Region, or a CloudFront geography. */
export function placeOf(sku: Sku, place: string): Place {
  return SKUS[sku].scope === 'region' ? { region: place } : { geography: place };
}

/**
 * What a place of one side is on the other: its Region is the other's Region, and, unless it is said where viewers are,
 * its home geography is the other's.
 */
export function across(sku: Sku, place: string, from: Side, to: Side): string {
  if (from.region === to.region) return place;
  if (SKUS[sku].scope === 'region') return place === from.region ? to.region : place;
  const stated = [from, to].some(({ workload }) => workload?.edge?.geography !== undefined);
  return !stated && place === from.book.homeGeography(from.region).id ? to.book.homeGeography(to.region).id : place;
}
