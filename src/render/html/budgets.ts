import type { BudgetUse } from '../../portfolio/budgets.ts';
import { tagsInWords } from '../../portfolio/lower-bounds.ts';
import type { Report } from '../../portfolio/summary.ts';
import { formatMoney } from '../../money/format.ts';
import { nearest } from '../number.ts';
import { budgetsTable, overFirst } from '../report/spending.ts';
import { budgetBars, type BudgetBar } from './budget-bars.ts';
import { figure } from './figure.ts';
import { EMPTY, type Html } from './markup.ts';

const TONES: Readonly<Record<BudgetUse['state'], BudgetBar['tone']>> = { over: 'bad', within: 'good', unknown: 'warn' };
/** More bars than this are read in the table. */
const MOST_BARS = 10;
/** Of a budget of nothing, whatever is spent is as far over as the scale goes. */
const ALL_OF_IT = 2;

/** What was allowed and what it comes to: a bar for each budget, those over first; nothing without budgets. */
export function budgetsFigure(report: Report): Html {
  const budgets = overFirst(report.budgets);
  if (budgets.length === 0) return EMPTY;
  const over = budgets.filter(({ state }) => state === 'over').length;
  const bars = budgets.slice(0, MOST_BARS).map((one): BudgetBar => ({
    name: tagsInWords(one.tags),
    amount: `${formatMoney(one.cost, one.bound)} of ${formatMoney(one.monthly)}`,
    used: one.share === null ? (one.state === 'over' ? ALL_OF_IT : 0) : nearest(one.share),
    tone: TONES[one.state],
  }));
  const few = budgets.length > bars.length ? ` The first ${bars.length} of ${budgets.length} are drawn.` : '';
  return figure(
    over === 0 ? 'None is over' : `${over} of ${budgets.length} over`,
    `Each bar is of its own budget, which is used up at the mark.${few}`,
    budgetBars('chart-budgets', 'Budgets', `Those over first: ${bars[0]?.name}, ${bars[0]?.amount}.`, bars),
    budgetsTable(report),
  );
}
