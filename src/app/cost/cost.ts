import { estimate, type WorkloadEstimate } from '../../estimate/estimate.ts';
import type { Allocation } from '../../portfolio/allocate.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { openPriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import type { GateOptions } from '../gates/gates.ts';
import { knownRegion } from '../known-place.ts';
import { dateOf, monthOptionsOf, type PricingOptions } from '../pricing-options.ts';
import { readWorkloads } from '../read-workloads.ts';
import type { Source } from '../source.ts';
import { staleness } from '../staleness.ts';

export interface CostOptions extends PricingOptions, GateOptions {
  /** What `cost --json` printed earlier, to be dearer than. */
  readonly previous?: Source;
  /** All workloads as one bill, too. */
  readonly pooled?: boolean;
  /** How that bill is shared out. */
  readonly allocation?: Allocation;
}

/** What every candidate would cost, for each workload. */
export interface CostAnswer extends Answer {
  readonly estimates: readonly WorkloadEstimate[];
  /** The text of each as plain data. */
  readonly inputs: readonly unknown[];
  /** Null where nobody asked for it. */
  readonly pooled: Portfolio | null;
}

/**
 * Prices every workload that can be read.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export async function cost(sources: Iterable<Source>, options: CostOptions, prices: PriceData): Promise<CostAnswer> {
  const book = openPriceBook(prices, options.edition);
  const region = knownRegion(options.region, book);
  const isGated = [options.budget, options.failOnIncrease, options.previous].some((one) => one !== undefined);
  // What only a pipeline needs is loaded for a pipeline.
  const limits = isGated ? (await import('../gates/gates.ts')).limitsOf(options, options.previous !== undefined, 'cost.json') : null;
  const month = monthOptionsOf(options);
  const asOf = dateOf(options.asOf);
  const { placed, problems } = readWorkloads(sources, region, book);
  const estimates = placed.map(({ workload }) => estimate(workload, book, month));
  const gated =
    limits === null
      ? null
      : (await import('../gates/cost-gates.ts')).costGates(placed, { ...month, book, limits, previous: options.previous ?? null });
  return {
    estimates,
    inputs: placed.map((one) => one.input),
    pooled:
      options.pooled && placed.length > 0
        ? (await import('../../portfolio/portfolio.ts')).portfolio(placed, book, {
            ...month,
            allocation: options.allocation ?? 'proportional',
          })
        : null,
    problems,
    failed: gated?.failed ?? false,
    remarks: [...staleness(estimates, asOf), ...(gated?.lines ?? [])],
  };
}
