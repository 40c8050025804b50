import type { Recommendation } from '../../advise/advise.ts';
import type { Costed } from '../../advise/costed.ts';
import type { Allocation } from '../../portfolio/allocate.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Gate } from '../gates/gate.ts';
import type { GateOptions } from '../gates/limits.ts';
import { monthOptionsOf } from '../pricing-options.ts';
import { costedMonths, type CostedAnswer, type CostedOptions } from '../costed-months.ts';
import type { Source } from '../source.ts';
import type { Volumes } from './volumes.ts';

export interface CostOptions extends CostedOptions, GateOptions {
  /** What `cost --json` printed earlier, to be more expensive than. */
  readonly previous?: Source;
  /** An amount of dollars a month, for the requests that it buys. */
  readonly for?: string;
  /** All workloads as one bill, too. */
  readonly pooled?: boolean;
  /** How that bill is divided. */
  readonly allocation?: Allocation;
}

/** A workload that was read, and what it costs. */
export interface CostResult {
  readonly costed: Costed;
  /** Its text as plain data. */
  readonly input: unknown;
  /** Conditions that are compared with it alone. */
  readonly gates: readonly Gate[];
  /** All that is to be said of its pick; what that takes is loaded only then. */
  reasons(): Promise<Recommendation>;
}

/** A workload with what every candidate would cost. */
interface CostedResult extends CostResult {
  /** What a budget buys; null where nobody asked for it. */
  readonly volumes: Volumes | null;
}

/** What every candidate would cost, for each workload. */
export interface CostAnswer extends CostedAnswer<CostedResult> {
  /** Of all results together. */
  readonly gates: readonly Gate[];
  /** Null where nobody asked for it. */
  readonly pooled: Portfolio | null;
}

/**
 * Prices every workload that can be read.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export async function cost(sources: Iterable<Source>, options: CostOptions, prices: PriceData): Promise<CostAnswer> {
  const isGated = [options.budget, options.failOnIncrease, options.previous].some((one) => one !== undefined);
  // What only a pipeline needs is loaded for a pipeline.
  const limits = isGated ? (await import('../gates/limits.ts')).limitsOf(options, options.previous !== undefined, 'cost.json') : null;
  const volumes = options.for === undefined ? null : await import('./volumes.ts');
  const amount = volumes?.budgetFor(options.for ?? '') ?? null;
  const { book, placed, ...answer } = costedMonths(
    sources,
    options,
    prices,
    ({ input, month, picking, costed, book: own }): CostedResult => ({
      costed,
      input,
      volumes: volumes === null || amount === null ? null : volumes.volumesOf(amount, costed, month, own),
      gates: [],
      reasons: async () => (await import('../../advise/advise.ts')).recommendationOf(picking, month, own, options.candidate),
    }),
  );
  const { results } = answer;
  const gates =
    limits === null
      ? []
      : (await import('../gates/cost-gates.ts')).costGates(results, { book, limits, previous: options.previous ?? null });
  return {
    ...answer,
    // What one workload costs is what all cost together.
    results: results.length === 1 ? results.map((one) => ({ ...one, gates })) : results,
    gates,
    pooled:
      options.pooled && placed.length > 0
        ? (await import('../../portfolio/portfolio.ts')).portfolio(placed, book, {
            ...monthOptionsOf(options),
            policy: options.policy,
            allocation: options.allocation ?? 'proportional',
          })
        : null,
    failed: gates.some(({ verdict }) => verdict === 'failed'),
    remarks: gates.flatMap(({ says }) => says ?? []),
  };
}
