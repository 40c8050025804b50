import { costOf, unitPriceOf } from '../../estimate/cost-in-question.ts';
import { costedOf, type Costed } from '../../advise/costed.ts';
import { pick } from '../../advise/pick.ts';
import type { Policy } from '../../advise/policy.ts';
import type { LineItem } from '../../estimate/line-item.ts';
import type { Missing } from '../../estimate/price.ts';
import { monthOf, type MonthOptions } from '../../journey/month.ts';
import type { Decimal } from '../../money/decimal.ts';
import { placeId } from '../../pricebook/place.ts';
import { bookFor, type PriceBook } from '../../pricebook/price-book.ts';
import type { Sku } from '../../pricebook/skus.ts';
import type { FreeTier, Workload } from '../../workload/schema.ts';

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
  readonly unitPrice: Decimal | null;
  /** Null where nobody published a price: unknown, and not zero. */
  readonly cost: Decimal | null;
  /** Date of the price; null on rows without one, and on those of a document. */
  readonly published: string | null;
  readonly imported?: string | undefined;
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
  readonly freeTier: FreeTier;
  readonly candidates: readonly Compared[];
  /** What is spoken of, for the requests and the connections each. */
  readonly subject: readonly Spoken[];
}

/** What a side speaks of, and why: stated as in use, picked, or, of a document that does not say, the cheapest. */
export interface Spoken {
  readonly carries: Compared['carries'];
  readonly id: string;
  readonly by: 'in-use' | 'pick' | 'cheapest';
}

/**
 * Prices one side: every candidate that applies, for one month.
 * @throws PriceError as `estimate` does.
 */
export function pricedSide(
  file: string,
  { workload, input }: { readonly workload: Workload; readonly input: unknown },
  {
    book: all,
    pricesOf,
    policy,
    ...options
  }: MonthOptions & { readonly book: PriceBook; readonly pricesOf: string | null; readonly policy?: Policy | undefined },
): Side {
  const book = bookFor(all, workload);
  const month = monthOf(workload, book, options);
  const costed = costedOf(pick(month, book, policy), month, book);
  return {
    file,
    name: workload.name,
    workload,
    input,
    region: workload.region,
    book,
    pricesOf,
    hoursPerMonth: costed.estimate.hoursPerMonth,
    alwaysFree: month.alwaysFree,
    freeTier: month.freeTier,
    candidates: costed.estimate.candidates.map((one) => ({
      id: one.id,
      title: one.title,
      carries: one.carries,
      cost: costOf(one),
      bound: one.bound,
      missing: one.missing,
      whole: one.lacks.length === 0,
      rows: one.lineItems.map(rowOf),
    })),
    subject: spokenOf(costed),
  };
}

export function spokenOf({ subject }: Pick<Costed, 'subject'>): readonly Spoken[] {
  return subject.map(({ carries, advised, by }) => ({ carries, id: advised.candidate.id, by: by === 'in-use' ? by : 'pick' }));
}

function rowOf(item: LineItem): Row {
  const { hop, sku, tierFrom, pricingQuantity, pricingUnit, published, imported } = item;
  return {
    hop,
    sku,
    place: placeId(item.place),
    tierFrom,
    pricingQuantity,
    pricingUnit,
    unitPrice: unitPriceOf(item),
    cost: costOf(item),
    published,
    imported,
  };
}
