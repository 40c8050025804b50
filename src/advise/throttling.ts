import type { Candidate } from '../candidates/candidate.ts';
import { CANDIDATES } from '../candidates/index.ts';
import { monthOf, type Month, type MonthOptions } from '../journey/month.ts';
import { realtimeRates } from '../journey/realtime-rates.ts';
import { NONE, plus, type Fraction } from '../money/fraction.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
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
export function throttle(workload: Workload, book: PriceBook, options: Pick<MonthOptions, 'hoursPerMonth'> = {}): WorkloadThrottling {
  const web = workload.waf ? 'http+cloudfront+waf' : 'http+cloudfront';
  const ids = workload.edge ? ['rest+cloudfront', web, 'websocket'] : ['rest', 'http', 'websocket'];
  const gateways = CANDIDATES.filter((one) => ids.includes(one.id) && one.applies(workload));
  return {
    workload: workload.name,
    region: workload.region,
    regionName: book.placeName({ region: workload.region }),
    throttling: throttlings(gateways, monthOf(workload, book, options)),
  };
}

/**
 * What limits do to a workload behind each of these candidates. Requests and connections of one workload share its
 * account, so each finds taken what the other takes.
 */
export function throttlings(candidates: readonly Candidate[], month: Month): readonly Throttling[] {
  const { realtime } = month.workload;
  const rates = realtime && realtimeRates(realtime, month.units.hoursPerMonth);
  const messages = rates ? plus(rates.inbound, rates.callbacks) : NONE;
  const of = (carries: Candidate['carries'], beside: Fraction) =>
    candidates.filter((one) => one.carries === carries).map((one) => throttlingOf(month.journey(one), beside));
  const ofRequests = of('requests', messages);
  const first = ofRequests[0];
  return [...ofRequests, ...of('realtime', first ? takes(first) : NONE)];
}
