import type { OfferTier } from '../../intake/offers/ladder.ts';
import { ZERO } from '../../money/decimal.ts';
import type { PriceBook, Rate, Tier, Unavailable } from '../../pricebook/price-book.ts';
import type { Sku } from '../../pricebook/skus.ts';
import { beside, type Beside } from './beside.ts';

/** Our tiers (`one`) beside AWS's. */
export function compared(
  rate: Rate | Unavailable,
  tiers: readonly OfferTier[],
  sku: Sku,
  book: PriceBook,
): readonly Beside<Tier, OfferTier>[] {
  const ours = 'unavailable' in rate ? [] : rate.tiers;
  return beside(ours, withoutAllowance(ours, tiers, sku, book));
}

/** A first tier of AWS that is free, and here is an allowance of the same quantity, is none. */
export function withoutAllowance(ours: readonly Tier[], tiers: readonly OfferTier[], sku: Sku, book: PriceBook): readonly OfferTier[] {
  const [free, next, ...rest] = tiers;
  if (free === undefined || next === undefined || !free.unitPrice.isZero() || ours[0]?.unitPrice?.isZero()) return tiers;
  const isAllowance = book.allowances.some(({ skus, quantity }) => skus.includes(sku) && quantity.eq(next.from));
  return isAllowance ? [{ ...next, from: ZERO }, ...rest] : tiers;
}
