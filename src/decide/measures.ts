import type { Journey } from '../journey/journey.ts';
import { peakLoad } from '../journey/load.ts';
import { realtimeRates } from '../journey/realtime-rates.ts';
import { decimal, max, quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import { decimalOf } from '../money/fraction.ts';
import { requirementsOf } from '../workload/requirements.ts';
import { resourceCount, routeCount } from '../workload/routes-stated.ts';
import { responsesStream } from '../workload/streaming.ts';
import type { Workload } from '../workload/schema.ts';
import { isThere } from '../workload/share.ts';
import { FRONT_DOORS } from '../workload/front-doors.ts';
import { toBytes } from '../workload/units.ts';
import { besideOnAccount } from './account-load.ts';
import { perSecondOf, slowest } from './subject.ts';

// What is compared with quotas. Null where the workload does not state it.

const SECOND = decimal('1000');
const MINUTE = decimal('60000');
const SECONDS_AN_HOUR = decimal('3600');

export const streaming = ({ month }: Journey): boolean => responsesStream(month.workload) !== 'no';

/** Little's law: what arrives a second times how long each stays. */
export function concurrency(journey: Journey): Decimal | null {
  const lambda = journey.served.backend?.lambda;
  const arriving = lambda && peakLoad(journey, 'backend');
  return arriving ? quotient(arriving.times(lambda.duration), SECOND) : null;
}

/** Calls of the function a second at the peak. */
export function calls(journey: Journey): Decimal | null {
  return journey.served.backend?.lambda ? peakLoad(journey, 'backend') : null;
}

/** The largest body either way in MB, or only of requests where responses may be streamed. */
export function largest({ month: { workload, units }, parcels }: Journey, responsesToo: boolean): Decimal | null {
  const { traffic } = workload;
  const stated = [traffic?.largestRequest, responsesToo ? traffic?.largestResponse : undefined];
  const bytes = [
    ...stated.map((size) => (size ? toBytes(size, units) : null)),
    ...parcels.flatMap((one) => [one.requestBytes, responsesToo ? one.responseBytes : null]),
  ].filter((one): one is Decimal => one !== null);
  return bytes.length === 0 ? null : quotient(max(ZERO, ...bytes), units.bytesPerKB.pow(2));
}

export function seconds({ month }: Journey): Decimal | null {
  const found = slowest(month.workload);
  return found && quotient(found.duration, SECOND);
}

export function streamMinutes(journey: Journey): Decimal | null {
  const found = slowest(journey.month.workload);
  return found && streaming(journey) ? quotient(found.duration, MINUTE) : null;
}

export function cached({ candidate, parcels }: Journey): Decimal | null {
  if (!candidate.composition.stageCache) return null;
  const bytes = parcels.map((one) => one.responseBytes).filter((one): one is Decimal => one !== null);
  return bytes.length === 0 ? null : max(ZERO, ...bytes);
}

/** In the busiest second, as far as it is stated. */
export function newConnections({ month: { workload, units } }: Journey): Decimal | null {
  const { realtime } = workload;
  if (!realtime || realtime.hoursPerDay?.isZero()) return null;
  const usual = decimalOf(realtimeRates(realtime, units.hoursPerMonth).connects);
  return realtime.connectPeak ? max(usual, perSecondOf(realtime.connectPeak, units)) : usual;
}

/** Messages a second that a WebSocket API takes of the account, either way, and what others take beside them. */
export function messages({ month }: Journey): Decimal | null {
  return month.workload.realtime?.hoursPerDay?.isZero() === true ? null : besideOnAccount(month);
}

/** API keys of all usage plans: one for each client. */
export function keys({ month }: Journey): Decimal | null {
  const plans = plansOf(month.workload);
  return plans.length === 0 ? null : sum(plans.map((one) => one.clients));
}

export function plans({ month }: Journey): Decimal | null {
  return decimal(String(plansOf(month.workload).length));
}

/** Methods to which one plan gives a rate of their own, of the plan that has most of them. */
export function planMethods({ month }: Journey): Decimal | null {
  return max(ZERO, ...plansOf(month.workload).map(({ methods }) => decimal(String(methods?.length ?? 0))));
}

function plansOf({ throttling }: Workload) {
  return throttling?.clients?.filter(isThere) ?? [];
}

export function routes({ month }: Journey): Decimal | null {
  return routeCount(month.workload);
}

export function resources({ month }: Journey): Decimal | null {
  return resourceCount(month.workload);
}

/** How long CloudFront waits for its origin: for the answer, or of a stream the longest pause, where it is stated. */
export function originWait(journey: Journey): Decimal | null {
  if (!behindCloudfront(journey)) return null;
  if (!FRONT_DOORS[journey.candidate.frontDoor].streams || !streaming(journey)) return seconds(journey);
  const pause = journey.month.workload.traffic?.streamPause;
  return pause ? quotient(pause, SECOND) : null;
}

/** The longest silence in a streamed response, in milliseconds. */
export function silence(journey: Journey): Decimal | null {
  return streaming(journey) ? (journey.month.workload.traffic?.streamPause ?? null) : null;
}

/** The longest silence on a connection in minutes: a heartbeat ends each. */
export function connectionSilence({ month }: Journey): Decimal | null {
  const { longestSilence, heartbeat } = month.workload.realtime ?? {};
  if (!longestSilence) return null;
  return quotient(heartbeat?.lt(longestSilence) ? heartbeat : longestSilence, MINUTE);
}

export function sessionHours({ month }: Journey): Decimal | null {
  const length = month.workload.realtime?.sessionLength;
  return length === undefined ? null : quotient(length, SECONDS_AN_HOUR.times(SECOND));
}

export function largestMessage({ realtime, month }: Journey): Decimal | null {
  const bytes = realtime?.messages.map((one) => one.bytes).filter((one): one is Decimal => one !== null) ?? [];
  return bytes.length === 0 ? null : quotient(max(ZERO, ...bytes), month.units.bytesPerKB);
}

/** All headers of a request together, in bytes. */
export function headers({ month: { workload, units } }: Journey): Decimal | null {
  const stated = workload.traffic?.largestHeaders;
  return stated ? toBytes(stated, units) : null;
}

export function inKB(bytes: Decimal | null, { month }: Journey): Decimal | null {
  return bytes && quotient(bytes, month.units.bytesPerKB);
}

export const needsPrivate = ({ month }: Journey): boolean => requirementsOf(month.workload).has('endpoint-private');

/** Which endpoint a REST API would have. */
export function endpoint(journey: Journey): 'private' | 'edge' | 'regional' {
  if (journey.candidate.composition.endpoint === 'private') return 'private';
  return !behindCloudfront(journey) && requirementsOf(journey.month.workload).has('endpoint-edge-optimized') ? 'edge' : 'regional';
}

export const behindCloudfront = ({ candidate }: Journey): boolean => candidate.composition.distribution !== null;
