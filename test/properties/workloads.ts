/** Random workloads as people write them, every section of the file in and out, from nothing to 10^18 requests. */
import * as fc from 'fast-check';
import { CACHE_SIZES } from '../../src/workload/field.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { GEOGRAPHIES, PLAN_IDS } from '../../src/workload/edge-fields.ts';
import type { Workload } from '../../src/workload/schema.ts';
import { awsBook } from '../price-book.ts';
import { numeral } from './numerals.ts';

/** A workload as plain data; JSON is YAML, so its text is a workload file. */
export interface Draft {
  readonly traffic?: { readonly requests: string } & Readonly<Record<string, unknown>>;
  readonly realtime?: Readonly<Record<string, unknown>>;
  readonly [section: string]: unknown;
}

export function read(draft: Draft): Workload {
  return parseWorkload(JSON.stringify({ name: 'random', ...draft }), { regions: awsBook.regions });
}

type Fields = Record<string, fc.Arbitrary<unknown>>;

const some = (fields: Fields, requiredKeys: string[] = []) => fc.record(fields, { requiredKeys });
const hundredths = (value: number) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}%`;
const upTo = (most: number, least = 0) => fc.integer({ min: least, max: most }).map(String);
const yes = fc.constantFrom('yes', 'no');

const share = fc.integer({ min: 0, max: 10_000 }).map(hundredths);
const size = fc.tuple(numeral(3, 3), fc.constantFrom('B', 'kB', 'KB', 'KiB', 'MB')).map(([amount, unit]) => `${amount} ${unit}`);
const rate = fc
  .tuple(numeral(9, 3), fc.constantFrom('', 'K', 'M'), fc.constantFrom('s', 'min', 'hour', 'day', 'week', 'month', 'year'))
  .map(([amount, suffix, period]) => `${amount}${suffix}/${period}`);

/** Shares of one whole, none of them nothing. */
const parts = (count: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 10_000])
    .map((cuts) => cuts.slice(1).map((cut, index) => hundredths(cut - (cuts[index] ?? 0))));

const fates = parts(6).chain(([blocked, preflight, unauthorized, throttled, invalid]) =>
  fc.subarray(Object.entries({ blocked, preflight, unauthorized, throttled, invalid })).map((chosen) => Object.fromEntries(chosen)),
);

const sizes = fc
  .integer({ min: 1, max: 4 })
  .chain(parts)
  .chain((shares) => fc.tuple(...shares.map((one) => some({ share: fc.constant(one), request: size, response: size }, ['share']))));

const requests = fc.oneof(
  rate,
  fc.bigInt({ min: 0n, max: 10n ** 18n }).map((count) => `${count}/month`),
  fc.constantFrom('0', '1', '333000000', '1_000_000_000_000_000_000', '1000000000B/month'),
);

const traffic = fc.oneof({ weight: 2, arbitrary: some({ request: size, response: size }) }, some({ sizes })).chain((bodies) =>
  some(
    {
      requests,
      streaming: yes,
      fates,
      connections: some({
        requestsEach: fc.tuple(upTo(500, 1), fc.constantFrom('', '.5', '.25')).map((digits) => digits.join('')),
        duration: upTo(600_000).map((ms) => `${ms} ms`),
      }),
    },
    ['requests'],
  ).map((rest): NonNullable<Draft['traffic']> => ({ ...bodies, ...(rest as { requests: string }) })),
);

const stream = some({ rate, size }, ['rate']);
const sessionLength = upTo(7_200_000, 1).map((ms) => `${ms} ms`);
const connectionStore = some({ item: fc.constantFrom('100 B', '200 B', '5 KB') }, ['item']);
const messages = fc.oneof(
  some({ inbound: stream, fanOut: upTo(1000), outbound: stream, connectionStore }, ['inbound']),
  some({ outbound: stream, connectionStore }),
);
const connected = fc.oneof(
  some({ connections: upTo(10_000_000), sessionLength, hoursPerDay: numeral(1, 3) }, ['connections']),
  some({ connectRate: rate, sessionLength }, ['connectRate', 'sessionLength']),
);
const realtime = fc.tuple(connected, messages).map(([open, sent]): Readonly<Record<string, unknown>> => ({ ...open, ...sent }));

const lambda = {
  memory: upTo(10_240, 128).map((megabytes) => `${megabytes} MB`),
  duration: numeral(5, 2).map((ms) => `${ms} ms`),
  architecture: fc.constantFrom('x86', 'arm64'),
  provisioned: some({ concurrency: upTo(1000, 1), hoursPerDay: numeral(1, 2) }, ['concurrency']),
  coldStarts: some({ share, duration: numeral(4, 1).map((ms) => `${ms} ms`) }, ['share', 'duration']),
};

const connectionUse = some({ requestsEach: upTo(500, 1), duration: upTo(600_000).map((ms) => `${ms} ms`) });

const vpc = some({
  nat: some({ zones: upTo(10, 1), data: size, sharedBy: upTo(9, 1) }),
  endpoints: some({ services: upTo(20, 1), zones: upTo(6, 1), data: size, sharedBy: upTo(9, 1) }),
});
const balanced = { connections: connectionUse, sharedBy: upTo(9, 1) };

const backend = fc.oneof(
  some({ lambda: some({ ...lambda, vpc }, ['memory', 'duration']) }),
  fc
    .oneof(
      some({ balancer: fc.constant('nlb'), tls: yes, ...balanced }, ['balancer']),
      some({ balancer: fc.constant('alb'), rules: upTo(40), ...balanced }, ['balancer']),
      some({ balancer: fc.constant('none'), registered: upTo(100) }, ['balancer']),
    )
    .map((one) => ({ vpc: one })),
  fc
    .oneof(
      fc.constantFrom('sqs', 'eventbridge', 'sns', 'firehose').map((name) => ({ name })),
      some({ name: fc.constant('kinesis'), shards: upTo(500, 1) }, ['name']),
      some({ name: fc.constantFrom('dynamodb', 's3'), action: fc.constantFrom('read', 'write') }, ['name']),
      some({ name: fc.constant('appconfig'), received: share }, ['name']),
      upTo(20, 1).map((transitions) => ({ name: 'step-functions-standard', transitions })),
      upTo(60_000, 1).map((ms) => ({ name: 'step-functions-express', duration: `${ms} ms`, memory: '70 MB' })),
    )
    .map((service) => ({ service })),
);

const geography = fc.oneof(
  fc.constantFrom(...GEOGRAPHIES),
  fc
    .subarray([...GEOGRAPHIES], { minLength: 1 })
    .chain((where) => parts(where.length).map((shares) => Object.fromEntries(where.map((one, index) => [one, shares[index]])))),
);

const front: Fields = {
  edge: some({ hitRatio: share, geography, plan: fc.constantFrom(...PLAN_IDS) }),
  cache: some({ size: fc.constantFrom(...CACHE_SIZES).map((gb) => `${gb} GB`), hitRatio: share }, ['size', 'hitRatio']),
  waf: some({
    webAcls: upTo(1000, 1),
    rules: upTo(10_000),
    ruleGroups: fc.array(some({ rules: upTo(10_000) }, ['rules']), { maxLength: 4 }),
    managedGroups: upTo(1000),
    botControl: some({ level: fc.constantFrom('common', 'targeted'), share }, ['level']),
  }),
  loadBalancer: some({ zones: upTo(10, 2), rules: upTo(1000), mutualTls: yes, internetFacing: yes, sharedBy: upTo(9, 1) }),
  privateEndpoint: some({ endpoints: upTo(9, 1), zones: upTo(6, 1), sharedBy: upTo(9, 1) }),
  portal: some({ products: upTo(30) }),
};

const perSecond = numeral(6, 3).map((amount) => `${amount} rps`);
const throttling = some({
  account: some({ rate: perSecond, burst: upTo(100_000) }, ['rate', 'burst']),
  accountUsedByOthers: perSecond,
  stage: some({ rate: perSecond, burst: upTo(100_000) }, ['rate', 'burst']),
  retries: some({ attempts: upTo(50, 2), backoff: fc.constantFrom('none', 'exponential'), jitter: fc.constantFrom('none', 'full') }),
});

const authorizer = (more: Fields) => some({ lambdaAuthorizer: some({ ...lambda, ...more }, ['memory', 'duration']) });

const anywhere: Fields = {
  hoursPerMonth: fc.oneof(
    fc.constantFrom('672', '720', '744'),
    numeral(2, 2)
      .map((hours) => `6${hours}`)
      .filter((hours) => Number(hours) <= 744),
  ),
  alwaysFree: yes,
  freeTier: fc.constantFrom('none', 'legacy', 'credits'),
  backend,
  observability: some({
    accessLogs: some({ bytes: size, retention: upTo(3650).map((days) => `${days} days`) }, ['bytes']),
    executionLogs: some({ level: fc.constantFrom('off', 'error', 'info'), dataTrace: yes, bytes: size, errors: share }, ['level']),
    detailedMetrics: some({ routes: upTo(300, 1) }, ['routes']),
    xray: some({ sampling: share, retrieved: rate }, ['sampling']),
  }),
};

const region = fc.constantFrom(...awsBook.regions);

/** Any workload that the reader takes. */
export const drafts: fc.Arbitrary<Draft> = fc.oneof(
  some({ region, traffic, throttling, auth: authorizer({ cacheHitRatio: share }), ...front, ...anywhere }, ['region', 'traffic']),
  some({ region, realtime, auth: authorizer({}), ...anywhere }, ['region', 'realtime']),
  some({ region, traffic, realtime, auth: authorizer({ cacheHitRatio: share }), ...front, ...anywhere }, ['region', 'traffic', 'realtime']),
) as fc.Arbitrary<Draft>;
