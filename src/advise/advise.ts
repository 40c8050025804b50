import type { Finding } from '../decide/rule.ts';
import type { Decision } from '../decide/walk.ts';
import { disclosed, type WorkloadEstimate } from '../estimate/estimate.ts';
import { monthOf, type Month, type MonthOptions } from '../journey/month.ts';
import { pipeline, type Stage } from '../journey/pipeline.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Throttling } from '../throttling/throttling.ts';
import type { Workload } from '../workload/schema.ts';
import type { Advised } from './advised.ts';
import { changes, type Changes } from './changes.ts';
import { choices, type Choice } from './choices.ts';
import { reasonOf, type Reason } from './claims.ts';
import { once } from './once.ts';
import { pick, type Picked, type Picking, type VerdictType } from './pick.ts';
import { cheaperThan, type Cheaper, type Policy } from './policy.ts';
import { opportunities, type Opportunity } from './savings/index.ts';
import { throttlings } from './throttle.ts';

/** What to build for one part of a workload: its requests, or its connections. Reasons are worked out when they are asked for. */
export interface Pick extends Picked {
  readonly reason: Reason;
  /** Ways to have all that is needed for less, where the pick's price is known as a whole. */
  readonly cheaper: readonly Cheaper[];
  readonly choices: readonly Choice[];
  readonly pipeline: readonly Stage[];
  readonly changes: Changes;
  /** What could be saved on what is in use today, or else on the pick. */
  readonly savings: readonly Opportunity[];
}

/** All that is to be said of a workload; each part of it is worked out when it is first asked for, and throws PriceError then. */
export interface Recommendation {
  readonly policy: Policy;
  /** What the workload says it is built as today, by its id, where that is compared. */
  readonly inUse: string | null;
  readonly outcome: VerdictType;
  readonly picks: readonly Pick[];
  readonly decision: Decision;
  readonly candidates: readonly Advised[];
  /** What the rule book says about any of the candidates, blockers first. */
  readonly findings: readonly Finding[];
  readonly estimate: WorkloadEstimate;
  /** What limits do to the peak, for each pick in order. */
  readonly throttling: readonly Throttling[];
}

export interface AdviseOptions extends MonthOptions {
  readonly policy?: Policy;
}

/**
 * Weighs what fits against what it costs.
 * @throws PriceError as `estimate` does.
 */
export function advise(workload: Workload, book: PriceBook, options: AdviseOptions = {}): Recommendation {
  return adviseMonth(monthOf(workload, book, options), book, options.policy);
}

/** The same of a month that others look at too. */
export function adviseMonth(month: Month, book: PriceBook, policy: Policy = 'native-first'): Recommendation {
  return recommendationOf(pick(month, book, policy), month, book);
}

/** What is to be said of a pick. */
export function recommendationOf(picking: Picking, month: Month, book: PriceBook): Recommendation {
  const { policy, decision, candidates, picked, outcome } = picking;
  const estimate = once(() =>
    disclosed(
      month,
      book,
      candidates.map((one) => one.estimate),
    ),
  );
  const findings = once(() => picking.findings(candidates.map((one) => one.candidate)));
  const throttling = once(() =>
    throttlings(
      picked.map((one) => one.advised.candidate),
      month,
    ),
  );
  return {
    policy,
    inUse: picked.find((one) => one.inUse !== null)?.inUse?.candidate.id ?? null,
    outcome,
    picks: picked.map((one) => pickOf(one, picking, month, book)),
    decision,
    candidates,
    get findings() {
      return findings();
    },
    get estimate() {
      return estimate();
    },
    get throttling() {
      return throttling();
    },
  };
}

function pickOf(picked: Picked, { decision, candidates, policy }: Picking, month: Month, book: PriceBook): Pick {
  const { carries, advised, group } = picked;
  const { candidate } = advised;
  const reason = once(() => reasonOf(picked, group, decision, policy, month));
  const cheaper = once(() => cheaperThan(advised, group, month.workload));
  const chosen = once(() => choices(candidate, month.workload, month.edition));
  const stages = once(() => (carries === 'requests' ? pipeline(month.journey(candidate)) : []));
  const changed = once(() => changes(advised, candidates, decision, policy, month, book));
  const savings = once(() => savingsOf(picked, decision, month, book));
  return {
    ...picked,
    get reason() {
      return reason();
    },
    get cheaper() {
      return cheaper();
    },
    get choices() {
      return chosen();
    },
    get pipeline() {
      return stages();
    },
    get changes() {
      return changed();
    },
    get savings() {
      return savings();
    },
  };
}

/** What could be saved on what is in use today, or else on the pick. */
export function savingsOf(picked: Picked, decision: Decision, month: Month, book: PriceBook): readonly Opportunity[] {
  const { advised, inUse: used, group } = picked;
  return opportunities({ month, workload: month.workload, today: used ?? advised, candidates: group, decision, book });
}
