import type { Candidate } from '../candidates/candidate.ts';
import { CANDIDATES } from '../candidates/index.ts';
import { isGateway } from '../workload/front-doors.ts';
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
  const gateways = CANDIDATES.filter((one) => isGateway(one.frontDoor) && asStated(one, workload) && one.applies(workload));
  return {
    workload: workload.name,
    region: workload.region,
    regionName: book.placeName({ region: workload.region }),
    throttling: throttlings(gateways, monthOf(workload, book, options)),
  };
}

/** Whether it has a distribution where the workload states one, with a web ACL on it if there is one, and nothing else beside. */
function asStated({ carries, composition }: Candidate, { edge, waf }: Workload): boolean {
  const { distribution, endpoint, stageCache, webAcl } = composition;
  if (carries === 'realtime') return true;
  if (endpoint === 'private' || stageCache || (distribution !== null) !== (edge !== undefined)) return false;
  return distribution === null || composition.frontDoor === 'rest' || (webAcl !== null) === (waf !== undefined);
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
