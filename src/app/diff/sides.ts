import type { Policy } from '../../advise/policy.ts';
import { readComparable, type Comparable, type EarlierResult } from '../../documents/cost/read.ts';
import { UsageError, WorkloadError, type Problem } from '../../errors/errors.ts';
import { earlierSide } from '../../portfolio/diff/earlier-side.ts';
import { pricedSide, type Side } from '../../portfolio/diff/side.ts';
import { openPriceBook, type PriceBook } from '../../pricebook/price-book.ts';
import type { EditionId, PriceData } from '../../pricebook/sheet.ts';
import { readWorkload } from '../../workload/read.ts';
import { sameCost } from '../contract/same-cost.ts';
import { knownRegion } from '../known-place.ts';
import { monthOptionsOf, type PricingOptions } from '../pricing-options.ts';
import { textOf, type Source } from '../source.ts';

/** What makes the two sides of a comparison different, besides the texts. */
export interface SideOptions extends Omit<PricingOptions, 'edition'> {
  readonly policy?: Policy;
  readonly fromRegion?: string;
  readonly toRegion?: string;
  readonly edition?: EditionId;
  readonly fromEdition?: EditionId;
  readonly toEdition?: EditionId;
  /** Other price data for the side before, under the name by which it is told. */
  readonly pricesBefore?: { readonly of: string; data(): Promise<PriceData> };
}

/**
 * Reads what is to be compared: two texts, or one under two sets of prices.
 * @param now null for the same text.
 * @throws UsageError where nothing could differ, or an option asks for other prices of a document, which has its own.
 * @throws WorkloadError with the mistakes of both texts.
 */
export async function sidesOf(before: Source, now: Source | null, options: SideOptions, prices: PriceData): Promise<readonly [Side, Side]> {
  const differ = [options.fromRegion, options.toRegion, options.fromEdition, options.toEdition, options.pricesBefore];
  if (now === null && differ.every((one) => one === undefined))
    throw new UsageError(
      'there is one file, and nothing to compare it with',
      'a comparison has another file, an earlier cost --json, or other prices',
      'apigw-advisor diff before.yaml workload.yaml',
    );
  const was = tried(() => readComparable(textOf(before), before.file));
  const is = now === null || now === before ? was : tried(() => readComparable(textOf(now), now.file));
  if (!('file' in was) || !('file' in is)) throw failed(was === is ? [was] : [was, is]);
  refuse(was, { '--from-region': options.fromRegion, '--from-edition': options.fromEdition, '--prices-before': options.pricesBefore?.of });
  refuse(is, { '--to-region': options.toRegion, '--to-edition': options.toEdition });
  const [earlierBefore, earlierNow] = [resultOf(was, is), resultOf(is, was)];
  const edition = options.edition ?? (earlierBefore ?? earlierNow)?.edition ?? 'aws';
  const older =
    options.pricesBefore === undefined ? null : { of: options.pricesBefore.of, data: agreedOn(await options.pricesBefore.data(), prices) };
  const sideOf = (found: Comparable, earlier: EarlierResult | null, own: Own) =>
    tried(() =>
      earlier === null
        ? workloadSide(found, { ...options, edition: own.edition ?? edition }, own)
        : documentSide(found.file, earlier, openPriceBook(prices, earlier.edition)),
    );
  const [from, to] = [
    sideOf(was, earlierBefore, {
      edition: options.fromEdition,
      region: options.fromRegion,
      option: '--from-region',
      prices: older?.data ?? prices,
      pricesOf: older?.of ?? null,
    }),
    sideOf(is, earlierNow, { edition: options.toEdition, region: options.toRegion, option: '--to-region', prices, pricesOf: null }),
  ];
  if (!('file' in from) || !('file' in to)) throw failed(was === is ? [from] : [from, to]);
  return [from, to];
}

/** Older prices of AWS, with what is agreed on them today. */
function agreedOn(older: PriceData, { agreement }: PriceData): PriceData {
  return agreement === undefined ? older : { ...older, agreement };
}

/** What one side says for itself. */
interface Own {
  readonly edition: EditionId | undefined;
  readonly region: string | undefined;
  /** The option that names its Region. */
  readonly option: string;
  readonly prices: PriceData;
  /** Where they come from when it is not the installed package. */
  readonly pricesOf: string | null;
}

function workloadSide(
  found: Comparable,
  {
    edition,
    region,
    policy,
    ...month
  }: Pick<SideOptions, 'region' | 'hoursPerMonth' | 'alwaysFree' | 'freeTier' | 'policy'> & {
    readonly edition: EditionId;
    readonly candidate?: string;
  },
  { prices, pricesOf, option, region: own }: Own,
): Side {
  if (found.type === 'document') throw new Error('a document has its own prices');
  const book = openPriceBook(prices, edition);
  const known = own === undefined ? knownRegion(region, book) : knownRegion(own, book, option);
  const { workload, input } = readWorkload(found.text, { file: found.file, ...(known === null ? { regions: book.regions } : {}) });
  return pricedSide(
    found.file,
    { workload: known === null ? workload : { ...workload, region: known }, input },
    { ...monthOptionsOf(month), book, pricesOf, policy },
  );
}

function documentSide(file: string, earlier: EarlierResult, book: PriceBook): Side {
  sameCost(file, earlier.isContracted, book);
  if (book.regions.includes(earlier.region)) return earlierSide(file, earlier, book);
  throw new WorkloadError([
    {
      file,
      line: null,
      column: null,
      path: null,
      what: 'is not an earlier document',
      because: `its region is "${earlier.region}", for which there are no prices`,
      write: 'apigw-advisor cost workload.yaml --json > cost.json',
    },
  ]);
}

/** The result of a document that is of the other side's workload. */
function resultOf(file: Comparable, other: Comparable): EarlierResult | null {
  if (file.type === 'workload') return null;
  const [only, ...more] = file.results;
  if (only !== undefined && more.length === 0) return only;
  const name = other.type === 'workload' ? nameIn(other) : other.results.length === 1 ? other.results[0]?.workload : undefined;
  const same = file.results.filter((one) => one.workload === name);
  if (same[0] !== undefined && same.length === 1) return same[0];
  throw new UsageError(
    `${file.file} has ${file.results.length} results, and ${same.length === 0 ? 'none' : 'more than one'} is of the other workload`,
    'a comparison is of one workload, found by its name',
    'apigw-advisor cost workload.yaml --json > cost.json',
  );
}

function nameIn({ file, text }: { readonly file: string; readonly text: string }): string {
  return readWorkload(text, { file }).workload.name;
}

/** A document has its own prices. */
function refuse({ type, file }: Comparable, options: Readonly<Record<string, string | undefined>>): void {
  const [option] = Object.entries(options).find(([, value]) => value !== undefined) ?? [];
  if (type === 'workload' || option === undefined) return;
  throw new UsageError(
    `${option} is of ${file}, which is priced already`,
    'an earlier document has its own Region and prices',
    `drop ${option}`,
  );
}

type Tried<T> = T | { readonly problems: readonly Problem[] };

function tried<T>(read: () => T): Tried<T> {
  try {
    return read();
  } catch (error) {
    if (error instanceof WorkloadError) return { problems: error.problems };
    throw error;
  }
}

function failed(tries: readonly Tried<object>[]): WorkloadError {
  return new WorkloadError(tries.flatMap((one) => ('problems' in one ? one.problems : [])));
}
