import type { Recommendation } from '../../advise/advise.ts';
import { costedOf, type Costed } from '../../advise/costed.ts';
import { pick } from '../../advise/pick.ts';
import type { Policy } from '../../advise/policy.ts';
import { monthOf } from '../../journey/month.ts';
import type { Allocation } from '../../portfolio/allocate.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import type { Agreement } from '../../pricebook/contract.ts';
import { bookFor, openPriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import type { Gate } from '../gates/gate.ts';
import type { GateOptions } from '../gates/limits.ts';
import { knownCandidate } from '../known-candidate.ts';
import { knownRegion } from '../known-place.ts';
import { dateOf, monthOptionsOf, type PricingOptions } from '../pricing-options.ts';
import { readWorkloads } from '../read-workloads.ts';
import type { Source } from '../source.ts';
import type { Volumes } from './volumes.ts';

export interface CostOptions extends PricingOptions, GateOptions {
  readonly policy: Policy;
  /** A candidate by its id, to speak of instead of what is in use or picked. */
  readonly candidate?: string;
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
export interface CostAnswer extends Answer {
  readonly results: readonly CostedResult[];
  /** Of all results together. */
  readonly gates: readonly Gate[];
  readonly asOf: string | null;
  /** The contract that is known, and whether answers go by it. */
  readonly agreement: Agreement | null;
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
  const candidate = knownCandidate(options.candidate);
  const isGated = [options.budget, options.failOnIncrease, options.previous].some((one) => one !== undefined);
  // What only a pipeline needs is loaded for a pipeline.
  const limits = isGated ? (await import('../gates/limits.ts')).limitsOf(options, options.previous !== undefined, 'cost.json') : null;
  const volumes = options.for === undefined ? null : await import('./volumes.ts');
  const amount = volumes?.budgetFor(options.for ?? '') ?? null;
  const pricing = monthOptionsOf(options);
  const asOf = dateOf(options.asOf);
  const { placed, problems } = readWorkloads(sources, region, book);
  const found = placed.map(({ workload, input }): CostedResult => {
    const own = bookFor(book, workload);
    const month = monthOf(workload, own, pricing);
    const picking = pick(month, own, options.policy);
    const costed = costedOf(picking, month, own, candidate);
    return {
      costed,
      input,
      volumes: volumes === null || amount === null ? null : volumes.volumesOf(amount, costed, month, own),
      gates: [],
      reasons: async () => (await import('../../advise/advise.ts')).recommendationOf(picking, month, own, candidate),
    };
  });
  const gates =
    limits === null ? [] : (await import('../gates/cost-gates.ts')).costGates(found, { book, limits, previous: options.previous ?? null });
  return {
    // What one workload costs is what all cost together.
    results: found.length === 1 ? found.map((one) => ({ ...one, gates })) : found,
    gates,
    asOf,
    agreement: book.agreement,
    pooled:
      options.pooled && placed.length > 0
        ? (await import('../../portfolio/portfolio.ts')).portfolio(placed, book, {
            ...pricing,
            policy: options.policy,
            allocation: options.allocation ?? 'proportional',
          })
        : null,
    problems,
    failed: gates.some(({ verdict }) => verdict === 'failed'),
    remarks: gates.flatMap(({ says }) => says ?? []),
  };
}
