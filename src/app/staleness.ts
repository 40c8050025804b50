import type { PriceAge } from '../documents/summary.ts';
import type { PriceDates } from '../estimate/disclose.ts';

/** Days after which a price is reported as old. */
const MOST_DAYS = 90;
const MS_A_DAY = 86_400_000;

/** How old the oldest of some prices is. The answer itself does not depend on the clock. */
export function priceAge({ oldest }: Pick<PriceDates, 'oldest'>, asOf: string | null): PriceAge {
  const ageDays = oldest === null || asOf === null ? null : Math.round((Date.parse(asOf) - Date.parse(oldest)) / MS_A_DAY);
  return { asOf, oldest, ageDays, stale: ageDays !== null && ageDays > MOST_DAYS };
}
