/** Whether a text is a day that the calendar has, such as `2026-11-22`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  // Date.parse takes 31 February for 3 March, so the day is compared with the last of its month.
  const isDate = year !== undefined && month !== undefined && day !== undefined && !Number.isNaN(Date.parse(text));
  return isDate && Date.UTC(year, month - 1, day) <= Date.UTC(year, month, 0);
}
