import { SKUS } from '../pricebook/skus.ts';
import type { Report } from '../portfolio/summary.ts';
import { rowTitle } from './cost-words.ts';
import { dollars, quantity, text, type ReportTable } from './report-cells.ts';
import { formatUnitPrice } from '../money/format.ts';

/** Every row behind every total: what was priced, how much of it, at which price. */
export function lineItemsTable({ portfolio }: Report): ReportTable {
  return {
    id: 'line-items',
    heading: 'Line items',
    columns: [
      { head: 'Workload' },
      { head: 'AWS service' },
      { head: 'What' },
      { head: 'Where', fit: true },
      { head: 'Quantity', align: 'right' },
      { head: 'Unit price', fit: true, align: 'right' },
      { head: 'Cost', fit: true, align: 'right' },
      { head: 'Sku', fit: true },
      { head: 'AWS usage type', fit: true },
      { head: 'Price of', fit: true },
    ],
    rows: portfolio.items.flatMap(({ workload, lineItems }) =>
      lineItems.map((row) => [
        text(workload.name),
        text(SKUS[row.sku].service),
        text(rowTitle(row)),
        text('region' in row.place ? row.place.region : row.place.geography),
        quantity(row.pricingQuantity, row.pricingUnit),
        text(row.listUnitPrice === null ? 'not published' : formatUnitPrice(row.listUnitPrice, row.pricingUnit)),
        row.listCost === null ? text('unknown') : dollars(row.listCost),
        text(row.sku),
        text(row.usageType ?? ''),
        text(row.published ?? ''),
      ]),
    ),
  };
}
