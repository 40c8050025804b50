import { PriceError, UsageError } from '../errors/errors.ts';
import { ONE, ZERO, type Decimal } from '../money/decimal.ts';
import { own } from '../reading/own.ts';
import { cellsOf, type Cells } from './cells.ts';
import { coverOf, isLaid, type Agreement, type Contract, type Holder } from './contract.ts';
import { contracted } from './contracted.ts';
import { placeId, type Place } from './place.ts';
import { geographyOf, priceListOf } from './price-list.ts';
import { ratesOf, sourcesOf, type Rate, type Source, type Unavailable } from './rate.ts';
import type { EditionId, PriceData } from './sheet.ts';
import { SKUS, WORLDWIDE, type Sku, type SkuDefinition } from './skus.ts';

export type { Place } from './place.ts';
export type { Rate, Tier, Unavailable } from './rate.ts';

/** What is used free of charge each month before a rate applies, by everything in the organisation together. */
export interface Allowance {
  readonly id: string;
  /** `always` never expires; `legacy` is of the first 12 months of accounts opened before 15 July 2025. */
  readonly of: 'always' | 'legacy';
  readonly skus: readonly Sku[];
  readonly quantity: Decimal;
  readonly source: Source;
  readonly note: string;
  readonly excludes: readonly string[];
}

/** By which rules one decides, whatever the price list: the length of a month, the size of a KB, the Regions it speaks of. */
interface Edition {
  readonly id: EditionId;
  readonly title: string;
  readonly hoursPerMonth: Decimal;
  readonly bytesPerKB: Decimal;
}

/** A price list, as one edition reads it. Pure lookups; nothing is computed here. */
export interface PriceBook {
  readonly edition: Edition;
  /** Regions that the edition prices. */
  readonly regions: readonly string[];
  readonly geographies: readonly string[];
  readonly allowances: readonly Allowance[];
  /** The contract that is known, laid or not. */
  readonly agreement: Agreement | null;
  /** By which it prices; null for a book of what AWS lists. */
  readonly contract: Contract | null;
  /** From the topmost layer of the price list that is not silent on it. */
  rate(sku: Sku, place: Place): Rate | Unavailable;
  /** The CloudFront geography in which a Region lies. */
  homeGeography(region: string): { readonly id: string; readonly title: string };
  /** Every place that could have a rate of a sku. */
  places(sku: Sku): readonly Place[];
  /** Human name of a Region or geography. */
  placeName(place: Place): string;
}

const PLACES = {
  region: (_data, regions) => regions.map((region) => ({ region })),
  geography: ({ cloudfront }) => Object.keys(cloudfront.geographies).map((geography) => ({ geography })),
  worldwide: () => [{ geography: WORLDWIDE }],
  stated: () => [],
} satisfies Record<SkuDefinition['scope'], (data: PriceData, regions: readonly string[]) => readonly Place[]>;

/** A dollar that a workload states costs a dollar, whatever the price list. */
function asStated(sku: Sku, place: Place): Rate {
  const source: Source = { id: 'workload', title: 'The workload states it', published: 'undated', confidence: 'A', url: null };
  const because = 'the workload states what it costs';
  return {
    sku,
    place,
    tiers: [{ from: ZERO, unitPrice: ONE, skuPriceId: null, source, effective: null, unavailable: null }],
    usageType: null,
    noUsageType: because,
    noRateCode: because,
    source,
    from: { layer: 'workload', kind: 'stated', sheet: 'workload' },
    note: null,
    ofEdition: true,
  };
}

/** What there is to say where both are asked for. */
export const NO_CONTRACT = [
  'the article edition has no contract',
  'a contract is agreed on the rates of AWS, and the article states rates of its own',
  '--cost list, or --edition aws',
] as const;

/** Whether someone pays what AWS lists, since the contract of a book does not cover them. */
export function paysList({ contract }: PriceBook, holder: Holder): boolean {
  return contract !== null && coverOf(contract, holder) === 'not-covered';
}

/** The book for a workload. */
export function bookFor(book: PriceBook, holder: Holder): PriceBook {
  if (book.agreement === null || !paysList(book, holder)) return book;
  const agreement = { ...book.agreement, notLaid: 'not-covered' } as const;
  return { ...book, agreement, contract: null, rate: (sku, place) => listedRate(book.rate(sku, place)) };
}

/** What AWS lists, whatever a contract makes of it. */
export function listedRate(rate: Rate | Unavailable): Rate | Unavailable {
  return 'unavailable' in rate ? rate : (rate.listed ?? rate);
}

/**
 * Opens the price book of an edition.
 * @throws PriceError when a sheet is damaged.
 */
export function openPriceBook(data: PriceData, editionId: EditionId = 'aws'): PriceBook {
  const raw = own(data.editions, editionId);
  if (raw === undefined) throw new PriceError(`the price book has no edition "${editionId}"`, 'editions.yaml names the editions', null);
  const { agreement = null } = data;
  const contract = isLaid(agreement) ? agreement.contract : null;
  if (contract !== null && raw.overlay !== undefined) throw new UsageError(...NO_CONTRACT);
  const cellsIn = (sheet: string): Cells => cellsOf(() => data.fileOf(sheet));
  const shared = cellsIn('editions');
  const source = sourcesOf(data.sources, cellsIn('sources'));
  const layers = priceListOf(data, raw.overlay)
    .map((layer) => ratesOf(layer, raw.overlay === undefined || layer.kind === 'article'))
    .toReversed();
  const find = (sku: Sku, place: Place): Rate | Unavailable => {
    for (const rates of layers) {
      const found = rates(sku, place);
      if (found !== undefined) return found;
    }
    const { title } = SKUS[sku];
    return {
      unavailable:
        'region' in place ? `${title}: no rate in the price sheet of ${place.region}` : `no CloudFront rate for ${place.geography}`,
    };
  };

  const agreed = (sku: Sku, place: Place) => (contract === null ? find(sku, place) : contracted(find(sku, place), contract, sku, place));
  const seen = new Map<string, Rate | Unavailable>();
  return {
    edition: {
      id: editionId,
      title: shared.text(raw.title, `editions.${editionId}.title`),
      hoursPerMonth: shared.positive(raw.hoursPerMonth, `editions.${editionId}.hoursPerMonth`),
      bytesPerKB: shared.positive(raw.bytesPerKB, `editions.${editionId}.bytesPerKB`),
    },
    regions: shared.list(raw.regions ?? data.regions, 'regions'),
    geographies: Object.keys(shared.record(data.cloudfront.geographies, 'cloudfront.geographies')),
    agreement,
    contract,
    allowances: shared.list(data.allowances, 'allowances').map((one, index) => ({
      id: shared.text(one.id, `allowances[${index}].id`),
      of: one.of ?? 'always',
      skus: shared.list(one.skus as Sku[], `allowances[${index}].skus`),
      quantity: shared.amount(one.quantity, `allowances[${index}].quantity`),
      source: source(shared.text(one.source, `allowances[${index}].source`)),
      note: shared.text(one.note, `allowances[${index}].note`),
      excludes: shared.list(one.excludes, `allowances[${index}].excludes`),
    })),
    places: (sku) => PLACES[SKUS[sku].scope](data, raw.regions ?? data.regions),
    rate(sku, place) {
      const key = `${sku} ${placeId(place)}`;
      const known = seen.get(key) ?? (SKUS[sku].scope === 'stated' ? asStated(sku, place) : agreed(sku, place));
      seen.set(key, known);
      return known;
    },
    homeGeography(region) {
      const home = Object.entries(data.cloudfront.geographies).find(([id, one]) =>
        shared.list(one.regions, () => `cloudfront.geographies.${id}.regions`).includes(region),
      );
      if (!home) throw new PriceError(`${region} lies in no CloudFront geography`, 'cloudfront.yaml lists the Regions of each', null);
      return { id: home[0], title: home[1].title };
    },
    placeName: (place) =>
      'region' in place
        ? cellsIn(place.region).text(data.sheet(place.region).location, 'location')
        : (geographyOf(data, place.geography)?.title ?? place.geography),
  };
}
