import { costOf } from '../../estimate/cost-in-question.ts';
import { estimate } from '../../estimate/estimate.ts';
import type { LineItem } from '../../estimate/line-item.ts';
import type { Missing } from '../../estimate/price.ts';
import type { MonthOptions } from '../../journey/month.ts';
import type { Decimal } from '../../money/decimal.ts';
import { placeId } from '../../pricebook/place.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { Sku } from '../../pricebook/skus.ts';
import type { Workload } from '../../workload/schema.ts';

export type Bound = 'exact' | 'at-least';

/** A priced row, as both an estimate and an earlier document have it. */
export interface Row {
  readonly hop: string;
  readonly sku: Sku;
  /** The Region, or the CloudFront geography, whose rate it has. */
  readonly place: string;
  readonly tierFrom: Decimal | null;
  readonly pricingQuantity: Decimal;
  readonly pricingUnit: string;
  readonly listUnitPrice: Decimal | null;
  /** Null where nobody published a price: unknown, and not zero. */
  readonly cost: Decimal | null;
  /** Date of the price; null on rows without one, and on those of a document. */
  readonly published: string | null;
}

/** A candidate of one side of a comparison. */
export interface Compared {
  readonly id: string;
  readonly title: string;
  readonly carries: 'requests' | 'realtime';
  readonly cost: Decimal;
  readonly bound: Bound;
  /** Without `want` where an earlier document does not say it. */
  readonly missing: readonly (Pick<Missing, 'reason'> & { readonly sku: string; readonly want?: Missing['want'] | undefined })[];
  /** Whether it has everything that the workload states, so that it may count as the cheapest. */
  readonly whole: boolean;
  readonly rows: readonly Row[];
}

/** One of the two things that are compared: a workload and its prices, or an earlier document of one. */
export interface Side {
  /** What it was read from. */
  readonly file: string;
  readonly name: string;
  /** Null for a document that does not hold what it was worked out from. */
  readonly workload: Workload | null;
  /** The workload file as plain data; null as above. */
  readonly input: unknown;
  readonly region: string;
  /** Its prices; those of a document as far as its rows name them, and today's beyond. */
  readonly book: PriceBook;
  /** Where the prices come from when it is not the installed package. */
  readonly pricesOf: string | null;
  readonly hoursPerMonth: Decimal;
  readonly alwaysFree: boolean;
  readonly candidates: readonly Compared[];
}

/**
 * Prices one side: every candidate that applies, for one month.
 * @throws PriceError as `estimate` does.
 */
export function pricedSide(
  file: string,
  { workload, input }: { readonly workload: Workload; readonly input: unknown },
  { book, pricesOf, ...options }: MonthOptions & { readonly book: PriceBook; readonly pricesOf: string | null },
): Side {
  const estimated = estimate(workload, book, options);
  return {
    file,
    name: workload.name,
    workload,
    input,
    region: workload.region,
    book,
    pricesOf,
    hoursPerMonth: estimated.hoursPerMonth,
    alwaysFree: options.alwaysFree ?? workload.alwaysFree ?? false,
    candidates: estimated.candidates.map((one) => ({
      id: one.id,
      title: one.title,
      carries: one.carries,
      cost: costOf(one),
      bound: one.bound,
      missing: one.missing,
      whole: one.lacks.length === 0,
      rows: one.lineItems.map(rowOf),
    })),
  };
}

function rowOf(item: LineItem): Row {
  const { hop, sku, tierFrom, pricingQuantity, pricingUnit, listUnitPrice, published } = item;
  return { hop, sku, place: placeId(item.place), tierFrom, pricingQuantity, pricingUnit, listUnitPrice, cost: costOf(item), published };
}
