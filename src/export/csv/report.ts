import type { Item } from '../../portfolio/item.ts';
import type { Report } from '../../portfolio/summary.ts';
import { csvText } from './text.ts';
import { FOCUS_COLUMNS } from './focus-columns.ts';

/**
 * One row for each line item of each workload, under the column names of FOCUS 1.2. Cells that a spreadsheet would run as
 * formulas are neutralised. In pieces, workload by workload: the cells of ten thousand weigh ten times their text.
 */
export function* reportCsv(report: Report): Iterable<string> {
  const cells = (item: Item) => item.lineItems.map((row) => FOCUS_COLUMNS.map(({ value }) => value?.({ report, item, row }) ?? ''));
  yield csvText([FOCUS_COLUMNS.map(({ name }) => name)]);
  for (const item of report.portfolio.items) yield csvText(cells(item));
}
