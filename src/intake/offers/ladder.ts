import { decimal, ZERO, type Decimal } from '../../money/decimal.ts';
import { SKUS, unitsOf, type Sku } from '../../pricebook/skus.ts';
import { METERS, UNITS } from '../../pricebook/usage-types.ts';
import { productOf, type Joined } from './join.ts';
import type { OfferRow } from './row.ts';

/** A row with what it prices. */
export interface JoinedRow {
  readonly row: OfferRow;
  readonly by: Joined['by'];
}

export interface OfferTier {
  readonly from: Decimal;
  /** Of one unit of ours. */
  readonly unitPrice: Decimal;
  readonly rateCode: string;
  readonly effectiveDate: string;
}

/** AWS's tiers of a sku, from nothing up; or why its rows give none. */
export type Ladder = { readonly tiers: readonly OfferTier[]; readonly by: Joined['by'] } | { readonly refused: string };

/** More rows than any product has tiers. */
export const MOST_ROWS = 100;

/**
 * The tiers that rows of one sku in one place state together. Rows that our sheets name by rate code win over others.
 * @param day by which a price of AWS has begun to hold or not.
 */
export function ladderOf(sku: Sku, rows: readonly JoinedRow[], day: string): Ladder {
  if (rows.length > MOST_ROWS) return { refused: `the file has more than ${MOST_ROWS} rows of it` };
  const by = rows.some((one) => one.by === 'rate-code') ? 'rate-code' : 'usage-type';
  const all = rows.filter((one) => one.by === by).map(({ row }) => row);
  const held = all.filter((row) => dayOf(row) <= day);
  if (held.length === 0) return { refused: `the price of AWS begins on ${all.map(dayOf).toSorted()[0] ?? ''}, which is after ${day}` };
  const ladders = new Map(
    [...groups(held, ({ rateCode }) => productOf(rateCode))].map(([product, of]) => [product, ladderOfProduct(sku, of)]),
  );
  const refused = [...ladders.values()].find((one) => typeof one === 'string');
  if (refused !== undefined) return { refused };
  const [first = [], ...others] = [...ladders.values()].filter((one) => typeof one !== 'string');
  if (others.some((one) => !areEqual(first, one)))
    return { refused: `AWS has several products for it at different prices: ${[...ladders.keys()].slice(0, 5).join(', ')}` };
  return { tiers: first, by };
}

/** Of the terms of a product (a second one may be a promotion), those that began last; two of one day must have the same prices. */
function ladderOfProduct(sku: Sku, rows: readonly OfferRow[]): readonly OfferTier[] | string {
  const terms = [...groups(rows, ({ rateCode }) => rateCode.split('.', 2).join('.'))];
  const began = (of: readonly OfferRow[]) => of.map(dayOf).toSorted().at(-1) ?? '';
  const last = began(rows);
  const ladders = terms.filter(([, of]) => began(of) === last).map(([term, of]) => [term, ladderOfTerm(sku, of)] as const);
  const [[, first] = ['', '']] = ladders;
  if (typeof first === 'string') return first;
  const others = ladders.slice(1).map(([, of]) => of);
  if (others.every((of) => typeof of !== 'string' && areEqual(first, of))) return first;
  return `AWS has several terms for it from ${last} on, at different prices: ${ladders.map(([term]) => term).join(', ')}`;
}

/** A price list may hold what a price was before. What began last is a whole ladder, or takes the place of single tiers. */
function ladderOfTerm(sku: Sku, rows: readonly OfferRow[]): readonly OfferTier[] | string {
  const byDay = rows.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  const last = tiersOf(sku, once(byDay.filter((row) => dayOf(row) === dayOf(byDay[0] as OfferRow))));
  if (typeof last !== 'string') return last;
  const newest = new Map<string, string>();
  for (const row of byDay) if (!newest.has(row.rateCode)) newest.set(row.rateCode, dayOf(row));
  return tiersOf(sku, once(rows.filter((row) => dayOf(row) === newest.get(row.rateCode))));
}

/** Empty where the file states none: such a price holds, and began before those that do. */
function dayOf({ effectiveDate }: OfferRow): string {
  const [day = ''] = /^\d{4}-\d{2}-\d{2}/.exec(effectiveDate) ?? [];
  return day;
}

/** Pages that were fetched twice, or overlap, have a row more than once. */
function once(rows: readonly OfferRow[]): readonly OfferRow[] {
  return [...new Map(rows.map((row) => [[row.rateCode, row.beginRange, row.endRange, row.unit, row.price].join('\n'), row])).values()];
}

function groups(rows: readonly OfferRow[], nameOf: (row: OfferRow) => string): ReadonlyMap<string, readonly OfferRow[]> {
  const found = new Map<string, OfferRow[]>();
  for (const row of rows) {
    const name = nameOf(row);
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return found;
}

function tiersOf(sku: Sku, rows: readonly OfferRow[]): readonly OfferTier[] | string {
  const tiers: (OfferTier & { readonly end: Decimal | null })[] = [];
  for (const row of rows) {
    const factor = unitsIn(sku, row.unit);
    if (factor === null) return `AWS counts it in ${JSON.stringify(row.unit)}, and here it is counted in ${unitsOf(sku)}`;
    const [begin, end] = [boundOf(row.beginRange || '0'), boundOf(row.endRange || 'Inf')];
    if (begin === undefined || begin === null || end === undefined) return `a tier of AWS is from ${row.beginRange} to ${row.endRange}`;
    tiers.push({
      from: begin.times(factor),
      end: end && end.times(factor),
      unitPrice: decimal(row.price).div(factor),
      rateCode: row.rateCode,
      effectiveDate: row.effectiveDate.slice(0, 10),
    });
  }
  tiers.sort((a, b) => a.from.cmp(b.from));
  let reached: Decimal | null = ZERO;
  for (const { from, end } of tiers) {
    if (reached === null || !from.eq(reached)) return `the tiers of AWS do not join at ${from.toFixed()}`;
    reached = end;
  }
  if (reached !== null) return `the tiers of AWS end at ${reached.toFixed()}`;
  return tiers;
}

/** How many of ours one unit of AWS's is; null where it is another unit. Only a number that AWS writes before it converts. */
function unitsIn(sku: Sku, unit: string): string | null {
  const names = [...(UNITS[SKUS[sku].unit] ?? []), ...(METERS[sku]?.units ?? [])];
  const said = unit.trim().toLowerCase();
  if (names.includes(said)) return '1';
  const [, digits = '', multiple = '', rest = ''] = NUMBERED.exec(said) ?? [];
  const count = decimal(digits.replaceAll(',', '') || (multiple.length > 1 ? '1' : '0'));
  return names.includes(rest) && !count.isZero() ? count.times(MULTIPLES[multiple] ?? '1').toFixed() : null;
}

/** `1M requests`, `10,000 requests`, `million requests`. */
const NUMBERED = /^(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})? ?(?:(k|m|b|thousand|million|billion) )?(\D.*)$/;
const MULTIPLES: Readonly<Record<string, string>> = {
  k: '1000',
  m: '1000000',
  b: '1000000000',
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
};

/** Null is without end; undefined is no bound. */
function boundOf(text: string): Decimal | null | undefined {
  if (/^inf(?:inity)?$/i.test(text)) return null;
  return text.length <= 40 && /^\d+(?:\.\d+)?$/.test(text) ? decimal(text) : undefined;
}

function areEqual(a: readonly OfferTier[], b: readonly OfferTier[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ from, unitPrice }, index) => from.eq(b[index]?.from ?? '-1') && unitPrice.eq(b[index]?.unitPrice ?? '-1'))
  );
}
