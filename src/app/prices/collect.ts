import { PASSED, type Joiner, type Passed } from '../../intake/offers/join.ts';
import { MOST_ROWS, type JoinedRow } from '../../intake/offers/ladder.ts';
import { readOffer, type OfferFile } from '../../intake/offers/read.ts';
import { ON_DEMAND, type OfferHead, type OfferRow } from '../../intake/offers/row.ts';
import { placeId, type Place } from '../../pricebook/place.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { ALL_SKUS, SKUS, type Sku } from '../../pricebook/skus.ts';
import { SERVICE_CODES } from '../../pricebook/usage-types.ts';

/** What one price list of AWS has of our skus. */
export interface Collected {
  readonly file: string;
  /** The address that it came from, where that is known. */
  readonly url: string | null;
  readonly head: OfferHead;
  /** Prices that were read, and those that are none of our skus. */
  readonly rows: number;
  readonly passed: Readonly<Record<Passed, number>>;
  /** Where its rows count, by the service: `service place`. */
  readonly covered: ReadonlySet<string>;
  /** How many prices of ours it has in other currencies, and in Regions that have no sheet. */
  readonly currencies: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<string, number>;
  /** Whether it is on a Region of China. */
  readonly isChina: boolean;
  /** By sku and place: one row more than may be, where there were more. */
  readonly found: ReadonlyMap<string, readonly JoinedRow[]>;
}

const CODES: ReadonlySet<string> = new Set(Object.values(SERVICE_CODES));
const keyOf = (sku: Sku, place: Place) => `${sku} ${placeId(place)}`;

/**
 * Reads a price list, and keeps the rows of our skus.
 * @throws OfferError where it cannot be understood.
 */
export async function collect(file: OfferFile, joiner: Joiner, book: PriceBook): Promise<Collected> {
  const found = new Map<string, JoinedRow[]>();
  const covered = new Set<string>();
  const passed = Object.fromEntries(Object.keys(PASSED).map((why) => [why, 0])) as Record<Passed, number>;
  const [currencies, regions] = [new Map<string, number>(), new Map<string, number>()];
  const known = new Set(book.regions);
  let [rows, isChina] = [0, false];
  const take = (row: OfferRow) => {
    rows += 1;
    isChina ||= row.region?.startsWith('cn-') === true;
    const joined = joiner.join(row);
    const place = typeof joined === 'string' ? joiner.placeOf(row) : joined.place;
    if (place !== null && row.termType === ON_DEMAND && CODES.has(row.service)) covered.add(`${row.service} ${placeId(place)}`);
    if (typeof joined === 'string') {
      passed[joined] += 1;
      if (joined === 'currency') count(currencies, row.currency);
      else if (joined === 'elsewhere' && row.region !== null && !known.has(row.region)) count(regions, row.region);
      return;
    }
    const key = keyOf(joined.sku, joined.place);
    const of = found.get(key) ?? [];
    found.set(key, of);
    if (of.length <= MOST_ROWS) of.push({ row, by: joined.by });
  };
  const head = await readOffer(file, take, joiner.wants);
  return { file: file.file, url: file.url ?? null, head, rows, passed, covered, currencies, regions, isChina, found };
}

/** Names that are counted one by one; a file has fewer of them. */
const MOST_NAMES = 200;

function count(counts: Map<string, number>, name: string): void {
  if (counts.has(name) || counts.size < MOST_NAMES) counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Each sku in each place that a price list is on, with the rows that it has of it: null where it has none. */
export function* inQuestion(
  { found, covered }: Collected,
  book: PriceBook,
): Generator<{ readonly sku: Sku; readonly place: Place; readonly rows: readonly JoinedRow[] | null }> {
  for (const sku of ALL_SKUS)
    for (const place of book.places(sku)) {
      const rows = found.get(keyOf(sku, place)) ?? null;
      if (rows !== null || covered.has(`${SERVICE_CODES[SKUS[sku].service]} ${placeId(place)}`)) yield { sku, place, rows };
    }
}
