import { costOf, unitPriceOf } from '../../estimate/cost-in-question.ts';
import { listOf, type LineItem } from '../../estimate/line-item.ts';
import { placeId } from '../../pricebook/place.ts';
import { SKUS } from '../../pricebook/skus.ts';
import type { Item } from '../../portfolio/item.ts';
import type { Report } from '../../portfolio/summary.ts';
import { rowPrice, rowTitle } from '../cost/words.ts';
import { dollars, price, quantity, text, type Cell, type ReportTable } from './cells.ts';
import { whose } from './spending.ts';

/** Every row behind every total: what was priced, how much of it, at which price. */
export function lineItemsTable({ portfolio }: Report): ReportTable {
  return {
    id: 'line-items',
    heading: 'Line items',
    addUp: ['Cost'],
    columns: [
      { head: 'Workload' },
      { head: 'Team' },
      { head: 'Environment' },
      { head: 'Account' },
      { head: 'AWS service' },
      { head: 'What' },
      { head: 'Where', fit: true },
      { head: 'Quantity', align: 'right' },
      { head: 'Unit price', fit: true, align: 'right' },
      { head: 'Cost', fit: true, align: 'right' },
      { head: 'Sku', fit: true },
      { head: 'AWS usage type', fit: true },
      { head: 'Price of', fit: true },
      { head: 'Price list', fit: true },
    ],
    rows: byCost(portfolio).map(({ item, row }) => [
      text(item.workload.name),
      ...whose(item),
      text(SKUS[row.sku].service),
      text(rowTitle(row)),
      text(placeId(row.place)),
      quantityOf(row),
      priceCell(row),
      costCell(row),
      text(row.sku),
      text(row.usageType ?? ''),
      text(row.published ?? ''),
      text(listOf(row) ?? ''),
    ]),
  };
}

/** All rows of all workloads, the most expensive first; what has no price may be more expensive than any, and stands before them. */
export function byCost({ items }: Report['portfolio']): readonly { readonly item: Item; readonly row: LineItem }[] {
  return items
    .flatMap((item) => item.lineItems.map((row) => ({ item, row, cost: costOf(row) })))
    .toSorted((a, b) => (a.cost === null || b.cost === null ? Number(b.cost === null) - Number(a.cost === null) : b.cost.cmp(a.cost)));
}

function priceCell(row: LineItem): Cell {
  const unitPrice = unitPriceOf(row);
  return unitPrice === null ? text(rowPrice(row)) : price(unitPrice, row.pricingUnit);
}

function costCell(row: LineItem): Cell {
  const cost = costOf(row);
  return cost === null ? text('unknown') : dollars(cost);
}

/** How much was priced, in the unit of the price: `333,000,000 requests`, `1,907 GB`. */
export function quantityOf({ pricingQuantity, pricingUnit }: LineItem): Cell {
  const plural = !pricingQuantity.eq('1') && /[a-z]$/.test(pricingUnit);
  return quantity(pricingQuantity, plural ? `${pricingUnit}s` : pricingUnit);
}
