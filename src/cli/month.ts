import { UsageError } from '../errors/errors.ts';

/** A month as it is written, `2026-11`. */
export function monthOf(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UsageError(`--month is "${text}"`, 'a month is a year and two digits', '--month 2026-11');
}

/** How many hours a month has, by the calendar and in UTC, as AWS bills. */
export function hoursOfMonth(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const days = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return (days[number - 1] ?? 30) * 24;
}

function leap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
