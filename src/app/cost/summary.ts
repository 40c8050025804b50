import type { Costed } from '../../advise/costed.ts';
import { costSaid, costTogether, type SubjectCost } from '../../advise/subject.ts';
import type { GateData, PriceAge, SummaryData, TotalsData } from '../../documents/summary.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { published } from '../../estimate/disclose.ts';
import { cheapest } from '../../estimate/estimate.ts';
import { decimal, plain, sum } from '../../money/decimal.ts';
import type { Gate } from '../gates/gate.ts';
import { priceAge } from '../staleness.ts';

const MONTHS = decimal('12');

/** The answer in a few keys, first in each result. */
export function summaryOf(costed: Costed, gates: readonly Gate[], asOf: string | null): SummaryData {
  const { subject, outcome, picks, inUse, candidates, estimate } = costed;
  const { cost, bound } = costSaid(subject, estimate);
  return {
    subject: subject.map(({ carries, advised, by }) => ({ carries, candidate: advised.candidate.id, by })),
    monthly: plain(cost),
    yearly: plain(cost.times(MONTHS)),
    bound,
    outcome,
    pick: picks.map(({ advised }) => advised.candidate.id),
    inUse,
    cheapestByPrice: (['requests', 'realtime'] as const).flatMap((carries) => {
      const best = cheapest(candidates.filter(({ candidate }) => candidate.carries === carries).map((one) => one.estimate));
      return best === null ? [] : [{ carries, candidate: best.id, monthly: plain(costOf(best)) }];
    }),
    gates: gates.map(gateData),
    prices: priceAge(estimate.pricesPublished, asOf),
  };
}

/** What several workloads cost together. */
export function togetherOf(costs: readonly Costed[]): SubjectCost {
  const parts = costs.map(({ subject }) => costTogether(subject));
  return { cost: sum(parts.map((one) => one.cost)), bound: parts.some((one) => one.bound === 'at-least') ? 'at-least' : 'exact' };
}

/** The same, as it is said. */
export function saidTogether(costs: readonly Costed[]): SubjectCost {
  const isExact = costs.every(({ subject, estimate }) => costSaid(subject, estimate).bound === 'exact');
  return { cost: togetherOf(costs).cost, bound: isExact ? 'exact' : 'at-least' };
}

/** Of several results, first in the document; of one, its summary says the same. */
export function totalsOf(costs: readonly Costed[], gates: readonly Gate[], asOf: string | null): { readonly totals?: TotalsData } {
  if (costs.length < 2) return {};
  const { cost, bound } = saidTogether(costs);
  return {
    totals: {
      workloads: costs.length,
      monthly: plain(cost),
      yearly: plain(cost.times(MONTHS)),
      bound,
      gates: gates.map(gateData),
      prices: ageTogether(costs, asOf),
    },
  };
}

/** The age of the oldest price under any of them. */
function ageTogether(costs: readonly Costed[], asOf: string | null): PriceAge {
  return priceAge(published(costs.flatMap(({ estimate }) => estimate.candidates.flatMap((one) => one.lineItems))), asOf);
}

/** A gate as data. */
export function gateData({ gate, limit, value, verdict }: Gate): GateData {
  return { gate, limit, value, verdict };
}
