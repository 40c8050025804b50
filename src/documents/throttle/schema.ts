import { FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import * as v from 'valibot';
import { decimalText, described, envelope } from '../form.ts';

/** The form of throttling as data: in what `recommend --json` prints, and alone in what `throttle --json` prints. */

const rate = described(decimalText, 'Requests a second.');
const share = described(decimalText, 'A share, 1 for all.');
const seconds = described(decimalText, 'Seconds.');
const count = described(decimalText, 'Requests; rounded to 12 decimals where it does not end.');
const counted = v.strictObject({ requests: count, throttled: count });

const limitSchema = v.strictObject({
  layer: v.picklist(['client-method', 'client', 'method', 'account']),
  plan: v.nullable(v.string()),
  method: described(v.nullable(v.string()), 'Null for methods without a name.'),
  rate,
  burst: described(v.nullable(count), 'Null where it is not stated; then nobody knows whether it lets anything through.'),
  buckets: described(decimalText, 'How many such limits there are: one for each client of a plan.'),
  origin: v.picklist(['stated', 'stage', 'region']),
  share: described(share, 'Share of the arriving requests that meet it.'),
  arriving: described(rate, 'What comes to all its buckets at the peak.'),
  holdsUpTo: described(rate, 'The peak at the gateway up to which it throttles nothing for long.'),
  lasts: described(v.nullable(seconds), 'Seconds until its reserve is used up; null when it never is.'),
  throttles: described(rate, 'Requests a second that it refuses once reserves are used up.'),
});

const playedSchema = v.strictObject({
  attempts: v.number(),
  backoff: v.picklist(['none', 'exponential']),
  jitter: v.picklist(['none', 'full']),
  delayMs: decimalText,
  longestDelayMs: decimalText,
  stated: described(v.boolean(), 'Whether the workload says that its clients do so.'),
  busiestSecond: count,
  busiestSecondWithoutRetries: count,
  amplification: described(decimalText, 'busiestSecond ÷ busiestSecondWithoutRetries.'),
  endOfPeak: described(rate, 'Attempts in the last second of the peak.'),
  requests: count,
  attemptsInAll: count,
  accepted: count,
  givenUp: count,
  waiting: described(count, 'Requests that still wait for a retry when the simulation ends.'),
  recoveredAfter: described(v.nullable(seconds), 'Seconds from the end of the peak until the last 429; null when it is not seen.'),
  seconds: described(
    v.array(v.strictObject({ first: count, retries: count, accepted: count, throttled: count })),
    'The first seconds of the peak.',
  ),
});

export const throttlingSchema = v.strictObject({
  frontDoor: v.picklist(FRONT_DOOR_IDS),
  reach: described(share, 'Share of the requests that reaches the gateway.'),
  sent: described(v.nullable(rate), 'What clients send at the peak.'),
  arrivals: described(
    v.nullable(
      v.strictObject({
        mean: rate,
        peak: rate,
        length: v.nullable(seconds),
        burst: v.nullable(v.strictObject({ requests: count, length: seconds })),
        others: rate,
      }),
    ),
    'What arrives at the gateway; null when no peak is stated.',
  ),
  binding: described(v.nullable(v.number()), 'Index in `limits` of the one that throttles first as everything grows.'),
  limits: v.array(limitSchema),
  unknown: described(
    v.array(v.strictObject({ layer: v.string(), because: v.string(), field: v.string() })),
    'Limits that are not known; the shares below are then lower bounds.',
  ),
  throttled: v.nullable(
    v.strictObject({
      lasting: described(share, 'Share that is refused once reserves are used up.'),
      overPeak: described(v.nullable(counted), 'Null when traffic.peakLength is not stated.'),
      overBurst: v.nullable(counted),
      othersLasting: described(share, 'Share that is refused of what others send through the account.'),
    }),
  ),
  quotas: v.array(
    v.strictObject({
      plan: v.string(),
      clients: decimalText,
      quota: decimalText,
      per: v.picklist(['day', 'week', 'month']),
      sends: described(count, 'What one client sends in the period.'),
      used: share,
      refused: described(share, 'Of the requests of the plan.'),
      refusedOfAll: described(share, 'Of all requests.'),
    }),
  ),
  connections: v.nullable(
    v.strictObject({
      perSecond: rate,
      limit: rate,
      origin: v.picklist(['stated', 'region']),
      allBackIn: described(v.nullable(seconds), 'Until all are connected again when all are lost at once.'),
    }),
  ),
  retries: v.nullable(
    v.strictObject({
      at: described(v.number(), 'Index in `limits` of the one at which the peak is played.'),
      length: seconds,
      lengthIs: v.picklist(['stated', 'assumed', 'cut']),
      played: v.array(playedSchema),
    }),
  ),
  hint: described(
    v.nullable(
      v.strictObject({
        field: v.literal('traffic.fates.throttled'),
        onceADay: described(v.nullable(share), 'By limits, if such a peak comes once a day.'),
        byQuotas: described(share, 'By quotas of usage plans.'),
      }),
    ),
    'What an unstated share of throttled requests might be; never applied.',
  ),
  open: v.array(v.strictObject({ field: v.string(), because: v.string() })),
  assumptions: v.array(v.strictObject({ id: v.string(), text: v.string(), because: v.string(), source: v.nullable(v.string()) })),
});

export const throttleSchema = v.pipe(
  envelope(v.strictObject({ workload: v.string(), region: v.string(), throttling: v.array(throttlingSchema) })),
  v.title('apigw-advisor throttle'),
  v.description('What `apigw-advisor throttle --json` prints.'),
);

export type ThrottlingData = v.InferOutput<typeof throttlingSchema>;
export type ThrottleDocument = v.InferOutput<typeof throttleSchema>;
