import type { Candidate } from '../candidates/candidate.ts';
import { decide } from '../decide/decide.ts';
import type { Finding } from '../decide/rule.ts';
import type { Decision } from '../decide/walk.ts';
import { disclosed, type WorkloadEstimate } from '../estimate/estimate.ts';
import { monthOf, type Month, type MonthOptions } from '../journey/month.ts';
import { pipeline, type Stage } from '../journey/pipeline.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { EditionId } from '../pricebook/sheet.ts';
import type { Throttling } from '../throttling/throttling.ts';
import type { Workload } from '../workload/schema.ts';
import type { Advised } from './advised.ts';
import { changes, type Changes } from './changes.ts';
import { choices, type Choice } from './choices.ts';
import { reasonOf, type Reason } from './claims.ts';
import { turningQuestions } from './open.ts';
import { cheaperThan, choose, type Cheaper, type Chosen, type Policy } from './policy.ts';
import { opportunities, type Opportunity } from './savings/index.ts';
import { throttlings } from './throttle.ts';
import { assess, type Assessed } from './assess.ts';

/** What to build for one part of a workload: its requests, or its connections. */
export interface Pick extends Chosen {
  readonly carries: Candidate['carries'];
  readonly reason: Reason;
  /** Ways to have all that is needed for less, where the pick's price is known as a whole. */
  readonly cheaper: readonly Cheaper[];
  readonly choices: readonly Choice[];
  readonly pipeline: readonly Stage[];
  readonly changes: Changes;
  /** What could be saved on what is in use today, or else on the pick. */
  readonly savings: readonly Opportunity[];
}

export interface Recommendation {
  readonly policy: Policy;
  /** What the workload says it is built as today, by its id, where that is compared. */
  readonly inUse: string | null;
  /**
   * `ask` when open questions part the ways, or what is not known of a total does: the picks then hold if all questions are answered
   * with no, and nothing unknown weighs in. `no-fit` when
   * some part of the workload has no candidate with all that it needs: its pick is the nearest.
   */
  readonly outcome: 'pick' | 'ask' | 'no-fit';
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
  const { workload } = month;
  const { decision, candidates, findings, picked, outcome } = pick(month, book, policy);
  const estimated = disclosed(
    month,
    book,
    candidates.map((one) => one.estimate),
  );
  return {
    policy,
    inUse: inUse(workload, candidates)?.candidate.id ?? null,
    outcome,
    picks: picked.map((one): Pick => {
      const { carries, advised: chosen, by, contested, unless, helpDecides, undecided, group } = one;
      return {
        carries,
        advised: chosen,
        by,
        reason: reasonOf(one, group, decision, policy, month),
        contested,
        unless,
        helpDecides,
        undecided,
        cheaper: cheaperThan(chosen, group, workload),
        choices: choices(chosen.candidate, workload, month.edition),
        pipeline: carries === 'requests' ? pipeline(month.journey(chosen.candidate)) : [],
        changes: changes(chosen, candidates, decision, policy, month, book),
        savings: savingsOf(one, decision, month, book),
      };
    }),
    decision,
    candidates,
    findings: findings(candidates.map((one) => one.candidate)),
    estimate: estimated,
    throttling: throttlings(
      picked.map((one) => one.advised.candidate),
      month,
    ),
  };
}

/** What is picked for one part of a workload, among what else carries it. */
export interface Picked extends Chosen {
  readonly carries: Candidate['carries'];
  /** What the workload says it is built as today. */
  readonly inUse: Advised | null;
  readonly group: readonly Advised[];
}

/** A pick, and what it rests on: all that a report of many workloads needs of a recommendation. */
export interface Picking extends Assessed {
  readonly decision: Decision;
  readonly picked: readonly Picked[];
  readonly outcome: Recommendation['outcome'];
}

/** @throws PriceError as `estimate` does. */
export function pick(month: Month, book: PriceBook, policy: Policy = 'native-first'): Picking {
  const { workload, edition } = month;
  const decision = decide(workload, edition);
  const assessed = assess(month, book);
  const picked = (['requests', 'realtime'] as const).flatMap((carries): Picked[] => {
    const group = assessed.candidates.filter((one) => one.candidate.carries === carries);
    const chosen = choose(group, carries === 'realtime' ? 'websocket' : decision.otherwise, policy, workload);
    return chosen ? [{ carries, ...chosen, inUse: inUse(workload, group), group }] : [];
  });
  return { ...assessed, decision, picked, outcome: outcomeOf(picked, decision, policy, workload, edition) };
}

/** What could be saved on what is in use today, or else on the pick. */
export function savingsOf(picked: Picked, decision: Decision, month: Month, book: PriceBook): readonly Opportunity[] {
  const { advised, inUse: used, group } = picked;
  return opportunities({ month, workload: month.workload, today: used ?? advised, candidates: group, decision, book });
}

/** What the workload says it is built as today. */
function inUse(workload: Workload, group: readonly Advised[]): Advised | null {
  return group.find((one) => one.candidate.id === workload.inUse) ?? null;
}

function outcomeOf(
  picks: readonly Picked[],
  decision: Decision,
  policy: Policy,
  workload: Workload,
  edition: EditionId,
): Recommendation['outcome'] {
  if (picks.length === 0) return 'ask';
  if (picks.some(({ advised }) => advised.verdict === 'no' || advised.lacks.length > 0)) return 'no-fit';
  if (picks.some(({ helpDecides, undecided }) => helpDecides || undecided.length > 0)) return 'ask';
  const requests = picks.find((one) => one.carries === 'requests');
  if (requests === undefined) return decision.leaves.length === 1 ? 'pick' : 'ask';
  return turningQuestions(requests.advised, requests.group, decision, policy, workload, edition).length > 0 ? 'ask' : 'pick';
}
