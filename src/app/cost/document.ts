import { fieldInstead } from '../../workload/assumptions.ts';
import { isLaid } from '../../pricebook/contract.ts';
import { placeId } from '../../pricebook/place.ts';
import { costOf, isListed, unitPriceOf } from '../../estimate/cost-in-question.ts';
import type { CandidateEstimate } from '../../estimate/estimate.ts';
import type { LineItem } from '../../estimate/line-item.ts';
import { plain, type Decimal } from '../../money/decimal.ts';
import type { CostDocument } from '../../documents/cost/schema.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { CostAnswer, CostResult } from './cost.ts';
import { contractData, costsData } from '../contract/document.ts';
import { pooledData } from './pooled.ts';
import { summaryOf, totalsOf } from './summary.ts';
import type { Volumes } from './volumes.ts';

const text = (value: Decimal | null) => (value === null ? null : plain(value));

/**
 * What `cost` answers, as data: decimals as strings, keys in a fixed order. The text of each workload stands in it as plain
 * data, so that a later `diff` can name the fields that changed.
 */
export function costDocument({ results, gates, asOf, agreement, problems, pooled }: Omit<CostAnswer, 'failed' | 'remarks'>): CostDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...contractData(agreement),
    ...totalsOf(
      results.map(({ costed }) => costed),
      gates,
      asOf,
    ),
    results: results.map((one) => ({
      ...resultData(one, asOf),
      candidates: one.costed.estimate.candidates.map((candidate) => candidateData(candidate, isLaid(agreement))),
      ...(one.volumes === null ? {} : { volumes: volumesData(one.volumes) }),
    })),
    errors: problems.map((one) => ({ ...one })),
    ...(pooled === null ? {} : { pooled: pooledData(pooled) }),
  };
}

export function costJson(answer: CostAnswer): string {
  return jsonText(costDocument(answer));
}

/** What every result says before its candidates. */
export function resultData(
  { costed, input, gates }: Omit<CostResult, 'reasons'>,
  asOf: string | null,
): Omit<CostDocument['results'][number], 'candidates'> {
  const { estimate } = costed;
  const { oldest, newest, undated } = estimate.pricesPublished;
  return {
    summary: summaryOf(costed, gates, asOf),
    workload: estimate.workload,
    tags: { ...estimate.tags },
    input: input ?? null,
    region: estimate.region,
    edition: estimate.edition,
    hoursPerMonth: plain(estimate.hoursPerMonth),
    pricesPublished: { oldest, newest, undated },
    assumptions: estimate.assumptions.map(({ id, text: words, because, source, candidates }) => ({
      id,
      text: words,
      because,
      source,
      field: fieldInstead(id),
      candidates: [...candidates],
    })),
    notPriced: estimate.notPriced.map(({ what, because, candidates }) => ({ what, because, candidates: [...candidates] })),
  };
}

/**
 * One candidate as data.
 * @param isContracted whether the document says what a contract makes of it, be it nothing.
 */
export function candidateData(one: CandidateEstimate, isContracted: boolean): CostDocument['results'][number]['candidates'][number] {
  return {
    id: one.id,
    title: one.title,
    ...costsData(one, isContracted),
    ...(isContracted ? { listBound: listBoundOf(one) } : {}),
    bound: one.bound,
    missing: one.missing.map(({ sku, want, reason }) => ({ sku, want, reason })),
    frontDoorCost: plain(one.frontDoorCost),
    frontDoorBound: one.frontDoorBound,
    backendCost: text(one.backendCost),
    backendBound: one.backendBound,
    currency: one.currency,
    lineItems: one.lineItems.map((item) => lineItemData(item, isContracted)),
  };
}

function volumesData({ budget, stated, candidates }: Volumes): CostDocument['results'][number]['volumes'] {
  return {
    budget: plain(budget),
    stated: text(stated),
    candidates: candidates.map(({ now, after, requests, bound, fixed }) => ({
      id: now.candidate.id,
      requests: text(requests),
      bound,
      fixed: plain(fixed),
      verdict: after.verdict,
    })),
  };
}

/** Whether AWS lists a price for all that the contract prices. */
function listBoundOf({ bound, lineItems }: CandidateEstimate): 'exact' | 'at-least' {
  return isListed(lineItems) ? bound : 'at-least';
}

/**
 * One row as data, as `cost` and `prices quote` both print it.
 * @param isContracted whether it says what the contract makes of it, be it nothing.
 */
export function lineItemData(
  item: LineItem,
  isContracted: boolean,
): CostDocument['results'][number]['candidates'][number]['lineItems'][number] {
  return {
    hop: item.hop,
    sku: item.sku,
    place: placeId(item.place),
    usageType: item.usageType,
    skuPriceId: item.skuPriceId,
    tierFrom: text(item.tierFrom),
    consumedQuantity: plain(item.consumedQuantity),
    consumedUnit: item.consumedUnit,
    pricingQuantity: plain(item.pricingQuantity),
    pricingUnit: item.pricingUnit,
    listUnitPrice: text(item.listUnitPrice),
    listCost: text(item.listCost),
    ...(isContracted ? { contractedUnitPrice: text(unitPriceOf(item)), contractedCost: text(costOf(item)) } : {}),
    ...(item.imported === undefined ? {} : { list: 'imported' as const }),
    note: item.note,
  };
}
