import { PriceError } from '../errors/errors.ts';
import { own } from '../reading/own.ts';
import type { Layer, PriceData, PriceList } from './sheet.ts';
import { WORLDWIDE } from './skus.ts';

/**
 * The price list of an edition: the package's sheets, what is added to them, and what the edition itself states. That lies
 * on top: by it the edition is what it is.
 * @throws PriceError where the edition names a sheet that does not exist.
 */
export function priceListOf(data: PriceData, overlay: string | undefined): PriceList {
  return [packaged(data), ...(data.added ?? []), ...(overlay === undefined ? [] : [articleLayer(data, overlay)])];
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
