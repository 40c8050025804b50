import { isRecord } from '../../../intake/offers/terms.ts';
import { unpacked } from '../../../intake/offers/unpacked.ts';
import { OfferError } from '../../../intake/offers/refusals.ts';
import { BOUNDS } from '../../../reading/bounds.ts';
import { readJson } from '../../../reading/json.ts';
import { own } from '../../../reading/own.ts';
import { FetchError, type PriceServer } from './server.ts';
import type { Wanted } from './wanted.ts';

/** Where a price list of AWS stands. */
export interface ListAddress {
  readonly service: string;
  /** Null where one list is of the whole world. */
  readonly region: string | null;
  readonly path: string;
}

/** A list that could not be had. */
export interface Missed {
  readonly service: string;
  readonly region: string | null;
  readonly because: string;
}

export interface Listed {
  readonly lists: readonly ListAddress[];
  /** Services that AWS does not price in a Region, by service. */
  readonly absent: ReadonlyMap<string, readonly string[]>;
  readonly missed: readonly Missed[];
  /** Every index that was read. */
  readonly indexes: readonly string[];
}

/** AWS's index of all services has about a tenth of it. */
const MOST_INDEX = 5_000_000;

/** The index of all services. https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-the-offer-index.html */
const SERVICE_INDEX = '/offers/v1.0/aws/index.json';

/**
 * Looks up where the current lists of services stand.
 * @throws FetchError or OfferError where the index of all services cannot be had.
 */
export async function listed({ services, regions }: Wanted, server: PriceServer): Promise<Listed> {
  const offers = await memberOf(SERVICE_INDEX, 'offers', server);
  const lists: ListAddress[] = [];
  const missed: Missed[] = [];
  const absent = new Map<string, readonly string[]>();
  const indexes = [SERVICE_INDEX];
  for (const { code, isRegional } of services)
    try {
      const service = own(offers, code);
      if (!isRecord(service)) throw new FetchError("AWS's index of services does not name it");
      if (!isRegional) {
        lists.push({ service: code, region: null, path: csvOf(service['currentVersionUrl'], code, null) });
        continue;
      }
      const path = checked(service['currentRegionIndexUrl'], new RegExp(`^/offers/v1\\.0/aws/${code}/[\\w-]{1,40}/region_index\\.json$`));
      indexes.push(path);
      const found = await memberOf(path, 'regions', server);
      const without = regions.filter((region) => !isRecord(own(found, region)));
      if (without.length > 0) absent.set(code, without);
      for (const region of regions) {
        const entry = own(found, region);
        if (isRecord(entry)) lists.push({ service: code, region, path: csvOf(entry['currentVersionUrl'], code, region) });
      }
    } catch (cause) {
      missed.push({ service: code, region: null, because: reasonOf(cause) });
    }
  return { lists, absent, missed, indexes };
}

/** Why a list could not be had, for whoever lists several. @throws what is no fault of the network or of AWS's. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof FetchError) return cause.message;
  if (cause instanceof OfferError)
    return cause.problems.map(({ line, what, because }) => `${line === null ? '' : `line ${line} `}${what}: ${because}`).join('; ');
  throw cause;
}

/**
 * The address of a list as CSV, which AWS has beside each one in JSON under the same path, and which takes less than half the bytes:
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/bulk-api-reading-price-list-files.html
 */
function csvOf(path: unknown, service: string, region: string | null): string {
  const form = new RegExp(`^/offers/v1\\.0/aws/${service}/[\\w-]{1,40}${region === null ? '' : `/${region}`}/index\\.json$`);
  return checked(path, form).replace(/json$/, 'csv');
}

/** An address that an index gives, only in the form that AWS's have: it also becomes the name of a file. */
function checked(path: unknown, form: RegExp): string {
  if (typeof path === 'string' && form.test(path)) return path;
  const shown = typeof path === 'string' ? JSON.stringify(path.slice(0, 100)) : 'absent';
  throw new FetchError(`an address in AWS's index is ${shown}, which has not the form of AWS's addresses`);
}

/** What an index has under a name. */
async function memberOf(path: string, name: string, server: PriceServer): Promise<Readonly<Record<string, unknown>>> {
  const file = await server.get(path, MOST_INDEX);
  try {
    const { chunks } = await unpacked(path, file.chunks());
    const read = readJson(await textOf(path, chunks), path, { ...BOUNDS.document, bytes: MOST_INDEX });
    if ('problem' in read) throw new OfferError(read.problem);
    const member = isRecord(read.data) ? own(read.data, name) : undefined;
    if (isRecord(member)) return member;
    throw new OfferError({
      file: path,
      line: null,
      what: `has no ${name}`,
      because: "each index of AWS's price lists has it",
      write: null,
    });
  } catch (cause) {
    // What cannot be understood is not kept: the next run asks for it again.
    file.drop();
    throw cause;
  }
}

async function textOf(file: string, chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    all.push(chunk);
    length += chunk.byteLength;
    if (length > MOST_INDEX)
      throw new OfferError({ file, line: null, what: 'is too large', because: `an index has ${MOST_INDEX} bytes at most`, write: null });
  }
  return new TextDecoder().decode(Buffer.concat(all));
}
