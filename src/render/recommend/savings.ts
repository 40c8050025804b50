import type { Pick } from '../../advise/advise.ts';
import type { Effort } from '../../advise/savings/saving.ts';
import type { Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { sentence } from './words.ts';
import type { Section } from '../section.ts';
import { costOf } from '../../estimate/cost-in-question.ts';

const EFFORTS: Readonly<Record<Effort, string>> = { setting: 'a setting', code: 'a change of code', migration: 'a migration' };

/** What could be saved on what is in use, or on the pick: each by itself, with both estimates. */
export function savingsSection({ savings, advised, cheaper }: Pick): Section {
  const said = (today: Decimal, amount: Decimal) => today.eq(costOf(advised.estimate)) && cheaper.some(({ saving }) => saving.eq(amount));
  return {
    heading: 'What would cost less',
    // The answer names cheaper ways already.
    list: savings
      .filter(({ today, amount }) => !said(today, amount))
      .map(({ saving, because, today, instead, change, blockers, amount }) => {
        const first = blockers.length === 0 ? '' : ` First settle: ${blockers.join('; ')}.`;
        return `${formatMoney(amount)} a month (${saving.id}) – ${because}: ${formatMoney(today)} now, ${formatMoney(instead)} with ${change}. It is ${EFFORTS[saving.effort]}. ${sentence(saving.risk)}${first}`;
      }),
  };
}
