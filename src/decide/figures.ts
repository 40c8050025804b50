import type { Measured, QuotaUnit } from '../facts/quotas/quota.ts';
import type { Journey } from '../journey/journey.ts';
import { decimal, quotient, type Decimal } from '../money/decimal.ts';
import {
  cached,
  connectionSilence,
  endpoint,
  headers,
  inKB,
  largest,
  largestMessage,
  needsPrivate,
  resources,
  routes,
  seconds,
  sessionHours,
  silence,
  streaming,
  streamMinutes,
} from './measures.ts';

/** A figure of a workload that is compared with a quota. */
export interface Figure {
  readonly from: string;
  /** What becomes of requests past it, where they do not fail. */
  readonly past?: string | ((journey: Journey) => string | null);
  /** In the unit of the quota; null when the workload does not say. */
  used(journey: Journey): Decimal | null;
}

export const BODIES = 'sizes of requests and responses';
export const WAITS = 'backend.p99 or backend.lambda.duration';
export const PAUSE = 'traffic.streamPause';
const SECOND = decimal('1000');
const MINUTE = decimal('60000');
export const ofFunction = (journey: Journey, figure: Decimal | null) => (journey.served.backend?.lambda ? figure : null);

/** What is compared with the own quotas of a front door, by what their tables say of them. */
export const FIGURES = {
  body: { unit: 'MB', from: BODIES, used: (journey) => largest(journey, true) },
  'body, unless streamed': { unit: 'MB', from: BODIES, used: (journey) => largest(journey, !streaming(journey)) },
  'body at a function': { unit: 'MB', from: BODIES, used: (journey) => ofFunction(journey, largest(journey, true)) },
  wait: { unit: 'seconds', from: WAITS, used: seconds },
  'wait at a Regional endpoint': { unit: 'seconds', from: WAITS, used: waitAt('regional') },
  'wait at a private endpoint': { unit: 'seconds', from: WAITS, used: waitAt('private') },
  'wait at an edge-optimized endpoint': { unit: 'seconds', from: WAITS, used: waitAt('edge') },
  // The backend works on, and can push its result when it is there.
  'wait, or a later push': {
    unit: 'seconds',
    from: WAITS,
    past: 'the client gets an error, unless the backend acknowledges at once and pushes its result later',
    used: seconds,
  },
  stream: { unit: 'minutes', from: WAITS, used: streamMinutes },
  'silence of a stream': {
    unit: 'minutes',
    from: PAUSE,
    used: (journey) => (endpoint(journey) === 'edge' ? null : silenceIn(MINUTE, journey)),
  },
  'silence of a stream at an edge-optimized endpoint': {
    unit: 'seconds',
    from: PAUSE,
    used: (journey) => (endpoint(journey) === 'edge' ? silenceIn(SECOND, journey) : null),
  },
  // The client may connect again, and a heartbeat prevents it.
  'silence of a connection': {
    unit: 'minutes',
    from: 'realtime.longestSilence and realtime.heartbeat',
    past: 'the connection is closed, and the client connects again',
    used: connectionSilence,
  },
  resources: { unit: 'resources', from: 'routes', used: resources },
  routes: { unit: 'routes', from: 'routes', used: routes },
  headers: { unit: 'bytes', from: 'traffic.largestHeaders', used: headers },
  'headers in KB': { unit: 'KB', from: 'traffic.largestHeaders', used: (journey) => inKB(headers(journey), journey) },
  'headers of a public API': {
    unit: 'bytes',
    from: 'traffic.largestHeaders',
    used: (journey) => (needsPrivate(journey) ? null : headers(journey)),
  },
  'headers of a private API': {
    unit: 'bytes',
    from: 'traffic.largestHeaders',
    used: (journey) => (needsPrivate(journey) ? headers(journey) : null),
  },
  'cached answer': { unit: 'bytes', from: 'the largest response', past: 'larger ones are not cached', used: cached },
  session: { unit: 'hours', from: 'realtime.sessionLength', used: sessionHours },
  message: { unit: 'KB', from: 'sizes of messages', used: largestMessage },
} as const satisfies Record<Measured, Figure & { readonly unit: QuotaUnit }>;

function waitAt(kind: ReturnType<typeof endpoint>): Figure['used'] {
  return (journey) => (streaming(journey) || endpoint(journey) !== kind ? null : seconds(journey));
}

function silenceIn(unit: Decimal, journey: Journey): Decimal | null {
  const found = silence(journey);
  return found && quotient(found, unit);
}
