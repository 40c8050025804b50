import { nameOf } from '../../compose/name.ts';
import { keyOf, type Architecture, type Weighed } from '../../compose/optimize.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { CostedAnswer } from '../costed-months.ts';
import type { OptimizeDocument } from '../../documents/optimize/schema.ts';
import { isLaid } from '../../pricebook/contract.ts';
import { plain, type Decimal } from '../../money/decimal.ts';
import { lineItemData } from '../cost/document.ts';
import { contractData } from '../contract/document.ts';
import { summaryOf } from '../cost/summary.ts';
import type { Optimized } from './optimize.ts';
import { proofOf } from './proof.ts';

type Result = OptimizeDocument['results'][number];

const text = (value: Decimal | null) => value && plain(value);

export function optimizeDocument({ results, asOf, agreement, problems }: CostedAnswer<Optimized>): OptimizeDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...contractData(agreement),
    results: results.map((one) => resultData(one, asOf, isLaid(agreement))),
    errors: problems.map((one) => ({ ...one })),
  };
}

export function optimizeJson(answer: CostedAnswer<Optimized>): string {
  return jsonText(optimizeDocument(answer));
}

function resultData(
  { costed, start, cost, optimum, rows, notPriced, steps, bound }: Optimized,
  asOf: string | null,
  isContracted: boolean,
): Result {
  const { best, weighed } = optimum;
  const { workload, region, edition } = costed.estimate;
  return {
    summary: {
      ...summaryOf(costed, [], asOf),
      cheapest: best && plain(best.cost),
      saving: best && cost && plain(cost.minus(best.cost)),
    },
    workload,
    region,
    edition,
    start: { monthly: text(cost), parts: [...start].map(([carries, setting]) => ({ carries, setting: { ...setting } })) },
    best: best && {
      ...architectureData(best),
      notPriced: [...notPriced],
      lineItems: rows().flatMap((one) => one.lineItems.map((item) => lineItemData(item, isContracted))),
    },
    frontier: steps.map(({ reach, saving, turns, best: reached }) => ({
      reach,
      saving: plain(saving),
      turns: turns.map((one) => ({ ...one })),
      ...architectureData(reached),
    })),
    bound: bound.map(({ lever, stated, saving }) => ({ lever, stated: [...stated], saving: text(saving) })),
    proof: proofOf(optimum),
    certificate: weighed.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).map(certified),
  };
}

/** An architecture as data, without its rows. */
export function architectureData({ cost, parts }: Architecture): Omit<NonNullable<Result['best']>, 'lineItems' | 'notPriced'> {
  return {
    monthly: plain(cost),
    parts: parts.map(({ carries, candidate, setting, cost: part }) => ({
      carries,
      candidate: candidate.id,
      title: nameOf(setting),
      setting: { ...setting },
      monthly: plain(part),
    })),
  };
}

const orderOf = ({ carries, setting }: Weighed) => `${carries === 'requests' ? 0 : 1} ${keyOf(setting)}`;

function certified({ carries, candidate, setting, found }: Weighed): Result['certificate'][number] {
  return {
    carries,
    candidate: candidate.id,
    setting: { ...setting },
    monthly: 'cost' in found ? plain(found.cost) : null,
    atLeast: 'atLeast' in found ? plain(found.atLeast) : null,
    ruledOut: 'ruledOut' in found ? { ...found.ruledOut } : null,
  };
}
