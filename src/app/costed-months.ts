import { costedOf, type Costed } from '../advise/costed.ts';
import { pick, type Picking } from '../advise/pick.ts';
import type { Policy } from '../advise/policy.ts';
import { monthOf, type Month } from '../journey/month.ts';
import type { Agreement } from '../pricebook/contract.ts';
import { bookFor, openPriceBook, type PriceBook } from '../pricebook/price-book.ts';
import type { PriceData } from '../pricebook/sheet.ts';
import type { Answer } from './answer.ts';
import { knownRegion } from './known-place.ts';
import { dateOf, monthOptionsOf, type PricingOptions } from './pricing-options.ts';
import { readWorkloads, type Placed } from './read-workloads.ts';
import type { Source } from './source.ts';

/** What every use case takes that speaks of what workloads cost. */
export interface CostedOptions extends PricingOptions {
  readonly policy: Policy;
  /** A candidate by its id, to speak of instead of what is in use or picked. */
  readonly candidate?: string;
}

/** A workload with its prices and its month, what is picked and what is spoken of. */
export interface CostedMonth extends Placed {
  readonly book: PriceBook;
  readonly month: Month;
  readonly picking: Picking;
  readonly costed: Costed;
}

/** What every answer about costs says. */
export interface CostedAnswer<T> extends Answer {
  readonly results: readonly T[];
  readonly asOf: string | null;
  /** The contract that is known, and whether answers go by it; null without one. */
  readonly agreement: Agreement | null;
}

interface Found<T> extends CostedAnswer<T> {
  readonly book: PriceBook;
  readonly placed: readonly Placed[];
}

/**
 * Reads and prices every workload that can be read.
 * @param asked candidates that are compared besides, where others than that of the options are.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export function costedMonths<T>(
  sources: Iterable<Source>,
  options: CostedOptions,
  prices: PriceData,
  each: (one: CostedMonth) => T,
  asked?: readonly string[],
): Found<T> {
  const book = openPriceBook(prices, options.edition);
  const region = knownRegion(options.region, book);
  const pricing = { ...monthOptionsOf(options), ...(asked && { asked }) };
  const asOf = dateOf(options.asOf);
  const { placed, problems } = readWorkloads(sources, region, book);
  const results = placed.map((one) => {
    const own = bookFor(book, one.workload);
    const month = monthOf(one.workload, own, pricing);
    const picking = pick(month, own, options.policy);
    return each({ ...one, book: own, month, picking, costed: costedOf(picking, month, own, options.candidate) });
  });
  return { book, placed, results, asOf, agreement: book.agreement, problems, failed: false, remarks: [] };
}
