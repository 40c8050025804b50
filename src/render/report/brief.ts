import { priceAge } from '../../app/staleness.ts';
import { importedWords } from '../../estimate/disclose.ts';
import { sum } from '../../money/decimal.ts';
import { EFFECTS, type Effect } from '../../portfolio/change.ts';
import type { Report } from '../../portfolio/summary.ts';
import { EFFORTS } from '../../advise/savings/saving.ts';
import type { Column } from '../grid.ts';
import type { Section } from '../section.ts';
import { cellText, difference, dollars, type Cell, type ReportTable } from './cells.ts';
import { asideText } from '../contract-words.ts';
import { commitmentsTable } from './commitments.ts';
import { attentionText, reasonsText, totalText } from './opening.ts';
import { budgetsTable, tagTables, workloadsTable } from './spending.ts';
import { counted } from './words.ts';

/** What matters most of a report, on one screen for any number of workloads. */

const MONEY = { fit: true, align: 'right' } as const;
/** Rows of a table. */
const FEW = 5;

/** The totals, why they moved, budgets that are over, the largest savings and workloads; the rest is counted. */
export function briefSections(report: Report): readonly Section[] {
  const [byTag] = tagTables(report);
  return [
    {
      heading: null,
      words: [[totalText(report), ...reasonsText(report)].join(' '), attentionText(report).join(' ')].filter((one) => one !== ''),
    },
    moved(report),
    overBudget(report),
    few(commitmentsTable(report), ['Of', 'Committed', 'Counted', 'Missing']),
    savings(report),
    ...(byTag ? [few(byTag, [byTag.columns[0]?.head ?? '', 'A month', 'Change', 'Share'])] : []),
    few(workloadsTable(report), ['Workload', 'Built as', 'A month', 'Change'], 'Largest workloads'),
    { heading: null, words: [rest(report)] },
    { heading: null, under: asideText(report.portfolio.agreement) },
  ].filter(({ words = [], under = [], table }) => words.length + under.length + (table?.rows.length ?? 0) > 0);
}

/** The largest effects in their order, and the rest of them as one, so that they still add up. */
function moved({ change, previousMonth, month }: Report): Section {
  if (change === null) return { heading: 'Why it moved' };
  const ids = (Object.keys(EFFECTS) as Effect[]).filter((one) => !change.effects[one].isZero());
  const largest = ids.toSorted((a, b) => change.effects[b].abs().cmp(change.effects[a].abs())).slice(0, ids.length > FEW ? FEW - 1 : FEW);
  const others = ids.filter((one) => !largest.includes(one));
  const rows: readonly (readonly [string, Cell])[] = [
    [previousMonth ?? 'Before', dollars(change.from, change.fromBound)],
    ...ids.filter((one) => largest.includes(one)).map((one) => [EFFECTS[one], difference(change.effects[one])] as const),
    ...(others.length === 0 ? [] : [['all else', difference(sum(others.map((one) => change.effects[one])))] as const]),
    [month ?? 'Now', dollars(change.to, change.toBound)],
  ];
  return open(
    'Why it moved',
    [{ head: 'Effect' }, { head: 'A month', ...MONEY }],
    rows.map(([name, cell]) => [name, cellText(cell)]),
  );
}

function overBudget(report: Report): Section {
  const over = report.budgets.filter(({ state }) => state === 'over').length;
  const table = budgetsTable(report);
  const section = few({ ...table, rows: table.rows.slice(0, over) }, ['Of', 'Budget', 'Cost', 'Used', 'Used up on'], 'Over budget');
  return over > FEW ? { ...section, after: [`${over - FEW} more are over.`] } : section;
}

/** The largest of those that can be combined, the least work first; of each its part of the sum. */
function savings(report: Report): Section {
  const steps = report.together?.steps ?? [];
  const largest = steps.toSorted((a, b) => b.part.cmp(a.part)).slice(0, FEW);
  const rows = largest.toSorted((a, b) => EFFORTS.indexOf(a.one.saving.effort) - EFFORTS.indexOf(b.one.saving.effort));
  return open(
    'What would cost less',
    [
      { head: 'Saves', ...MONEY },
      { head: 'Workload', cut: 'end' },
      { head: 'With', fit: true },
      { head: 'Effort', fit: true },
    ],
    rows.map(({ item, one, part }) => [cellText(dollars(part)), item.workload.name, one.what, one.saving.effort]),
  );
}

/** The first rows of a table, and of its columns those that are named. */
function few({ heading, columns, rows }: ReportTable, heads: readonly string[], as = heading): Section {
  const shown = columns.flatMap((column, index) => (heads.includes(column.head) ? [{ column, index }] : []));
  return open(
    as,
    shown.map(({ column }) => (column.fit ? column : { ...column, cut: 'end' })),
    rows.slice(0, FEW).map((row) => shown.flatMap(({ index }) => (row[index] ? [cellText(row[index])] : []))),
  );
}

function open(heading: string, columns: readonly Column[], rows: readonly (readonly string[])[]): Section {
  return { heading, table: { columns, rows, open: true } };
}

/** What else a report has, and how old its prices are. */
function rest({ portfolio, savings: all, scanned, findings, assumptions, asOf, pricesPublished }: Report): string {
  const { oldest, newest } = pricesPublished;
  const { stale, ageDays } = priceAge(pricesPublished, asOf);
  const parts = [
    counted(portfolio.items.length, 'workload'),
    counted(all.length, 'saving'),
    ...(scanned.length === 0 ? [] : [`${counted(scanned.length, 'REST API')} in templates that can be HTTP`]),
    counted(findings.length, 'finding'),
    counted(assumptions.length, 'assumption'),
  ];
  const prices =
    oldest === null || newest === null
      ? ''
      : ` · prices ${span(oldest.slice(0, 7), newest.slice(0, 7))}${importedWords(pricesPublished)}${stale ? `, oldest ${ageDays} days` : ''}`;
  return `All of it, ${parts.join(', ')}: --full, or --output report.html${prices}`;
}

const span = (from: string, to: string) => (from === to ? `of ${from}` : `${from} to ${to}`);
