import { sum, type Decimal } from '../money/decimal.ts';
import type { Portfolio } from './portfolio.ts';
import type { Item } from './item.ts';

/** One saving for each workload: those of different workloads add up, those of one do not. */
export interface SavingsPath {
  /** What all workloads cost one by one: savings are worked out on a workload by itself. */
  readonly from: Decimal;
  readonly bound: 'exact' | 'at-least';
  /** The best saving of each workload, the most first. */
  readonly steps: readonly { readonly item: Item; readonly one: Item['savings'][number] }[];
  readonly to: Decimal;
}

/** The way from what everything costs one by one to what it would cost with the best saving of each workload; null without savings. */
export function savingsPath({ items, aloneCost, bound }: Portfolio): SavingsPath | null {
  const steps = items
    .flatMap((item) => {
      const [best] = item.savings.toSorted((a, b) => b.amount.cmp(a.amount));
      return best ? [{ item, one: best }] : [];
    })
    .toSorted((a, b) => b.one.amount.cmp(a.one.amount));
  if (steps.length === 0) return null;
  return { from: aloneCost, bound, steps, to: aloneCost.minus(sum(steps.map(({ one }) => one.amount))) };
}
