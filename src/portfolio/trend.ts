import type { EarlierReport } from '../documents/report/read.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import type { Portfolio } from './portfolio.ts';

/** What one report came to. */
export interface TrendPoint {
  /** `2026-11`; null where that report was of no month in particular. */
  readonly month: string | null;
  readonly cost: Decimal;
  readonly bound: 'exact' | 'at-least';
}

/** Earlier reports by month; those of no month first, in the order given. */
export function byMonth(earlier: readonly EarlierReport[]): readonly EarlierReport[] {
  return earlier.toSorted((a, b) => ((a.month ?? '') < (b.month ?? '') ? -1 : (a.month ?? '') > (b.month ?? '') ? 1 : 0));
}

/** The totals of the earlier reports, and this one's; nothing where there is no earlier one. */
export function trendOf(earlier: readonly EarlierReport[], month: string | null, { cost, bound }: Portfolio): readonly TrendPoint[] {
  if (earlier.length === 0) return [];
  return [...byMonth(earlier).map((one) => ({ month: one.month, cost: decimal(one.cost), bound: one.bound })), { month, cost, bound }];
}
