import type { Candidate } from '../candidates/candidate.ts';
import type { FrontDoor } from '../facts/front-door.ts';
import { articleQuota } from '../facts/quotas/article.ts';
import { quotaOf, type Quota, type QuotaId } from '../facts/quotas/index.ts';
import { quotaIn } from '../facts/quotas/quota-in.ts';
import { realtimeFlow, requestParcels, type Finished } from '../hops/flow.ts';
import type { Hop } from '../hops/hop.ts';
import { route } from '../hops/route.ts';
import { decimal, max, quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { responsesStream } from '../workload/streaming.ts';
import { perMonth, toBytes, type Units } from '../workload/units.ts';
import { slowest } from './subject.ts';

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

/** What the uses below look at: a month of traffic as a candidate meets it. */
interface Load {
  readonly workload: Workload;
  readonly units: Units;
  readonly finished: readonly Finished[];
  readonly hops: readonly Hop[];
}

interface Use {
  readonly quota: QuotaId;
  readonly at: readonly FrontDoor[];
  readonly from: string;
  readonly past?: string;
  /** In the unit of the quota; null when the workload does not say. */
  used(load: Load): Decimal | null;
  /** What the account has instead of the default, where the workload says so. */
  stated?(workload: Workload): Decimal | undefined;
}

const SECOND = decimal('1000');
const MINUTE = decimal('60000');
const SECONDS_AN_HOUR = decimal('3600');

const USES: readonly Use[] = [
  {
    quota: 'account-rate',
    at: ['rest', 'http'],
    from: 'traffic.peak',
    used: withOthers,
    stated: ({ throttling }) => throttling?.account?.rate,
  },
  {
    quota: 'lambda-concurrency',
    at: ['rest', 'http', 'alb', 'function-url'],
    from: 'traffic.peak and backend.lambda.duration',
    used: concurrency,
  },
  { quota: 'rest-payload', at: ['rest'], from: 'sizes of requests and responses', used: (load) => largest(load, !streaming(load)) },
  { quota: 'http-payload', at: ['http'], from: 'sizes of requests and responses', used: (load) => largest(load, true) },
  {
    quota: 'lambda-sync-payload',
    at: ['rest', 'function-url'],
    from: 'sizes of requests and responses',
    used: (load) => (load.workload.backend?.lambda ? largest(load, !streaming(load)) : null),
  },
  {
    quota: 'lambda-sync-payload',
    at: ['http'],
    from: 'sizes of requests and responses',
    used: (load) => (load.workload.backend?.lambda ? largest(load, true) : null),
  },
  {
    quota: 'alb-lambda-payload',
    at: ['alb'],
    from: 'sizes of requests and responses',
    used: (load) => (load.workload.backend?.lambda ? largest(load, true) : null),
  },
  {
    quota: 'rest-timeout-regional',
    at: ['rest'],
    from: 'backend.p99 or backend.lambda.duration',
    used: (load) => (streaming(load) ? null : seconds(load)),
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
    used: (load) => (load.workload.backend?.lambda ? seconds(load) : null),
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
export function quotasUsed(
  candidate: Candidate,
  workload: Workload,
  home: Parameters<Candidate['hops']>[1],
  units: Units,
  edition: 'aws' | 'article',
): readonly QuotaUse[] {
  const hops = candidate.hops(workload, home);
  const finished = workload.traffic ? route(requestParcels(workload.traffic, units), hops) : [];
  const load: Load = { workload, units, finished, hops };
  const uses = USES.filter(({ at }) => at.includes(candidate.frontDoor)).flatMap((use): QuotaUse[] => {
    const used = use.used(load);
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

const streaming = ({ workload }: Load): boolean => responsesStream(workload) !== 'no';

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
function withOthers(load: Load): Decimal | null {
  return peakAt(load, ['rest', 'http'])?.plus(load.workload.throttling?.accountUsedByOthers ?? ZERO) ?? null;
}

/** Little's law: what arrives a second times how long each stays. */
function concurrency(load: Load): Decimal | null {
  const lambda = load.workload.backend?.lambda;
  const arriving = lambda && peakAt(load, ['lambda']);
  return arriving ? quotient(arriving.times(lambda.duration), SECOND) : null;
}

/** The largest body either way in MB, or only of requests where responses may be streamed. */
function largest({ workload: { traffic }, finished, units }: Load, responsesToo: boolean): Decimal | null {
  const stated = [traffic?.largestRequest, responsesToo ? traffic?.largestResponse : undefined];
  const bytes = [
    ...stated.map((size) => (size ? toBytes(size, units) : null)),
    ...finished.flatMap((one) => [one.requestBytes, responsesToo ? one.responseBytes : null]),
  ].filter((one): one is Decimal => one !== null);
  return bytes.length === 0 ? null : quotient(max(ZERO, ...bytes), units.bytesPerKB.pow(2));
}

function seconds({ workload }: Load): Decimal | null {
  const found = slowest(workload);
  return found && quotient(found.duration, SECOND);
}

function streamMinutes(load: Load): Decimal | null {
  const found = slowest(load.workload);
  return found && streaming(load) ? quotient(found.duration, MINUTE) : null;
}

function cached({ finished, hops }: Load): Decimal | null {
  if (!hops.some((hop) => hop.id === 'cache')) return null;
  const bytes = finished.map((one) => one.responseBytes).filter((one): one is Decimal => one !== null);
  return bytes.length === 0 ? null : max(ZERO, ...bytes);
}

function newConnections({ workload, units }: Load): Decimal | null {
  if (!workload.realtime) return null;
  const { connects } = realtimeFlow(workload.realtime, units);
  const hoursADay = workload.realtime.hoursPerDay ?? decimal('24');
  if (hoursADay.isZero()) return null;
  return quotient(connects.times('24'), units.hoursPerMonth.times(SECONDS_AN_HOUR).times(hoursADay));
}

function sessionHours({ workload }: Load): Decimal | null {
  const length = workload.realtime?.sessionLength;
  return length === undefined ? null : quotient(length, SECONDS_AN_HOUR.times(SECOND));
}

function largestMessage({ workload, units }: Load): Decimal | null {
  if (!workload.realtime) return null;
  const bytes = realtimeFlow(workload.realtime, units)
    .messages.map((one) => one.bytes)
    .filter((one): one is Decimal => one !== null);
  return bytes.length === 0 ? null : quotient(max(ZERO, ...bytes), units.bytesPerKB);
}
