import { placeId, type Place } from '../../pricebook/place.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { ALL_SKUS, SKUS, type Sku } from '../../pricebook/skus.ts';
import { GEOGRAPHY_PREFIXES, METERS, SERVICE_CODES } from '../../pricebook/usage-types.ts';
import { ON_DEMAND, type OfferRow, type Wants } from './row.ts';

/** What a row of AWS's prices. */
export interface Joined {
  readonly sku: Sku;
  readonly place: Place;
  readonly by: 'rate-code' | 'usage-type';
}

/** Why a row is none that our price sheets could have. Such rows are counted. */
export const PASSED = {
  reserved: 'of reservations and other terms than on demand',
  spot: 'of spot usage',
  currency: 'in another currency than US dollars',
  free: 'of free tiers, which are allowances here',
  elsewhere: 'of Outposts, local zones and places that have no price sheet',
  unknown: 'of what no sku prices',
} as const;
export type Passed = keyof typeof PASSED;

export interface Joiner {
  readonly wants: Wants;
  join(row: OfferRow): Joined | Passed;
  /** Where a row counts, for what else a file should have of its service. */
  placeOf(row: OfferRow): Place | null;
}

/**
 * The prefix of a Region: `EUW2-`, `EU-`, none. Those of other products have no digit: `IA-`, `TS-`, `Outposts-`. So it is in
 * AWS's offer files of 2026-08-31, of 23 Regions.
 */
const REGION_PREFIX = /^(?:EU|[A-Z]{2,3}\d)-/;

const SPOT = /(?:^|-)SpotUsage(?::|$)/;

/** AWS's free tier has an offer term of its own, in rows that list to which products it applies. */
const FREE_TERM = 'A429C66SYZ';

/** Joins rows to skus: by a rate code that our sheets hold, else by usage type and operation. */
export function joinerOf(book: PriceBook): Joiner {
  const codes = new Map<string, Joined>();
  const stated = new Map<string, Place>();
  for (const sku of ALL_SKUS)
    for (const place of book.places(sku)) {
      const rate = book.rate(sku, place);
      if ('unavailable' in rate) continue;
      for (const { skuPriceId } of rate.tiers) if (skuPriceId !== null) codes.set(productOf(skuPriceId), { sku, place, by: 'rate-code' });
      if (rate.usageType !== null) stated.set(keyOf(SERVICE_CODES[SKUS[sku].service], rate.usageType), place);
    }
  const meters = metersByName();
  const geographies = new Map(Object.entries(GEOGRAPHY_PREFIXES).map(([geography, prefix]) => [prefix, { geography }]));
  const regions = new Map<string, Place>(book.regions.map((region) => [region, { region }]));
  const named = new Map<string, Place>(book.regions.map((region) => [locationOf(book.placeName({ region })), { region }]));
  const placeOf = ({ service, region, location, usageType }: OfferRow): Place | null => {
    if (service === SERVICE_CODES['Amazon CloudFront']) return geographies.get(usageType.split('-', 1)[0] ?? '') ?? null;
    if (region !== null) return regions.get(region) ?? null;
    return named.get(locationOf(location)) ?? stated.get(keyOf(service, usageType)) ?? null;
  };
  return {
    placeOf,
    wants: ({ sku, usageType }) => codes.has(sku) || meters.names.has(nameOf(usageType)) || SPOT.test(usageType),
    join(row) {
      if (row.termType !== ON_DEMAND) return row.termType.toLowerCase() === 'spot' ? 'spot' : 'reserved';
      if (SPOT.test(row.usageType)) return 'spot';
      if (row.currency !== 'USD') return 'currency';
      if (row.rateCode.split('.')[1] === FREE_TERM) return 'free';
      const known = codes.get(productOf(row.rateCode));
      const place = placeOf(row);
      // Where a row states no Region, or CloudFront's usage types no geography, its code tells where it counts.
      const isOpen = place === null && (row.region === null || row.service === SERVICE_CODES['Amazon CloudFront']);
      if (known) return isOpen || (place !== null && placeId(place) === placeId(known.place)) ? known : 'elsewhere';
      const name = nameOf(row.usageType);
      const found = meters.byName
        .get(keyOf(row.service, name))
        ?.find((one) => one.operation === undefined || one.operation === row.operation);
      if (found === undefined) return 'unknown';
      const isInRegion = row.locationType === '' || row.locationType === 'AWS Region' || SKUS[found.sku].scope === 'geography';
      return place === null || !isInRegion ? 'elsewhere' : { sku: found.sku, place, by: 'usage-type' };
    },
  };
}

/** AWS calls the same places EU and Europe. */
const locationOf = (name: string) => name.replace(/^Europe \(/, 'EU (');

/** AWS's SKU: what of a rate code stays when its tiers change. */
export const productOf = (rateCode: string) => rateCode.split('.', 1)[0] ?? '';

const keyOf = (service: string | undefined, name: string) => `${service ?? ''} ${name}`;

/** A usage type without the prefix of its Region or geography. */
function nameOf(usageType: string): string {
  const bare = usageType.replace(REGION_PREFIX, '');
  return bare === usageType && GEOGRAPHIES.test(usageType) ? usageType.slice(3) : bare;
}
const GEOGRAPHIES = new RegExp(`^(?:${Object.values(GEOGRAPHY_PREFIXES).join('|')})-(?=DataTransfer-Out-|Requests-)`);

function metersByName() {
  const byName = new Map<string, { readonly sku: Sku; readonly operation: string | undefined }[]>();
  const names = new Set<string>();
  for (const sku of ALL_SKUS) {
    const meter = METERS[sku];
    if (meter === undefined) continue;
    for (const name of [meter.usageType, ...(meter.elsewhere === undefined ? [] : [meter.elsewhere])]) {
      const key = keyOf(SERVICE_CODES[SKUS[sku].service], name);
      byName.set(key, [...(byName.get(key) ?? []), { sku, operation: meter.operation }]);
      names.add(name);
    }
  }
  return { byName, names };
}
