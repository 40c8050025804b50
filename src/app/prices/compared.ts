import type { OfferTier } from '../../intake/offers/ladder.ts';
import { ZERO, type Decimal } from '../../money/decimal.ts';
import type { PriceBook, Rate, Tier, Unavailable } from '../../pricebook/price-book.ts';
import type { Sku } from '../../pricebook/skus.ts';

/** A span of units in which each side has one price. */
export interface Band {
  readonly from: Decimal;
  /** Null where our sheets have no price. */
  readonly ours: Tier | null;
  /** Null where the file has none. */
  readonly aws: OfferTier | null;
  readonly isDifferent: boolean;
}

/**
 * Our tiers beside AWS's: one band for each bound of either, but where both go on at their prices.
 * A first tier of AWS that is free, and here is an allowance of the same quantity, is none.
 */
export function compared(rate: Rate | Unavailable, tiers: readonly OfferTier[], sku: Sku, book: PriceBook): readonly Band[] {
  const ours = 'unavailable' in rate ? [] : rate.tiers;
  const aws = withoutAllowance(ours, tiers, sku, book);
  const bounds = [...ours, ...aws].map(({ from }) => from).toSorted((a, b) => a.cmp(b));
  const bands: Band[] = [];
  for (const from of bounds) {
    const [mine, theirs] = [ours.findLast((tier) => tier.from.lte(from)) ?? null, aws.findLast((tier) => tier.from.lte(from)) ?? null];
    const before = bands.at(-1);
    if (before && isSame(before.ours?.unitPrice, mine?.unitPrice) && isSame(before.aws?.unitPrice, theirs?.unitPrice)) continue;
    const priced = mine?.unitPrice ? mine : null;
    const isDifferent = priced !== null && theirs !== null && !isSame(priced.unitPrice, theirs.unitPrice);
    bands.push({ from, ours: priced, aws: theirs, isDifferent });
  }
  return bands;
}

function withoutAllowance(ours: readonly Tier[], tiers: readonly OfferTier[], sku: Sku, book: PriceBook): readonly OfferTier[] {
  const [free, next, ...rest] = tiers;
  if (free === undefined || next === undefined || !free.unitPrice.isZero() || ours[0]?.unitPrice?.isZero()) return tiers;
  const isAllowance = book.allowances.some(({ skus, quantity }) => skus.includes(sku) && quantity.eq(next.from));
  return isAllowance ? [{ ...next, from: ZERO }, ...rest] : tiers;
}

function isSame(a: Decimal | null | undefined, b: Decimal | null | undefined): boolean {
  return a && b ? a.eq(b) : !a && !b;
}
