import { stringify } from 'csv-stringify/sync';
import type { Item } from '../portfolio/item.ts';
import type { Report } from '../portfolio/summary.ts';
import { csvCell } from './csv-cell.ts';
import { FOCUS_COLUMNS } from './focus-columns.ts';

/**
 * One row for each line item of each workload, under the column names of FOCUS 1.2. Cells that a spreadsheet would run as
 * formulas are neutralised. Written workload by workload: the cells of ten thousand weigh ten times their text.
 */
export function reportCsv(report: Report): string {
  const cells = (item: Item) =>
    item.lineItems.map((row) => FOCUS_COLUMNS.map(({ value }) => csvCell(value?.({ report, item, row }) ?? '')));
  return [text([FOCUS_COLUMNS.map(({ name }) => name)]), ...report.portfolio.items.map((item) => text(cells(item)))].join('');
}

const text = (rows: readonly (readonly string[])[]) => stringify([...rows], { escape_formulas: true });
