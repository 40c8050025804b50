import type { Journey } from '../journey/journey.ts';
import { peakLoad } from '../journey/load.ts';
import { realtimeRates } from '../journey/realtime-rates.ts';
import { decimal, max, quotient, ZERO, type Decimal } from '../money/decimal.ts';
import { decimalOf } from '../money/fraction.ts';
import { requirementsOf } from '../workload/requirements.ts';
import { responsesStream } from '../workload/streaming.ts';
import { toBytes } from '../workload/units.ts';
import { slowest } from './subject.ts';

// What is held against quotas. Null where the workload does not state it.

const SECOND = decimal('1000');
const MINUTE = decimal('60000');
const SECONDS_AN_HOUR = decimal('3600');

export const streaming = ({ month }: Journey): boolean => responsesStream(month.workload) !== 'no';

/** Little's law: what arrives a second times how long each stays. */
export function concurrency(journey: Journey): Decimal | null {
  const lambda = journey.month.workload.backend?.lambda;
  const arriving = lambda && peakLoad(journey, 'backend');
  return arriving ? quotient(arriving.times(lambda.duration), SECOND) : null;
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

export function newConnections({ month: { workload, units } }: Journey): Decimal | null {
  const { realtime } = workload;
  if (!realtime || realtime.hoursPerDay?.isZero()) return null;
  return decimalOf(realtimeRates(realtime, units.hoursPerMonth).connects);
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

export const behindCloudfront = ({ candidate }: Journey): boolean => candidate.composition.distribution !== null;
