import { placeId, type Place } from '../../pricebook/place.ts';
import type { PriceBook, Rate } from '../../pricebook/price-book.ts';
import { geographyOf } from '../../pricebook/price-list.ts';
import type { Layer, PriceData, RawRate, RegionSheet, SourceSheet } from '../../pricebook/sheet.ts';
import { cloudfrontText, regionText, sourcesText } from '../../pricebook/sheet-text.ts';
import { WORLDWIDE, type Sku } from '../../pricebook/skus.ts';

type Source = SourceSheet[string];

/** Rates that are imported, over those of earlier times. */
export interface Laying {
  /** The price list with what is laid so far. */
  readonly data: PriceData;
  put(sku: Sku, place: Place, rate: RawRate, source: Source): void;
  /** When a rate of it was published, to the second where that is known. */
  publishedAt(rate: Rate): string | null;
  /** The sheets, by file name; none where nothing was laid. */
  sheets(): ReadonlyMap<string, string>;
}

/** @param book of the price list on which it is laid. */
export function layingOn(list: PriceData, book: PriceBook): Laying {
  const added = list.added ?? [];
  const earlier = added.find(({ kind }) => kind === 'imported');
  const sources = new Map<string, Source>(Object.entries(earlier?.sources ?? {}));
  const places: readonly Place[] = [
    ...book.regions.map((region) => ({ region })),
    ...[...book.geographies, WORLDWIDE].map((geography) => ({ geography })),
  ];
  const rates = new Map<string, Record<string, RawRate>>();
  const unavailable = new Map<string, Record<string, RegionSheet['unavailable'][string]>>();
  let isLaid = false;
  for (const place of places) {
    const known = earlier?.at(place);
    if (known === undefined) continue;
    rates.set(placeId(place), { ...known.rates });
    unavailable.set(placeId(place), { ...known.unavailable });
  }
  const layer = (): Layer => ({
    id: 'imported',
    kind: 'imported',
    sources: Object.fromEntries(sources),
    fileOf: (sheet) => `${sheet}.yaml`,
    at: (place) => {
      const found = rates.get(placeId(place));
      return found && { name: placeId(place), rates: found, unavailable: unavailable.get(placeId(place)) ?? {} };
    },
  });
  const ratesIn = (id: string) => rates.get(id) ?? {};
  const cloudfront = () => {
    const named = (id: string) => geographyOf(list, id)?.title ?? id;
    const geographies = book.geographies.map((id) => {
      const regions = Object.hasOwn(list.cloudfront.geographies, id) ? (list.cloudfront.geographies[id]?.regions ?? []) : [];
      return [id, { title: named(id), regions, rates: ratesIn(id) }] as const;
    });
    const filled = geographies.filter(([, one]) => Object.keys(one.rates).length > 0);
    return cloudfrontText(Object.fromEntries(filled), { title: named(WORLDWIDE), rates: ratesIn(WORLDWIDE) });
  };
  return {
    get data() {
      return { ...list, added: [...added.filter((one) => one !== earlier), layer()] };
    },
    put(sku, place, rate, source) {
      const id = placeId(place);
      isLaid = true;
      delete unavailable.get(id)?.[sku];
      rates.set(id, { ...ratesIn(id), [sku]: rate });
      if (!sources.has(rate.source)) sources.set(rate.source, source);
    },
    publishedAt: ({ from, source }) => (from.kind === 'imported' ? (sources.get(source.id)?.publishedAt ?? null) : null),
    sheets() {
      if (!isLaid) return new Map();
      const used = new Set(
        [...rates.values()].flatMap((of) =>
          Object.values(of).flatMap(({ source, tiers }) => [
            source,
            ...tiers.flatMap((tier) => ('source' in tier ? (tier.source ?? []) : [])),
          ]),
        ),
      );
      const sheets = new Map([['sources.yaml', sourcesText(Object.fromEntries([...sources].filter(([id]) => used.has(id))))]]);
      for (const region of book.regions)
        if (rates.has(region))
          sheets.set(`${region}.yaml`, regionText(region, book.placeName({ region }), ratesIn(region), unavailable.get(region)));
      if ([...book.geographies, WORLDWIDE].some((id) => rates.has(id))) sheets.set('cloudfront.yaml', cloudfront());
      return sheets;
    },
  };
}
