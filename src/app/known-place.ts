import { didYouMean } from '../errors/did-you-mean.ts';
import { UsageError } from '../errors/errors.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { regionMeant } from '../workload/region-names.ts';

/** A Region given as an option, known to the price book; null where none is given. */
export function knownRegion(region: string | undefined, book: PriceBook, option = '--region'): string | null {
  if (region === undefined || book.regions.includes(region)) return region ?? null;
  const { because, region: right } = regionMeant(region, book.regions);
  throw new UsageError(`${option} is "${region}", a Region without prices`, because, `${option} ${right}`);
}

/** A CloudFront geography given as an option, known to the price book. */
export function knownGeography(geography: string, book: PriceBook): string {
  const names = book.geographies;
  if (names.includes(geography)) return geography;
  throw new UsageError(
    `--geography is "${geography}", a CloudFront geography without prices`,
    `the price book has ${names.join(', ')}`,
    `--geography ${didYouMean(geography, names) ?? names[0]}`,
  );
}
