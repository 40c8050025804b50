import type { PriceBook } from '../../pricebook/price-book.ts';
import { ALL_SKUS, SKUS, type Service } from '../../pricebook/skus.ts';

/** How old the prices of a service are. */
export interface ServiceAge {
  readonly service: Service;
  /** How many there are, and how many of them have no date. */
  readonly prices: number;
  readonly undated: number;
  readonly oldest: string | null;
  readonly newest: string | null;
}

/**
 * The age of every price by service, the oldest first.
 * @param regions of which; all where none are given. What CloudFront charges belongs to all of them.
 * @throws PriceError where a sheet is damaged.
 */
export function agesOf(book: PriceBook, regions: readonly string[]): readonly ServiceAge[] {
  const dates = new Map<Service, string[]>();
  for (const sku of ALL_SKUS)
    for (const place of book.places(sku)) {
      if (regions.length > 0 && 'region' in place && !regions.includes(place.region)) continue;
      const rate = book.rate(sku, place);
      if ('unavailable' in rate) continue;
      const { service } = SKUS[sku];
      const found = rate.tiers.filter(({ unitPrice }) => unitPrice !== null).map(({ source }) => source.published);
      dates.set(service, [...(dates.get(service) ?? []), ...found]);
    }
  const ages = [...dates].map(([service, all]): ServiceAge => {
    const dated = all.filter((one) => one !== 'undated').toSorted();
    return { service, prices: all.length, undated: all.length - dated.length, oldest: dated[0] ?? null, newest: dated.at(-1) ?? null };
  });
  return ages.toSorted((a, b) => ((a.oldest ?? '9') < (b.oldest ?? '9') ? -1 : 1));
}
