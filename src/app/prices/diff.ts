import { own } from '../../reading/own.ts';
import { placeId, type Place } from '../../pricebook/place.ts';
import { openPriceBook, type PriceBook, type Rate, type Unavailable } from '../../pricebook/price-book.ts';
import type { Layer, PriceData, RawRate, SourceSheet } from '../../pricebook/sheet.ts';
import { ALL_SKUS, type Sku } from '../../pricebook/skus.ts';
import type { Answer } from '../answer.ts';
import { changeOf, type RateChange } from './changes.ts';

/** A price list, under the name by which it is told. */
export interface NamedList {
  readonly name: string;
  readonly prices: PriceData;
}

export interface ListDiff extends Answer {
  readonly before: string;
  readonly now: string;
  readonly changes: readonly RateChange[];
  /** How many rates both have alike. */
  readonly equal: number;
}

/** What two price lists have otherwise, sku by sku and place by place. */
export function diffLists(before: NamedList, now: NamedList): ListDiff {
  const [was, is] = [openPriceBook(before.prices), openPriceBook(now.prices)];
  const changes: RateChange[] = [];
  let equal = 0;
  for (const sku of ALL_SKUS)
    for (const place of placesOf(sku, was, is)) {
      const [one, other] = [rateIn(was, sku, place), rateIn(is, sku, place)];
      const change = changeOf(sku, place, one, other);
      if (change !== null) changes.push(change);
      else if (!('unavailable' in one)) equal += 1;
    }
  return { before: before.name, now: now.name, changes, equal, problems: [], failed: false, remarks: [] };
}

function placesOf(sku: Sku, ...books: readonly PriceBook[]): readonly Place[] {
  return [...new Map(books.flatMap((book) => book.places(sku)).map((place) => [placeId(place), place])).values()];
}

/** A list may have no sheet of a Region. */
function rateIn(book: PriceBook, sku: Sku, place: Place): Rate | Unavailable {
  const known = 'geography' in place || book.regions.includes(place.region);
  return known ? book.rate(sku, place) : { unavailable: 'the list has no sheet of it' };
}

/**
 * The list as it was on a day: of its layers, the topmost rate that AWS had published by then. What has no date is in it.
 */
export function listOn(day: string, prices: PriceData): PriceData {
  const kept = (rates: Readonly<Record<string, RawRate>>, sources: SourceSheet) =>
    Object.fromEntries(
      Object.entries(rates).filter(([, { source, tiers }]) =>
        tiers.every((tier) => ('unavailable' in tier ? true : isBy(own(sources, tier.source ?? source)?.published, day))),
      ),
    );
  const { cloudfront, sources } = prices;
  const geographies = Object.entries(cloudfront.geographies).map(([id, one]) => [id, { ...one, rates: kept(one.rates, sources) }]);
  return {
    ...prices,
    cloudfront: {
      ...cloudfront,
      geographies: Object.fromEntries(geographies) as typeof cloudfront.geographies,
      worldwide: { ...cloudfront.worldwide, rates: kept(cloudfront.worldwide.rates, sources) },
    },
    sheet: (region) => {
      const sheet = prices.sheet(region);
      return { ...sheet, rates: kept(sheet.rates, sources) };
    },
    added: (prices.added ?? []).map((layer): Layer => ({
      ...layer,
      at: (place) => {
        const sheet = layer.at(place);
        return sheet && { ...sheet, rates: kept(sheet.rates, layer.sources) };
      },
    })),
  };
}

function isBy(published: string | undefined, day: string): boolean {
  return published === undefined || published === 'undated' || published <= day;
}
