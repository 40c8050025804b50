/** Every cell of the price sheets, read straight from the YAML, with its prices as the text that stands there. */
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { listSheets } from '../../src/pricebook/files.ts';
import type { Place, PriceBook } from '../../src/pricebook/price-book.ts';
import { WORLDWIDE, type Sku } from '../../src/pricebook/skus.ts';
import { articleBook, awsBook } from '../price-book.ts';

interface RawTier {
  readonly from: string;
  /** Absent where nobody published one. */
  readonly price?: string;
}

export interface Cell {
  /** For messages: which cell it is. */
  readonly name: string;
  readonly sku: Sku;
  readonly place: Place;
  readonly book: PriceBook;
  readonly tiers: readonly RawTier[];
}

interface RawAllowance {
  readonly skus: readonly string[];
  readonly quantity: string;
  readonly excludes?: readonly string[];
}

type RawRates = Readonly<Record<string, { readonly tiers: readonly RawTier[] }>>;

interface RawSheet {
  readonly region?: string;
  readonly rates?: RawRates;
  readonly geographies?: Readonly<Record<string, { readonly rates: RawRates }>>;
  readonly worldwide?: { readonly rates: RawRates };
  readonly allowances?: readonly RawAllowance[];
}

const SHEETS = listSheets(fileURLToPath(new URL('../../pricing-data', import.meta.url))).map(
  ({ name, text }) => [name, parse(text) as RawSheet] as const,
);

export const ALLOWANCES = SHEETS.flatMap(([, sheet]) => sheet.allowances ?? []);

/** Regions, CloudFront geographies, and the article's own cells. */
export const CELLS: readonly Cell[] = SHEETS.flatMap(([file, { region, rates, geographies, worldwide }]) => [
  ...(region === undefined ? [] : cellsOf(file, rates ?? {}, { region }, file === 'article.yaml' ? articleBook : awsBook)),
  ...Object.entries(geographies ?? {}).flatMap(([geography, one]) => cellsOf(file, one.rates, { geography }, awsBook)),
  ...(worldwide === undefined ? [] : cellsOf(file, worldwide.rates, { geography: WORLDWIDE }, awsBook)),
]);

function cellsOf(file: string, rates: RawRates, place: Place, book: PriceBook): readonly Cell[] {
  const where = 'region' in place ? '' : ` ${place.geography}`;
  return Object.entries(rates).map(([sku, { tiers }]) => ({ name: `${file}${where} ${sku}`, sku: sku as Sku, place, book, tiers }));
}
