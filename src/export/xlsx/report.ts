import { DIMENSIONS, type Dimension } from '../../portfolio/group.ts';
import type { Report } from '../../portfolio/summary.ts';
import { count, dollars, part, text, type Cell, type ReportTable } from '../../render/report/cells.ts';
import { lineItemsTable } from '../../render/report/line-items.ts';
import { assumptionsTable, lowerBoundsTable, methodText, notPricedTable } from '../../render/report/method.ts';
import { attentionText, forecastText, reasonsText, titleOf, totalText } from '../../render/report/opening.ts';
import { budgetsTable, effectsTable, groupTable, moversTable, trendTable, workloadsTable } from '../../render/report/spending.ts';
import { findingsTable, quotasTable, savingsTable } from '../../render/report/watch.ts';
import { workbook, type Sheet } from './workbook.ts';

/** A report as a workbook: a sheet for the answer, and one for each section that has something to say. */
export function reportXlsx(report: Report): Promise<Uint8Array> {
  const tables = [
    effectsTable(report),
    moversTable(report),
    trendTable(report),
    budgetsTable(report),
    ...(Object.keys(DIMENSIONS) as Dimension[]).map((one) => groupTable(report, one)),
    workloadsTable(report, true),
    savingsTable(report),
    quotasTable(report),
    findingsTable(report),
    lowerBoundsTable(report),
    notPricedTable(report),
    assumptionsTable(report),
    lineItemsTable(report),
  ];
  return workbook([summary(report), ...tables.filter(({ rows }) => rows.length > 0).map(sheet)]);
}

function sheet({ heading, columns, rows }: ReportTable): Sheet {
  return { name: heading, heads: columns, rows };
}

/** The answer, then the reasons, then what it rests on: a label and what belongs to it. */
function summary(report: Report): Sheet {
  const { portfolio, change, forecast } = report;
  const said = (label: string, lines: readonly string[]) => lines.map((line, index) => [text(index === 0 ? label : ''), text(line)]);
  const rows: readonly (readonly Cell[])[] = [
    [text(titleOf(report)), text(totalText(report))],
    [text('A month'), dollars(portfolio.cost, portfolio.bound)],
    ...(change ? [[text('Before'), dollars(change.from, change.fromBound)]] : []),
    [text('One by one'), dollars(portfolio.aloneCost, portfolio.bound)],
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
