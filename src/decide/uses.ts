import { QUOTAS, type QuotaId } from '../facts/quotas/index.ts';
import type { Journey } from '../journey/journey.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import { FRONT_DOORS, isGateway, type FrontDoor } from '../workload/front-doors.ts';
import type { Workload } from '../workload/schema.ts';
import { accountLoad } from './account-load.ts';
import { BODIES, FIGURES, ofFunction, PAUSE, WAITS, type Figure } from './figures.ts';
import {
  behindCloudfront,
  calls,
  concurrency,
  headers,
  inKB,
  keys,
  largest,
  messages,
  newConnections,
  originWait,
  planMethods,
  plans,
  seconds,
  streaming,
} from './measures.ts';

/** What is compared with one quota, and where. */
export interface Use extends Figure {
  readonly quota: QuotaId;
  at(frontDoor: FrontDoor): boolean;
  /** What the account has instead of the default, where the workload says so. */
  stated?(workload: Workload): Decimal | undefined;
  /** Whether that is a value which the workload chose, so that nobody else raises it. */
  chosen?(workload: Workload): boolean;
}

const OWN: readonly Use[] = QUOTAS.flatMap(({ id, measured, appliesTo }) =>
  measured === undefined ? [] : [{ ...FIGURES[measured], quota: id, at: (frontDoor: FrontDoor) => appliesTo.includes(frontDoor) }],
);

/** Limits of the account, of functions and of CloudFront, behind whatever front door meets them. */
const OF_OTHERS: readonly Use[] = [
  {
    quota: 'account-rate',
    at: (frontDoor) => isGateway(frontDoor) && carriesRequests(frontDoor),
    from: 'traffic.peak',
    past: unlessAnswered,
    used: accountLoad,
    stated: ({ throttling }) => throttling?.account?.rate,
  },
  {
    // Each message in, and each push, which is a call of @connections, takes from it.
    quota: 'account-rate',
    at: (frontDoor) => isGateway(frontDoor) && !carriesRequests(frontDoor),
    from: 'realtime.inbound, realtime.outbound and realtime.fanOut',
    used: messages,
    stated: ({ throttling }) => throttling?.account?.rate,
  },
  {
    quota: 'lambda-concurrency',
    at: runsEvents,
    from: 'traffic.peak and backend.lambda.duration',
    past: unlessAnswered,
    used: concurrency,
    stated: reserved,
    chosen: reserves,
  },
  {
    quota: 'lambda-rate',
    // The URL of a function has the same limit, under a name of its own.
    at: (frontDoor) => runsEvents(frontDoor) && !isFunction(frontDoor),
    from: 'traffic.peak',
    past: unlessAnswered,
    used: calls,
    stated: (workload) => reserved(workload)?.times(PER_UNIT),
    chosen: reserves,
  },
  {
    quota: 'function-url-rate',
    at: isFunction,
    from: 'traffic.peak',
    past: unlessAnswered,
    used: calls,
    stated: (workload) => reserved(workload)?.times(PER_UNIT),
    chosen: reserves,
  },
  {
    quota: 'web-function-rate',
    at: (frontDoor) => frontDoor === 'web-function',
    from: 'traffic.peak',
    past: unlessAnswered,
    used: calls,
  },
  { quota: 'rest-api-keys', at: isRest, from: 'throttling.clients', used: keys },
  { quota: 'rest-usage-plans', at: isRest, from: 'throttling.clients', used: plans },
  { quota: 'rest-usage-plan-method-throttles', at: isRest, from: 'throttling.clients', used: planMethods },
  { quota: 'cf-origin-timeout', at: carriesRequests, from: `${PAUSE}, ${WAITS}`, used: originWait },
  {
    quota: 'lambda-sync-payload',
    // What has a limit of its own on bodies of functions has the lower one.
    at: (frontDoor) =>
      runsEvents(frontDoor) && !QUOTAS.some((one) => one.measured === 'body at a function' && one.appliesTo.includes(frontDoor)),
    from: BODIES,
    used: (journey) => ofFunction(journey, largest(journey, !(FRONT_DOORS[journey.candidate.frontDoor].streams && streaming(journey)))),
  },
  {
    quota: 'lambda-timeout',
    at: (frontDoor) => FRONT_DOORS[frontDoor].beside === null,
    from: WAITS,
    used: (journey) => ofFunction(journey, seconds(journey)),
  },
  {
    quota: 'lambda-headers',
    at: isFunction,
    from: 'traffic.largestHeaders',
    used: (journey) => (behindCloudfront(journey) ? null : inKB(inKB(headers(journey), journey), journey)),
  },
  {
    quota: 'cf-request-headers',
    at: isFunction,
    from: 'traffic.largestHeaders',
    used: (journey) => (behindCloudfront(journey) ? headers(journey) : null),
  },
  {
    quota: 'ws-new-connections',
    at: (frontDoor) => isGateway(frontDoor) && !carriesRequests(frontDoor),
    from: 'realtime',
    used: newConnections,
    stated: ({ throttling }) => throttling?.newConnections,
  },
];

/**
 * How much a distribution that is stated answers at the peak, nobody knows who does not state it: then nothing is refused for
 * certain. One that nobody asked for is priced as if it answered nothing, and is held to that.
 */
function unlessAnswered(journey: Journey): string | null {
  const { edge } = journey.month.workload;
  const unknown = behindCloudfront(journey) && edge !== undefined && edge.hitRatio === undefined;
  return unknown ? 'what CloudFront answers is not counted, for edge.hitRatio is not stated' : null;
}

/** Requests a second that Lambda lets through for each unit of concurrency. */
const PER_UNIT = decimal('10');

function reserved({ backend }: Workload): Decimal | undefined {
  return backend?.lambda?.reserved;
}

function reserves(workload: Workload): boolean {
  return reserved(workload) !== undefined;
}

function isRest(frontDoor: FrontDoor): boolean {
  return frontDoor === 'rest';
}

function carriesRequests(frontDoor: FrontDoor): boolean {
  return FRONT_DOORS[frontDoor].carries === 'requests';
}

/** Whether functions behind it run one event at a time, not as a server. */
function runsEvents(frontDoor: FrontDoor): boolean {
  return carriesRequests(frontDoor) && FRONT_DOORS[frontDoor].family !== 'web function';
}

function isFunction(frontDoor: FrontDoor): boolean {
  return FRONT_DOORS[frontDoor].family === 'function';
}

/** In this order where two are used alike. */
export const USES: readonly Use[] = [...OWN, ...OF_OTHERS];
