import { PriceError } from '../errors/errors.ts';
import type { Decimal } from '../money/decimal.ts';
import { own } from '../reading/own.ts';
import { bandsOf } from './bands.ts';
import { cellsOf } from './cells.ts';
import type { EditionId, PriceData, RawRate } from './sheet.ts';
import { SKUS, WORLDWIDE, type Sku, type SkuDefinition } from './skus.ts';

/** Where a rate comes from: AWS's file or page, its date, and how far it is to be believed (A machine data … D weak). */
interface Source {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly confidence: 'A' | 'B' | 'C' | 'D';
  readonly url: string | null;
}

/** One band of a rate, from its lower bound on. A price that nobody published is a reason, never a number. */
export interface Tier {
  readonly from: Decimal;
  readonly unitPrice: Decimal | null;
  /** AWS's rate code: `SkuPriceId` in FOCUS, `pricing_rate_code` in the CUR. */
  readonly skuPriceId: string | null;
  readonly source: Source;
  /** Why there is no price, where there is none. */
  readonly unavailable: string | null;
}

export interface Rate {
  readonly sku: Sku;
  readonly place: Place;
  readonly tiers: readonly Tier[];
  readonly usageType: string | null;
  readonly noUsageType: string | null;
  readonly noRateCode: string | null;
  readonly source: Source;
  readonly note: string | null;
  /** False where an edition is silent and AWS's rate stands in. */
  readonly ofEdition: boolean;
}

/** No rate at all, and why. */
export interface Unavailable {
  readonly unavailable: string;
}

/** What is used free of charge each month before a rate applies, by everything in the organisation together. */
export interface Allowance {
  readonly id: string;
  readonly skus: readonly Sku[];
  readonly quantity: Decimal;
  readonly source: Source;
  readonly note: string;
  readonly excludes: readonly string[];
}

/** Where a thing is priced: an AWS Region, or a CloudFront geography. */
export type Place = { readonly region: string } | { readonly geography: string };

interface Edition {
  readonly id: EditionId;
  readonly title: string;
  readonly hoursPerMonth: Decimal;
  readonly bytesPerKB: Decimal;
}

/** What AWS publishes, as one edition sees it. Pure lookups; nothing is computed here. */
export interface PriceBook {
  readonly edition: Edition;
  /** Regions that the edition prices. */
  readonly regions: readonly string[];
  readonly geographies: readonly string[];
  readonly allowances: readonly Allowance[];
  rate(sku: Sku, place: Place): Rate | Unavailable;
  /** Overhead of a gateway in milliseconds, from and to, as the author of the article measured it; null where nobody did. */
  latency(frontDoor: string): { readonly p50: readonly [string, string]; readonly p99: readonly [string, string] } | null;
  /** How long a cold start takes in milliseconds, from and to, by runtime, as the same author gives it. */
  readonly coldStarts: Readonly<Record<string, readonly [string, string]>>;
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
} satisfies Record<SkuDefinition['scope'], (data: PriceData, regions: readonly string[]) => readonly Place[]>;

/**
 * Opens the price book of an edition.
 * @throws PriceError when a sheet is damaged.
 */
export function openPriceBook(data: PriceData, editionId: EditionId = 'aws'): PriceBook {
  const raw = own(data.editions, editionId);
  if (raw === undefined) throw new PriceError(`the price book has no edition "${editionId}"`, 'editions.yaml names the editions', null);
  const shared = cellsOf(data.fileOf('editions'));
  const overlay = raw.overlay === undefined ? undefined : own(data.overlays, raw.overlay);
  const source = (id: string): Source => {
    const found = own(data.sources, id);
    if (found === undefined) throw new PriceError(`source "${id}" is not in sources.yaml`, 'every rate names its source', null);
    return {
      id,
      title: shared.text(found.title, `sources.${id}.title`),
      published: shared.text(found.published, `sources.${id}.published`),
      confidence: found.confidence,
      url: found.url ?? null,
    };
  };
  const finish = (sku: Sku, place: Place, rate: RawRate, ofEdition: boolean, sheet: string): Rate => {
    const cells = cellsOf(data.fileOf(sheet));
    const path = `rates.${sku}`;
    const reasons = own(data.sources, cells.text(cells.record(rate, path).source, `${path}.source`));
    return {
      sku,
      place,
      usageType: rate.usageType ?? null,
      noUsageType: rate.usageType === undefined ? (rate.noUsageType ?? reasons?.noUsageType ?? null) : null,
      noRateCode: rate.noRateCode ?? reasons?.noRateCode ?? null,
      source: source(rate.source),
      note: rate.printed === undefined ? (rate.note ?? null) : `article, ${rate.section ?? ''}: ${rate.printed}`,
      ofEdition,
      tiers: bandsOf(rate, path, cells).map((band) => ({ ...band, source: source(band.source) })),
    };
  };
  const placeSheet = (id: string) => (id === WORLDWIDE ? data.cloudfront.worldwide : own(data.cloudfront.geographies, id));
  const find = (sku: Sku, place: Place): Rate | Unavailable => {
    if ('geography' in place) {
      const geography = placeSheet(place.geography);
      const rate = own(geography?.rates, sku);
      return rate
        ? finish(sku, place, rate, overlay === undefined, 'cloudfront')
        : { unavailable: `no CloudFront rate for ${place.geography}` };
    }
    const laid = overlay?.region === place.region ? own(overlay.rates, sku) : undefined;
    if (laid) return finish(sku, place, laid, true, raw.overlay ?? '');
    const sheet = data.sheet(place.region);
    const rate = own(sheet.rates, sku);
    if (rate) return finish(sku, place, rate, overlay === undefined, place.region);
    return { unavailable: own(sheet.unavailable, sku) ?? `${SKUS[sku].title}: no rate in the price sheet of ${place.region}` };
  };

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
    allowances: shared.list(data.allowances, 'allowances').map((one, index) => ({
      id: shared.text(one.id, `allowances[${index}].id`),
      skus: shared.list(one.skus as Sku[], `allowances[${index}].skus`),
      quantity: shared.amount(one.quantity, `allowances[${index}].quantity`),
      source: source(one.source),
      note: shared.text(one.note, `allowances[${index}].note`),
      excludes: shared.list(one.excludes, `allowances[${index}].excludes`),
    })),
    places: (sku) => PLACES[SKUS[sku].scope](data, raw.regions ?? data.regions),
    rate(sku, place) {
      const key = `${sku} ${'region' in place ? place.region : place.geography}`;
      const known = seen.get(key) ?? find(sku, place);
      seen.set(key, known);
      return known;
    },
    latency(frontDoor) {
      const measured = own(data.overlays['article']?.latency, frontDoor);
      if (measured === undefined) return null;
      const path = `overlays.article.latency.${frontDoor}`;
      const { p50, p99 } = shared.record(measured, path);
      return { p50: shared.range(p50, `${path}.p50`), p99: shared.range(p99, `${path}.p99`) };
    },
    get coldStarts() {
      const { coldStarts = {} } = data.overlays['article'] ?? {};
      const ranges = Object.entries(shared.record(coldStarts, 'overlays.article.coldStarts'));
      return Object.fromEntries(ranges.map(([runtime, one]) => [runtime, shared.range(one, `overlays.article.coldStarts.${runtime}`)]));
    },
    homeGeography(region) {
      const home = Object.entries(data.cloudfront.geographies).find(([id, one]) =>
        shared.list(one.regions, `cloudfront.geographies.${id}.regions`).includes(region),
      );
      if (!home) throw new PriceError(`${region} lies in no CloudFront geography`, 'cloudfront.yaml lists the Regions of each', null);
      return { id: home[0], title: home[1].title };
    },
    placeName: (place) =>
      'region' in place
        ? cellsOf(data.fileOf(place.region)).text(data.sheet(place.region).location, 'location')
        : (placeSheet(place.geography)?.title ?? place.geography),
  };
}
