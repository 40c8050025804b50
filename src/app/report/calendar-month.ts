import { UsageError } from '../../errors/errors.ts';
import { daysOf } from '../../portfolio/forecast.ts';

/**
 * A month as it is written, `2026-11`.
 * @throws UsageError where it is none.
 */
export function calendarMonth(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UsageError(`--month is "${text}"`, 'a month is a year and two digits from 01 to 12', '--month 2026-11');
}

/** How many hours a month has, by the calendar and in UTC, as AWS bills. */
export function hoursOfMonth(month: string): number {
  return daysOf(month) * 24;
}

/** Of a month the day nearest to another: by it a contract holds for the bill of the month or not. */
export function dayIn(month: string, nearest: string): string {
  if (nearest.startsWith(`${month}-`)) return nearest;
  return nearest < month ? `${month}-01` : `${month}-${daysOf(month)}`;
}
