// What a field says stands beside it in the schema: how much, of what kind, or how it is built.
import { expect, test } from 'vitest';
import { hybrid } from '../../src/whatif/hybrid.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { schemaAt, unwrap, type Schema } from '../../src/workload/schema-at.ts';
import { kindOf, statedWith, traitsOf } from '../../src/workload/stated-with.ts';
import type { Traits } from '../../src/workload/traits.ts';
import { sources } from '../house/source.ts';

interface Field {
  readonly path: string;
  readonly schema: Schema;
}

/** Every field and section, whatever list or choice it stands in. */
function fieldsOf(schema: Schema | null, path: string): readonly Field[] {
  const inner = unwrap(schema);
  if (inner === null) return [];
  const below = Object.entries(inner.entries ?? {}).flatMap(([key, field]) => fieldsOf(field, path === '' ? key : `${path}.${key}`));
  const others = [inner.item, ...(inner.options ?? []).filter((one) => typeof one === 'object')].flatMap((one) =>
    one?.entries || one?.item ? fieldsOf(one, path) : [],
  );
  return [...(path === '' ? [] : [{ path, schema: inner }]), ...below, ...others];
}

const FIELDS = fieldsOf(schemaAt([]), '');
const quantities = FIELDS.filter(({ schema }) => kindOf(schema) !== undefined);
const declared = ({ schema }: Field) => schema.pipe?.some((one) => one.metadata?.traits !== undefined) === true;
const withTrait = (has: (traits: Traits) => boolean) =>
  FIELDS.filter((field) => declared(field) && has(traitsOf(field.schema))).map(({ path }) => path);
/** Without what stands inside something that is compared as a whole. */
const outermost = (paths: readonly string[]) => paths.filter((path) => !paths.some((one) => path.startsWith(`${one}.`)));

test('every quantity declares its traits', () => {
  expect(FIELDS.length).toBeGreaterThan(150);
  expect(quantities.filter((field) => !declared(field)).map(({ path }) => path)).toEqual([]);
});

test('what is compared as a whole has nothing inside that says otherwise', () => {
  const whole = FIELDS.filter((field) => declared(field) && traitsOf(field.schema).says !== 'design');
  const wrong = whole.flatMap(({ path, schema }) =>
    FIELDS.filter((one) => one.path.startsWith(`${path}.`) && declared(one) && traitsOf(one.schema).says !== traitsOf(schema).says),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('how much there is', () => {
  expect(outermost(withTrait(({ says }) => says === 'volume'))).toEqual([
    'traffic.requests',
    'traffic.polling.clients',
    'traffic.polling.hoursPerDay',
    'realtime.connections',
    'realtime.connectRate',
    'realtime.hoursPerDay',
    'realtime.inbound.rate',
    'realtime.outbound.rate',
  ]);
});

test('of what kind it is', () => {
  expect(outermost(withTrait(({ says }) => says === 'mix'))).toEqual([
    'traffic.polling.interval',
    'traffic.polling.news',
    'traffic.request',
    'traffic.response',
    'traffic.sizes',
    'traffic.fates',
    'traffic.connections',
    'realtime.sessionLength',
    'realtime.inbound.size',
    'realtime.outbound.size',
    'realtime.fanOut',
    'edge.hitRatio',
    'edge.geography',
    'cache.hitRatio',
    'cache.otherSizes',
    'auth.lambdaAuthorizer.duration',
    'auth.lambdaAuthorizer.cacheHitRatio',
    'auth.lambdaAuthorizer.withoutToken',
    'backend.lambda.duration',
    'backend.lambda.vpc.nat.data',
    'backend.lambda.vpc.endpoints.data',
    'observability.accessLogs.bytes',
  ]);
});

test('of what one asks what a tenth more does', () => {
  expect(withTrait(({ felt }) => felt === 'tenth')).toEqual([
    'traffic.requests',
    'traffic.polling.clients',
    'traffic.polling.interval',
    'traffic.polling.news',
    'traffic.polling.hoursPerDay',
    'traffic.request',
    'traffic.response',
    'traffic.fates.blocked',
    'traffic.fates.preflight',
    'traffic.fates.unauthorized',
    'traffic.fates.throttled',
    'traffic.fates.invalid',
    'traffic.connections.requestsEach',
    'traffic.connections.duration',
    'realtime.connections',
    'realtime.connectRate',
    'realtime.hoursPerDay',
    'realtime.sessionLength',
    'realtime.inbound.rate',
    'realtime.inbound.size',
    'realtime.outbound.rate',
    'realtime.outbound.size',
    'realtime.fanOut',
    'realtime.heartbeat',
    'realtime.connectionStore.item',
    'edge.hitRatio',
    'cache.hitRatio',
    'auth.lambdaAuthorizer.memory',
    'auth.lambdaAuthorizer.duration',
    'auth.lambdaAuthorizer.provisioned.hoursPerDay',
    'auth.lambdaAuthorizer.coldStarts.share',
    'auth.lambdaAuthorizer.coldStarts.duration',
    'auth.lambdaAuthorizer.cacheHitRatio',
    'auth.lambdaAuthorizer.withoutToken',
    'backend.lambda.memory',
    'backend.lambda.duration',
    'backend.lambda.provisioned.hoursPerDay',
    'backend.lambda.coldStarts.share',
    'backend.lambda.coldStarts.duration',
    'backend.lambda.vpc.nat.data',
    'backend.lambda.vpc.nat.hourly',
    'backend.lambda.vpc.nat.perGB',
    'backend.lambda.vpc.endpoints.data',
    'backend.monthly',
    'backend.fargate.tasks',
    'backend.fargate.vcpu',
    'backend.fargate.memory',
    'backend.fargate.hoursPerDay',
    'backend.vpc.connections.requestsEach',
    'backend.vpc.connections.duration',
    'backend.service.received',
    'backend.service.transitions',
    'backend.service.duration',
    'backend.service.memory',
    'waf.capacity',
    'waf.botControl.share',
    'observability.accessLogs.bytes',
    'observability.accessLogs.retention',
    'observability.executionLogs.bytes',
    'observability.executionLogs.errors',
    'observability.executionLogs.retention',
    'observability.xray.sampling',
    'observability.xray.retrieved',
  ]);
});

test('of what one asks what one more does', () => {
  expect(withTrait(({ felt }) => felt === 'one')).toEqual([
    'auth.lambdaAuthorizer.provisioned.concurrency',
    'backend.lambda.provisioned.concurrency',
    'backend.lambda.vpc.nat.zones',
    'backend.lambda.vpc.nat.sharedBy',
    'backend.lambda.vpc.endpoints.services',
    'backend.lambda.vpc.endpoints.zones',
    'backend.lambda.vpc.endpoints.sharedBy',
    'backend.vpc.registered',
    'backend.vpc.rules',
    'backend.vpc.sharedBy',
    'backend.service.shards',
    'waf.webAcls',
    'waf.rules',
    'waf.ruleGroups.rules',
    'waf.managedGroups',
    'loadBalancer.zones',
    'loadBalancer.rules',
    'loadBalancer.sharedBy',
    'privateEndpoint.endpoints',
    'privateEndpoint.zones',
    'privateEndpoint.sharedBy',
    'portal.products',
    'observability.detailedMetrics.routes',
  ]);
});

/** Quantities that nothing is billed by: what is compared with limits, and what is no quantity of this workload. */
const FELT_BY_NO_BILL =
  /^(traffic\.(peak|burst|largest|longestUrl|sameRegion|streamPause|sizes)|realtime\.(largestMessage|connectPeak|longestSilence|stays)|throttling\.|operations\.|domains\.|routes$|hoursPerMonth$|edge\.geography|cache\.(size|ttl)|auth\.(latencyTarget|authorizers|jwt|mutualTls|lambdaAuthorizer\.cacheTtl)|backend\.(p99|lambda\.reserved|vpc\.(silence|links)))/;

test('of every other quantity one asks one of the two', () => {
  const silent = quantities.filter(({ schema }) => traitsOf(schema).felt === null).map(({ path }) => path);
  expect(silent.filter((path) => !FELT_BY_NO_BILL.test(path))).toEqual([]);
});

test('what each API of a workload pays in full', () => {
  expect(withTrait(({ paidByEach }) => paidByEach === true)).toEqual([
    'auth.lambdaAuthorizer.provisioned',
    'backend.lambda.provisioned',
    'backend.lambda.vpc.nat',
    'backend.lambda.vpc.endpoints',
    'backend.vpc',
    'backend.service.shards',
    'observability.detailedMetrics',
    'observability.xray.retrieved',
  ]);
});

test('every field is read by something besides the schema: nothing is accepted and ignored', () => {
  const code = sources()
    .filter(({ path }) => !/^workload\/(schema|throttling|.*-fields)\.ts$/.test(path))
    .map(({ text }) => text)
    .join('\n');
  const names = new Set(FIELDS.map(({ path }) => path.split('.').at(-1) ?? ''));
  expect([...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
});

test('only what is stated is asked of the schema', () => {
  const workload = parseWorkload('name: a\nregion: us-east-1\ntraffic: { requests: 1M, fates: { invalid: 1% } }', {});
  expect(statedWith(workload, ({ says }) => says === 'mix')).toEqual(['traffic.fates', 'traffic.fates.invalid']);
});

test('a month with the volumes of another, and with its mix, takes what is there and drops what is not', () => {
  const before = { traffic: { requests: '1M', request: '2 KB', peak: '9 rps' }, backend: { lambda: { memory: '1 GB', duration: '1 s' } } };
  const after = {
    traffic: { requests: '2M', fates: { invalid: '1%' } },
    edge: { hitRatio: '10%' },
    backend: { lambda: { memory: '2 GB', duration: '2 s' } },
  };
  expect(hybrid(before, after, 'volume')).toEqual({ ...before, traffic: { ...before.traffic, requests: '2M' } });
  expect(hybrid(before, after, 'mix')).toEqual({
    traffic: { requests: '2M', peak: '9 rps', fates: { invalid: '1%' } },
    backend: { lambda: { memory: '1 GB', duration: '2 s' } },
  });
});
