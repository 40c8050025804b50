import type { Candidate } from '../candidates/candidate.ts';
import type { Month } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { totalOf } from './cost-in-question.ts';
import { poolOf } from './pool.ts';
import { poolCost, price } from './price.ts';

/**
 * What one candidate costs a month and nothing else of an estimate, for comparing what-ifs. Null where some price is
 * not published or some size is not stated that it needs.
 */
export function candidateCost(candidate: Candidate, month: Month, book: PriceBook): Decimal | null {
  const { metered } = month.journey(candidate);
  if (metered.some(({ fact }) => fact.type === 'incomplete')) return null;
  const priced = price(poolOf(metered, month.workload.region), book, month);
  if (priced.some(({ missing }) => missing.length > 0)) return null;
  return totalOf(priced.flatMap(({ lineItems }) => lineItems));
}

/** The same as far as it is known: what has no price, or is not stated, adds nothing. */
export function knownCost(candidate: Candidate, month: Month, book: PriceBook): Decimal {
  return poolCost(poolOf(month.journey(candidate).metered, month.workload.region), book, month);
}
