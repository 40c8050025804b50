import type { Effort } from '../../advise/savings/saving.ts';
import { isNegative, type Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import type { Report } from '../../portfolio/summary.ts';
import { EFFORTS } from '../../advise/savings/saving.ts';
import type { Together } from '../../portfolio/together.ts';

import { both, percent } from '../recommend/words.ts';
import { contractReasons } from './commitments.ts';
import { pressing } from './watch.ts';
import { counted, growth, moved } from './words.ts';

/** The answer of a report: what it costs, why one should look at it, and what is not in it. */

export function titleOf({ month }: Report): string {
  return month === null ? 'API costs' : `API costs, ${month}`;
}

/** Everything a month, in a few words. */
export function totalText({ portfolio: { items, cost, bound } }: Report): string {
  return `${formatMoney(cost, bound)} a month for ${counted(items.length, 'workload')}.`;
}

/** How it moved, who spends most, what requests cost, and what sharing tiers is worth. */
export function reasonsText(report: Report): readonly string[] {
  const { portfolio, change, previousMonth, groups, unitCost } = report;
  const { cost, aloneCost } = portfolio;
  const [team] = groups.team;
  return [
    ...contractReasons(report),
    ...(change === null
      ? []
      : [
          `${moved(change.to.minus(change.from))} since ${previousMonth ?? 'the previous report'} (${growth(change.to.minus(change.from), change.from)}).`,
        ]),
    ...(unitCost === null ? [] : [`A million requests cost ${formatMoney(unitCost.cost, unitCost.bound)}.`]),
    ...(team?.value && groups.team.length > 1
      ? [`The largest part is ${team.value}: ${formatMoney(team.cost, team.bound)}, ${percent(team.share)}.`]
      : []),
    ...(aloneCost.gt(cost) ? [`Sharing tiers saves ${formatMoney(aloneCost.minus(cost))} of what they would cost one by one.`] : []),
  ];
}

const BY_EFFORT: Readonly<Record<Effort, string>> = { setting: 'settings', code: 'changes of code', migration: 'migrations' };

/** What can be saved together, by what one would do; of what it adds up to, what is not ready to be done. */
function togetherText({ together }: Report): readonly string[] {
  if (together === null) return [];
  const { amount, toSettle } = together;
  const parts = togetherParts(together);
  const by = parts.length === 1 ? ` by ${parts[0]?.name}` : `: ${both(parts.map((one) => `${formatMoney(one.amount)} by ${one.name}`))}`;
  const first = toSettle.isZero() ? '' : ` Of that, ${formatMoney(toSettle)} has something to settle first.`;
  return [`${formatMoney(amount)} a month can be saved together${by}.${first}`, ...belowCommitments(together)];
}

/** What of the savings is paid all the same, since it is committed. */
export function belowCommitments({ amount, paidLess }: Together): readonly string[] {
  if (paidLess === null || paidLess.eq(amount)) return [];
  const left = paidLess.isZero()
    ? 'nothing is saved'
    : `${formatMoney(paidLess.abs())} ${isNegative(paidLess) ? 'more is paid' : 'is saved'}`;
  return [`Of that, ${formatMoney(amount.minus(paidLess))} is below what is committed and is paid all the same, so ${left}.`];
}

/** The efforts that add something. */
export function togetherParts({
  byEffort,
}: Together): readonly { readonly effort: Effort; readonly name: string; readonly amount: Decimal }[] {
  return EFFORTS.flatMap((effort) => (byEffort[effort].isZero() ? [] : [{ effort, name: BY_EFFORT[effort], amount: byEffort[effort] }]));
}

/** Something that asks for something to be done; `bad` where a limit that somebody set or AWS sets is passed. */
export interface Attention {
  readonly text: string;
  readonly tone: 'bad' | 'warn' | 'plain';
}

/** What asks for something to be done, budgets first. */
export function attention(report: Report): readonly Attention[] {
  const { budgets, quotas, accountQuotas, findings, unread } = report;
  const over = budgets.filter((one) => one.state === 'over').length;
  const nobody = budgets.filter((one) => one.workloads === 0).length;
  const pressed = quotas.filter((one) => one.one.state !== 'unknown').length + pressing(accountQuotas).length;
  const blockers = findings.filter(({ one }) => one.severity === 'blocker').length;
  const said = (tone: Attention['tone'], count: number, text: string): readonly Attention[] => (count > 0 ? [{ tone, text }] : []);
  return [
    ...said('bad', over, `${over} of ${counted(budgets.length, 'budget')} ${over === 1 ? 'is' : 'are'} over.`),
    ...said('bad', blockers, `${counted(blockers, 'blocker')} ${blockers === 1 ? 'stands' : 'stand'} against what is built.`),
    ...said('warn', unread, `${counted(unread, 'file')} could not be read and ${unread === 1 ? 'is' : 'are'} not in it.`),
    ...said('warn', pressed, `${counted(pressed, 'quota')} ${pressed === 1 ? 'is' : 'are'} near or past the limit.`),
    ...said('warn', nobody, `No workload has the tags of ${counted(nobody, 'budget')}.`),
  ];
}

/** The same in words, with what can be saved. */
export function attentionText(report: Report): readonly string[] {
  return [...attention(report).map(({ text }) => text), ...togetherText(report)];
}

/** What an estimate can say of the month's end, in a sentence or two; nothing for a report of no month. */
export function forecastText({ forecast, month, asOf }: Report): readonly string[] {
  if (forecast === null) return [];
  const { days, daysGone, share, cost, bound, soFar } = forecast;
  const end = `${month} comes to ${formatMoney(cost, bound)} at its end if it is as the workloads state; no part of it was measured.`;
  if (daysGone === 0 && asOf.slice(0, 7) !== month) return [`${end} It had not started on ${asOf}.`];
  if (daysGone === days) return [`${end} It ended before ${asOf}.`];
  return [
    `${end} By ${asOf}, ${daysGone} of its ${days} days were gone, ${percent(share)}: ${formatMoney(soFar, bound)} of it, spread evenly.`,
  ];
}
