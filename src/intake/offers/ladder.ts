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

/** The tiers that rows of one sku in one place state together. Rows that our sheets name by rate code win over others. */
export function ladderOf(sku: Sku, rows: readonly JoinedRow[]): Ladder {
  if (rows.length > MOST_ROWS) return { refused: `the file has more than ${MOST_ROWS} rows of it` };
  const by = rows.some((one) => one.by === 'rate-code') ? 'rate-code' : 'usage-type';
  const products = new Map<string, OfferRow[]>();
  for (const { row } of rows.filter((one) => one.by === by)) {
    const product = productOf(row.rateCode);
    products.set(product, [...(products.get(product) ?? []), row]);
  }
  const ladders = [...products.values()].map((of) => tiersOf(sku, of));
  const refused = ladders.find((one) => typeof one === 'string');
  if (refused !== undefined) return { refused };
  const [first = [], ...others] = ladders.filter((one) => typeof one !== 'string');
  if (others.some((one) => !areEqual(first, one)))
    return { refused: `AWS has several products for it at different prices: ${[...products.keys()].slice(0, 5).join(', ')}` };
  return { tiers: first, by };
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
  const [, count = '', multiple = '', rest = ''] = /^(\d{1,9}) ?(?:([kmb]) )?(\D.*)$/.exec(said) ?? [];
  return names.includes(rest) && Number(count) > 0
    ? decimal(count)
        .times(MULTIPLES[multiple] ?? '1')
        .toFixed()
    : null;
}

const MULTIPLES: Readonly<Record<string, string>> = { k: '1000', m: '1000000', b: '1000000000' };

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
