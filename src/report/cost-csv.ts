import type { WorkloadEstimate } from '../estimate/estimate.ts';
import { plain } from '../money/decimal.ts';
import { csvText } from './csv-text.ts';

const COLUMNS = [
  'workload',
  'tags',
  'region',
  'edition',
  'candidate',
  'bound',
  'side',
  'hop',
  'sku',
  'usageType',
  'skuPriceId',
  'tierFrom',
  'consumedQuantity',
  'consumedUnit',
  'pricingQuantity',
  'pricingUnit',
  'listUnitPrice',
  'listCost',
  'currency',
  'note',
] as const;

/** One row for each line item, for a spreadsheet. Cells that a spreadsheet would run as formulas are neutralised. */
export function costCsv(estimates: readonly WorkloadEstimate[]): string {
  const rows = estimates.flatMap((estimate) =>
    estimate.candidates.flatMap((candidate) =>
      candidate.lineItems.map((item): Record<(typeof COLUMNS)[number], string> => ({
        workload: estimate.workload,
        tags: Object.entries(estimate.tags)
          .map(([key, value]) => `${key}=${value}`)
          .join(' '),
        region: 'region' in item.place ? item.place.region : item.place.geography,
        edition: estimate.edition,
        candidate: candidate.id,
        bound: candidate.bound,
        side: item.side,
        hop: item.hop,
        sku: item.sku,
        usageType: item.usageType ?? '',
        skuPriceId: item.skuPriceId ?? '',
        tierFrom: item.tierFrom === null ? '' : plain(item.tierFrom),
        consumedQuantity: plain(item.consumedQuantity),
        consumedUnit: item.consumedUnit,
        pricingQuantity: plain(item.pricingQuantity),
        pricingUnit: item.pricingUnit,
        listUnitPrice: item.listUnitPrice === null ? '' : plain(item.listUnitPrice),
        listCost: item.listCost === null ? '' : plain(item.listCost),
        currency: candidate.currency,
        note: item.note ?? '',
      })),
    ),
  );
  return csvText([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
}
