import { placeId } from '../../pricebook/place.ts';
import { costOf, unitPriceOf } from '../../estimate/cost-in-question.ts';
import type { CandidateEstimate, WorkloadEstimate } from '../../estimate/estimate.ts';
import { listOf, type LineItem } from '../../estimate/line-item.ts';
import { plain, type Decimal } from '../../money/decimal.ts';
import { isLaid } from '../../pricebook/contract.ts';
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
  'contractedUnitPrice',
  'contractedCost',
  'currency',
  'note',
  'unpriced',
  'list',
  'published',
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
  const isContracted = estimates.some(({ agreement }) => isLaid(agreement));
  const columns = COLUMNS.filter((column) => isContracted || !column.startsWith('contracted'));
  return csvText([columns, ...rows.map((row) => columns.map((column) => row[column]))]);
}

const text = (value: Decimal | null) => (value === null ? '' : plain(value));

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
    tierFrom: text(item.tierFrom),
    consumedQuantity: plain(item.consumedQuantity),
    consumedUnit: item.consumedUnit,
    pricingQuantity: plain(item.pricingQuantity),
    pricingUnit: item.pricingUnit,
    listUnitPrice: text(item.listUnitPrice),
    listCost: text(item.listCost),
    contractedUnitPrice: text(unitPriceOf(item)),
    contractedCost: text(costOf(item)),
    note: item.note ?? '',
    unpriced: item.unpriced ?? '',
    list: listOf(item) ?? '',
    published: item.published ?? '',
  };
}
