import type { Month } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { breakEvensAmong, type BreakEven } from '../whatif/break-even.ts';
import { sensitivities, type Sensitivity } from '../whatif/sensitivity.ts';
import { requestsOf } from '../workload/polling.ts';
import { perMonth } from '../workload/units.ts';
import { usable, wholePrice, type Advised } from './advised.ts';
import { once } from './once.ts';
import type { Picked, Picking } from './pick.ts';
import { pollingOf, type Polling } from './polling.ts';
import { turns, type Turn } from './turns.ts';

/** What would change the pick for the requests or the connections of a workload. */
export interface Changes {
  /** Requests a month that the workload has; null for the connections. */
  readonly requests: Decimal | null;
  readonly turns: readonly Turn[];
  /** Volumes at which the pick and another candidate that fits change places; null where nobody can say. */
  readonly breakEvens: readonly (BreakEven & { readonly other: string })[];
  /** What moves the cost of the subject. */
  readonly sensitivities: readonly Sensitivity[];
  /** What polling costs against pushing, where the workload states it. */
  readonly polling: Polling | null;
}

export function changes(
  { advised: picked }: Pick<Picked, 'advised'>,
  subject: Advised,
  { candidates: all, decision, policy }: Pick<Picking, 'candidates' | 'decision' | 'policy'>,
  month: Month,
  book: PriceBook,
): Changes {
  const { workload, units } = month;
  const { carries } = picked.candidate;
  const volume = carries === 'requests' ? workload.traffic : undefined;
  const turning = once(() => (carries === 'requests' ? turns(picked, all, decision, policy, month, book) : []));
  const crossing = once(() => {
    const rivals = all.filter((one) => one !== picked && one.candidate.carries === carries && usable(one) && wholePrice(one));
    const compared = carries === 'requests' && wholePrice(picked) ? rivals.map((one) => one.candidate) : [];
    return breakEvensAmong(picked.candidate, compared, month, book).flatMap((found, index) =>
      (found ?? []).map((one) => ({ ...one, other: compared[index]?.id ?? one.than })),
    );
  });
  const moving = once(() => sensitivities(subject.candidate, month, book));
  const asking = once(() => ({ of: carries === 'requests' ? pollingOf(subject.candidate, month, book) : null }));
  return {
    requests: volume ? perMonth(requestsOf(volume), units.hoursPerMonth) : null,
    get turns() {
      return turning();
    },
    get breakEvens() {
      return crossing();
    },
    get sensitivities() {
      return moving();
    },
    get polling() {
      return asking().of;
    },
  };
}
