import { didYouMean } from '../../errors/did-you-mean.ts';
import { PriceError, UsageError } from '../../errors/errors.ts';
import { quote as price } from '../../estimate/quote.ts';
import { placeId } from '../../pricebook/place.ts';
import type { Place, PriceBook, Unavailable } from '../../pricebook/price-book.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { ALL_SKUS, isSku, SKUS, WORLDWIDE, type Sku } from '../../pricebook/skus.ts';
import { pricesListJson, pricesListTable, quoteJson, quoteText, rateJson, rateText, skuRows } from '../../render/prices.ts';
import { readCount } from '../../workload/quantity.ts';
import type { Ports } from '../ports.ts';
import { knownGeography, knownRegion, priceBook } from '../price-book.ts';
import { screenOf } from '../screen.ts';

interface Printing {
  readonly json?: true;
  readonly color: boolean;
  readonly edition: EditionId;
}

export interface ListOptions extends Printing {
  readonly region?: string;
}

export interface ShowOptions extends Printing {
  readonly region?: string;
  readonly geography?: string;
}

export interface QuoteOptions extends ShowOptions {
  readonly alwaysFree?: 'on' | 'off';
}

/** `prices list`: every sku. */
export async function list(options: ListOptions, ports: Ports): Promise<void> {
  const book = priceBook(ports, options.edition);
  const region = options.region === undefined ? null : knownRegion(options.region, book);
  const rows = skuRows(book, region);
  ports.stdout.write(options.json ? pricesListJson(rows, book) : pricesListTable(rows, book, region, await screenOf(ports, options)));
}

/** `prices show`: one rate. */
export async function show(name: string, options: ShowOptions, ports: Ports): Promise<void> {
  const book = priceBook(ports, options.edition);
  const sku = knownSku(name);
  const place = placeOf(sku, options, book);
  const rate = book.rate(sku, place);
  if ('unavailable' in rate) throw unavailable(sku, place, rate);
  ports.stdout.write(options.json ? rateJson(rate, book) : rateText(rate, book, await screenOf(ports, options)));
}

/** `prices quote`: what a quantity costs. */
export async function quote(name: string, text: string, options: QuoteOptions, ports: Ports): Promise<void> {
  const book = priceBook(ports, options.edition);
  const sku = knownSku(name);
  const place = placeOf(sku, options, book);
  const reading = readCount(text);
  if ('because' in reading) {
    const unit = SKUS[sku].unit;
    const where = 'region' in place ? `--region ${place.region}` : SKUS[sku].scope === 'geography' ? `--geography ${place.geography}` : '';
    throw new UsageError(
      `the quantity is "${text}"`,
      `${reading.because}; it counts in single units, here ${unit === 'GB' ? unit : `${unit}s`}`,
      `prices quote ${sku} 5000 ${where}`.trimEnd(),
    );
  }
  const rate = book.rate(sku, place);
  if ('unavailable' in rate) throw unavailable(sku, place, rate);
  const priced = price(sku, reading.value, place, book, { alwaysFree: options.alwaysFree === 'on' });
  ports.stdout.write(options.json ? quoteJson(priced) : quoteText(priced, book, await screenOf(ports, options)));
}

function knownSku(name: string): Sku {
  if (isSku(name)) return name;
  throw new UsageError(`"${name}" is not a sku`, 'skus are <service>/<meter>; prices list prints them all', didYouMean(name, ALL_SKUS));
}

function placeOf(sku: Sku, options: ShowOptions, book: PriceBook): Place {
  refuseOther(sku, options);
  const { region, geography } = options;
  const wants = SKUS[sku].scope;
  if (wants === 'worldwide') return { geography: WORLDWIDE };
  if (wants === 'geography') {
    if (geography === undefined)
      throw new UsageError(`${sku} is priced by CloudFront geography`, 'CloudFront has one rate for each', '--geography us');
    return { geography: knownGeography(geography, book) };
  }
  if (region === undefined) throw new UsageError(`${sku} is priced by Region`, 'AWS has one rate for each', '--region us-east-1');
  return { region: knownRegion(region, book) };
}

/** An option that this sku would ignore says that its user expects something else. */
function refuseOther(sku: Sku, { region, geography }: ShowOptions): void {
  const { scope } = SKUS[sku];
  if (scope !== 'region' && region !== undefined)
    throw new UsageError(`${sku} takes no --region`, `it is priced ${PRICED[scope]}`, scope === 'geography' ? '--geography us' : null);
  if (scope !== 'geography' && geography !== undefined)
    throw new UsageError(`${sku} takes no --geography`, `it is priced ${PRICED[scope]}`, scope === 'region' ? '--region us-east-1' : null);
}

const PRICED = {
  region: 'by AWS Region',
  geography: 'by CloudFront geography, which is where the viewers are',
  worldwide: 'the same everywhere',
} as const;

function unavailable(sku: Sku, place: Place, { unavailable: because, published }: Unavailable): PriceError {
  const where = placeId(place);
  return new PriceError(
    published === false ? `AWS publishes no rate of ${sku} in ${where}` : `our price sheets have no rate of ${sku} in ${where}`,
    because,
    'region' in place ? `apigw-advisor prices list --region ${where}` : null,
  );
}
