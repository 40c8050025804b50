import { ZERO, type Decimal } from '../../money/decimal.ts';
import { formatMoney, formatQuantity } from '../../money/format.ts';
import { boundOfChange, type ChangeBound, type Diff, type Moved } from '../../portfolio/diff/diff.ts';
import { CAUSES, type Amount, type Cause, type RowChange } from '../../portfolio/diff/rows.ts';
import { SKUS } from '../../pricebook/skus.ts';

import type { Side } from '../../portfolio/diff/side.ts';
import { asideText, agreementText } from '../contract-words.ts';
import { growth, moved } from '../report/words.ts';

/** Words of a comparison that its formats share. */

export function diffTitle({ before, now }: Diff): string {
  return before.name === now.name ? `${now.name}: what changed` : `${before.name} → ${now.name}: what changed`;
}

/** The answer: what it costs, what it did, and what is known of the difference. */
export function totalText({ from, fromBound, to, toBound, bound }: Moved): string {
  const change = to.minus(from);
  const both = `${formatMoney(to, toBound)} a month after ${formatMoney(from, fromBound)}`;
  if (bound === 'exact')
    return change.isZero() ? `Unchanged: ${formatMoney(to, toBound)} a month.` : `${moved(change)}: ${both} (${growth(change, from)}).`;
  if (bound === 'of-what-is-known' && change.isZero()) return `${both}. ${NONE_KNOWN}`;
  return `${both}. ${BOUNDS[bound](signed(change))}`;
}

const BOUNDS: Readonly<Record<Exclude<ChangeBound, 'exact'>, (change: string) => string>> = {
  'at-least': (change) => `The change is at least ${change}: a part of what it costs now is not known.`,
  'at-most': (change) => `The change is at most ${change}: a part of what it cost before is not known.`,
  'of-what-is-known': (change) => `${change} of what is known: a part of both is not, so neither is the whole change.`,
};

const NONE_KNOWN = 'Nothing of what is known changed; a part of both is not, and may have.';

export function signed(amount: Decimal): string {
  return amount.gt('0') ? `+${formatMoney(amount)}` : formatMoney(amount);
}

/** A change in a cell, with the sign of what is known of it. */
export function changeCell({ from, to, bound }: Pick<Moved, 'from' | 'to' | 'bound'>): string {
  if (bound === 'of-what-is-known' && to.eq(from)) return 'none known';
  const mark = { exact: '', 'at-least': '≥ ', 'at-most': '≤ ', 'of-what-is-known': '? ' }[bound];
  return `${mark}${signed(to.minus(from))}`;
}

/** Row, geography, and the hop where several use the same thing. */
export function rowTitle(row: RowChange, rows: readonly RowChange[]): string {
  const where = row.geography === null ? '' : `, ${row.geography}`;
  const several = rows.some((other) => other !== row && other.sku === row.sku && other.geography === row.geography);
  return `${SKUS[row.sku].title}${where}${several ? ` (${row.hop})` : ''}`;
}

/** `input`, `price`, `input, price`, `added`, `removed`. */
export function causeText({ causes }: RowChange): string {
  const all = (Object.keys(CAUSES) as Cause[]).filter((cause) => !causes[cause].isZero());
  return all.length === 0 ? 'quantity' : all.join(', ');
}

export function amountCell(amount: Amount | null): string {
  if (amount === null) return '–';
  return amount.bound === 'at-least' && amount.cost.isZero() ? 'unknown' : formatMoney(amount.cost, amount.bound);
}

export function quantityCell(amount: Amount | null): string {
  return amount === null ? '–' : formatQuantity(amount.pricingQuantity);
}

/** What a row did; unknown where it is of something without a price on both sides, or on the one that has it. */
export function rowChangeCell({ before, now }: RowChange): string {
  const known = [before, now].some((one) => one !== null && (one.bound === 'exact' || !one.cost.isZero()));
  if (!known) return 'unknown';
  const bound = boundOfChange(before?.bound ?? 'exact', now?.bound ?? 'exact');
  return changeCell({ from: before?.cost ?? ZERO, to: now?.cost ?? ZERO, bound });
}

/** By which contract both sides are, or that there is one. */
export function contractWords({ book: { agreement } }: Side): readonly string[] {
  return [...agreementText(agreement), ...asideText(agreement).map(({ text, option }) => `${text} ${option} goes by it.`)];
}
