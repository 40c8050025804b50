import { didYouMean } from '../errors/did-you-mean.ts';
import { UsageError } from '../errors/errors.ts';
import type { PriceBook } from '../pricebook/price-book.ts';

/** A Region given as an option, known to the price book; null where none is given. */
export function knownRegion(region: string | undefined, book: PriceBook, option = '--region'): string | null {
  return region === undefined ? null : known(region, book.regions, 'Region', option);
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
