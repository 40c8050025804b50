import type { WorkloadEstimate } from '../estimate/estimate.ts';
import type { LineItem } from '../estimate/line-item.ts';

const MOST_DAYS = 90;
const MS_A_DAY = 86_400_000;

/** What `stale` says of everything that was compared. */
export function staleness(estimates: readonly WorkloadEstimate[], today: string | null): readonly string[] {
  return stale(
    estimates.flatMap(({ candidates }) => candidates.flatMap((one) => one.lineItems)),
    today,
  );
}

/** A line about prices older than 90 days, if there are such. It stands beside the answer, which does not depend on the clock. */
export function stale(rows: readonly Pick<LineItem, 'published'>[], today: string | null): readonly string[] {
  if (today === null) return [];
  const dates = rows.map((item) => item.published);
  const old = dates
    .filter((date): date is string => date !== null && date !== 'undated' && daysBetween(date, today) > MOST_DAYS)
    .toSorted();
  if (old.length === 0) return [];
  return [
    `note: some prices used were published more than ${MOST_DAYS} days before ${today}, the oldest on ${old[0]}; prices show <sku> dates each.`,
  ];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MS_A_DAY;
}
