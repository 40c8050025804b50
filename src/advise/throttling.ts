import type { Candidate } from '../candidates/candidate.ts';
import { CANDIDATES } from '../candidates/index.ts';
import type { EstimateOptions } from '../estimate/estimate.ts';
import { pipeline } from '../estimate/pipeline.ts';
import { ONE, sum, type Decimal } from '../money/decimal.ts';
import { fractionOf, most, NONE, plus, WHOLE, type Fraction } from '../money/fraction.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { realtimeRates } from '../throttling/realtime.ts';
import { takes, throttlingOf, type Throttling } from '../throttling/throttling.ts';
import type { Workload } from '../workload/schema.ts';

/** What limits do to one workload at every API Gateway that it may be built as. */
export interface WorkloadThrottling {
  readonly workload: string;
  readonly region: string;
  readonly regionName: string;
  readonly throttling: readonly Throttling[];
}

/**
 * Holds the peak of a workload against the limits of a REST and an HTTP API, and its connections against those of a
 * WebSocket API; behind CloudFront where the workload has one.
 */
export function throttle(workload: Workload, book: PriceBook, options: Pick<EstimateOptions, 'hoursPerMonth'> = {}): WorkloadThrottling {
  const web = workload.waf ? 'http+cloudfront+waf' : 'http+cloudfront';
  const ids = workload.edge ? ['rest+cloudfront', web, 'websocket'] : ['rest', 'http', 'websocket'];
  const gateways = CANDIDATES.filter((one) => ids.includes(one.id) && one.applies(workload));
  const hours = options.hoursPerMonth ?? workload.hoursPerMonth ?? book.edition.hoursPerMonth;
  return {
    workload: workload.name,
    region: workload.region,
    regionName: book.placeName({ region: workload.region }),
    throttling: throttlings(gateways, workload, book, hours),
  };
}

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
