import { isNegative, type Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import type { Item } from '../../portfolio/item.ts';
import { percent as partOf, uncapital } from '../recommend/words.ts';

/** Words that every format of a report shares. */

/** Rows of a table that a person reads at a go; the data has all. */
export const MOST_ROWS = 15;

/** `1 workload`, `3 workloads`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Where a workload or a report does not say what it would be told by. */
export const NOT_STATED = 'not stated';

/** The name of a column within a sentence: `team`, but `Region`, which is AWS's word, `API type` and `AWS service`. */
export function inSentence(head: string): string {
  return /^(Region|[A-Z]{2})/.test(head) ? head : uncapital(head);
}

/** `$12.00 more`, `$3.40 less`, `Unchanged`. */
export function moved(amount: Decimal): string {
  if (amount.isZero()) return 'Unchanged';
  return isNegative(amount) ? `${formatMoney(amount.abs())} less` : `${formatMoney(amount)} more`;
}

/** A change as a share of what it began from, with its sign. */
export function growth(amount: Decimal, of: Decimal): string {
  return of.isZero() ? 'from nothing' : `${isNegative(amount) ? '-' : '+'}${partOf(amount.abs().div(of))}`;
}

/** What a workload is built as, and whether that is said or picked. */
export function builtAs({ parts }: Item): string {
  return parts.map(({ candidate, inUse }) => `${candidate.title}${inUse ? '' : ' (the pick)'}`).join(' + ');
}

/** `all`, or the names of the workloads, at most three of them. */
export function named(items: readonly Item[], all: readonly Item[]): string {
  if (items.length === all.length) return 'all';
  const names = items.slice(0, 3).map((one) => one.workload.name);
  return items.length > 3 ? `${names.join(', ')} and ${items.length - 3} more` : names.join(', ');
}

/** Where the rows are that a table leaves out. */
export function more(count: number): readonly string[] {
  return count > MOST_ROWS ? [`${count - MOST_ROWS} more in --json and --format html.`] : [];
}
