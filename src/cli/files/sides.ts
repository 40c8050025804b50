import { UsageError, WorkloadError, type Problem } from '../../errors/errors.ts';
import { recordedSide, type RecordedEstimate } from '../../portfolio/diff/recorded-side.ts';
import { pricedSide, type Side } from '../../portfolio/diff/side.ts';
import { openPriceBook, type PriceBook } from '../../pricebook/price-book.ts';
import type { EditionId, PriceData } from '../../pricebook/sheet.ts';
import { readWorkload } from '../../workload/read.ts';
import { estimateOptionsOf, type PricingOptions } from '../estimate-options.ts';
import { nameOf } from './path-bytes.ts';
import type { Ports } from '../ports.ts';
import { knownRegion, priceBook } from '../price-book.ts';
import { readCompared, type ComparedFile } from './read-compared.ts';

/** What makes the two sides of a comparison different, besides the files. */
export interface SideOptions extends PricingOptions {
  readonly fromRegion?: string;
  readonly toRegion?: string;
  readonly edition?: EditionId;
  readonly fromEdition?: EditionId;
  readonly toEdition?: EditionId;
  readonly pricesBefore?: string;
}

/**
 * Reads what is to be compared: two files, or one under two sets of prices.
 * @throws UsageError where nothing could differ, or an option asks for other prices of a document, which has its own.
 * @throws WorkloadError with the mistakes of both files.
 */
export async function sidesOf(files: readonly string[], options: SideOptions, ports: Ports): Promise<readonly [Side, Side]> {
  const [first = '', second = first] = files;
  const differ = [options.fromRegion, options.toRegion, options.fromEdition, options.toEdition, options.pricesBefore];
  if (files.length < 2 && differ.every((one) => one === undefined))
    throw new UsageError(
      'there is one file, and nothing to compare it with',
      'a comparison has another file, an earlier cost --json, or other prices',
      'apigw-advisor diff before.yaml workload.yaml',
    );
  if (first === '-' && second === '-' && files.length > 1)
    throw new UsageError('both files are standard input', 'it can be read once', 'apigw-advisor diff before.yaml -');
  const was = tried(() => readCompared(first, ports));
  const is = files.length < 2 ? was : tried(() => readCompared(second, ports));
  if (!('file' in was) || !('file' in is)) throw failed(files.length < 2 ? [was] : [was, is]);
  refuse(was, { '--from-region': options.fromRegion, '--from-edition': options.fromEdition, '--prices-before': options.pricesBefore });
  refuse(is, { '--to-region': options.toRegion, '--to-edition': options.toEdition });
  const [recordedBefore, recordedNow] = [resultOf(was, is), resultOf(is, was)];
  const edition = options.edition ?? (recordedBefore ?? recordedNow)?.edition ?? 'aws';
  const before =
    options.pricesBefore === undefined ? null : { data: await ports.pricesIn(options.pricesBefore), of: nameOf(options.pricesBefore) };
  const sideOf = (
    found: ComparedFile,
    recorded: RecordedEstimate | null,
    own: {
      readonly edition: EditionId | undefined;
      readonly region: string | undefined;
      readonly option: string;
      readonly prices: typeof before;
    },
  ) =>
    tried(() =>
      recorded === null
        ? workloadSide(found, { ...options, edition: own.edition ?? edition, region: own.region ?? options.region }, own, ports)
        : documentSide(found.file, recorded, priceBook(ports, recorded.edition)),
    );
  const [from, to] = [
    sideOf(was, recordedBefore, { edition: options.fromEdition, region: options.fromRegion, option: '--from-region', prices: before }),
    sideOf(is, recordedNow, { edition: options.toEdition, region: options.toRegion, option: '--to-region', prices: null }),
  ];
  if (!('file' in from) || !('file' in to)) throw failed(was === is ? [from] : [from, to]);
  return [from, to];
}

interface Priced extends Omit<SideOptions, 'region'> {
  readonly edition: EditionId;
  readonly region: string | undefined;
}

function workloadSide(
  found: ComparedFile,
  { edition, region, hoursPerMonth, alwaysFree }: Priced,
  {
    prices,
    option,
    region: own,
  }: {
    readonly prices: { readonly data: PriceData; readonly of: string } | null;
    readonly option: string;
    readonly region: string | undefined;
  },
  ports: Ports,
): Side {
  if (found.type === 'document') throw new Error('a document has its own prices');
  const book = prices === null ? priceBook(ports, edition) : openPriceBook(prices.data, edition);
  const known = region === undefined ? null : knownRegion(region, book, own === undefined ? '--region' : option);
  const { workload, input } = readWorkload(found.text, { file: found.file, ...(known === null ? { regions: book.regions } : {}) });
  const options = estimateOptionsOf({
    ...(hoursPerMonth === undefined ? {} : { hoursPerMonth }),
    ...(alwaysFree === undefined ? {} : { alwaysFree }),
  });
  return pricedSide(
    found.file,
    { workload: known === null ? workload : { ...workload, region: known }, input },
    { ...options, book, pricesOf: prices?.of ?? null },
  );
}

function documentSide(file: string, recorded: RecordedEstimate, book: PriceBook): Side {
  if (book.regions.includes(recorded.region)) return recordedSide(file, recorded, book);
  throw new WorkloadError([
    {
      file,
      line: null,
      column: null,
      path: null,
      what: 'is no earlier document',
      because: `its region is "${recorded.region}", for which there are no prices`,
      write: 'apigw-advisor cost workload.yaml --json > cost.json',
    },
  ]);
}

/** The result of a document that is of the other side's workload. */
function resultOf(file: ComparedFile, other: ComparedFile): RecordedEstimate | null {
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
function refuse({ type, file }: ComparedFile, options: Readonly<Record<string, string | undefined>>): void {
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
