import type { Candidate } from '../candidates/candidate.ts';
import { decide } from '../decide/decide.ts';
import { supportOf } from '../decide/fit.ts';
import type { Finding } from '../decide/rule.ts';
import type { Decision } from '../decide/walk.ts';
import type { WorkloadEstimate } from '../estimate/estimate.ts';
import { monthOf, type Month, type MonthOptions } from '../journey/month.ts';
import { pipeline, type Stage } from '../journey/pipeline.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { EditionId } from '../pricebook/sheet.ts';
import type { Throttling } from '../throttling/throttling.ts';
import type { FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';
import type { Advised } from './advised.ts';
import { changes, NO_CHANGES, type Changes } from './changes.ts';
import { choices, type Choice } from './choices.ts';
import { cheaperThan, choose, type Cheaper, type Policy } from './policy.ts';
import { opportunities, type Opportunity } from './savings/index.ts';
import { throttlings } from './throttling.ts';
import { weigh } from './weigh.ts';

/** What to build for one part of a workload: its requests, or its connections. */
export interface Pick {
  readonly carries: Candidate['carries'];
  readonly advised: Advised;
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
   * `ask` when open questions part the ways: the picks then hold if all of them are answered with no. `no-fit` when
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
  /** Leaves out what would change the answer and where requests end: for many workloads at once. */
  readonly brief?: boolean;
}

/**
 * Weighs what fits against what it costs.
 * @throws PriceError as `estimate` does.
 */
export function advise(workload: Workload, book: PriceBook, options: AdviseOptions = {}): Recommendation {
  return adviseMonth(monthOf(workload, book, options), book, options);
}

/** The same of a month that others look at too. */
export function adviseMonth(
  month: Month,
  book: PriceBook,
  options: { readonly policy?: Policy; readonly brief?: boolean },
): Recommendation {
  const { workload } = month;
  const policy = options.policy ?? 'native-first';
  const decision = decide(workload, month.edition);
  const { estimated, findings, candidates } = weigh(month, book);
  const picks = (['requests', 'realtime'] as const).flatMap((carries): Pick[] => {
    const group = candidates.filter((one) => one.candidate.carries === carries);
    const chosen = choose(group, carries === 'realtime' ? 'websocket' : decision.otherwise, policy, workload);
    if (!chosen) return [];
    return [
      {
        carries,
        advised: chosen,
        cheaper: cheaperThan(chosen, group, workload),
        choices: choices(chosen.candidate, workload),
        pipeline: carries === 'requests' && !options.brief ? pipeline(month.journey(chosen.candidate)) : [],
        changes: options.brief ? NO_CHANGES : changes(chosen, candidates, decision, month, book),
        savings: opportunities({ month, workload, today: inUse(workload, group) ?? chosen, candidates: group, decision, book }),
      },
    ];
  });
  return {
    policy,
    inUse: inUse(workload, candidates)?.candidate.id ?? null,
    outcome: outcomeOf(picks, decision, policy, workload, book.edition.id),
    picks,
    decision,
    candidates,
    findings,
    estimate: estimated,
    throttling: throttlings(
      picks.map((one) => one.advised.candidate),
      month,
    ),
  };
}

/** What the workload says it is built as today. */
function inUse(workload: Workload, group: readonly Advised[]): Advised | null {
  return group.find((one) => one.candidate.id === workload.inUse) ?? null;
}

function outcomeOf(
  picks: readonly Pick[],
  decision: Decision,
  policy: Policy,
  workload: Workload,
  edition: EditionId,
): Recommendation['outcome'] {
  if (picks.length === 0) return 'ask';
  if (picks.some(({ advised: { verdict, estimate } }) => verdict === 'no' || estimate.lacks.length > 0)) return 'no-fit';
  if (decision.leaves.length === 1) return 'pick';
  if (policy === 'native-first') return 'ask';
  // Whatever supplies all needs will do: a question is only open where the pick could not supply a yes.
  const requests = picks.find((one) => one.carries === 'requests')?.advised;
  const has = (feature: FeatureId) => {
    const support = requests && supportOf(requests.candidate, feature, workload, edition).type;
    return support === 'native' || support === 'via';
  };
  const open = decision.open.filter(({ question }) => !question.features.every(has));
  return open.length > 0 ? 'ask' : 'pick';
}
