import type { PriceAge } from '../documents/summary.ts';
import type { PriceData } from '../pricebook/sheet.ts';
import type { PriceDates } from '../estimate/disclose.ts';

/** Days after which a price is reported as old. */
const MOST_DAYS = 90;
const MS_A_DAY = 86_400_000;

/** How old the oldest of some prices is. The answer itself does not depend on the clock. */
export function priceAge({ oldest, lists }: Pick<PriceDates, 'oldest' | 'lists'>, asOf: string | null): PriceAge {
  const ageDays = oldest === null || asOf === null ? null : Math.round((Date.parse(asOf) - Date.parse(oldest)) / MS_A_DAY);
  return { asOf, oldest, ageDays, stale: ageDays !== null && ageDays > MOST_DAYS, ...listsData(lists) };
}

/** Each list with its dates, where not all is the package's. */
function listsData(lists: PriceDates['lists']): Pick<PriceAge, 'lists'> {
  return lists.some(({ list }) => list === 'imported') ? { lists: lists.map((one) => ({ ...one })) } : {};
}

/** What is said beside an answer whose own words name no price list. */
export function importedRemark({ added = [] }: PriceData): readonly string[] {
  const days = added
    .filter(({ kind }) => kind === 'imported')
    .flatMap(({ sources }) => Object.values(sources).flatMap((one) => one.imported ?? []));
  const day = days.toSorted().at(-1);
  return day === undefined ? [] : [`Prices that were imported until ${day} lie over those of the package.`];
}
