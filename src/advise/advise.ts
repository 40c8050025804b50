import { inspect } from '../decide/inspect.ts';
import type { Finding } from '../decide/rule.ts';
import type { Decision } from '../decide/walk.ts';
import { monthOf, type Month, type MonthOptions } from '../journey/month.ts';
import { pipeline, type Stage } from '../journey/pipeline.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Throttling } from '../throttling/throttling.ts';
import type { Workload } from '../workload/schema.ts';
import type { Advised } from './advised.ts';
import { apartOf, type Apart } from './apart.ts';
import { changes, type Changes } from './changes.ts';
import { choices, type Choice } from './choices.ts';
import { reasonOf, type Reason } from './claims.ts';
import { costedOf, type Costed } from './costed.ts';
import { once } from './once.ts';
import { cheapestOf, type Less } from './optimum.ts';
import { pick, type Picked, type Picking } from './pick.ts';
import { cheaperThan } from './cheaper.ts';
import type { Cheaper, Policy } from './policy.ts';
import { opportunities, type Opportunity } from './savings/index.ts';
import { throttlings } from './throttle.ts';

/** What to build for one part of a workload: its requests, or its connections. Reasons are worked out when they are asked for. */
export interface Pick extends Picked {
  readonly reason: Reason;
  /** Where nothing has all that is needed because needs exclude each other: what has all but one. */
  readonly apart: Apart | null;
  /** Ways to have all that is needed for less, where the pick's price is known as a whole. */
  readonly cheaper: readonly Cheaper[];
  readonly choices: readonly Choice[];
  /** Where the requests of the subject end. */
  readonly pipeline: readonly Stage[];
  readonly changes: Changes;
  /** What could be saved on the subject. */
  readonly savings: readonly Opportunity[];
}

/** All that is to be said of a workload; each part of it is worked out when it is first asked for, and throws PriceError then. */
export interface Recommendation extends Costed {
  readonly picks: readonly Pick[];
  /** What the rule book says about any of the candidates, blockers first. */
  readonly findings: readonly Finding[];
  /** The cheapest architecture that has all that is needed, where it costs less by a hundredth or more. */
  readonly cheapest: Less | null;
  /** What limits do to the peak, for each part of the subject in order. */
  readonly throttling: readonly Throttling[];
}

export interface AdviseOptions extends MonthOptions {
  readonly policy?: Policy;
  /** A candidate by its id, to speak of instead of what is in use or picked. */
  readonly candidate?: string;
}

/**
 * Weighs what fits against what it costs.
 * @throws PriceError as `estimate` does.
 */
export function advise(workload: Workload, book: PriceBook, options: AdviseOptions = {}): Recommendation {
  return adviseMonth(monthOf(workload, book, options), book, options.policy, options.candidate);
}

/** The same of a month that others look at too. */
export function adviseMonth(month: Month, book: PriceBook, policy?: Policy, asked?: string): Recommendation {
  return recommendationOf(pick(month, book, policy), month, book, asked);
}

/** What is to be said of a pick. */
export function recommendationOf(picking: Picking, month: Month, book: PriceBook, asked?: string): Recommendation {
  const costed = costedOf(picking, month, book, asked);
  const { candidates, subject } = costed;
  const spokenOf = new Set(subject.map(({ advised }) => advised.candidate.id));
  // What the others lack stands beside them, in their fits.
  const findings = once(() =>
    inspect(
      month,
      candidates.map((one) => one.candidate),
    ).filter((one) => one.rule.id !== 'need-unmet' || one.candidates.some((id) => spokenOf.has(id))),
  );
  const throttling = once(() =>
    throttlings(
      subject.map(({ advised }) => advised.candidate),
      month,
    ),
  );
  const cheapest = once(() => ({ found: cheapestOf(subject, candidates, month, book) }));
  return {
    policy: costed.policy,
    decision: costed.decision,
    candidates,
    outcome: costed.outcome,
    inUse: costed.inUse,
    subject,
    picks: picking.picked.map((one, index) => pickOf(one, subject[index]?.advised ?? one.advised, picking, month, book)),
    get findings() {
      return findings();
    },
    get estimate() {
      return costed.estimate;
    },
    get cheapest() {
      return cheapest().found;
    },
    get throttling() {
      return throttling();
    },
  };
}

function pickOf(picked: Picked, subject: Advised, { decision, candidates, policy }: Picking, month: Month, book: PriceBook): Pick {
  const { carries, advised, group } = picked;
  const { candidate } = advised;
  const reason = once(() => reasonOf(picked, group, decision, policy, month));
  const apart = once(() => ({ found: picked.by === 'nearest' ? apartOf(group, policy, month, book) : null }));
  const cheaper = once(() => cheaperThan(advised, group, month.workload));
  const chosen = once(() => choices(candidate, month.workload, month.edition));
  const stages = once(() => (carries === 'requests' ? pipeline(month.journey(subject.candidate)) : []));
  const changed = once(() => changes(picked, subject, { candidates, decision, policy }, month, book));
  const savings = once(() => savingsOf(subject, group, decision, month, book));
  return {
    ...picked,
    get reason() {
      return reason();
    },
    get apart() {
      return apart().found;
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

/** What could be saved on what is spoken of. */
export function savingsOf(
  subject: Advised,
  group: readonly Advised[],
  decision: Decision,
  month: Month,
  book: PriceBook,
): readonly Opportunity[] {
  return opportunities({ month, workload: month.workload, today: subject, candidates: group, decision, book });
}
