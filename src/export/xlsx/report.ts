import { visible } from '../../documents/visible.ts';
import { DIMENSIONS, type Dimension } from '../../portfolio/group.ts';
import { isLaid } from '../../pricebook/contract.ts';
import type { Report } from '../../portfolio/summary.ts';
import { commitmentsTable } from '../../render/report/commitments.ts';
import { count, dollars, part, text, type Cell } from '../../render/report/cells.ts';
import { lineItemsTable } from '../../render/report/line-items.ts';
import { assumptionsTable, lowerBoundsTable, methodText, notPricedTable } from '../../render/report/method.ts';
import { attentionText, forecastText, reasonsText, titleOf, totalText } from '../../render/report/opening.ts';
import {
  budgetsTable,
  effectsTable,
  groupTable,
  moversTable,
  tagTables,
  trendTable,
  workloadsTable,
} from '../../render/report/spending.ts';
import { savingsTable } from '../../render/report/savings.ts';
import { scannedTable } from '../../render/report/scanned.ts';
import { findingsTable, quotasTable } from '../../render/report/watch.ts';
import { summed, totalIn } from './totals.ts';
import { workbook, type Computed, type Sheet } from './workbook.ts';

/** A report as a workbook: a sheet for the answer, and one for each section that has something to say. */
export function reportXlsx(report: Report): Promise<Uint8Array> {
  const tables = [
    effectsTable(report),
    moversTable(report),
    trendTable(report),
    budgetsTable(report),
    commitmentsTable(report),
    ...tagTables(report),
    ...(Object.keys(DIMENSIONS) as Dimension[]).map((one) => groupTable(report, one)),
    workloadsTable(report, true),
    savingsTable(report),
    scannedTable(report),
    quotasTable(report),
    findingsTable(report),
    lowerBoundsTable(report),
    notPricedTable(report),
    assumptionsTable(report),
    lineItemsTable(report),
  ];
  const sheets: Sheet[] = [];
  for (const table of tables.filter(({ rows }) => rows.length > 0)) sheets.push(summed(freeName(table.heading, sheets), table));
  return workbook([summary(report, sheets), ...sheets]);
}

/** Letters that the name of a sheet may have. */
const LONGEST_NAME = 31;

/** A name for a sheet that no other has; a tag may hold what names may not. */
function freeName(heading: string, sheets: readonly Sheet[]): string {
  const name = visible(heading)
    .replace(/[[\]\\/:*?']/g, ' ')
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, '');
  const taken = (one: string) => sheets.some((other) => other.name.toLowerCase() === one.toLowerCase());
  for (let index = 2, free = name; ; index += 1) {
    if (!taken(free)) return free;
    free = `${name.slice(0, LONGEST_NAME - 4)} ${index}`;
  }
}

/** The answer, then the reasons, then what it depends on: a label and what belongs to it. */
function summary(report: Report, sheets: readonly Sheet[]): Sheet {
  const { portfolio, change, forecast, together, unitCost } = report;
  const workloads = sheets.find(({ name }) => name === 'Workloads');
  const savings = sheets.find(({ name }) => name === 'What would cost less');
  const said = (label: string, lines: readonly string[]) => lines.map((line, index) => [text(index === 0 ? label : ''), text(line)]);
  const rows: readonly (readonly Computed[])[] = [
    [text(titleOf(report)), text(totalText(report))],
    [text('A month'), from(workloads, 'A month', dollars(portfolio.cost, portfolio.bound))],
    ...(change ? [[text('Before'), dollars(change.from, change.fromBound)]] : []),
    ...contracted(report),
    [text('One by one'), from(workloads, 'Alone', dollars(portfolio.aloneCost, portfolio.bound))],
    ...(unitCost ? [[text('A million requests'), dollars(unitCost.cost, unitCost.bound)]] : []),
    ...(together ? [[text('Can be saved'), from(savings, 'Of the sum', dollars(together.amount))]] : []),
    ...(together?.paidLess ? [[text('Saved after commitments'), dollars(together.paidLess)]] : []),
    [text('Workloads'), count(portfolio.items.length)],
    ...(forecast
      ? [
          [text('Month gone'), part(forecast.share)],
          [text('Of it, evenly'), dollars(forecast.soFar, forecast.bound)],
        ]
      : []),
    ...said('Why', reasonsText(report)),
    ...said('To do', attentionText(report)),
    ...said('The month', forecastText(report)),
    ...said('How', methodText(report)),
    ...said(
      'Not read',
      report.problems.map(({ file, what, because }) => `${file ?? ''}: ${what}, ${because}`),
    ),
  ];
  return { name: 'Summary', heads: [], rows };
}

/** What AWS lists for the same, and what commitments add to it. */
function contracted({ portfolio: { agreement, listed, committed } }: Report): readonly (readonly Computed[])[] {
  if (!isLaid(agreement)) return [];
  return [
    [text('What AWS lists'), dollars(listed)],
    ...(committed === null ? [] : [[text('Missing of commitments'), dollars(committed.shortfall)]]),
  ];
}

/** An amount that stands at the foot of another sheet. */
function from(sheet: Sheet | undefined, head: string, cell: Cell): Computed {
  const formula = sheet && totalIn(sheet, head);
  return formula ? { ...cell, formula } : cell;
}
