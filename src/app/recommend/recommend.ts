import { adviseMonth, type Recommendation } from '../../advise/advise.ts';
import type { Policy } from '../../advise/policy.ts';
import { SEVERITIES } from '../../decide/rule.ts';
import { visible } from '../../documents/visible.ts';
import { monthOf } from '../../journey/month.ts';
import type { Agreement } from '../../pricebook/contract.ts';
import { bookFor, openPriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import type { CostResult } from '../cost/cost.ts';
import { failOnGate, failuresOf, type Found } from '../gates/fail-on.ts';
import { anyFailed, linesOf, type Gate } from '../gates/gate.ts';
import { knownCandidate } from '../known-candidate.ts';
import { knownRegion } from '../known-place.ts';
import { dateOf, monthOptionsOf, type PricingOptions } from '../pricing-options.ts';
import { readWorkloads } from '../read-workloads.ts';
import type { Source } from '../source.ts';

export interface RecommendOptions extends PricingOptions {
  readonly policy: Policy;
  /** A candidate by its id, to speak of instead of what is in use or picked. */
  readonly candidate?: string;
  /** Outcomes and severities, such as `no-fit,blocker`, on which it fails. */
  readonly failOn?: string;
}

/** A workload that was read, with what is to be said of it. */
export interface RecommendResult extends CostResult {
  readonly costed: Recommendation;
}

/** Which API type fits each workload, and why. */
export interface RecommendAnswer extends Answer {
  readonly results: readonly RecommendResult[];
  readonly gates: readonly Gate[];
  readonly asOf: string | null;
  /** The contract that is known, and whether answers go by it. */
  readonly agreement: Agreement | null;
}

export const FAILURES = ['no-fit', 'ask', ...SEVERITIES] as const;

/**
 * Recommends for every workload that can be read.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export async function recommend(sources: Iterable<Source>, options: RecommendOptions, prices: PriceData): Promise<RecommendAnswer> {
  const book = openPriceBook(prices, options.edition);
  const region = knownRegion(options.region, book);
  const candidate = knownCandidate(options.candidate);
  const failOn = failuresOf(options.failOn, FAILURES);
  const asOf = dateOf(options.asOf);
  const pricing = monthOptionsOf(options);
  const { placed, problems } = readWorkloads(sources, region, book);
  const results = placed.map(({ workload, input }): RecommendResult => {
    const own = bookFor(book, workload);
    const advice = adviseMonth(monthOf(workload, own, pricing), own, options.policy, candidate);
    return {
      costed: advice,
      input,
      gates: failOn.length === 0 ? [] : failOnGate(failOn, visible(workload.name), foundIn(advice)),
      reasons: async () => advice,
    };
  });
  const gates = results.flatMap((one) => one.gates);
  return { results, gates, asOf, agreement: book.agreement, problems, failed: anyFailed(gates), remarks: linesOf(gates) };
}

/** What `--fail-on` may name: the outcome, and findings about the picks and about what is spoken of. */
function foundIn({ outcome, picks, subject, findings }: Recommendation): readonly Found[] {
  const ids = [...picks, ...subject].map(({ advised }) => advised.candidate.id);
  return [
    { word: outcome, what: OUTCOMES[outcome] },
    ...findings
      .filter((one) => one.candidates.some((id) => ids.includes(id)))
      .map(({ severity, rule, because }) => ({ word: severity, what: `${rule.id}: ${because.replace(/\.$/, '')}` })),
  ];
}

const OUTCOMES: Readonly<Record<Recommendation['outcome'], string>> = {
  pick: 'there is a pick',
  ask: 'the pick depends on answers that are missing',
  'no-fit': 'no candidate has all that is needed',
};
