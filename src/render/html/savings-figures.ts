import { sum, type Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import type { Report } from '../../portfolio/summary.ts';
import type { Had, Together } from '../../portfolio/together.ts';
import { nearest } from '../number.ts';
import { count, dollars, text, type ReportTable } from '../report/cells.ts';
import { belowCommitments, togetherParts } from '../report/opening.ts';
import { counted } from '../report/words.ts';
import { barChart, stack } from './bars.ts';
import { figure } from './figure.ts';
import { EMPTY, markup, type Html } from './markup.ts';
import { waterfall, type Step } from './waterfall.ts';

/** Charts of the savings that can be combined: their parts add up to the sum. */

const MONEY = { align: 'right' } as const;
/** Savings have one colour, in whatever chart. */
const GREEN = 2;
/** More bars than this are read in the table. */
const MOST_BARS = 10;
/** Efforts are told apart by how light they are, the least work first. */
const BY_EFFORT = { setting: 2, code: 0, migration: 6 } as const;

/** The sum as one bar, split by what one would do. */
export function togetherBar({ together }: Report): Html {
  if (together === null) return EMPTY;
  const parts = togetherParts(together);
  const segments = parts.map(({ effort, name, amount }) => ({
    name,
    amount: formatMoney(amount),
    value: nearest(amount),
    colour: BY_EFFORT[effort],
  }));
  const first = together.toSettle.isZero()
    ? EMPTY
    : markup`<p class="note">Of that, ${formatMoney(together.toSettle)} has something to settle first.</p>`;
  const key = segments.map(({ name, amount, colour }) => markup`<li><i class="c${colour}"></i>${amount} by ${name}</li>`);
  const description = segments.map(({ name, amount }) => `${amount} by ${name}`).join(', ');
  const paid = belowCommitments(together).map((text) => markup`<p class="note">${text}</p>`);
  return markup`<div class="together"><p><b>${formatMoney(together.amount)}</b> a month can be saved together</p>${stack('chart-together', 'Savings by effort', description, segments)}<ul class="key">${key}</ul>${first}${paid}</div>`;
}

/** The largest savings, one on the other, and all of them by kind; nothing without savings. */
export function savingsFigures({ together }: Report): readonly Html[] {
  return together === null ? [] : [byWorkload(together), byKind(together.steps)];
}

function byWorkload({ amount: all, steps }: Together): Html {
  const largest = steps.toSorted((a, b) => b.part.cmp(a.part));
  const shown = largest.length > MOST_BARS ? largest.slice(0, MOST_BARS - 1) : largest;
  const rest = largest.slice(shown.length).map(({ part }) => part);
  const step = (name: string, amount: Decimal): Step => ({
    name,
    amount: formatMoney(amount),
    type: 'step',
    value: nearest(amount),
    welcome: true,
  });
  const drawn: readonly Step[] = [
    ...shown.map(({ item, one, part }) => step(`${item.workload.name}: ${one.what}`, part)),
    ...(rest.length > 0 ? [step(counted(rest.length, 'more saving'), sum(rest))] : []),
    { name: 'All of these', amount: formatMoney(all), type: 'total', value: nearest(all) },
  ];
  const numbers: ReportTable = {
    id: 'savings-numbers',
    heading: 'Savings that can be combined',
    columns: [{ head: 'Workload' }, { head: 'Saving' }, { head: 'A month', ...MONEY }],
    rows: [
      ...largest.map(({ item, one, part }) => [text(item.workload.name), text(one.what), dollars(part)]),
      [text('All of these'), text(''), dollars(all)],
    ],
  };
  const description = `A waterfall: each step adds a saving, up to ${formatMoney(all)}.`;
  return figure(
    'What can be saved together',
    'Priced on the whole bill; where some exclude each other, those that save most.',
    waterfall('chart-savings', 'What can be saved together', description, drawn),
    numbers,
  );
}

function byKind(steps: readonly Had[]): Html {
  const ids = [...new Set(steps.map(({ one }) => one.saving.id))];
  const kinds = ids
    .flatMap((id) => {
      const of = steps.filter(({ one }) => one.saving.id === id);
      return of[0] ? [{ saving: of[0].one.saving, workloads: of.length, amount: sum(of.map(({ part }) => part)) }] : [];
    })
    .toSorted((a, b) => b.amount.cmp(a.amount));
  const bars = kinds.slice(0, MOST_BARS).map(({ saving, workloads, amount }) => {
    const name = `${saving.name}, ${counted(workloads, 'workload')}`;
    return { name, amount: formatMoney(amount), segments: [{ name, amount: formatMoney(amount), value: nearest(amount), colour: GREEN }] };
  });
  const numbers: ReportTable = {
    id: 'kinds-numbers',
    heading: 'Savings by kind of change',
    columns: [{ head: 'Saving' }, { head: 'Effort' }, { head: 'Workloads', ...MONEY }, { head: 'A month', ...MONEY }],
    rows: kinds.map(({ workloads, amount, saving }) => [text(saving.name), text(saving.effort), count(workloads), dollars(amount)]),
  };
  const description = `Bars, the longest first: ${bars[0]?.name} with ${bars[0]?.amount}.`;
  return figure(
    'By kind of change',
    'The same, by what one would do.',
    barChart('chart-kinds', 'Savings by kind of change', description, bars),
    numbers,
  );
}
