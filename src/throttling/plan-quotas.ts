import type { Decimal } from '../money/decimal.ts';
import { divided, fractionOf, less, minus, NONE, times, WHOLE, type Fraction } from '../money/fraction.ts';
import { requestsOf } from '../workload/polling.ts';
import type { Workload } from '../workload/schema.ts';
import { isThere } from '../workload/share.ts';
import { perSecond, secondsOf } from '../workload/units.ts';
import { keyed } from './limits.ts';
import { shareOf } from './stream.ts';

/** The quota of a usage plan, compared with what each of its clients sends. */
export interface PlanQuota {
  readonly plan: string;
  readonly clients: Decimal;
  readonly quota: Decimal;
  readonly per: 'day' | 'week' | 'month';
  /** Requests that one client sends in such a period. */
  readonly sends: Fraction;
  /** Share of the quota that is used, over 1 when it does not suffice. */
  readonly used: Fraction;
  /** Share of the plan's requests that it refuses. */
  readonly refused: Fraction;
  /** The same, as a share of all requests. */
  readonly refusedOfAll: Fraction;
}

/** Each client of a plan has the quota to itself, and is taken to send alike, and evenly over the month; preflights carry no key. */
export function planQuotas({ traffic, throttling }: Workload, hoursPerMonth: Decimal): readonly PlanQuota[] {
  if (!traffic) return [];
  const all = times(perSecond(requestsOf(traffic), hoursPerMonth), keyed(traffic));
  return (throttling?.clients ?? []).filter(isThere).flatMap(({ name, clients, share, quota }): PlanQuota[] => {
    if (!quota) return [];
    const each = divided(times(all, fractionOf(share)), fractionOf(clients));
    const sends = times(each, secondsOf(quota.per, hoursPerMonth));
    const allowed = fractionOf(quota.amount);
    const refused = less(allowed, sends) ? minus(WHOLE, divided(allowed, sends)) : NONE;
    return [
      {
        plan: name,
        clients,
        quota: quota.amount,
        per: quota.per as PlanQuota['per'],
        sends,
        used: shareOf(sends, allowed),
        refused,
        refusedOfAll: times(refused, fractionOf(share)),
      },
    ];
  });
}
