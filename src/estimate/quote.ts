import type { Decimal } from '../money/decimal.ts';
import type { Place, PriceBook } from '../pricebook/price-book.ts';
import { SKUS, unitsOf, type Sku } from '../pricebook/skus.ts';
import type { LineItem } from './line-item.ts';
import type { Free } from './allowance.ts';
import { listTotalOf, totalOf } from './cost-in-question.ts';
import { price, type Missing } from './price.ts';

/** What a quantity of one sku costs in one place, band by band. */
export interface Quote {
  readonly sku: Sku;
  readonly place: Place;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly listCost: Decimal;
  /** Absent where no contract is laid. */
  readonly contractedCost?: Decimal;
  readonly bound: 'exact' | 'at-least';
  readonly missing: readonly Missing[];
  readonly currency: 'USD';
  readonly lineItems: readonly LineItem[];
}

/** Prices a quantity, in single units (requests, GB, hours, GB-seconds), of one sku. */
export function quote(sku: Sku, quantity: Decimal, place: Place, book: PriceBook, free: Free): Quote {
  const { unit } = SKUS[sku];
  const usage = { sku, consumedQuantity: quantity, consumedUnit: unitsOf(sku), pricingQuantity: quantity, note: null };
  const priced = price([{ hop: 'quote', side: 'front-door', usage, place }], book, free);
  const lineItems = priced.flatMap((one) => one.lineItems);
  const missing = priced.flatMap((one) => one.missing);
  return {
    sku,
    place,
    quantity,
    unit,
    listCost: listTotalOf(lineItems),
    ...(book.contract === null ? {} : { contractedCost: totalOf(lineItems) }),
    bound: missing.length > 0 ? 'at-least' : 'exact',
    missing,
    currency: 'USD',
    lineItems,
  };
}
