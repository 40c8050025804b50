import { didYouMean } from '../../errors/did-you-mean.ts';
import { PriceError, UsageError } from '../../errors/errors.ts';
import { allowanceOf, type Free } from '../../estimate/allowance.ts';
import { quantityFor } from '../../estimate/quantity-for.ts';
import { quote as price, type Quote } from '../../estimate/quote.ts';
import { plain, type Decimal } from '../../money/decimal.ts';
import { formatExactMoney, formatQuantity } from '../../money/format.ts';
import { placeId } from '../../pricebook/place.ts';
import { openPriceBook, type Allowance, type Place, type PriceBook, type Rate, type Unavailable } from '../../pricebook/price-book.ts';
import type { EditionId, PriceData } from '../../pricebook/sheet.ts';
import { ALL_SKUS, isSku, SKUS, unitsOf, WORLDWIDE, type Sku, type SkuDefinition } from '../../pricebook/skus.ts';
import type { FreeTier } from '../../workload/schema.ts';
import { readCount, readMoney } from '../../workload/quantity.ts';
import { knownGeography, knownRegion } from '../known-place.ts';

export interface PlaceOptions {
  readonly edition: EditionId;
  readonly region?: string;
  readonly geography?: string;
}

export interface QuoteOptions extends PlaceOptions {
  /** Whether the allowances that never expire are subtracted. */
  readonly alwaysFree?: 'on' | 'off';
  readonly freeTier?: FreeTier;
}

/** Every sku: what one unit is, and its first price in one Region or its coverage over all of them. */
export interface SkuRow {
  readonly sku: Sku;
  readonly title: string;
  readonly unit: string;
  readonly scope: SkuDefinition['scope'];
  readonly priced: number;
  readonly of: number;
  /** How many of these rates were imported. */
  readonly imported: number;
  readonly first: string | null;
}

/** What there is a price of. */
export interface Listed {
  readonly rows: readonly SkuRow[];
  /** Of which they show the first tier; null for how many Regions have one. */
  readonly region: string | null;
  readonly book: PriceBook;
}

/** A rate, and what of it is free. */
export interface Shown {
  readonly rate: Rate;
  readonly allowance: Allowance | null;
  readonly book: PriceBook;
}

/** What a quantity costs. */
export interface Quoted {
  readonly quote: Quote;
  /** The amount that the quantity was worked out for; null where the quantity was stated. */
  readonly for: Decimal | null;
  readonly book: PriceBook;
}

/** Every sku. */
export function listPrices({ edition, region: asked }: Omit<PlaceOptions, 'geography'>, prices: PriceData): Listed {
  const book = openPriceBook(prices, edition);
  const region = knownRegion(asked, book);
  const rows = ALL_SKUS.map((sku): SkuRow => {
    const { title, unit, scope } = SKUS[sku];
    const places = scope === 'region' && region !== null ? [{ region }] : book.places(sku);
    const priced = places.map((place) => book.rate(sku, place)).filter((rate): rate is Rate => 'tiers' in rate);
    const unitPrice = region !== null && scope === 'region' ? (priced[0]?.tiers[0]?.unitPrice ?? null) : null;
    const imported = priced.filter(({ source }) => source.imported !== undefined).length;
    return { sku, title, unit, scope, priced: priced.length, of: places.length, imported, first: unitPrice && plain(unitPrice) };
  });
  return { rows, region, book };
}

/**
 * One rate with all there is to know about it.
 * @throws UsageError where there is no such sku or place; PriceError where it has no rate there.
 */
export function showPrice(name: string, options: PlaceOptions, prices: PriceData): Shown {
  const book = openPriceBook(prices, options.edition);
  const sku = knownSku(name);
  const rate = rateOf(sku, placeOf(sku, options, book), book);
  return { rate, allowance: allowanceOf(sku, rate.place, book, { alwaysFree: true, freeTier: 'legacy' }), book };
}

/**
 * What a quantity of a sku costs, band by band.
 * @throws UsageError where there is no such sku, place or quantity; PriceError where it has no rate there.
 */
export function quote(name: string, quantity: string, options: QuoteOptions, prices: PriceData): Quoted {
  const book = openPriceBook(prices, options.edition);
  const sku = knownSku(name);
  const place = placeOf(sku, options, book);
  const reading = readCount(quantity);
  if ('because' in reading) {
    const unit = SKUS[sku].unit;
    const where = 'region' in place ? `--region ${place.region}` : SKUS[sku].scope === 'geography' ? `--geography ${place.geography}` : '';
    throw new UsageError(
      `the quantity is "${quantity}"`,
      `${reading.because}; it counts in single units, here ${unit === 'GB' ? unit : `${unit}s`}`,
      `prices quote ${sku} 5000 ${where}`.trimEnd(),
    );
  }
  rateOf(sku, place, book);
  return {
    quote: price(sku, reading.value, place, book, freeOf(options)),
    for: null,
    book,
  };
}

/**
 * The greatest quantity of a sku that an amount of dollars buys, and what it costs.
 * @throws UsageError where there is no such sku, place or amount; PriceError where it has no rate, or none at that quantity.
 */
export function quoteFor(name: string, amount: string, options: QuoteOptions, prices: PriceData): Quoted {
  const book = openPriceBook(prices, options.edition);
  const sku = knownSku(name);
  const place = placeOf(sku, options, book);
  const reading = readMoney(amount);
  if ('because' in reading) throw new UsageError(`--cost is "${amount}"`, 'it is an amount of dollars', '--cost 4300');
  const free = freeOf(options);
  const bought = quantityFor(reading.value, rateOf(sku, place, book), allowanceOf(sku, place, book, free));
  if ('free' in bought)
    throw new UsageError(
      `no quantity of ${sku} costs ${formatExactMoney(reading.value)}`,
      'it is free of charge, whatever the quantity',
      null,
    );
  if ('unpricedFrom' in bought)
    throw new PriceError(
      `${formatExactMoney(reading.value)} buys more than ${formatQuantity(bought.unpricedFrom)} ${unitsOf(sku)} of ${sku}`,
      'our price sheets have no rate of it from that quantity on',
      null,
    );
  return { quote: price(sku, bought.quantity, place, book, free), for: reading.value, book };
}

function freeOf({ alwaysFree, freeTier }: QuoteOptions): Free {
  return { alwaysFree: alwaysFree === 'on', freeTier: freeTier ?? 'none' };
}

function rateOf(sku: Sku, place: Place, book: PriceBook): Rate {
  const rate = book.rate(sku, place);
  if ('unavailable' in rate) throw unavailable(sku, place, rate);
  return rate;
}

function knownSku(name: string): Sku {
  if (isSku(name) && ALL_SKUS.includes(name)) return name;
  throw new UsageError(`"${name}" is not a sku`, 'skus are <service>/<meter>; prices list prints them all', didYouMean(name, ALL_SKUS));
}

function placeOf(sku: Sku, options: PlaceOptions, book: PriceBook): Place {
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
  return { region: knownRegion(region, book) ?? region };
}

/** An option that this sku would ignore says that its user expects something else. */
function refuseOther(sku: Sku, { region, geography }: PlaceOptions): void {
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
  stated: 'as the workload states',
} as const;

function unavailable(sku: Sku, place: Place, { unavailable: because, published }: Unavailable): PriceError {
  const where = placeId(place);
  return new PriceError(
    published === false ? `AWS publishes no rate of ${sku} in ${where}` : `our price sheets have no rate of ${sku} in ${where}`,
    because,
    'region' in place ? `apigw-advisor prices list --region ${where}` : null,
  );
}
