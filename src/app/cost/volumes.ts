import { advised, type Advised } from '../../advise/advised.ts';
import type { Costed } from '../../advise/costed.ts';
import { boundSaid } from '../../advise/subject.ts';
import { UsageError } from '../../errors/errors.ts';
import { knownCost } from '../../estimate/candidate-cost.ts';
import type { Month } from '../../journey/month.ts';
import { quotient, ZERO, type Decimal } from '../../money/decimal.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { requestsOf } from '../../workload/polling.ts';
import { readMoney } from '../../workload/quantity.ts';
import { perMonth } from '../../workload/units.ts';
import { monthOfRequests, requestsFor } from '../../whatif/volume.ts';

/** What a budget buys of one candidate. */
export interface Volume {
  /** The candidate as the workload states it. */
  readonly now: Advised;
  /** The same at that volume, where quotas may stand against it. */
  readonly after: Advised;
  /** The most requests a month; null for more than 10^12. */
  readonly requests: Decimal | null;
  /** What it costs before the first request: hours, web ACLs and whatever else no request changes. */
  readonly fixed: Decimal;
  /** `at-most` where a part of the cost is not known. */
  readonly bound: 'exact' | 'at-most';
  /** How many times the requests that the workload states; null where it states none, or without an end. */
  readonly ofStated: Decimal | null;
}

/** What a budget buys of each candidate that serves requests; empty where the workload states no requests. */
export interface Volumes {
  readonly budget: Decimal;
  /** Requests a month that the workload states. */
  readonly stated: Decimal | null;
  readonly candidates: readonly Volume[];
}

/** @throws UsageError where it is no amount of dollars a month. */
export function budgetFor(text: string): Decimal {
  const reading = readMoney(text);
  if ('value' in reading) return reading.value;
  throw new UsageError(`--for is "${text}"`, 'a budget is an amount of dollars a month', '--for 500/month');
}

/** The requests a month that a budget buys on each candidate, everything else as the workload states. */
export function volumesOf(budget: Decimal, { candidates, estimate }: Costed, month: Month, book: PriceBook): Volumes {
  const { traffic } = month.workload;
  if (!traffic) return { budget, stated: null, candidates: [] };
  const stated = perMonth(requestsOf(traffic), month.units.hoursPerMonth);
  return {
    budget,
    stated,
    candidates: candidates
      .filter(({ candidate }) => candidate.carries === 'requests')
      .map((now): Volume => {
        const requests = requestsFor(budget, now.candidate, month, book);
        return {
          now,
          after: requests === null ? now : advised(now.candidate, monthOfRequests(month, requests), book),
          requests,
          fixed: knownCost(now.candidate, monthOfRequests(month, ZERO), book),
          bound: boundSaid(now.estimate, estimate) === 'exact' ? 'exact' : 'at-most',
          ofStated: requests === null || stated.isZero() ? null : quotient(requests, stated),
        };
      }),
  };
}
