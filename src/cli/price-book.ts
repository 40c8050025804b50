import { didYouMean } from '../errors/did-you-mean.ts';
import { UsageError } from '../errors/errors.ts';
import { openPriceBook, type PriceBook } from '../pricebook/price-book.ts';
import type { EditionId } from '../pricebook/sheet.ts';
import type { Ports } from './ports.ts';

/** The price book of the installed package. */
export function priceBook(ports: Ports, edition: EditionId): PriceBook {
  return openPriceBook(ports.prices(), edition);
}

/** A Region given as an option, known to the price book. */
export function knownRegion(region: string, book: PriceBook, option = '--region'): string {
  return known(region, book.regions, 'Region', option);
}

/** A CloudFront geography given as an option, known to the price book. */
export function knownGeography(geography: string, book: PriceBook): string {
  return known(geography, book.geographies, 'CloudFront geography', '--geography');
}

function known(name: string, names: readonly string[], what: string, option: string): string {
  if (names.includes(name)) return name;
  throw new UsageError(
    `${option} is "${name}", a ${what} without prices`,
    `the price book has ${names.join(', ')}`,
    `${option} ${didYouMean(name, names) ?? (names.includes('us-east-1') ? 'us-east-1' : names[0])}`,
  );
}
