import { placeId } from '../../pricebook/place.ts';
import type { CandidateEstimate, WorkloadEstimate } from '../../estimate/estimate.ts';
import type { LineItem } from '../../estimate/line-item.ts';
import { plain } from '../../money/decimal.ts';
import { csvText } from './text.ts';

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
  'unpriced',
] as const;

type Row = Record<(typeof COLUMNS)[number], string>;

/**
 * One row for each line item, and one for each thing that no row prices because the workload does not state a size, for a
 * spreadsheet. Cells that a spreadsheet would run as formulas are neutralised.
 */
export function costCsv(estimates: readonly WorkloadEstimate[]): string {
  const rows = estimates.flatMap((estimate) =>
    estimate.candidates.flatMap((candidate) => [
      ...candidate.lineItems.map((item) => row(estimate, candidate, item)),
      ...candidate.missing
        .filter(({ sku }) => !candidate.lineItems.some((item) => item.sku === sku && item.unpriced !== null))
        .map(({ sku, want, reason }): Row => ({ ...blank(estimate, candidate), sku, note: reason, unpriced: want })),
    ]),
  );
  return csvText([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
}

function blank(estimate: WorkloadEstimate, candidate: CandidateEstimate): Row {
  return {
    ...(Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Row),
    workload: estimate.workload,
    tags: Object.entries(estimate.tags)
      .map(([key, value]) => `${key}=${value}`)
      .join(' '),
    region: estimate.region,
    edition: estimate.edition,
    candidate: candidate.id,
    bound: candidate.bound,
    currency: candidate.currency,
  };
}

function row(estimate: WorkloadEstimate, candidate: CandidateEstimate, item: LineItem): Row {
  return {
    ...blank(estimate, candidate),
    region: placeId(item.place),
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
    note: item.note ?? '',
    unpriced: item.unpriced ?? '',
  };
}
