import { requestsOf } from '../workload/polling.ts';
import { isGateway, type FrontDoor } from '../workload/front-doors.ts';
import type { Journey } from '../journey/journey.ts';
import { load, reach, sent } from '../journey/load.ts';
import { realtimeRates } from '../journey/realtime-rates.ts';
import { decimal } from '../money/decimal.ts';
import { divided, fractionOf, isNone, less, NONE, plus, times, total, type Fraction } from '../money/fraction.ts';
import type { AssumptionId } from '../workload/assumptions.ts';
import type { Workload } from '../workload/schema.ts';
import { isThere } from '../workload/share.ts';
import { perSecond, seconds, secondsOf } from '../workload/units.ts';
import { compareRetries, type RetryComparison } from './compare-retries.ts';
import { limitsOf, type Limit, type UnknownLimit } from './limits.ts';
import { planQuotas, type PlanQuota } from './plan-quotas.ts';
import { connectsOf, type Connects } from './connects.ts';
import { weigh, type Arrivals, type Weighed } from './weigh.ts';

/** What the limits of one front door do to a workload. */
export interface Throttling {
  readonly frontDoor: FrontDoor;
  /** Share of what clients send that reaches the gateway: CloudFront and a web ACL in front answer the rest. */
  readonly reach: Fraction;
  /** What clients send at the peak, in requests a second. */
  readonly sent: Fraction | null;
  /** What of it arrives at the gateway; null when no peak is stated. */
  readonly arrivals: Arrivals | null;
  readonly weighed: Weighed | null;
  readonly unknown: readonly UnknownLimit[];
  /** Stated limits that the front door does not have. */
  readonly withoutPlans: boolean;
  readonly quotas: readonly PlanQuota[];
  readonly connects: Connects | null;
  /** How the peak goes when clients retry; null when none is throttled, and for connections. */
  readonly retries: RetryComparison | null;
  /** What `traffic.fates.throttled` might be, where it is not stated and something is throttled. */
  readonly hint: Hint | null;
  /** Fields that would say more, with the reason. */
  readonly open: readonly { readonly field: string; readonly because: string }[];
  readonly assumptions: readonly AssumptionId[];
}

/** Shares of a month's requests. */
export interface Hint {
  /** What limits refuse if such a peak comes once a day; null where that cannot be said. */
  readonly onceADay: Fraction | null;
  /** What quotas of usage plans refuse. */
  readonly byQuotas: Fraction;
}

const HOURS_A_DAY = decimal('24');

/**
 * Holds the peak of a workload against the limits of a front door. Best effort at AWS, exact here.
 * @param beside requests a second that the other part of the workload takes of the account.
 */
export function throttlingOf(journey: Journey, beside: Fraction): Throttling {
  const { candidate, month } = journey;
  const { frontDoor } = candidate;
  const { workload } = month;
  const { hoursPerMonth } = month.units;
  const { traffic, throttling } = workload;
  const forRequests = candidate.carries === 'requests';
  const { limits, flows, unknown } = limitsOf(frontDoor, forRequests ? workload : realtimeOnly(workload));
  const others = plus(beside, throttling?.accountUsedByOthers ? fractionOf(throttling.accountUsedByOthers) : NONE);
  const arrivals = forRequests ? requestArrivals(journey, others) : realtimeArrivals(journey, others);
  const weighed = arrivals && weigh({ flows, limits, unknown }, arrivals);
  const retries = forRequests && weighed && arrivals ? compareRetries(weighed, arrivals, throttling?.retries) : null;
  const peaked = isGateway(frontDoor) && weighed !== null;
  const quotas = frontDoor === 'rest' ? planQuotas(workload, hoursPerMonth) : [];
  return {
    frontDoor,
    reach: reach(journey, 'front-door'),
    sent: forRequests ? (sent(month)?.peak ?? null) : (arrivals?.peak ?? null),
    arrivals,
    weighed,
    unknown,
    withoutPlans: frontDoor === 'http' && throttling?.clients?.some(isThere) === true,
    quotas,
    connects:
      frontDoor === 'websocket' && workload.realtime
        ? connectsOf(realtimeRates(workload.realtime, hoursPerMonth), workload.region, throttling?.newConnections)
        : null,
    retries,
    hint: forRequests && traffic ? hintOf(journey, weighed, total(quotas.map((one) => one.refusedOfAll))) : null,
    open: [
      ...(forRequests && isGateway(frontDoor) && traffic && !traffic.peak
        ? [{ field: 'traffic.peak', because: 'without the rate of the busiest time it cannot be compared with a limit' }]
        : []),
      ...(forRequests && peaked && traffic?.peakLength === undefined && !isNone(weighed.lasting)
        ? [{ field: 'traffic.peakLength', because: 'it decides how many requests of a peak are throttled' }]
        : []),
      ...(peaked ? unknown.map(({ field, because }) => ({ field, because })) : []),
      ...burstsUnsaid(limits),
    ],
    assumptions: peaked ? assumed(workload, frontDoor, weighed, retries, quotas) : [],
  };
}

function realtimeOnly({ throttling, ...rest }: Workload): Workload {
  return throttling?.account ? { ...rest, throttling: { account: throttling.account } } : rest;
}

function requestArrivals(journey: Journey, others: Fraction): Arrivals | null {
  const arriving = load(journey, 'front-door');
  if (!arriving?.peak) return null;
  const { peakLength } = journey.month.workload.traffic ?? {};
  return { ...arriving, peak: arriving.peak, length: peakLength ? seconds(peakLength) : null, others };
}

/** A WebSocket API is weighed at what it sends while its connections are open. */
function realtimeArrivals({ month: { workload, units } }: Journey, others: Fraction): Arrivals | null {
  if (!workload.realtime) return null;
  const { inbound, callbacks } = realtimeRates(workload.realtime, units.hoursPerMonth);
  const rate = plus(inbound, callbacks);
  return { mean: rate, peak: rate, length: null, burst: null, others };
}

function hintOf(journey: Journey, weighed: Weighed | null, byQuotas: Fraction): Hint | null {
  const { workload, units } = journey.month;
  const { traffic } = workload;
  if (!traffic || traffic.fates?.throttled !== undefined) return null;
  const inPeaks = weighed !== null && (!isNone(weighed.lasting) || (weighed.overPeak !== null && !isNone(weighed.overPeak.refused)));
  if (!inPeaks) return isNone(byQuotas) ? null : { onceADay: null, byQuotas };
  const { overPeak } = weighed;
  if (overPeak === null) return { onceADay: null, byQuotas };
  const days = divided(fractionOf(units.hoursPerMonth), fractionOf(HOURS_A_DAY));
  const month = times(perSecond(requestsOf(traffic), units.hoursPerMonth), secondsOf('month', units.hoursPerMonth));
  const ofPeaks = times(divided(overPeak.requests, reach(journey, 'front-door')), days);
  return { onceADay: less(month, ofPeaks) ? null : divided(times(overPeak.refused, days), month), byQuotas };
}

/**
 * What stands in place of a burst that nobody states, by tool; of an account AWS sets it.
 * https://github.com/hashicorp/terraform-provider-aws/issues/14742
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-apigateway-usageplan-throttlesettings.html
 */
const BY_TOOL =
  'Terraform sets 0 in a usage plan and in a stage of an HTTP or WebSocket API, where 0 refuses every request, and no limit on methods of a REST API; CloudFormation and CDK set none; AWS says neither what then holds nor what its console sets';
const BY_AWS = 'AWS sets the burst of an account, and the console shows it';

function burstsUnsaid(limits: readonly Limit[]): Throttling['open'] {
  const fields = limits.filter(({ burst }) => burst === null).map(burstField);
  return [...new Set(fields)].map((field) => ({ field, because: field === BURST_OF.account ? BY_AWS : BY_TOOL }));
}

const BURST_OF = {
  account: 'throttling.account.burst',
  method: 'throttling.methods.burst',
  client: 'throttling.clients.burst',
  'client-method': 'throttling.clients.methods.burst',
} as const;

function burstField({ layer, origin }: Limit): string {
  return origin === 'stage' ? 'throttling.stage.burst' : BURST_OF[layer];
}

function assumed(
  { traffic, throttling }: Workload,
  frontDoor: FrontDoor,
  { limits }: Weighed,
  retries: RetryComparison | null,
  quotas: readonly PlanQuota[],
): readonly AssumptionId[] {
  const forRequests = frontDoor !== 'websocket';
  return [
    'throttle-best-effort',
    ...(forRequests ? (['throttle-every-request'] as const) : []),
    ...(new Set(limits.map((one) => one.limit.layer)).size > 1 ? (['throttle-order'] as const) : []),
    ...(limits.some(({ limit }) => limit.origin === 'stage' && limit.method === null) ? (['throttle-one-method'] as const) : []),
    ...(limits.some(({ limit }) => limit.plan !== null) ? (['throttle-clients-alike'] as const) : []),
    ...(forRequests && traffic?.burst ? (['throttle-burst-first'] as const) : []),
    ...(quotas.length > 0 ? (['quota-evenly'] as const) : []),
    ...(retries ? (['retries-simulated', 'mean-around-peak'] as const) : []),
    ...(retries?.lengthIs === 'assumed' ? (['peak-60s'] as const) : []),
    ...(retries && retriesUnsaid(throttling?.retries) ? (['retries-as-sdk'] as const) : []),
  ];
}

/** Whether some part of how clients retry is left to the default. */
function retriesUnsaid(stated: NonNullable<Workload['throttling']>['retries']): boolean {
  if (stated?.attempts?.eq('1')) return true;
  const { attempts, backoff, jitter, delay, longestDelay } = stated ?? {};
  return [attempts, backoff, jitter, delay].includes(undefined) || (longestDelay === undefined && backoff !== 'none');
}

/** What a peak, or the requests of a WebSocket API, take of the account: what the other part of a workload finds taken. */
export function takes({ arrivals, frontDoor }: Throttling): Fraction {
  return arrivals === null || !isGateway(frontDoor) ? NONE : arrivals.peak;
}
