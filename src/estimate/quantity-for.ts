import { ZERO, type Decimal } from '../money/decimal.ts';
import type { Allowance, Rate } from '../pricebook/price-book.ts';
import { isCounted } from '../pricebook/skus.ts';

/** What an amount buys, or from which quantity on nobody can say, as there is no price. */
export type Bought = { readonly quantity: Decimal } | { readonly unpricedFrom: Decimal } | { readonly free: true };

/** A part of a unit, of what is measured and not counted. */
const PLACES = '1000000';

/**
 * The greatest quantity of a sku that costs no more than an amount: tier by tier, each unit at the price of the tier that it
 * falls in, after what an allowance covers. Whole units of what is counted (requests, messages), millionths of what is measured
 * (hours, GB). `free` where no amount is ever reached.
 */
export function quantityFor(amount: Decimal, { sku, tiers }: Rate, allowance: Allowance | null): Bought {
  const covered = allowance?.quantity ?? ZERO;
  let left = amount;
  for (const [index, { from, unitPrice }] of tiers.entries()) {
    if (unitPrice === null) return { unpricedFrom: covered.plus(from) };
    const next = tiers[index + 1]?.from;
    const whole = next?.minus(from).times(unitPrice);
    // A tier that is filled to the last unit ends where the next begins, and what is free there is bought too.
    if (next !== undefined && whole !== undefined && whole.lte(left)) {
      left = left.minus(whole);
      continue;
    }
    if (unitPrice.isZero()) return { free: true };
    const part = isCounted(sku) ? left.divToInt(unitPrice) : left.times(PLACES).divToInt(unitPrice).div(PLACES);
    return { quantity: covered.plus(from).plus(part) };
  }
  return { free: true };
}
