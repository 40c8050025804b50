import { didYouMean } from '../../../errors/did-you-mean.ts';
import { UsageError } from '../../../errors/errors.ts';
import type { PriceBook } from '../../../pricebook/price-book.ts';
import { ALL_SKUS, SKUS } from '../../../pricebook/skus.ts';
import { SERVICE_CODES } from '../../../pricebook/usage-types.ts';
import { knownRegion } from '../../known-place.ts';

/** A service of AWS that prices skus, by the code of its price lists. */
export interface WantedService {
  readonly code: string;
  /** Whether it has a list for each Region; else one for the whole world. */
  readonly isRegional: boolean;
}

export interface Wanted {
  readonly services: readonly WantedService[];
  readonly regions: readonly string[];
  /** Services that price something and are only fetched when they are named. */
  readonly leftOut: readonly string[];
}

/**
 * Of its list only NAT gateways are priced here, and it has 450 MB in one Region as JSON: https://github.com/mattrobinsonsre/terrapod/issues/956
 * (2026-07-22).
 */
const LARGE: ReadonlySet<string> = new Set(['AmazonEC2']);

/**
 * Which price lists are wanted: of all services that price something, in the Regions that have a sheet.
 * @throws UsageError for a Region or a service that has no prices here.
 */
export function wantedOf(options: { readonly region?: readonly string[]; readonly service?: readonly string[] }, book: PriceBook): Wanted {
  const services = servicesOf();
  const codes = serviceCodes();
  for (const name of options.service ?? []) {
    if (codes.includes(name)) continue;
    const meant = didYouMean(name, codes) ?? codes[0];
    throw new UsageError(
      `--service is "${name}", which prices nothing here`,
      `a service is named as AWS's price lists are: ${codes.join(', ')}`,
      `--service ${meant}`,
    );
  }
  for (const region of options.region ?? []) {
    if (region.startsWith('cn-'))
      throw new UsageError(
        `--region is "${region}", a Region of China`,
        'its prices are in CNY and stand in the price list of another partition, pricing.cn-north-1.amazonaws.com.cn; here all prices are in US dollars',
        null,
      );
    knownRegion(region, book);
  }
  return {
    services: services.filter(({ code }) => options.service?.includes(code) ?? !LARGE.has(code)),
    regions: options.region === undefined ? book.regions : [...new Set(options.region)],
    leftOut: options.service === undefined ? codes.filter((code) => LARGE.has(code)) : [],
  };
}

/** The services that price something, by the codes of their price lists. */
export function serviceCodes(): readonly string[] {
  return servicesOf().map(({ code }) => code);
}

function servicesOf(): readonly WantedService[] {
  const services = new Map<string, WantedService>();
  for (const sku of ALL_SKUS) {
    const { service, scope } = SKUS[sku];
    const code = SERVICE_CODES[service];
    if (code !== undefined && scope !== 'stated') services.set(code, { code, isRegional: scope === 'region' });
  }
  return [...services.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
