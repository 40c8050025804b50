import type { Candidate } from '../candidates/candidate.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/walk.ts';
import type { Month } from '../journey/month.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { EditionId } from '../pricebook/sheet.ts';
import type { Workload } from '../workload/schema.ts';
import type { Advised } from './advised.ts';
import { assess, type Assessed } from './assess.ts';
import { moveOf, type Move } from './move.ts';
import { once } from './once.ts';
import { turningQuestions } from './open.ts';
import { choose, type Chosen, type Policy } from './policy.ts';

/** What is picked for one part of a workload, its requests or its connections, among what else carries it. */
export interface Picked extends Chosen {
  readonly carries: Candidate['carries'];
  /** What the workload says it is built as today. */
  readonly inUse: Advised | null;
  /** Stay with that, or move to the pick; null where nothing is stated as in use. */
  readonly move: Move | null;
  readonly group: readonly Advised[];
}

/**
 * `ask` when an answer to an open question would turn the pick, or what is not known of a total would: the picks then hold if all questions are answered
 * with no, and nothing unknown weighs in. `no-fit` when some part of the workload has no candidate with all that it needs: its
 * pick is the nearest.
 */
export type VerdictType = 'pick' | 'ask' | 'no-fit';

/** A pick, and what it depends on. */
export interface Picking extends Assessed {
  readonly policy: Policy;
  readonly decision: Decision;
  readonly picked: readonly Picked[];
  /** Worked out when it is asked for: it judges more candidates than the pick does. */
  readonly outcome: VerdictType;
}

/** @throws PriceError as `estimate` does. */
export function pick(month: Month, book: PriceBook, policy: Policy = 'native-first'): Picking {
  const { workload, edition } = month;
  const decision = decide(workload, edition);
  const assessed = assess(month, book);
  const picked = (['requests', 'realtime'] as const).flatMap((carries): Picked[] => {
    const group = assessed.candidates.filter((one) => one.candidate.carries === carries);
    const chosen = choose(group, carries === 'realtime' ? 'websocket' : decision.otherwise, policy, workload);
    const inUse = group.find((one) => one.candidate.id === workload.inUse) ?? null;
    return chosen ? [{ carries, ...chosen, inUse, move: moveOf(inUse, chosen.advised), group }] : [];
  });
  const outcome = once(() => outcomeOf(picked, decision, policy, workload, edition));
  return {
    ...assessed,
    policy,
    decision,
    picked,
    get outcome() {
      return outcome();
    },
  };
}

function outcomeOf(picks: readonly Picked[], decision: Decision, policy: Policy, workload: Workload, edition: EditionId): VerdictType {
  if (picks.length === 0) return 'ask';
  if (picks.some(({ advised }) => advised.verdict === 'no' || advised.lacks.length > 0)) return 'no-fit';
  if (picks.some(({ helpDecides, undecided }) => helpDecides || undecided.length > 0)) return 'ask';
  if (decision.open.length === 0) return 'pick';
  const requests = picks.find((one) => one.carries === 'requests');
  if (requests === undefined) return 'ask';
  return turningQuestions(requests.advised, requests.group, decision, policy, workload, edition).length > 0 ? 'ask' : 'pick';
}
