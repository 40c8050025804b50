import { plain } from '../../money/decimal.ts';
import { decimalOf, type Fraction } from '../../money/fraction.ts';
import type { Cascade } from '../../throttling/cascade.ts';
import type { Compared } from '../../throttling/retries.ts';
import type { Throttling } from '../../throttling/throttling.ts';
import type { Counted, WeighedLimit } from '../../throttling/weigh.ts';
import { ASSUMPTIONS } from '../../workload/assumptions.ts';
import type { ThrottleDocument, ThrottlingData } from '../../documents/throttle/schema.ts';
import type { ThrottleAnswer } from './throttle.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';

/** Seconds of a peak that are listed one by one. */
const LISTED = 30;

/** What `throttle` answers, as data, in the envelope that `cost --json` has. */
export function throttleDocument({ weighed, problems }: Omit<ThrottleAnswer, 'failed' | 'remarks'>): ThrottleDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    results: weighed.map(({ workload, region, throttling }) => ({ workload, region, throttling: throttling.map(throttlingData) })),
    errors: problems.map((one) => ({ ...one })),
  };
}

export function throttleJson(answer: ThrottleAnswer): string {
  return jsonText(throttleDocument(answer));
}

const text = (value: Fraction): string => plain(decimalOf(value));
const maybe = (value: Fraction | null): string | null => (value === null ? null : text(value));

/** One front door's throttling as data; what does not end as a decimal is rounded to 12 places. */
export function throttlingData(one: Throttling): ThrottlingData {
  const { arrivals, weighed, connects, retries } = one;
  const limits = weighed?.limits ?? [];
  return {
    frontDoor: one.frontDoor,
    reach: text(one.reach),
    sent: maybe(one.sent),
    arrivals: arrivals && {
      mean: text(arrivals.mean),
      peak: text(arrivals.peak),
      length: maybe(arrivals.length),
      burst: arrivals.burst && { requests: text(arrivals.burst.requests), length: text(arrivals.burst.length) },
      others: text(arrivals.others),
    },
    binding: weighed?.binding ? limits.indexOf(weighed.binding) : null,
    limits: limits.map(limitData),
    unknown: one.unknown.map(({ layer, because, field }) => ({ layer, because, field })),
    throttled: weighed && {
      lasting: text(weighed.lasting),
      overPeak: countedData(weighed.overPeak),
      overBurst: countedData(weighed.overBurst),
      othersLasting: text(weighed.othersLasting),
    },
    quotas: one.quotas.map(({ plan, clients, quota, per, sends, used, refused, refusedOfAll }) => ({
      plan,
      clients: plain(clients),
      quota: plain(quota),
      per,
      sends: text(sends),
      used: text(used),
      refused: text(refused),
      refusedOfAll: text(refusedOfAll),
    })),
    connections: connects && {
      perSecond: text(connects.perSecond),
      limit: plain(connects.limit),
      origin: connects.origin,
      allBackIn: maybe(connects.allBackIn),
    },
    retries: retries && {
      at: limits.indexOf(retries.at),
      length: text(retries.length),
      lengthIs: retries.lengthIs,
      played: retries.played.map(playedData),
    },
    hint: one.hint && { field: 'traffic.fates.throttled', onceADay: maybe(one.hint.onceADay), byQuotas: text(one.hint.byQuotas) },
    open: one.open.map(({ field, because }) => ({ field, because })),
    assumptions: one.assumptions.map((id) => {
      const { text, because, source } = ASSUMPTIONS[id];
      return { id, text, because, source };
    }),
  };
}

function limitData({ limit, share, arriving, holdsUpTo, dryAt, refuses }: WeighedLimit): ThrottlingData['limits'][number] {
  return {
    layer: limit.layer,
    plan: limit.plan,
    method: limit.method,
    rate: plain(limit.rate),
    burst: limit.burst && plain(limit.burst),
    buckets: plain(limit.buckets),
    origin: limit.origin,
    share: text(share),
    arriving: text(arriving),
    holdsUpTo: text(holdsUpTo),
    lasts: maybe(dryAt),
    throttles: text(refuses),
  };
}

function countedData(counted: Counted | null): { requests: string; throttled: string } | null {
  return counted && { requests: text(counted.requests), throttled: text(counted.refused) };
}

function playedData(one: Compared & Cascade): NonNullable<ThrottlingData['retries']>['played'][number] {
  const { policy } = one;
  return {
    attempts: policy.attempts,
    backoff: policy.backoff,
    jitter: policy.jitter,
    delayMs: plain(policy.delay),
    longestDelayMs: plain(policy.longestDelay),
    stated: one.stated,
    busiestSecond: plain(one.highest),
    busiestSecondWithoutRetries: plain(one.highestFresh),
    amplification: plain(one.amplification),
    endOfPeak: plain(one.atEnd),
    requests: plain(one.fresh),
    attemptsInAll: plain(one.attempts),
    accepted: plain(one.accepted),
    givenUp: plain(one.givenUp),
    waiting: plain(one.waiting),
    recoveredAfter: one.recoveredAfter && plain(one.recoveredAfter),
    seconds: one.seconds.slice(0, LISTED).map(({ fresh, retries, accepted, throttled }) => ({
      first: plain(fresh),
      retries: plain(retries),
      accepted: plain(accepted),
      throttled: plain(throttled),
    })),
  };
}
