import { costOf } from '../estimate/cost-in-question.ts';
import type { CandidateEstimate, WorkloadEstimate } from '../estimate/estimate.ts';
import { sum, type Decimal } from '../money/decimal.ts';
import type { Advised } from './advised.ts';
import type { Picked } from './pick.ts';

/** What a command speaks of, for one part of a workload. */
export interface SubjectPart {
  readonly carries: Picked['carries'];
  readonly advised: Advised;
  /** Asked for by name, stated as in use, or else picked. */
  readonly by: 'asked' | 'in-use' | 'pick';
}

/** One total for all parts of a workload. */
export interface SubjectCost {
  readonly cost: Decimal;
  readonly bound: 'exact' | 'at-least';
}

/**
 * What every command speaks of: a candidate that is asked for by its id, else what is in use, else the pick; for the requests
 * and the connections of a workload each.
 */
export function subjectOf(picked: readonly Picked[], asked?: string): readonly SubjectPart[] {
  return picked.map(({ carries, group, inUse, advised }): SubjectPart => {
    const named = group.find(({ candidate }) => candidate.id === asked);
    if (named !== undefined) return { carries, advised: named, by: 'asked' };
    return inUse === null ? { carries, advised, by: 'pick' } : { carries, advised: inUse, by: 'in-use' };
  });
}

/** What the parts cost together a month; without any, nothing is known. */
export function costTogether(parts: readonly Pick<SubjectPart, 'advised'>[]): SubjectCost {
  const estimates = parts.map(({ advised }) => advised.estimate);
  return {
    cost: sum(estimates.map(costOf)),
    bound: parts.length === 0 || estimates.some((one) => one.bound === 'at-least') ? 'at-least' : 'exact',
  };
}

/** A total is at least so much where any part of it is not priced, also a part that all lack. */
export function boundSaid(
  { id, bound }: Pick<CandidateEstimate, 'id' | 'bound'>,
  { notPriced }: Pick<WorkloadEstimate, 'notPriced'>,
): SubjectCost['bound'] {
  return notPriced.some(({ candidates }) => candidates.includes(id)) ? 'at-least' : bound;
}

/** What the parts cost together, as it is said. Gates and comparisons go by `costTogether`: what all lack is on both sides. */
export function costSaid(parts: readonly Pick<SubjectPart, 'advised'>[], estimate: Pick<WorkloadEstimate, 'notPriced'>): SubjectCost {
  const { cost, bound } = costTogether(parts);
  const isExact = bound === 'exact' && parts.every(({ advised }) => boundSaid(advised.estimate, estimate) === 'exact');
  return { cost, bound: isExact ? 'exact' : 'at-least' };
}
