import { AdvisorError, PriceError, type Problem } from '../../errors/errors.ts';
import { joinerOf } from '../../intake/offers/join.ts';
import { ladderOf, type JoinedRow, type OfferTier } from '../../intake/offers/ladder.ts';
import type { OfferFile } from '../../intake/offers/read.ts';
import { plain } from '../../money/decimal.ts';
import type { Place } from '../../pricebook/place.ts';
import { openPriceBook, type PriceBook } from '../../pricebook/price-book.ts';
import type { PriceData, RawRate } from '../../pricebook/sheet.ts';
import type { Sku } from '../../pricebook/skus.ts';
import type { Answer } from '../answer.ts';
import { dateOf } from '../pricing-options.ts';
import { changeOf, publishedOf, type RateChange } from './changes.ts';
import { collect, inQuestion, type Collected } from './collect.ts';
import { withoutAllowance } from './compared.ts';
import { layingOn, type Laying } from './laying.ts';
import { compareTo, publicationOf, sourceOf, type Publication, type Sourced } from './publication.ts';
import { isKnown, NOT_RECOGNISED } from './verify.ts';

/** What became of a rate: taken, with a price that moved, is new or is the same; or what is here stayed. */
export const OUTCOMES = ['moved', 'new', 'equal', 'older', 'refused', 'lacking'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ImportedRate {
  readonly sku: Sku;
  readonly place: Place;
  readonly outcome: Outcome;
  /** What moved, is new, or would have moved if it were not older. */
  readonly change: RateChange | null;
  /** Why it was refused, or would not be recognised. */
  readonly because: string | null;
}

/** One price list of AWS, and what of it was taken. */
export interface Imported extends Pick<Collected, 'file' | 'head' | 'rows' | 'passed' | 'regions'> {
  readonly rates: readonly ImportedRate[];
}

export interface ImportOptions {
  readonly asOf: string;
  /** Whether rates are taken that AWS published before those that are here. */
  readonly older?: boolean;
}

export interface ImportAnswer extends Answer {
  readonly imported: readonly Imported[];
  /** The sheets to write, by file name; none where nothing was taken, or a file could not be understood. */
  readonly sheets: ReadonlyMap<string, string>;
  /** The price list with them. */
  readonly prices: PriceData;
}

/**
 * Takes the rates of price lists of AWS, one list after the other: of a sku in a place, the one that AWS published last.
 * @param prices on which they are laid: what was imported earlier is part of it.
 * @throws PriceError where what was imported earlier is damaged; UsageError where `asOf` is no day.
 */
export async function importPrices(files: Iterable<OfferFile>, options: ImportOptions, prices: PriceData): Promise<ImportAnswer> {
  dateOf(options.asOf);
  const first = openPriceBook(prices);
  const joiner = joinerOf(first);
  const laying = layingOn(prices, first);
  const imported: Imported[] = [];
  const problems: Problem[] = [];
  for (const file of files)
    try {
      const collected = await collect(file, joiner, first);
      imported.push({ ...collected, rates: take(collected, publicationOf(collected, options.asOf), options, laying) });
    } catch (error) {
      if (!(error instanceof AdvisorError) || error instanceof PriceError) throw error;
      problems.push(...error.problems);
    }
  const sheets = problems.length === 0 ? laying.sheets() : new Map<string, string>();
  return { imported, problems, sheets, prices: laying.data, failed: false, remarks: [] };
}

/** Takes what one list has, all of it compared with what was there before the list. */
function take(
  collected: Collected,
  publication: Publication,
  { asOf, older = false }: ImportOptions,
  laying: Laying,
): readonly ImportedRate[] {
  const before = openPriceBook(laying.data);
  const offers = [...inQuestion(collected, before)].map(({ sku, place, rows }) => ({
    sku,
    place,
    offer: rows && offered(sku, place, rows, publication, asOf, before),
  }));
  const all = layingOn(laying.data, before);
  for (const { sku, place, offer } of offers) if (offer && 'rate' in offer) all.put(sku, place, offer.rate, offer.source);
  const now = openPriceBook(all.data);
  return offers.flatMap(({ sku, place, offer }): readonly ImportedRate[] => {
    const was = before.rate(sku, place);
    if (offer === null) {
      if ('unavailable' in was) return [];
      return [{ sku, place, outcome: 'lacking', change: null, because: isKnown(was) ? null : NOT_RECOGNISED }];
    }
    if ('refused' in offer) return [{ sku, place, outcome: 'refused', change: null, because: offer.refused }];
    const change = changeOf(sku, place, was, now.rate(sku, place));
    const knownAt = 'unavailable' in was ? null : laying.publishedAt(was);
    const order = 'unavailable' in was ? 1 : compareTo(publication, knownAt ?? publishedOf(was));
    if (order < 0 && !older) return [{ sku, place, outcome: change === null ? 'equal' : 'older', change, because: null }];
    if (order === 0 && knownAt !== null && change !== null) return [{ sku, place, outcome: 'refused', change: null, because: AT_ODDS }];
    laying.put(sku, place, offer.rate, offer.source);
    return [{ sku, place, outcome: change === null ? 'equal' : change.status === 'new' ? 'new' : 'moved', change, because: null }];
  });
}

const AT_ODDS = 'another price list that AWS published at the same time has it at another price';

/** What a list offers of a sku: a rate to lay, and where it comes from; or why its rows give none. */
function offered(
  sku: Sku,
  place: Place,
  rows: readonly JoinedRow[],
  publication: Publication,
  imported: string,
  book: PriceBook,
): { readonly rate: RawRate; readonly source: Sourced['source'] } | { readonly refused: string } {
  const ladder = ladderOf(sku, rows, imported);
  if ('refused' in ladder) return ladder;
  const { row } = rows.find(({ by }) => by === ladder.by) ?? (rows[0] as JoinedRow);
  const strange = [row.usageType, ...ladder.tiers.map(({ rateCode }) => rateCode)].find((text) => !NAMED.test(text));
  if (strange !== undefined) return { refused: `its usage type or rate code is ${JSON.stringify(strange.slice(0, 60))}` };
  const here = book.rate(sku, place);
  const tiers = withoutAllowance('unavailable' in here ? [] : here.tiers, ladder.tiers, sku, book);
  const { id, source } = sourceOf(publication, place, row.service, imported);
  return { rate: { source: id, usageType: row.usageType, tiers: tiers.map(rawTier) }, source };
}

/** What AWS's names are made of. */
const NAMED = /^[\x21-\x7e](?:[\x20-\x7e]{1,198})[\x21-\x7e]$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function rawTier({ from, unitPrice, rateCode, effectiveDate }: OfferTier): RawRate['tiers'][number] {
  const effective = DAY.test(effectiveDate) ? { effective: effectiveDate } : {};
  return { from: plain(from), price: plain(unitPrice), rateCode, ...effective };
}

export const outcomesOf = (rates: readonly ImportedRate[], outcome: Outcome) => rates.filter((one) => one.outcome === outcome);
