import type { Problem } from '../errors/errors.ts';
import type { CandidateEstimate, WorkloadEstimate } from '../estimate/estimate.ts';
import type { LineItem } from '../estimate/line-item.ts';
import { plain, type Decimal } from '../money/decimal.ts';
import type { CostDocument } from './cost-schema.ts';
import { jsonText } from './json.ts';

export const SCHEMA_VERSION = '1';

const text = (value: Decimal | null) => (value === null ? null : plain(value));

/** Estimates as data: decimals as strings, keys in a fixed order; the errors of the other files beside them. */
export function costDocument(estimates: readonly WorkloadEstimate[], errors: readonly Problem[]): CostDocument {
  return { schemaVersion: SCHEMA_VERSION, results: estimates.map(result), errors: errors.map((one) => ({ ...one })) };
}

export function costJson(estimates: readonly WorkloadEstimate[], errors: readonly Problem[]): string {
  return jsonText(costDocument(estimates, errors));
}

function result(estimate: WorkloadEstimate): CostDocument['results'][number] {
  return { ...resultData(estimate), candidates: estimate.candidates.map(candidateData) };
}

/** What every result says before its candidates. */
export function resultData(estimate: WorkloadEstimate): Omit<CostDocument['results'][number], 'candidates'> {
  const { oldest, newest, undated } = estimate.pricesPublished;
  return {
    workload: estimate.workload,
    tags: { ...estimate.tags },
    region: estimate.region,
    edition: estimate.edition,
    hoursPerMonth: plain(estimate.hoursPerMonth),
    pricesPublished: { oldest, newest, undated },
    assumptions: estimate.assumptions.map(({ id, text: words, because, source }) => ({ id, text: words, because, source })),
    notPriced: estimate.notPriced.map(({ what, because, candidates }) => ({ what, because, candidates: [...candidates] })),
  };
}

/** One candidate as data. */
export function candidateData(one: CandidateEstimate): CostDocument['results'][number]['candidates'][number] {
  return {
    id: one.id,
    title: one.title,
    listCost: plain(one.listCost),
    bound: one.bound,
    missing: one.missing.map(({ sku, reason }) => ({ sku, reason })),
    frontDoorCost: plain(one.frontDoorCost),
    frontDoorBound: one.frontDoorBound,
    backendCost: text(one.backendCost),
    backendBound: one.backendBound,
    currency: one.currency,
    lineItems: one.lineItems.map(lineItemData),
  };
}

/** One row as data, as `cost` and `prices quote` both print it. */
export function lineItemData(item: LineItem): CostDocument['results'][number]['candidates'][number]['lineItems'][number] {
  return {
    sku: item.sku,
    usageType: item.usageType,
    skuPriceId: item.skuPriceId,
    tierFrom: text(item.tierFrom),
    consumedQuantity: plain(item.consumedQuantity),
    consumedUnit: item.consumedUnit,
    pricingQuantity: plain(item.pricingQuantity),
    pricingUnit: item.pricingUnit,
    listUnitPrice: text(item.listUnitPrice),
    listCost: text(item.listCost),
    note: item.note,
  };
}
