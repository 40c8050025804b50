import { AdvisorError, type Problem } from '../../errors/errors.ts';
import { joinerOf, type Joined } from '../../intake/offers/join.ts';
import { ladderOf, type JoinedRow, type Ladder, type OfferTier } from '../../intake/offers/ladder.ts';
import type { OfferFile } from '../../intake/offers/read.ts';
import type { Place } from '../../pricebook/place.ts';
import { openPriceBook, type PriceBook, type Rate, type Tier } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Sku } from '../../pricebook/skus.ts';
import { METERS } from '../../pricebook/usage-types.ts';
import type { Answer } from '../answer.ts';
import { dateOf } from '../pricing-options.ts';
import type { Beside } from './beside.ts';
import { collect, inQuestion, type Collected } from './collect.ts';
import { compared } from './compared.ts';

/** What became of a rate: the two agree, or not, or only one side has it, or AWS's rows of it could not be used. */
export const STATUSES = ['different', 'refused', 'only-aws', 'only-ours', 'equal'] as const;
export type Status = (typeof STATUSES)[number];

export interface VerifiedRate {
  readonly sku: Sku;
  readonly place: Place;
  readonly status: Status;
  readonly by: Joined['by'] | null;
  /** AWS's usage type, as it stands in the file. */
  readonly usageType: string | null;
  /** `one` is ours, `other` AWS's. */
  readonly bands: readonly Beside<Tier, OfferTier>[];
  /** Why it was refused, or has no price of ours. */
  readonly because: string | null;
}

/** One price list of AWS, held against ours. */
export interface Verified extends Pick<Collected, 'file' | 'head' | 'rows' | 'passed'> {
  readonly rates: readonly VerifiedRate[];
}

export interface VerifyAnswer extends Answer {
  readonly verified: readonly Verified[];
}

/**
 * Holds each price list of AWS against the rates of the package.
 * @param asOf today: prices that begin later are not compared.
 * @throws UsageError where `asOf` is no day.
 */
export async function verify(files: Iterable<OfferFile>, asOf: string, prices: PriceData): Promise<VerifyAnswer> {
  dateOf(asOf);
  const book = openPriceBook(prices);
  const joiner = joinerOf(book);
  const verified: Verified[] = [];
  const problems: Problem[] = [];
  for (const file of files)
    try {
      const collected = await collect(file, joiner, book);
      verified.push({ ...collected, rates: ratesOf(collected, book, asOf) });
    } catch (error) {
      if (!(error instanceof AdvisorError)) throw error;
      problems.push(...error.problems);
    }
  const failed = verified.some(({ rates }) => rates.some((rate) => rate.status === 'different'));
  return { verified, problems, failed, remarks: [] };
}

function ratesOf(collected: Collected, book: PriceBook, asOf: string): readonly VerifiedRate[] {
  return [...inQuestion(collected, book)].flatMap(({ sku, place, rows }) =>
    rows === null ? onlyOurs(sku, place, book) : [verifiedRate(sku, place, rows, book, asOf)],
  );
}

function verifiedRate(sku: Sku, place: Place, rows: readonly JoinedRow[], book: PriceBook, asOf: string): VerifiedRate {
  const ladder: Ladder = ladderOf(sku, rows, asOf);
  const usageType = rows[0]?.row.usageType ?? null;
  if ('refused' in ladder) return { sku, place, status: 'refused', by: null, usageType, bands: [], because: ladder.refused };
  const rate = book.rate(sku, place);
  const bands = compared(rate, ladder.tiers, sku, book);
  const status = bands.some((one) => one.isDifferent) ? 'different' : bands.some(({ one }) => one === null) ? 'only-aws' : 'equal';
  const because = 'unavailable' in rate ? rate.unavailable : (rate.tiers.find((tier) => tier.unavailable)?.unavailable ?? null);
  return { sku, place, status, by: ladder.by, usageType, bands, because: status === 'only-aws' ? because : null };
}

/** A rate that a file on its service in its place lacks. */
function onlyOurs(sku: Sku, place: Place, book: PriceBook): readonly VerifiedRate[] {
  const rate = book.rate(sku, place);
  if ('unavailable' in rate) return [];
  const { usageType } = rate;
  const because = isKnown(rate) ? null : NOT_RECOGNISED;
  return [{ sku, place, status: 'only-ours', by: null, usageType, bands: compared(rate, [], sku, book), because }];
}

export const NOT_RECOGNISED = 'no source names its usage type, so a row of it would not be recognised';

/** Whether a row of it would be recognised. */
export function isKnown({ sku, tiers }: Rate): boolean {
  return METERS[sku] !== undefined || tiers.some((tier) => tier.skuPriceId !== null);
}

export const countOf = (rates: readonly VerifiedRate[], status: Status) => rates.filter((one) => one.status === status).length;
