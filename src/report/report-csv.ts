import { stringify } from 'csv-stringify/sync';
import type { Report } from '../portfolio/summary.ts';
import { csvCell } from './csv-cell.ts';
import { FOCUS_COLUMNS } from './focus-columns.ts';

/** One row for each line item of each workload, under the column names of FOCUS 1.2. Cells that a spreadsheet would run as formulas are neutralised. */
export function reportCsv(report: Report): string {
  const rows = report.portfolio.items.flatMap((item) =>
    item.lineItems.map((row) => FOCUS_COLUMNS.map(({ value }) => csvCell(value?.({ report, item, row }) ?? ''))),
  );
  return stringify([FOCUS_COLUMNS.map(({ name }) => name), ...rows], { escape_formulas: true });
}
