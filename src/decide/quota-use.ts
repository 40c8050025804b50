import type { Candidate } from '../candidates/candidate.ts';
import { FRONT_DOORS, isGateway, type FrontDoor } from '../workload/front-doors.ts';
import { articleQuota } from '../facts/quotas/article.ts';
import { quotaOf, QUOTAS, type Quota, type QuotaId } from '../facts/quotas/index.ts';
import type { Measured, QuotaUnit } from '../facts/quotas/quota.ts';
import { quotaIn } from '../facts/quotas/quota-in.ts';
import type { Journey } from '../journey/journey.ts';
import type { Month } from '../journey/month.ts';
import { decimal, quotient, ZERO, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { accountLoad } from './account-load.ts';
import {
  behindCloudfront,
  cached,
  concurrency,
  headers,
  inKB,
  largest,
  largestMessage,
  needsPrivate,
  newConnections,
  seconds,
  sessionHours,
  streaming,
  streamMinutes,
} from './measures.ts';

/** How much of a quota a workload uses behind one candidate. */
export interface QuotaUse {
  readonly quota: QuotaId;
  readonly name: string;
  readonly unit: string;
  readonly used: Decimal;
  /** Null where AWS does not say what applies in the Region. */
  readonly limit: Decimal | null;
  /** used ÷ limit. */
  readonly share: Decimal | null;
  readonly unknown: string | null;
  readonly adjustable: Quota['adjustable'];
  /** Fields of the workload it follows from. */
  readonly from: string;
  /** What becomes of requests past it, where they do not fail. */
  readonly past: string | null;
}

interface Figure {
  readonly from: string;
  readonly past?: string;
  /** In the unit of the quota; null when the workload does not say. */
  used(journey: Journey): Decimal | null;
}

interface Use extends Figure {
  readonly quota: QuotaId;
  at(frontDoor: FrontDoor): boolean;
  /** What the account has instead of the default, where the workload says so. */
  stated?(workload: Workload): Decimal | undefined;
}

const BODIES = 'sizes of requests and responses';
const WAITS = 'backend.p99 or backend.lambda.duration';
const ofFunction = (journey: Journey, figure: Decimal | null) => (journey.month.workload.backend?.lambda ? figure : null);

/** What is held against the own quotas of a front door, by what their tables say of them. */
export const FIGURES = {
  body: { unit: 'MB', from: BODIES, used: (journey) => largest(journey, true) },
  'body, unless streamed': { unit: 'MB', from: BODIES, used: (journey) => largest(journey, !streaming(journey)) },
  'body at a function': { unit: 'MB', from: BODIES, used: (journey) => ofFunction(journey, largest(journey, true)) },
  wait: { unit: 'seconds', from: WAITS, used: seconds },
  'wait, unless streamed': { unit: 'seconds', from: WAITS, used: (journey) => (streaming(journey) ? null : seconds(journey)) },
  // The backend works on, and can push its result when it is there.
  'wait, or a later push': {
    unit: 'seconds',
    from: WAITS,
    past: 'the client is told of an error, unless the backend acknowledges at once and pushes its result later',
    used: seconds,
  },
  stream: { unit: 'minutes', from: WAITS, used: streamMinutes },
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

const OWN: readonly Use[] = QUOTAS.flatMap(({ id, measured, appliesTo }) =>
  measured === undefined ? [] : [{ ...FIGURES[measured], quota: id, at: (frontDoor: FrontDoor) => appliesTo.includes(frontDoor) }],
);

/** Limits of the account, of functions and of CloudFront, behind whatever front door meets them. */
const OF_OTHERS: readonly Use[] = [
  {
    quota: 'account-rate',
    at: (frontDoor) => isGateway(frontDoor) && carriesRequests(frontDoor),
    from: 'traffic.peak',
    used: accountLoad,
    stated: ({ throttling }) => throttling?.account?.rate,
  },
  { quota: 'lambda-concurrency', at: carriesRequests, from: 'traffic.peak and backend.lambda.duration', used: concurrency },
  {
    quota: 'lambda-sync-payload',
    // What has a limit of its own on bodies of functions has the lower one.
    at: (frontDoor) =>
      carriesRequests(frontDoor) && !QUOTAS.some((one) => one.measured === 'body at a function' && one.appliesTo.includes(frontDoor)),
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

function carriesRequests(frontDoor: FrontDoor): boolean {
  return FRONT_DOORS[frontDoor].carries === 'requests';
}

function isFunction(frontDoor: FrontDoor): boolean {
  return FRONT_DOORS[frontDoor].family === 'function';
}

/** In this order where two are used alike. */
const USES: readonly Use[] = [...OWN, ...OF_OTHERS];

/** Quotas that a workload's own numbers say something about, most used first. */
export function quotasUsed(candidate: Candidate, month: Month): readonly QuotaUse[] {
  const { workload, edition } = month;
  const journey = month.journey(candidate);
  const uses = USES.filter(({ at }) => at(candidate.frontDoor)).flatMap((use): QuotaUse[] => {
    const used = use.used(journey);
    if (used === null || used.isZero()) return [];
    const { name, unit, adjustable } = edition === 'article' ? articleQuota(use.quota).quota : quotaOf(use.quota);
    const here = quotaIn(use.quota, workload.region, edition);
    const limit = use.stated?.(workload) ?? (here.type === 'limit' ? decimal(here.value) : null);
    return [
      {
        quota: use.quota,
        name,
        unit,
        used,
        limit,
        share: limit && !limit.isZero() ? quotient(used, limit) : null,
        unknown: limit || here.type === 'limit' ? null : here.because,
        adjustable,
        from: use.from,
        past: use.past ?? null,
      },
    ];
  });
  return uses.toSorted((a, b) => (b.share ?? ZERO).cmp(a.share ?? ZERO));
}

const NEAR = decimal('0.8');

/** At 80% a quota is near, past 100% it is over. */
export function pressure({ share }: QuotaUse): 'over' | 'near' | 'ok' | 'unknown' {
  if (share === null) return 'unknown';
  return share.gt('1') ? 'over' : share.gte(NEAR) ? 'near' : 'ok';
}

/** A quota that is passed, that no one raises, and past which requests fail: the candidate cannot carry the workload. */
export function refuses(use: QuotaUse): boolean {
  return pressure(use) === 'over' && use.past === null && (use.adjustable === 'no' || use.adjustable === 'setting');
}
