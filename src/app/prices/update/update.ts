import { PriceError, type Problem } from '../../../errors/errors.ts';
import type { OfferFile } from '../../../intake/offers/read.ts';
import { openPriceBook, type PriceBook } from '../../../pricebook/price-book.ts';
import type { PriceData } from '../../../pricebook/sheet.ts';
import type { Answer } from '../../answer.ts';
import { dateOf } from '../../pricing-options.ts';
import { agesOf } from '../../doctor/ages.ts';
import { importPrices, type Imported } from '../import.ts';
import { downloaded, type Downloaded } from './download.ts';
import { reasonsAgainst } from './held-back.ts';
import { listed, type ListAddress, type Listed, type Missed } from './indexes.ts';
import { FetchError, type PriceServer } from './server.ts';
import { wantedOf, type Wanted } from './wanted.ts';

export interface UpdateOptions {
  readonly region?: readonly string[];
  readonly service?: readonly string[];
  /** Whether lists are taken, too, that are better looked at before. */
  readonly accept?: boolean;
  readonly asOf: string;
}

/** A list that was not taken, since it is better looked at before. */
export interface Held extends Pick<ListAddress, 'service' | 'region'> {
  readonly reasons: readonly string[];
}

export interface UpdateAnswer extends Answer {
  readonly host: string;
  /** Price lists that were fetched or are known already, and how many of them are others than the last time. */
  readonly lists: number;
  readonly newLists: number;
  /** What was taken of each list. */
  readonly imported: readonly Imported[];
  readonly held: readonly Held[];
  /** Lists that could not be fetched, and files that could not be understood: their rates stay as they are. */
  readonly missed: readonly Missed[];
  readonly notUnderstood: readonly Problem[];
  /** Services without a list in a Region, by service. */
  readonly absent: Listed['absent'];
  readonly leftOut: readonly string[];
  /** The sheets to write, by file name. */
  readonly sheets: ReadonlyMap<string, string>;
}

/**
 * Fetches the current price lists of AWS and takes their rates, list by list: what is wrong with one keeps none of the others back.
 * @param prices on which they are laid.
 * @param told is told how many lists of how many are fetched.
 * @throws PriceError where nothing can be fetched; OfferError where AWS's index cannot be understood; UsageError.
 */
export async function updatePrices(
  server: PriceServer,
  options: UpdateOptions,
  prices: PriceData,
  told: (done: number, all: number) => void,
): Promise<UpdateAnswer> {
  dateOf(options.asOf);
  const book = openPriceBook(prices);
  const wanted = wantedOf(options, book);
  const { lists, absent, missed, indexes } = await indexed(wanted, server, book);
  const { files, missed: lost } = await downloaded(lists, server, told);
  const first = await importPrices(offersOf(files), options, prices);
  const damaged = new Set(first.problems.map(({ file }) => file));
  for (const one of files) if (damaged.has(nameOf(one))) one.file.drop();
  const held = options.accept ? [] : heldBack(files, first.imported, book);
  const left = new Set([...damaged, ...held.map(nameOf)]);
  // What must not be taken has a part in nothing: the others are taken as if it were not there.
  const { imported, sheets } =
    left.size === 0 ? first : await importPrices(offersOf(files.filter((one) => !left.has(nameOf(one)))), options, prices);
  if (options.region === undefined && options.service === undefined) server.keepOnly([...indexes, ...lists.map(({ path }) => path)]);
  return {
    host: server.host,
    lists: files.length,
    newLists: files.filter(({ file }) => file.isNew).length,
    imported,
    held,
    missed: [...missed, ...lost],
    notUnderstood: first.problems,
    absent,
    leftOut: wanted.leftOut,
    sheets,
    problems: [...first.problems, ...problemsOf([...missed, ...lost], server)],
    failed: held.length > 0,
    remarks: [],
  };
}

async function indexed(wanted: Wanted, server: PriceServer, book: PriceBook): Promise<Listed> {
  try {
    return await listed(wanted, server);
  } catch (cause) {
    if (!(cause instanceof FetchError)) throw cause;
    const dates = agesOf(book, wanted.regions)
      .flatMap(({ oldest, newest }) => [oldest, newest])
      .filter((date) => date !== null)
      .toSorted();
    const write = 'the same again with a network, or `apigw-advisor prices import` with price lists that were fetched elsewhere';
    throw new PriceError(
      `the price list at ${server.host} cannot be fetched`,
      `${cause.message}. Nothing was changed: answers go on with the prices of ${dates[0] ?? 'no date'} to ${dates.at(-1) ?? 'no date'}`,
      write,
      { cause },
    );
  }
}

/** How a list is called in what is said of it. */
export const nameOf = ({ service, region }: Pick<ListAddress, 'service' | 'region'>) =>
  region === null ? service : `${service} in ${region}`;

function* offersOf(files: readonly Downloaded[]): Generator<OfferFile> {
  for (const one of files) yield { file: nameOf(one), chunks: one.file.chunks() };
}

function heldBack(files: readonly Downloaded[], imported: readonly Imported[], book: PriceBook): readonly Held[] {
  const byName = new Map(files.map((one) => [nameOf(one), one]));
  return imported.flatMap((one) => {
    const list = byName.get(one.file);
    const reasons = reasonsAgainst(one, book);
    return list === undefined || reasons.length === 0 ? [] : [{ service: list.service, region: list.region, reasons }];
  });
}

/** So many lists are named that could not be fetched for one reason. */
const MOST_NAMED = 5;

/** A problem for each reason: what ails the network ails many lists. */
function problemsOf(missed: readonly Missed[], { host }: PriceServer): readonly Problem[] {
  const reasons = [...new Set(missed.map(({ because }) => because))];
  return reasons.map((because) => {
    const names = missed.filter((one) => one.because === because).map(nameOf);
    const more = names.length - MOST_NAMED;
    const what = `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''} could not be fetched from ${host}`;
    return { file: null, line: null, column: null, path: null, what, because, write: null };
  });
}
