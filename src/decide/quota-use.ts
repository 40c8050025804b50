import type { Candidate } from '../candidates/candidate.ts';
import type { FrontDoor } from '../facts/front-door.ts';
import { articleQuota } from '../facts/quotas/article.ts';
import { quotaOf, type Quota, type QuotaId } from '../facts/quotas/index.ts';
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

interface Use {
  readonly quota: QuotaId;
  readonly at: readonly FrontDoor[];
  readonly from: string;
  readonly past?: string;
  /** In the unit of the quota; null when the workload does not say. */
  used(journey: Journey): Decimal | null;
  /** What the account has instead of the default, where the workload says so. */
  stated?(workload: Workload): Decimal | undefined;
}

const USES: readonly Use[] = [
  {
    quota: 'account-rate',
    at: ['rest', 'http'],
    from: 'traffic.peak',
    used: accountLoad,
    stated: ({ throttling }) => throttling?.account?.rate,
  },
  {
    quota: 'lambda-concurrency',
    at: ['rest', 'http', 'alb', 'function-url'],
    from: 'traffic.peak and backend.lambda.duration',
    used: concurrency,
  },
  {
    quota: 'rest-payload',
    at: ['rest'],
    from: 'sizes of requests and responses',
    used: (journey) => largest(journey, !streaming(journey)),
  },
  { quota: 'http-payload', at: ['http'], from: 'sizes of requests and responses', used: (journey) => largest(journey, true) },
  {
    quota: 'lambda-sync-payload',
    at: ['rest', 'function-url'],
    from: 'sizes of requests and responses',
    used: (journey) => (journey.month.workload.backend?.lambda ? largest(journey, !streaming(journey)) : null),
  },
  {
    quota: 'lambda-sync-payload',
    at: ['http'],
    from: 'sizes of requests and responses',
    used: (journey) => (journey.month.workload.backend?.lambda ? largest(journey, true) : null),
  },
  {
    quota: 'alb-lambda-payload',
    at: ['alb'],
    from: 'sizes of requests and responses',
    used: (journey) => (journey.month.workload.backend?.lambda ? largest(journey, true) : null),
  },
  {
    quota: 'rest-timeout-regional',
    at: ['rest'],
    from: 'backend.p99 or backend.lambda.duration',
    used: (journey) => (streaming(journey) ? null : seconds(journey)),
  },
  { quota: 'http-timeout', at: ['http'], from: 'backend.p99 or backend.lambda.duration', used: seconds },
  // The backend works on, and can push its result when it is there.
  {
    quota: 'ws-timeout',
    at: ['websocket'],
    from: 'backend.p99 or backend.lambda.duration',
    past: 'the client is told of an error, unless the backend acknowledges at once and pushes its result later',
    used: seconds,
  },
  { quota: 'rest-stream-duration', at: ['rest'], from: 'backend.p99 or backend.lambda.duration', used: streamMinutes },
  {
    quota: 'lambda-timeout',
    at: ['rest', 'http', 'websocket', 'alb', 'function-url'],
    from: 'backend.p99 or backend.lambda.duration',
    used: (journey) => (journey.month.workload.backend?.lambda ? seconds(journey) : null),
  },
  {
    quota: 'rest-header-size',
    at: ['rest'],
    from: 'traffic.largestHeaders',
    used: (journey) => (needsPrivate(journey) ? null : headers(journey)),
  },
  {
    quota: 'rest-header-size-private',
    at: ['rest'],
    from: 'traffic.largestHeaders',
    used: (journey) => (needsPrivate(journey) ? headers(journey) : null),
  },
  { quota: 'http-request-line-headers', at: ['http'], from: 'traffic.largestHeaders', used: headers },
  {
    quota: 'alb-request-headers',
    at: ['alb'],
    from: 'traffic.largestHeaders',
    used: (journey) => inKB(headers(journey), journey),
  },
  {
    quota: 'lambda-headers',
    at: ['function-url'],
    from: 'traffic.largestHeaders',
    used: (journey) => (behindCloudfront(journey) ? null : inKB(inKB(headers(journey), journey), journey)),
  },
  {
    quota: 'cf-request-headers',
    at: ['function-url'],
    from: 'traffic.largestHeaders',
    used: (journey) => (behindCloudfront(journey) ? headers(journey) : null),
  },
  { quota: 'rest-cache-item', at: ['rest'], from: 'the largest response', past: 'larger ones are not cached', used: cached },
  {
    quota: 'ws-new-connections',
    at: ['websocket'],
    from: 'realtime',
    used: newConnections,
    stated: ({ throttling }) => throttling?.newConnections,
  },
  { quota: 'ws-duration', at: ['websocket'], from: 'realtime.sessionLength', used: sessionHours },
  { quota: 'ws-message', at: ['websocket'], from: 'sizes of messages', used: largestMessage },
];

/** Quotas that a workload's own numbers say something about, most used first. */
export function quotasUsed(candidate: Candidate, month: Month): readonly QuotaUse[] {
  const { workload, edition } = month;
  const journey = month.journey(candidate);
  const uses = USES.filter(({ at }) => at.includes(candidate.frontDoor)).flatMap((use): QuotaUse[] => {
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
