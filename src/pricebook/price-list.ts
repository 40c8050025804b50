import { PriceError } from '../errors/errors.ts';
import { own } from '../reading/own.ts';
import type { Place } from './place.ts';
import type { PriceData, RawRate, RegionSheet, SourceSheet } from './sheet.ts';
import { WORLDWIDE } from './skus.ts';

/** Who set the prices: the package's sheets, AWS's price data read later, a contract with AWS, the article. */
export type LayerKind = 'packaged' | 'imported' | 'contracted' | 'article';

/** What one layer states of one place. What is in neither record it is silent on, and the layer below is asked. */
interface PlaceSheet {
  /** The name of the sheet, for who must say where a rate stands. */
  readonly name: string;
  /** By sku; a rate is laid whole, with all its tiers. */
  readonly rates: Readonly<Record<string, RawRate>>;
  /** By sku, why it has no price there: an answer as good as a price, so no layer below is asked. */
  readonly unavailable: RegionSheet['unavailable'];
}

/** Sheets of one kind, for any places and any skus. */
export interface Layer {
  readonly id: string;
  readonly kind: LayerKind;
  /** The sources that its rates name. */
  readonly sources: SourceSheet;
  /** Read when it is first asked for; undefined where the layer has nothing on the place. */
  at(place: Place): PlaceSheet | undefined;
  /** The file in which a sheet stands. */
  fileOf(sheet: string): string;
}

/** Layers from the bottom up: the topmost that is not silent on a sku in a place gives its rate. */
export type PriceList = readonly Layer[];

/**
 * The price list of an edition: the package's sheets, what is added to them, and what the edition itself states. That lies
 * on top: by it the edition is what it is.
 * @throws PriceError where the edition names a sheet that does not exist.
 */
export function priceListOf(data: PriceData, overlay: string | undefined, added: PriceList): PriceList {
  return [packaged(data), ...added, ...(overlay === undefined ? [] : [articleLayer(data, overlay)])];
}

/** The sheet of a CloudFront geography, or of what costs the same in the whole world. */
export function geographyOf({ cloudfront }: PriceData, id: string) {
  return id === WORLDWIDE ? cloudfront.worldwide : own(cloudfront.geographies, id);
}

/** @throws PriceError, when asked, for a Region that has no sheet. */
function packaged(data: PriceData): Layer {
  return {
    id: 'packaged',
    kind: 'packaged',
    sources: data.sources,
    fileOf: (sheet) => data.fileOf(sheet),
    at(place) {
      if ('region' in place) {
        const { rates, unavailable } = data.sheet(place.region);
        return { name: place.region, rates, unavailable };
      }
      const sheet = geographyOf(data, place.geography);
      return sheet && { name: 'cloudfront', rates: sheet.rates, unavailable: {} };
    },
  };
}

function articleLayer(data: PriceData, id: string): Layer {
  const sheet = own(data.overlays, id);
  if (sheet === undefined) throw new PriceError(`there is no ${id}.yaml`, 'editions.yaml names it', null);
  return {
    id,
    kind: 'article',
    sources: data.sources,
    fileOf: (name) => data.fileOf(name),
    at: (place) => ('region' in place && place.region === sheet.region ? { name: id, rates: sheet.rates, unavailable: {} } : undefined),
  };
}
