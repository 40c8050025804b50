import type { Want } from './want.ts';
import type { Side } from '../hops/hop.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Place } from '../pricebook/price-book.ts';
import type { Sku } from '../pricebook/skus.ts';

/**
 * One sku in one tier, named as FOCUS names it. `listCost = pricingQuantity × listUnitPrice` to the last digit, and so is
 * what the contract makes of both; prices are null where nobody published one.
 */
export interface LineItem {
  readonly hop: string;
  readonly side: Side;
  readonly sku: Sku;
  readonly place: Place;
  readonly usageType: string | null;
  readonly skuPriceId: string | null;
  /** Lower bound of the tier; null on rows that no tier prices: unbilled, or covered by an allowance. */
  readonly tierFrom: Decimal | null;
  readonly consumedQuantity: Decimal;
  readonly consumedUnit: string;
  readonly pricingQuantity: Decimal;
  readonly pricingUnit: string;
  readonly listUnitPrice: Decimal | null;
  readonly listCost: Decimal | null;
  /** Absent where no contract prices it. */
  readonly contractedUnitPrice?: Decimal | null;
  readonly contractedCost?: Decimal | null;
  /** Why there is no price; null where there is one. */
  readonly unpriced: Want | null;
  readonly note: string | null;
  /** Date of the price; null on rows without one. */
  readonly published: string | null;
  /** The day on which the price was imported; absent where the package carries it. */
  readonly imported?: string | undefined;
}

/** The price list that a row's rate came from; null where it has none. */
export function listOf({ published, imported }: Pick<LineItem, 'published' | 'imported'>): 'packaged' | 'imported' | null {
  if (published === null) return null;
  return imported === undefined ? 'packaged' : 'imported';
}
