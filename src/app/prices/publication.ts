import { REFUSED } from '../../intake/offers/refusals.ts';
import { placeId, type Place } from '../../pricebook/place.ts';
import type { SourceSheet } from '../../pricebook/sheet.ts';
import type { Collected } from './collect.ts';

/** A price list as AWS published it: what stands behind each rate that is taken from it. */
export interface Publication {
  readonly offer: string | null;
  readonly version: string | null;
  /** To the second. */
  readonly at: string;
  readonly url: string | null;
  readonly ending: 'csv' | 'json';
}

const AT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z$/;
const NAME = /^[\w.-]{1,60}$/;

/** @throws OfferError where prices of a list are none that could be laid over ours. */
export function publicationOf({ file, url, head, currencies, isChina, found }: Collected, asOf: string): Publication {
  const fail = (what: string, because: string) => REFUSED.value(file, null, what, because);
  // https://www.amazonaws.cn/en/about-aws/china/ : Sinnet and NWCD operate these Regions, and charge in CNY.
  if (isChina)
    throw fail(
      'has prices of China Regions',
      'Sinnet and NWCD sell those in CNY; here are the prices that AWS sells in US dollars, and none is converted',
    );
  if (found.size === 0 && currencies.size > 0)
    throw fail(
      `has prices in ${[...currencies.keys()].slice(0, 5).join(', ')} only`,
      'prices here are in US dollars, and none is converted',
    );
  const { published, offer, version, format } = head;
  if (published === null || !AT.test(published))
    throw fail(
      'does not say when AWS published it',
      'by that one knows which of two prices is newer; offer files say so in their first lines',
    );
  if (published.slice(0, 10) > asOf) throw fail(`says that it was published on ${published.slice(0, 10)}`, `that is after ${asOf}`);
  for (const name of [offer, version])
    if (name !== null && !NAME.test(name))
      throw fail(`has the name ${JSON.stringify(name.slice(0, 60))}`, 'offers and versions of AWS have a word each');
  return { offer, version, at: published, url, ending: format === 'offer-csv' ? 'csv' : 'json' };
}

/** Above zero where it is newer than a rate of that date, below where it is older. Days decide where one side knows no more. */
export function compareTo({ at }: Publication, published: string | null): number {
  if (published === null) return 1;
  if (published.length > 10) return Math.sign(Date.parse(at) - Date.parse(published));
  return at.slice(0, 10) < published ? -1 : at.slice(0, 10) === published ? 0 : 1;
}

/** A source, and what it is called. */
export interface Sourced {
  readonly id: string;
  readonly source: SourceSheet[string];
}

/** The source of its rates in a place: a list is published for each Region. */
export function sourceOf({ offer, version, at, url, ending }: Publication, place: Place, service: string, imported: string): Sourced {
  // AWS's versions are the second of publication; of a list that has both otherwise, one of them does not say which list it is.
  const [code, second] = [offer ?? service, at.replaceAll(/\D/g, '')];
  const stamp = version === null || version === second ? second : `${version}-${second}`;
  const where = placeId(place);
  const region = 'region' in place ? `/${place.region}` : '';
  // https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-price-list-query-api.html has the form of the addresses.
  const known =
    version === null || offer === null
      ? null
      : `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/${offer}/${version}${region}/index.${ending}`;
  const address = url ?? known;
  return {
    id: `${code}-${where}-${stamp}`,
    source: {
      title:
        version === null ? `AWS Price List, ${code}, ${where}, asked on its API` : `AWS Price List, ${code}, ${where}, version ${version}`,
      published: at.slice(0, 10),
      confidence: 'A',
      ...(address === null ? {} : { url: address }),
      publishedAt: at,
      imported,
    },
  };
}
