import type { Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { assumedSuppliers, helpCost, usable, wholePrice, type Advised } from '../advised.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { candidateCost } from '../../estimate/candidate-cost.ts';
import { monthInstead } from '../../journey/month.ts';
import { idOf, type Composition } from '../../workload/composition.ts';
import { type FrontDoor } from '../../workload/front-doors.ts';
import type { Workload } from '../../workload/schema.ts';
import type { Becomes, Situation } from './saving.ts';

/** The same workload, built as another candidate. */
export function builtAs({ candidate }: Advised): Becomes {
  return { candidate, state: (workload) => workload };
}

/** The same candidate of a workload that states something else. */
export function stating(state: Becomes['state']): Becomes {
  return { candidate: null, state };
}

/** The candidate that is composed so; undefined where it is not among those compared. */
export function composed({ candidates }: Situation, wanted: Composition): Advised | undefined {
  return candidates.find(({ candidate }) => idOf(candidate.composition) === idOf(wanted));
}

/** A front door with nothing in front of it or beside it. */
export function plain({ candidates }: Situation, frontDoor: FrontDoor): Advised | undefined {
  return candidates.find(({ candidate: { composition } }) => composition.frontDoor === frontDoor && isPlain(composition));
}

export function isPlain({ distribution, endpoint, stageCache }: Composition): boolean {
  return distribution === null && endpoint === 'public' && !stageCache;
}

/** The same, where it fits and everything it costs is known. */
export function ifUsable(found: Advised | undefined): Advised | null {
  return found && usable(found) && wholePrice(found) ? found : null;
}

/** What today's candidate costs, where all of that is known. */
export function costToday({ today }: Situation): Decimal | null {
  return today.estimate.bound === 'exact' ? costOf(today.estimate) : null;
}

/** What of a saving is there in any case, where help of today's candidate is priced at a default; else nothing to add. */
export function inAnyCase({ today }: Situation, saving: Decimal): string {
  const supposed = helpCost(today);
  if (supposed.isZero()) return '';
  const help = assumedSuppliers(today).join(' and ');
  return `, of which ${formatMoney(supposed)} is for ${help} at a default; without that, ${formatMoney(saving.minus(supposed))}`;
}

/** What today's candidate would cost if the workload were another. */
export function costIf({ today, month, book }: Situation, workload: Workload): Decimal | null {
  return candidateCost(today.candidate, monthInstead(month, workload), book);
}
