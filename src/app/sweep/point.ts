import { advised, usable, wholePrice, type Advised } from '../../advise/advised.ts';
import type { Candidate } from '../../candidates/candidate.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { unpriced } from '../../estimate/disclose.ts';
import { monthInstead, type Month } from '../../journey/month.ts';
import type { Decimal } from '../../money/decimal.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { Workload } from '../../workload/schema.ts';
import { possible } from '../../whatif/possible.ts';

/** What one candidate costs at a point. */
export interface PointCost {
  readonly cost: Decimal;
  readonly bound: 'exact' | 'at-least';
  /** It has all that is needed there, and no quota or rule stands against it. */
  readonly serves: boolean;
  /** It serves, and all that it would cost is known: it can be the cheapest. */
  readonly wins: boolean;
}

/** One workload of a sweep. */
export interface Point {
  /** In steps of each axis. */
  readonly at: readonly bigint[];
  /** In the order of the candidates; null where it is not compared, or no workload can be so. */
  readonly costs: readonly (PointCost | null)[];
  /** The cheapest of those that serve, by its place among the candidates. */
  readonly cheapest: number | null;
}

/** Prices candidates for a workload as `cost` does. */
export function pointOf(at: readonly bigint[], workload: Workload, candidates: readonly Candidate[], month: Month, book: PriceBook): Point {
  if (!possible(workload)) return { at, costs: candidates.map(() => null), cheapest: null };
  const then = monthInstead(month, workload);
  const costs = candidates.map((one) => (one.applies(workload) ? costAt(advised(one, then, book), then) : null));
  return { at, costs, cheapest: cheapestOf(costs) };
}

function costAt(one: Advised, month: Month): PointCost {
  const { candidate, estimate } = one;
  const left = unpriced([candidate], [month.journey(candidate).metered], month.workload);
  const serves = usable(one);
  return {
    cost: costOf(estimate),
    bound: left.length > 0 ? 'at-least' : estimate.bound,
    serves,
    wins: serves && wholePrice(one),
  };
}

function cheapestOf(costs: Point['costs']): number | null {
  let best: { readonly index: number; readonly cost: Decimal } | null = null;
  for (const [index, one] of costs.entries()) if (one?.wins && (best === null || one.cost.lt(best.cost))) best = { index, cost: one.cost };
  return best?.index ?? null;
}
