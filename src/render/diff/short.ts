import { chosenText } from '../../portfolio/diff/chosen.ts';
import type { Diff, Moved } from '../../portfolio/diff/diff.ts';
import { isUnchanged } from '../../portfolio/diff/rows.ts';
import type { DiffResult } from '../../app/diff/diff.ts';
import { ZERO } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { counted, growth } from '../report/words.ts';
import { markdownText } from '../markdown-text.ts';
import { agreementText } from '../contract-words.ts';
import type { Section } from '../section.ts';
import { amountCell, changeCell, rowChangeCell, rowTitle, signed, totalText } from './words.ts';

const MONEY = { fit: true, align: 'right' } as const;

/** Rows that a reviewer takes in; the rest is folded or asked for. */
const MOST_ROWS = 5;

/** Whether nothing at all is other than it was. */
export function isSame({ total, inputs, rates, compared }: Diff): boolean {
  const moved = compared.some(({ before, now, rows }) => before?.id !== now?.id || rows.some((row) => !isUnchanged(row)));
  return !moved && inputs.length === 0 && rates.every((one) => !one.reached) && total.to.eq(total.from) && total.bound === 'exact';
}

/** Where nothing changed, one line of Markdown says so. */
export function sameLine({ now, total }: Diff): string {
  return `${markdownText(`${now.name}: nothing changed, ${formatMoney(total.to, total.toBound)} a month.`)}\n`;
}

/** One comparison in a sentence and the rows that changed most. */
export function shortSections(diff: Diff): readonly Section[] {
  const { now, total, compared } = diff;
  const changed = compared
    .flatMap(({ rows }) => rows.filter((row) => !isUnchanged(row)).map((row) => ({ row, rows })))
    .toSorted((a, b) => size(b.row).cmp(size(a.row)));
  const left = changed.length - MOST_ROWS;
  return [
    {
      heading: null,
      lead: sentence(total),
      words: [...agreementText(now.book.agreement), ...compared.map(chosenText)],
      table: {
        columns: [{ head: 'What' }, { head: 'Before', ...MONEY }, { head: 'Now', ...MONEY }, { head: 'Change', ...MONEY }],
        rows: changed
          .slice(0, MOST_ROWS)
          .map(({ row, rows }) => [rowTitle(row, rows), amountCell(row.before), amountCell(row.now), rowChangeCell(row)]),
      },
      after: left > 0 ? [`${counted(left, 'more row')} changed less.`] : [],
    },
  ];
}

/** Comparisons of two folders: what changed together, and in which files most. */
export function severalSections(results: readonly DiffResult[], total: Moved, most: number): readonly Section[] {
  const changed = results
    .filter(({ diff, state }) => state !== 'kept' || !isSame(diff))
    .toSorted((a, b) => moved(b.diff.total).abs().cmp(moved(a.diff.total).abs()));
  const same = results.length - changed.length;
  const left = changed.length - most;
  return [
    {
      heading: null,
      lead:
        changed.length === 0
          ? `Nothing changed: ${counted(results.length, 'workload')}, ${formatMoney(total.to, total.toBound)} a month.`
          : sentence(total),
      words: results.slice(0, 1).flatMap(({ diff: { now } }) => agreementText(now.book.agreement)),
      table: {
        columns: [
          { head: 'Workload' },
          { head: 'File' },
          { head: 'Before', ...MONEY },
          { head: 'Now', ...MONEY },
          { head: 'Change', ...MONEY },
        ],
        rows: changed
          .slice(0, most)
          .map(({ path, state, diff: { before, now, total: one } }) => [
            state === 'removed' ? before.name : now.name,
            path ?? '',
            state === 'added' ? 'added' : formatMoney(one.from, one.fromBound),
            state === 'removed' ? 'removed' : formatMoney(one.to, one.toBound),
            changeCell(one),
          ]),
      },
      after: [
        ...(left > 0 ? [`${counted(left, 'more workload')} changed less.`] : []),
        ...(same > 0 && changed.length > 0 ? [`${counted(same, 'workload')} did not change.`] : []),
      ],
    },
  ];
}

/** `+$129.48 a month (+26.3%): $622.40 after $492.92.` */
function sentence(total: Moved): string {
  if (total.bound !== 'exact') return totalText(total);
  const { from, to } = total;
  return `${signed(moved(total))} a month (${growth(moved(total), from)}): ${formatMoney(to)} after ${formatMoney(from)}.`;
}

function moved({ from, to }: Moved) {
  return to.minus(from);
}

function size({ before, now }: Parameters<typeof rowChangeCell>[0]) {
  return (now?.cost ?? ZERO).minus(before?.cost ?? ZERO).abs();
}
