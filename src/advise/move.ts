import { costOf } from '../estimate/cost-in-question.ts';
import type { Decimal } from '../money/decimal.ts';
import { usable, wholePrice, type Advised } from './advised.ts';
import { isWorthSaying } from './worth.ts';
import type { Effort } from './savings/saving.ts';

/** Whether to stay with what is in use, or to move to the pick. */
export interface Move {
  readonly from: Advised;
  readonly to: Advised;
  readonly verdict: 'stay' | 'move';
  /**
   * `same`: it is the pick. `lacks`: it does not carry the workload, and the pick does. `saves`: the pick costs less. `saves-nothing`:
   * it has all that is needed, and the pick costs no less. `unknown`: it has all that is needed, and a total is not known.
   * `nothing-better`: nothing carries the workload.
   */
  readonly because: 'same' | 'lacks' | 'saves' | 'saves-nothing' | 'unknown' | 'nothing-better';
  /** What moving saves a month, negative where it costs more; null where a total is not known. */
  readonly saving: Decimal | null;
  /** Another front door is a migration; a distribution, a web ACL or a cache of the same one is a setting. */
  readonly effort: Effort;
  readonly risk: string;
}

const RISKS: Readonly<Record<'setting' | 'migration', string>> = {
  setting: 'answers may come from another cache or through another web ACL than before; change one stage first',
  migration:
    'authorizers, error bodies, logs and metrics differ in form, and so does the address unless it has a custom domain name; move one route after another under the same domain',
};

/** Null where nothing is stated as in use. */
export function moveOf(from: Advised | null, to: Advised): Move | null {
  if (from === null) return null;
  const known = wholePrice(from) && wholePrice(to);
  const saving = known ? costOf(from.estimate).minus(costOf(to.estimate)) : null;
  const effort = from.candidate.frontDoor === to.candidate.frontDoor ? 'setting' : 'migration';
  const because = reasonOf(from, to, saving);
  return { from, to, verdict: because === 'lacks' || because === 'saves' ? 'move' : 'stay', because, saving, effort, risk: RISKS[effort] };
}

function reasonOf(from: Advised, to: Advised, saving: Decimal | null): Move['because'] {
  if (from === to) return 'same';
  if (!usable(to)) return 'nothing-better';
  if (!usable(from)) return 'lacks';
  if (saving === null) return 'unknown';
  return saving.gt('0') && isWorthSaying(saving, costOf(from.estimate)) ? 'saves' : 'saves-nothing';
}
