import type { Place } from '../../pricebook/place.ts';
import type { Rate, Tier, Unavailable } from '../../pricebook/price-book.ts';
import type { Sku } from '../../pricebook/skus.ts';
import { beside, type Beside } from './beside.ts';

/** A rate that one price list has otherwise than another. */
export interface RateChange {
  readonly sku: Sku;
  readonly place: Place;
  /** Both have it at different prices; or only the later, or only the earlier: also where it is a tier. */
  readonly status: 'moved' | 'new' | 'gone';
  readonly before: Rate | null;
  readonly now: Rate | null;
  /** `one` is before, `other` is now. */
  readonly bands: readonly Beside<Tier, Tier>[];
}

/** What became of a rate; null where its prices are the same. */
export function changeOf(sku: Sku, place: Place, was: Rate | Unavailable, is: Rate | Unavailable): RateChange | null {
  const [before, now] = [rateIn(was), rateIn(is)];
  const bands = beside(before?.tiers ?? [], now?.tiers ?? []);
  const status = bands.some((band) => band.isDifferent)
    ? 'moved'
    : bands.some(({ one, other }) => one === null && other !== null)
      ? 'new'
      : bands.some(({ one, other }) => one !== null && other === null)
        ? 'gone'
        : null;
  return status && { sku, place, status, before, now, bands };
}

function rateIn(found: Rate | Unavailable): Rate | null {
  return 'unavailable' in found ? null : found;
}

/** When AWS published a rate: the newest date of its tiers; null where none is dated. */
export function publishedOf(rate: Rate): string | null {
  const dates = rate.tiers.flatMap(({ unitPrice, source }) =>
    unitPrice === null || source.published === 'undated' ? [] : [source.published],
  );
  return dates.toSorted().at(-1) ?? null;
}
