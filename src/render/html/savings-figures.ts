import { sum, type Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { savingsPath, type SavingsPath } from '../../portfolio/savings-path.ts';
import type { Report } from '../../portfolio/summary.ts';

import { nearest } from '../number.ts';
import { count, dollars, text, type ReportTable } from '../report/cells.ts';
import { counted } from '../report/words.ts';
import { barChart } from './bars.ts';
import { figure } from './figure.ts';
import { EMPTY, markup, type Html } from './markup.ts';
import { waterfall, type Step } from './waterfall.ts';

/** Charts of the savings that add up: the best of each workload. */

const MONEY = { align: 'right' } as const;
/** Savings have one colour, in whatever chart. */
const GREEN = 2;
/** More steps than this are read in the table. */
const MOST_STEPS = 10;

/** The best saving of each workload, one on the other, and the same by kind of change; nothing without savings. */
export function savingsFigures({ portfolio }: Report): readonly Html[] {
  const path = savingsPath(portfolio);
  return path === null ? [EMPTY] : [byWorkload(path), byKind(path)];
}

function byWorkload({ from, bound, steps }: SavingsPath): Html {
  const shown = steps.length > MOST_STEPS ? steps.slice(0, MOST_STEPS - 1) : steps;
  const rest = steps.slice(shown.length).map(({ one }) => one.amount);
  const saved = sum(steps.map(({ one }) => one.amount));
  const step = (name: string, amount: Decimal): Step => ({
    name,
    amount: formatMoney(amount),
    type: 'step',
    value: nearest(amount),
    welcome: true,
  });
  const drawn: readonly Step[] = [
    ...shown.map(({ item, one }) => step(`${item.workload.name}: ${one.saving.id}`, one.amount)),
    ...(rest.length > 0 ? [step(counted(rest.length, 'more workload'), sum(rest))] : []),
    { name: 'All of these', amount: formatMoney(saved), type: 'total', value: nearest(saved) },
  ];
  const numbers: ReportTable = {
    id: 'savings-numbers',
    heading: 'The best saving of each workload',
    columns: [{ head: 'Workload' }, { head: 'Saving' }, { head: 'A month', ...MONEY }],
    rows: [
      ...steps.map(({ item, one }) => [text(item.workload.name), text(one.saving.id), dollars(one.amount)]),
      [text('All of these'), text(''), dollars(saved)],
    ],
  };
  const note = `The best of each workload: ${formatMoney(saved)} of the ${formatMoney(from, bound)} that all cost one by one.`;
  const description = `A waterfall: each step adds the best saving of a workload, up to ${formatMoney(saved)}.`;
  return figure('What could be saved', note, waterfall('chart-savings', 'What could be saved', description, drawn), numbers);
}

function byKind({ steps }: SavingsPath): Html {
  const ids = [...new Set(steps.map(({ one }) => one.saving.id))];
  const kinds = ids
    .map((id) => {
      const of = steps.filter(({ one }) => one.saving.id === id).map(({ one }) => one);
      return { id, saving: of[0]?.saving, workloads: of.length, amount: sum(of.map((one) => one.amount)) };
    })
    .toSorted((a, b) => b.amount.cmp(a.amount));
  const bars = kinds.map(({ id, workloads, amount }) => {
    const name = `${id}, ${counted(workloads, 'workload')}`;
    return { name, amount: formatMoney(amount), segments: [{ name, amount: formatMoney(amount), value: nearest(amount), colour: GREEN }] };
  });
  const numbers: ReportTable = {
    id: 'kinds-numbers',
    heading: 'The best savings by kind of change',
    columns: [{ head: 'Saving' }, { head: 'Effort' }, { head: 'Workloads', ...MONEY }, { head: 'A month', ...MONEY }],
    rows: kinds.map(({ id, workloads, amount, saving }) => [
      text(saving?.title ?? id),
      text(saving?.effort ?? ''),
      count(workloads),
      dollars(amount),
    ]),
  };
  const description = `Bars, the longest first: ${bars[0]?.name} with ${bars[0]?.amount}.`;
  const key = markup`<ul>${kinds.map(({ id, saving }) => markup`<li>${id} (${saving?.effort ?? ''}): ${saving?.title ?? ''}</li>`)}</ul>`;
  return figure(
    'By kind of change',
    'The same, by what one would do.',
    barChart('chart-kinds', 'Savings by kind of change', description, bars),
    numbers,
    key,
  );
}
