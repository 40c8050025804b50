import { AdvisorError, type Problem } from '../../errors/errors.ts';
import { joinerOf, PASSED, type Joined, type Joiner, type Passed } from '../../intake/offers/join.ts';
import { ladderOf, MOST_ROWS, type JoinedRow, type Ladder } from '../../intake/offers/ladder.ts';
import { readOffer, type OfferFile } from '../../intake/offers/read.ts';
import { ON_DEMAND, type OfferHead } from '../../intake/offers/row.ts';
import { placeId, type Place } from '../../pricebook/place.ts';
import { openPriceBook, type PriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import { ALL_SKUS, SKUS, type Sku } from '../../pricebook/skus.ts';
import { METERS, SERVICE_CODES } from '../../pricebook/usage-types.ts';
import type { Answer } from '../answer.ts';
import { compared, type Band } from './compared.ts';

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
  readonly bands: readonly Band[];
  /** Why it was refused, or has no price of ours. */
  readonly because: string | null;
}

/** One price list of AWS, held against ours. */
export interface Verified {
  readonly file: string;
  readonly head: OfferHead;
  readonly rates: readonly VerifiedRate[];
  /** Rows that were read, and those that are none of our skus. */
  readonly rows: number;
  readonly passed: Readonly<Record<Passed, number>>;
}

export interface VerifyAnswer extends Answer {
  readonly verified: readonly Verified[];
}

/** Holds each price list of AWS against the rates of the package. */
export async function verify(files: Iterable<OfferFile>, prices: PriceData): Promise<VerifyAnswer> {
  const book = openPriceBook(prices);
  const joiner = joinerOf(book);
  const verified: Verified[] = [];
  const problems: Problem[] = [];
  for (const file of files)
    try {
      verified.push(await verifyOne(file, joiner, book));
    } catch (error) {
      if (!(error instanceof AdvisorError)) throw error;
      problems.push(...error.problems);
    }
  const failed = verified.some(({ rates }) => rates.some((rate) => rate.status === 'different'));
  return { verified, problems, failed, remarks: [] };
}

interface Found {
  readonly sku: Sku;
  readonly place: Place;
  readonly rows: JoinedRow[];
}

async function verifyOne(file: OfferFile, joiner: Joiner, book: PriceBook): Promise<Verified> {
  const found = new Map<string, Found>();
  const covered = new Set<string>();
  const passed = Object.fromEntries(Object.keys(PASSED).map((why) => [why, 0])) as Record<Passed, number>;
  let rows = 0;
  const head = await readOffer(
    file,
    (row) => {
      rows += 1;
      const joined = joiner.join(row);
      const place = typeof joined === 'string' ? joiner.placeOf(row) : joined.place;
      if (place !== null && row.termType === ON_DEMAND && CODES.has(row.service)) covered.add(`${row.service} ${placeId(place)}`);
      if (typeof joined === 'string') {
        passed[joined] += 1;
        return;
      }
      const key = `${joined.sku} ${placeId(joined.place)}`;
      const known = found.get(key) ?? { sku: joined.sku, place: joined.place, rows: [] };
      found.set(key, known);
      // One more than may be: so that who looks knows that there were more.
      if (known.rows.length <= MOST_ROWS) known.rows.push({ row, by: joined.by });
    },
    joiner.wants,
  );
  const rates: VerifiedRate[] = [];
  for (const sku of ALL_SKUS)
    for (const place of book.places(sku)) {
      const one = found.get(`${sku} ${placeId(place)}`);
      if (one !== undefined) rates.push(verifiedRate(one, book));
      else if (covered.has(`${SERVICE_CODES[SKUS[sku].service]} ${placeId(place)}`)) rates.push(...onlyOurs(sku, place, book));
    }
  return { file: file.file, head, rates, rows, passed };
}

const CODES: ReadonlySet<string> = new Set(Object.values(SERVICE_CODES));

function verifiedRate({ sku, place, rows }: Found, book: PriceBook): VerifiedRate {
  const ladder: Ladder = ladderOf(sku, rows);
  const usageType = rows[0]?.row.usageType ?? null;
  if ('refused' in ladder) return { sku, place, status: 'refused', by: null, usageType, bands: [], because: ladder.refused };
  const rate = book.rate(sku, place);
  const bands = compared(rate, ladder.tiers, sku, book);
  const status = bands.some((one) => one.isDifferent) ? 'different' : bands.some(({ ours }) => ours === null) ? 'only-aws' : 'equal';
  const because = 'unavailable' in rate ? rate.unavailable : (rate.tiers.find((tier) => tier.unavailable)?.unavailable ?? null);
  return { sku, place, status, by: ladder.by, usageType, bands, because: status === 'only-aws' ? because : null };
}

/** A rate that a file on its service in its place lacks. */
function onlyOurs(sku: Sku, place: Place, book: PriceBook): readonly VerifiedRate[] {
  const rate = book.rate(sku, place);
  if ('unavailable' in rate) return [];
  const { usageType } = rate;
  const isKnown = METERS[sku] !== undefined || rate.tiers.some((tier) => tier.skuPriceId !== null);
  const because = isKnown ? null : 'no source names its usage type, so a row of it would not be recognised';
  return [{ sku, place, status: 'only-ours', by: null, usageType, bands: compared(rate, [], sku, book), because }];
}

export const countOf = (rates: readonly VerifiedRate[], status: Status) => rates.filter((one) => one.status === status).length;
