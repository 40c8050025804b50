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
  const others = [inner.item, ...(inner.options ?? [])].flatMap((one) => (one?.entries || one?.item ? fieldsOf(one, path) : []));
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
    'realtime.connections',
    'realtime.connectRate',
    'realtime.hoursPerDay',
    'realtime.inbound.rate',
    'realtime.outbound.rate',
  ]);
});

test('of what kind it is', () => {
  expect(outermost(withTrait(({ says }) => says === 'mix'))).toEqual([
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
    'auth.lambdaAuthorizer.duration',
    'auth.lambdaAuthorizer.cacheHitRatio',
    'backend.lambda.duration',
    'observability.accessLogs.bytes',
  ]);
});

test('of what one asks what a tenth more does', () => {
  expect(withTrait(({ felt }) => felt)).toEqual([
    'traffic.requests',
    'traffic.request',
    'traffic.response',
    'traffic.connections.requestsEach',
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
    'edge.hitRatio',
    'cache.hitRatio',
    'auth.lambdaAuthorizer.memory',
    'auth.lambdaAuthorizer.duration',
    'auth.lambdaAuthorizer.cacheHitRatio',
    'backend.lambda.memory',
    'backend.lambda.duration',
    'observability.accessLogs.bytes',
  ]);
});

test('what each API of a workload pays in full', () => {
  expect(withTrait(({ paidByEach }) => paidByEach === true)).toEqual([
    'auth.lambdaAuthorizer.provisioned',
    'backend.lambda.provisioned',
    'backend.vpc',
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
