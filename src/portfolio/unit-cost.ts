import { quotient, sum, type Decimal } from '../money/decimal.ts';
import { requestsOf } from '../workload/polling.ts';
import { perMonth } from '../workload/units.ts';
import type { Item } from './item.ts';

/** What a million requests cost, of the workloads that have only requests. */
export interface UnitCost {
  readonly cost: Decimal;
  readonly bound: 'exact' | 'at-least';
}

const MILLION = '1000000';

/**
 * Dollars for a million requests, with everything that is priced behind them. Null without requests, and where all have
 * connections as well: their messages are in the cost and not among the requests.
 */
export function unitCostOf(items: readonly Item[], hoursPerMonth: Decimal): UnitCost | null {
  const counted = items.filter(({ parts }) => parts.length > 0 && parts.every(({ carries }) => carries === 'requests'));
  const requests = sum(counted.flatMap(({ workload: { traffic } }) => (traffic ? perMonth(requestsOf(traffic), hoursPerMonth) : [])));
  if (requests.isZero()) return null;
  return {
    cost: quotient(sum(counted.map((one) => one.cost)).times(MILLION), requests),
    bound: counted.some((one) => one.bound === 'at-least') ? 'at-least' : 'exact',
  };
}
