import { totalOf } from '../../estimate/cost-in-question.ts';
import { price, type PoolEntry } from '../../estimate/price.ts';
import { sum, ZERO, type Decimal } from '../../money/decimal.ts';
import { SKUS, type Sku } from '../../pricebook/skus.ts';
import { across, placeOf } from './places.ts';
import type { Bound, Row, Side } from './side.ts';

/** Why a row moved. What is unknown counts as nothing here, and the bounds beside the amounts say so. */
export const CAUSES = {
  input: 'another quantity at the earlier prices',
  price: 'other prices, for the quantity of now',
  added: 'was not there before, at the earlier prices',
  removed: 'is not there any more',
} as const;
export type Cause = keyof typeof CAUSES;
export type Causes = Readonly<Record<Cause, Decimal>>;

/** One sku of one hop, all its tiers together: before and now. */
export interface RowChange {
  readonly hop: string;
  readonly sku: Sku;
  /** The geography of now, for a sku that is priced by geography; else null. */
  readonly geography: string | null;
  readonly unit: string;
  /** Null where it is not there on that side. */
  readonly before: Amount | null;
  readonly now: Amount | null;
  /** They add up to the change to the last digit. */
  readonly causes: Causes;
}

export interface Amount {
  readonly pricingQuantity: Decimal;
  readonly cost: Decimal;
  /** `at-least` where a part of it has no price. */
  readonly bound: Bound;
  readonly place: string;
}

/** Every row of either side, in their order, with what moved it: quantities first, at the earlier prices, then prices. */
export function rowChanges(before: Grouped, now: Grouped): readonly RowChange[] {
  const repriced = atPricesOf(before, now);
  const keys = [...new Set([...before.groups.keys(), ...now.groups.keys()])];
  return keys.map((key): RowChange => {
    const [was, is] = [before.groups.get(key), now.groups.get(key)];
    const [first] = is ?? was ?? [];
    if (first === undefined) throw new Error('a group of rows without rows');
    const [from, to] = [was ? amountOf(was) : null, is ? amountOf(is) : null];
    const between = repriced.get(key) ?? ZERO;
    const moved = between.minus(from?.cost ?? ZERO);
    return {
      hop: first.hop,
      sku: first.sku,
      geography: SKUS[first.sku].scope === 'geography' ? first.place : null,
      unit: first.pricingUnit,
      before: from,
      now: to,
      causes: {
        input: from && to ? moved : ZERO,
        price: to ? to.cost.minus(between) : ZERO,
        added: from ? ZERO : moved,
        removed: to ? ZERO : moved,
      },
    };
  });
}

/** Whether a row is there on both sides, with the same quantity and at the same prices, as far as they are known. */
export function isUnchanged({ before, now, causes }: RowChange): boolean {
  const same = before !== null && now !== null && before.pricingQuantity.eq(now.pricingQuantity) && before.bound === now.bound;
  return same && (Object.keys(CAUSES) as Cause[]).every((cause) => causes[cause].isZero());
}

/** The rows of one side by what they are of, so that those of the other can be found. */
export interface Grouped {
  readonly side: Side;
  readonly groups: ReadonlyMap<string, readonly Row[]>;
}

/** @param as the side in whose words places are named. */
export function grouped(rows: readonly Row[], side: Side, as: Side): Grouped {
  // A hop bills a sku in one Region, so only geographies tell its rows apart.
  const keyOf = ({ hop, sku, place }: Row) => `${hop} ${sku} ${SKUS[sku].scope === 'region' ? '' : across(sku, place, side, as)}`;
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return { side, groups };
}

function amountOf(rows: readonly Row[]): Amount {
  return {
    pricingQuantity: sum(rows.map((row) => row.pricingQuantity)),
    cost: sum(rows.flatMap((row) => row.cost ?? [])),
    bound: rows.some((row) => row.cost === null) ? 'at-least' : 'exact',
    place: rows[0]?.place ?? '',
  };
}

/** What the quantities of now would have cost at earlier prices; what an allowance covers stays covered. */
function atPricesOf(before: Grouped, { side, groups }: Grouped): ReadonlyMap<string, Decimal> {
  const placeThen = (key: string, { sku, place }: Row) => before.groups.get(key)?.[0]?.place ?? across(sku, place, side, before.side);
  const entries = [...groups].flatMap(([key, rows]) => {
    const [first] = rows;
    const billed = rows.filter((row) => row.tierFrom !== null || row.unitPrice === null);
    return first === undefined
      ? []
      : [{ key, entry: entryOf(first, sum(billed.map((row) => row.pricingQuantity)), placeThen(key, first)) }];
  });
  const priced = price(
    entries.map(({ entry }) => entry),
    before.side.book,
    { alwaysFree: false },
  );
  return new Map(entries.map(({ key }, index) => [key, totalOf(priced[index]?.lineItems ?? [])]));
}

function entryOf({ hop, sku, pricingUnit }: Row, quantity: Decimal, place: string): PoolEntry {
  return {
    hop,
    side: 'front-door',
    usage: { sku, consumedQuantity: quantity, consumedUnit: pricingUnit, pricingQuantity: quantity, note: null, allowance: 'none' },
    place: placeOf(sku, place),
  };
}
