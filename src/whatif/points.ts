import type { Candidate } from '../candidates/candidate.ts';
import { knownCost } from '../estimate/candidate-cost.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Axis } from './axis.ts';

/** What candidates cost at points of an axis, as far as that is known; each point is metered once for all of them. */
export function costsAlong(axis: Axis, month: Month, book: PriceBook): (steps: bigint, candidate: Candidate) => Decimal {
  const months = new Map<bigint, Month>();
  return (steps, candidate) => {
    const then = months.get(steps) ?? monthInstead(month, axis.at(steps));
    months.set(steps, then);
    return knownCost(candidate, then, book);
  };
}
