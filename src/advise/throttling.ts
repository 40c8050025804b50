import type { Candidate } from '../candidates/candidate.ts';
import { pipeline } from '../estimate/pipeline.ts';
import { ONE, sum, type Decimal } from '../money/decimal.ts';
import { fractionOf, most, NONE, plus, WHOLE, type Fraction } from '../money/fraction.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { realtimeRates } from '../throttling/realtime.ts';
import { takes, throttlingOf, type Throttling } from '../throttling/throttling.ts';
import type { Workload } from '../workload/schema.ts';

/**
 * What limits do to a workload behind each of these candidates. Requests and connections of one workload share its
 * account, so each finds taken what the other takes.
 */
export function throttlings(
  candidates: readonly Candidate[],
  workload: Workload,
  book: PriceBook,
  hoursPerMonth: Decimal,
): readonly Throttling[] {
  const { realtime } = workload;
  const rates = realtime && realtimeRates(realtime, hoursPerMonth);
  const ofRequests = candidates
    .filter((one) => one.carries === 'requests')
    .map((one) =>
      throttlingOf(one.frontDoor, workload, {
        hoursPerMonth,
        reach: reachOf(one, workload, book),
        beside: rates ? plus(rates.inbound, rates.callbacks) : NONE,
      }),
    );
  const first = ofRequests[0];
  const ofConnections = candidates
    .filter((one) => one.carries === 'realtime')
    .map((one) => throttlingOf(one.frontDoor, workload, { hoursPerMonth, reach: WHOLE, beside: first ? takes(first) : NONE }));
  return [...ofRequests, ...ofConnections];
}

/** What a web ACL or CloudFront in front ends never takes a token of the gateway. */
function reachOf(candidate: Candidate, workload: Workload, book: PriceBook): Fraction {
  const ended = pipeline(candidate, workload, book)
    .flatMap(({ exits }) => exits)
    .filter(({ fate }) => fate === 'blocked' || fate === 'edge-hit');
  // Shares that do not end are rounded, so their sum may pass 1 by a hair.
  return most(NONE, fractionOf(ONE.minus(sum(ended.map(({ share }) => share)))));
}
