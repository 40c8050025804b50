import { formatMoney } from '../../money/format.ts';
import type { Report } from '../../portfolio/summary.ts';

import { percent } from '../recommend/words.ts';
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

/** How it moved, who spends most, and what sharing tiers is worth. */
export function reasonsText({ portfolio, change, previousMonth, groups }: Report): readonly string[] {
  const { cost, aloneCost } = portfolio;
  const [team] = groups.team;
  return [
    ...(change === null
      ? []
      : [
          `${moved(change.to.minus(change.from))} since ${previousMonth ?? 'the previous report'} (${growth(change.to.minus(change.from), change.from)}).`,
        ]),
    ...(team?.value && groups.team.length > 1
      ? [`The most goes to ${team.value}: ${formatMoney(team.cost, team.bound)}, ${percent(team.share)}.`]
      : []),
    ...(aloneCost.gt(cost) ? [`Sharing tiers saves ${formatMoney(aloneCost.minus(cost))} of what they would cost one by one.`] : []),
  ];
}

/** What asks for something to be done. */
export function attentionText({ savings, budgets, quotas, accountQuotas, findings, unread }: Report): readonly string[] {
  const [best] = savings;
  const over = budgets.filter((one) => one.state === 'over').length;
  const nobody = budgets.filter((one) => one.workloads === 0).length;
  const pressed = quotas.filter((one) => one.one.state !== 'unknown').length + pressing(accountQuotas).length;
  const blockers = findings.filter(({ one }) => one.severity === 'blocker').length;
  return [
    ...(best
      ? [`What would save most: ${formatMoney(best.one.amount)} a month on ${best.item.workload.name}, with ${best.one.change}.`]
      : []),
    ...(over > 0 ? [`${over} of ${counted(budgets.length, 'budget')} ${over === 1 ? 'is' : 'are'} over.`] : []),
    ...(nobody > 0 ? [`No workload has the tags of ${counted(nobody, 'budget')}.`] : []),
    ...(pressed > 0 ? [`${counted(pressed, 'quota')} ${pressed === 1 ? 'is' : 'are'} near or past the limit.`] : []),
    ...(blockers > 0 ? [`${counted(blockers, 'blocker')} ${blockers === 1 ? 'stands' : 'stand'} against what is built.`] : []),
    ...(unread > 0 ? [`${counted(unread, 'file')} could not be read and ${unread === 1 ? 'is' : 'are'} not in it.`] : []),
  ];
}

/** What an estimate can say of the month's end, in a sentence or two; nothing for a report of no month. */
export function forecastText({ forecast, month, asOf }: Report): readonly string[] {
  if (forecast === null) return [];
  const { days, daysGone, share, cost, bound, soFar } = forecast;
  const end = `${month} comes to ${formatMoney(cost, bound)} at its end if it is as the workloads say; nothing of it was measured.`;
  if (daysGone === 0 && asOf.slice(0, 7) !== month) return [`${end} It had not begun on ${asOf}.`];
  if (daysGone === days) return [`${end} It was over on ${asOf}.`];
  return [
    `${end} By ${asOf}, ${daysGone} of its ${days} days were gone, ${percent(share)}: ${formatMoney(soFar, bound)} of it, spread evenly.`,
  ];
}
