import { quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import { tag } from './group.ts';
import type { Portfolio } from './portfolio.ts';

/** So much a month for all workloads that carry these tags; without tags, for all there are. */
export interface Budget {
  readonly tags: Readonly<Record<string, string>>;
  readonly monthly: Decimal;
}

/** A budget, and what it has to bear. */
export interface BudgetUse extends Budget {
  readonly cost: Decimal;
  readonly bound: 'exact' | 'at-least';
  readonly workloads: number;
  /** cost ÷ monthly; null for a budget of nothing. */
  readonly share: Decimal | null;
  /** A lower bound within its budget may still be over it. */
  readonly state: 'within' | 'over' | 'unknown';
}

export function againstBudgets({ items }: Portfolio, budgets: readonly Budget[]): readonly BudgetUse[] {
  return budgets.map((budget): BudgetUse => {
    const borne = items.filter(({ workload }) =>
      Object.entries(budget.tags).every(([key, value]) => tag(workload.tags, key.toLowerCase()) === value),
    );
    const cost = sum(borne.map((one) => one.cost));
    const over = cost.gt(budget.monthly);
    const bound = borne.some((one) => one.bound === 'at-least') ? 'at-least' : 'exact';
    return {
      ...budget,
      cost,
      bound,
      workloads: borne.length,
      share: budget.monthly.gt(ZERO) ? quotient(cost, budget.monthly) : null,
      state: over ? 'over' : bound === 'at-least' ? 'unknown' : 'within',
    };
  });
}
