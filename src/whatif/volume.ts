import type { Candidate } from '../candidates/candidate.ts';
import { knownCost } from '../estimate/candidate-cost.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { MOST_REQUESTS } from './axis.ts';

/** The same month with so many requests; shares, sizes and ratios stay as the workload says. */
export function monthOfRequests(month: Month, requests: Decimal): Month {
  const { workload } = month;
  return monthInstead(month, { ...workload, traffic: { ...workload.traffic, requests: { amount: requests, per: 'month' } } });
}

/**
 * The greatest whole number of requests a month that costs no more than an amount, as far as cost is known; null where 10^12
 * of them do not reach it. More requests never cost less, so halving finds the very request, on straight pieces and on steps.
 */
export function requestsFor(amount: Decimal, candidate: Candidate, month: Month, book: PriceBook): Decimal | null {
  const isWithin = (requests: bigint) => knownCost(candidate, monthOfRequests(month, decimal(requests)), book).lte(amount);
  let [within, over] = [0n, 1n];
  while (isWithin(over)) {
    if (over >= MOST_REQUESTS) return null;
    [within, over] = [over, over * 4n];
  }
  while (over - within > 1n) {
    const between = (within + over) / 2n;
    if (isWithin(between)) within = between;
    else over = between;
  }
  return decimal(within);
}
