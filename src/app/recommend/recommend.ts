import { recommendationOf, type Recommendation } from '../../advise/advise.ts';
import { SEVERITIES } from '../../decide/rule.ts';
import { visible } from '../../documents/visible.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { CostResult } from '../cost/cost.ts';
import { failOnGate, failuresOf, type Found } from '../gates/fail-on.ts';
import { anyFailed, linesOf, type Gate } from '../gates/gate.ts';
import { costedMonths, type CostedAnswer, type CostedOptions } from '../costed-months.ts';
import type { Source } from '../source.ts';

export interface RecommendOptions extends CostedOptions {
  /** Outcomes and severities, such as `no-fit,blocker`, on which it fails. */
  readonly failOn?: string;
}

/** A workload that was read, with what is to be said of it. */
export interface RecommendResult extends CostResult {
  readonly costed: Recommendation;
}

/** Which API type fits each workload, and why. */
export interface RecommendAnswer extends CostedAnswer<RecommendResult> {
  readonly gates: readonly Gate[];
}

export const FAILURES = ['no-fit', 'ask', ...SEVERITIES] as const;

/**
 * Recommends for every workload that can be read.
 * @throws UsageError where an option is none; PriceError where price data is damaged.
 */
export async function recommend(sources: Iterable<Source>, options: RecommendOptions, prices: PriceData): Promise<RecommendAnswer> {
  const failOn = failuresOf(options.failOn, FAILURES);
  const answer = costedMonths(sources, options, prices, ({ workload, input, picking, month, book }): RecommendResult => {
    const advice = recommendationOf(picking, month, book, options.candidate);
    return {
      costed: advice,
      input,
      gates: failOn.length === 0 ? [] : failOnGate(failOn, visible(workload.name), foundIn(advice)),
      reasons: async () => advice,
    };
  });
  const gates = answer.results.flatMap((one) => one.gates);
  return { ...answer, gates, failed: anyFailed(gates), remarks: linesOf(gates) };
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
