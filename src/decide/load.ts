import { realtimeFlow, type Finished } from '../hops/flow.ts';
import type { Hop } from '../hops/hop.ts';
import { decimal, max, quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { responsesStream } from '../workload/streaming.ts';
import { perMonth, toBytes, type Units } from '../workload/units.ts';
import { neededFeatures } from './fit.ts';
import { slowest } from './subject.ts';

/** What is held against quotas: a month of traffic as a candidate meets it. */
export interface Load {
  readonly workload: Workload;
  readonly units: Units;
  readonly finished: readonly Finished[];
  readonly hops: readonly Hop[];
}

const SECOND = decimal('1000');
const MINUTE = decimal('60000');
const SECONDS_AN_HOUR = decimal('3600');

export const streaming = ({ workload }: Load): boolean => responsesStream(workload) !== 'no';

/** Requests a second at the peak that get as far as the first of these hops. */
function peakAt({ workload, units, finished, hops }: Load, ids: readonly string[]): Decimal | null {
  const peak = workload.traffic?.peak;
  const index = hops.findIndex((hop) => ids.includes(hop.id));
  const all = sum(finished.map((one) => one.requests));
  if (peak === undefined || index < 0 || all.isZero()) return null;
  const arriving = sum(finished.filter((one) => one.endedAt >= index).map((one) => one.requests));
  const month = units.hoursPerMonth.times(SECONDS_AN_HOUR);
  return quotient(perMonth(peak, units.hoursPerMonth).times(arriving), month.times(all));
}

/** What else uses the account at the peak counts towards its rate. */
export function withOthers(load: Load): Decimal | null {
  return peakAt(load, ['rest', 'http'])?.plus(load.workload.throttling?.accountUsedByOthers ?? ZERO) ?? null;
}

/** Little's law: what arrives a second times how long each stays. */
export function concurrency(load: Load): Decimal | null {
  const lambda = load.workload.backend?.lambda;
  const arriving = lambda && peakAt(load, ['lambda']);
  return arriving ? quotient(arriving.times(lambda.duration), SECOND) : null;
}

/** The largest body either way in MB, or only of requests where responses may be streamed. */
export function largest({ workload: { traffic }, finished, units }: Load, responsesToo: boolean): Decimal | null {
  const stated = [traffic?.largestRequest, responsesToo ? traffic?.largestResponse : undefined];
  const bytes = [
    ...stated.map((size) => (size ? toBytes(size, units) : null)),
    ...finished.flatMap((one) => [one.requestBytes, responsesToo ? one.responseBytes : null]),
  ].filter((one): one is Decimal => one !== null);
  return bytes.length === 0 ? null : quotient(max(ZERO, ...bytes), units.bytesPerKB.pow(2));
}

/** All headers of a request together, in bytes. */
export function headers({ workload: { traffic }, units }: Load): Decimal | null {
  return traffic?.largestHeaders ? toBytes(traffic.largestHeaders, units) : null;
}

export function inKB(bytes: Decimal | null, { units }: Load): Decimal | null {
  return bytes && quotient(bytes, units.bytesPerKB);
}

export const needsPrivate = ({ workload }: Load): boolean => neededFeatures(workload).includes('endpoint-private');

export const behindCloudfront = ({ hops }: Load): boolean => hops.some((hop) => hop.id === 'cloudfront');

export function seconds({ workload }: Load): Decimal | null {
  const found = slowest(workload);
  return found && quotient(found.duration, SECOND);
}

export function streamMinutes(load: Load): Decimal | null {
  const found = slowest(load.workload);
  return found && streaming(load) ? quotient(found.duration, MINUTE) : null;
}

export function cached({ finished, hops }: Load): Decimal | null {
  if (!hops.some((hop) => hop.id === 'cache')) return null;
  const bytes = finished.map((one) => one.responseBytes).filter((one): one is Decimal => one !== null);
  return bytes.length === 0 ? null : max(ZERO, ...bytes);
}

export function newConnections({ workload, units }: Load): Decimal | null {
  if (!workload.realtime) return null;
  const { connects } = realtimeFlow(workload.realtime, units);
  const hoursADay = workload.realtime.hoursPerDay ?? decimal('24');
  if (hoursADay.isZero()) return null;
  return quotient(connects.times('24'), units.hoursPerMonth.times(SECONDS_AN_HOUR).times(hoursADay));
}

export function sessionHours({ workload }: Load): Decimal | null {
  const length = workload.realtime?.sessionLength;
  return length === undefined ? null : quotient(length, SECONDS_AN_HOUR.times(SECOND));
}

export function largestMessage({ workload, units }: Load): Decimal | null {
  if (!workload.realtime) return null;
  const bytes = realtimeFlow(workload.realtime, units)
    .messages.map((one) => one.bytes)
    .filter((one): one is Decimal => one !== null);
  return bytes.length === 0 ? null : quotient(max(ZERO, ...bytes), units.bytesPerKB);
}
