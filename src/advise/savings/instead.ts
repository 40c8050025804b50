import type { Decimal } from '../../money/decimal.ts';
import { usable, wholePrice, type Advised } from '../advised.ts';
import { costOf } from '../../estimate/cost-of.ts';
import { monthInstead } from '../../journey/month.ts';
import type { Workload } from '../../workload/schema.ts';
import type { Situation } from './saving.ts';

/** Another candidate by its id, where it fits and everything it costs is known. */
export function candidateInstead({ candidates }: Situation, id: string): Advised | null {
  const found = candidates.find((one) => one.candidate.id === id);
  return found && usable(found) && wholePrice(found) ? found : null;
}

/** What today's candidate costs, where all of that is known. */
export function costToday({ today }: Situation): Decimal | null {
  return today.estimate.bound === 'exact' ? today.estimate.listCost : null;
}

/** What today's candidate would cost if the workload were another. */
export function costIf({ today, month, book }: Situation, workload: Workload): Decimal | null {
  return costOf(today.candidate, monthInstead(month, workload), book);
}
