import { decimal, quotient, type Decimal } from '../money/decimal.ts';
import type { BudgetUse } from './budgets.ts';
import type { Portfolio } from './portfolio.ts';

/**
 * What an estimate can say of a month that is not over: what it comes to at its end, how much of the month is gone, and
 * what that much of the month comes to if it is spread evenly over the days. Nothing here was measured.
 */
export interface Forecast {
  readonly days: number;
  /** Whole days before `asOf`, in UTC; 0 before the month, all of them after it. */
  readonly daysGone: number;
  /** daysGone ÷ days. */
  readonly share: Decimal;
  /** At the end of the month. */
  readonly cost: Decimal;
  readonly bound: 'exact' | 'at-least';
  /** cost × share. */
  readonly soFar: Decimal;
  /** Hours of this month by the calendar; those it is priced with may be others. */
  readonly calendarHours: number;
}

const HOURS_A_DAY = 24;

/** @param month such as `2026-11` @param asOf such as `2026-11-24` */
export function forecastOf({ cost, bound }: Portfolio, month: string, asOf: string): Forecast {
  const days = daysOf(month);
  const daysGone = asOf.slice(0, 7) < month ? 0 : asOf.slice(0, 7) > month ? days : Number(asOf.slice(8, 10)) - 1;
  const share = quotient(decimal(String(daysGone)), decimal(String(days)));
  return {
    days,
    daysGone,
    share,
    cost,
    bound,
    soFar: quotient(cost.times(String(daysGone)), decimal(String(days))),
    calendarHours: days * HOURS_A_DAY,
  };
}

/** The day of the month on which a budget is used up if the month is spread evenly; null if it lasts. A lower bound may use it up sooner. */
export function usedUpOn({ monthly, cost, state }: BudgetUse, { days }: Pick<Forecast, 'days'>): number | null {
  if (state !== 'over') return null;
  return Math.max(1, Number(monthly.times(String(days)).div(cost).ceil().toFixed()));
}

/** Days of a month by the calendar. */
export function daysOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1] ?? 30;
}
