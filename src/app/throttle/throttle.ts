import { throttle as weigh, type WorkloadThrottling } from '../../advise/throttle.ts';
import { bookFor, openPriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { knownRegion } from '../known-place.ts';
import { monthOptionsOf, type PricingOptions } from '../pricing-options.ts';
import { readWorkloads } from '../read-workloads.ts';
import type { Source } from '../source.ts';

export type ThrottleOptions = Omit<PricingOptions, 'asOf'>;

/** What limits do to the peak of each workload. */
export interface ThrottleAnswer extends Answer {
  readonly weighed: readonly WorkloadThrottling[];
}

/**
 * Holds the peak of every workload that can be read against the limits of a REST and an HTTP API, and of its connections.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export async function throttle(sources: Iterable<Source>, options: ThrottleOptions, prices: PriceData): Promise<ThrottleAnswer> {
  const book = openPriceBook(prices, options.edition);
  const region = knownRegion(options.region, book);
  const month = monthOptionsOf(options);
  const { placed, problems } = readWorkloads(sources, region, book);
  return { weighed: placed.map(({ workload }) => weigh(workload, bookFor(book, workload), month)), problems, failed: false, remarks: [] };
}
