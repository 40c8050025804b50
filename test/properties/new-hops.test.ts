/**
 * A second model of what stands beside and behind an API, in exact fractions of whole numbers and from the raw sheet: networks of
 * functions, containers, services that an API calls, further fees of AWS WAF, refusals that call no authorizer, and polling.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimate } from '../../src/estimate/estimate.ts';
import { decimal, sum } from '../../src/money/decimal.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';
import { CELLS } from './cells.ts';

type Ratio = readonly [bigint, bigint];
const of = (n: number | bigint, d: number | bigint = 1): Ratio => [BigInt(n), BigInt(d)];
const mul = (...all: readonly Ratio[]): Ratio => all.reduce(([a, b], [c, d]) => [a * c, b * d], of(1));
const ceil = ([n, d]: Ratio): Ratio => of((n + d - 1n) / d);
const atLeast = (one: Ratio, least: Ratio): Ratio => (one[0] * least[1] < least[0] * one[1] ? least : one);

const REGION = 'us-east-1';
const KB = 1024;
const GB = KB ** 3;
const HOURS = of(730);

/** The one price of a sku, as it stands in the sheet. */
function price(sku: string): Ratio {
  const cell = CELLS.find((one) => one.sku === sku && 'region' in one.place && one.place.region === REGION) ?? expect.fail(`no ${sku}`);
  const [whole = '', digits = ''] = (cell.tiers[0]?.price ?? expect.fail(`no price of ${sku}`)).split('.');
  return of(BigInt(whole + digits), 10n ** BigInt(digits.length));
}

const started = (bytes: number, unit: number): Ratio => atLeast(ceil(of(bytes, unit)), of(1));

/** Rows of one sku of a candidate, in dollars, against what the model says; a quotient is rounded to 12 places before it is multiplied and priced. */
function agrees(candidate: string, yaml: string, expected: Readonly<Record<string, Ratio>>): void {
  const workload = parseWorkload(`name: a\nregion: ${REGION}\n${yaml}`, {});
  const found = estimate(workload, awsBook).candidates.find(({ id }) => id === candidate) ?? expect.fail(`no ${candidate}`);
  for (const [sku, quantity] of Object.entries(expected)) {
    const cost = sum(found.lineItems.flatMap((one) => (one.sku === sku && one.listCost ? [one.listCost] : [])));
    const [n, d] = mul(quantity, price(sku));
    const apart = cost.times(decimal(d)).minus(decimal(n)).abs();
    expect(`${sku} ${cost.toFixed()} ${apart.lte(decimal(d).times('1e-9')) ? 'agrees' : `is not ${n}/${d}`}`).toMatch(/agrees$/);
  }
}

const millions = fc.integer({ min: 1, max: 400 });
const bytes = fc.integer({ min: 1, max: 90_000 });
const few = fc.integer({ min: 1, max: 6 });
const traffic = (requests: number, request: number) => `traffic: { requests: ${requests}M/month, request: ${request} B, response: 1 KB }`;
const runs = { numRuns: 150, seed: 14 };

test('the network of a function', () => {
  fc.assert(
    fc.property(millions, few, bytes, few, few, bytes, (requests, zones, through, services, places, passed) => {
      const calls = of(requests * 1e6);
      agrees(
        'http',
        `${traffic(requests, 1)}\nbackend: { lambda: { memory: 128 MB, duration: 10 ms, vpc: { nat: { zones: ${zones}, data: ${through} B }, endpoints: { services: ${services}, zones: ${places}, data: ${passed} B } } } }`,
        {
          'nat-gateway/hours': mul(of(zones), HOURS),
          'nat-gateway/data': mul(calls, of(through, GB)),
          'vpc/public-ipv4': mul(of(zones), HOURS),
          'privatelink/endpoint-hours': mul(of(services * places), HOURS),
          'privatelink/data': mul(calls, of(passed, GB)),
        },
      );
    }),
    runs,
  );
});

test('containers', () => {
  const task = fc.record({
    tasks: fc.integer({ min: 1, max: 50 }),
    quarters: fc.integer({ min: 1, max: 16 }),
    gb: few,
    day: fc.integer({ min: 1, max: 24 }),
  });
  fc.assert(
    fc.property(task, fc.constantFrom('x86', 'arm64'), ({ tasks, quarters, gb, day }, architecture) => {
      const hours = mul(of(tasks), HOURS, of(day, 24));
      agrees(
        'alb',
        `${traffic(1, 1)}\nbackend: { fargate: { tasks: ${tasks}, vcpu: ${quarters / 4}, memory: ${gb} GB, architecture: ${architecture}, hoursPerDay: ${day} } }`,
        { [`fargate/vcpu-${architecture}`]: mul(hours, of(quarters, 4)), [`fargate/memory-${architecture}`]: mul(hours, of(gb)) },
      );
    }),
    runs,
  );
});

test('services that an API calls', () => {
  fc.assert(
    fc.property(millions, bytes, few, (requests, request, shards) => {
      const calls = of(requests * 1e6);
      const by = (service: string, expected: Readonly<Record<string, Ratio>>, candidate = 'rest') =>
        agrees(candidate, `${traffic(requests, request)}\nbackend: { service: { ${service} } }`, expected);
      by('name: dynamodb, action: write', { 'dynamodb/write-request-units': mul(calls, started(request, KB)) });
      by('name: dynamodb, action: read', { 'dynamodb/read-request-units': mul(calls, of(1, 2)) });
      by('name: s3, action: write', { 's3/put-requests': calls });
      by('name: s3, action: read', { 's3/get-requests': calls });
      by('name: sns', { 'sns/requests': mul(calls, started(request, 64 * KB)) });
      by(`name: kinesis, shards: ${shards}`, {
        'kinesis/shard-hours': mul(of(shards), HOURS),
        'kinesis/put-payload-units': mul(calls, started(request, 25 * KB)),
      });
    }),
    runs,
  );
});

test('further fees of AWS WAF', () => {
  const larger = fc.constantFrom(32, 48, 64);
  fc.assert(
    fc.property(millions, bytes, fc.integer({ min: 0, max: 5000 }), larger, (requests, request, capacity, limit) => {
      const calls = of(requests * 1e6);
      const beyond = Math.max(0, Math.min(request, limit * KB) - 16 * KB);
      agrees('rest', `${traffic(requests, request)}\nwaf: { rules: 1, capacity: ${capacity}, bodyInspection: ${limit} KB }`, {
        'waf/capacity': mul(calls, capacity > 1500 ? ceil(of(capacity - 1500, 500)) : of(0)),
        'waf/body-inspection': mul(calls, ceil(of(beyond, 16 * KB))),
      });
    }),
    runs,
  );
});

test('refusals without a token, and clients that poll', () => {
  fc.assert(
    fc.property(few, fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 100 }), (requests, refused, share) => {
      // Of 100 requests so many are refused, and of these so many without a call of the authorizer.
      const called = mul(of(requests * 1e6), of(10_000 - refused * share, 10_000));
      agrees(
        'rest',
        `traffic: { requests: ${requests}M/month, request: 1 B, response: 1 KB, fates: { unauthorized: ${refused}% } }\nauth: { lambdaAuthorizer: { memory: 128 MB, duration: 10 ms, cacheHitRatio: 0%, withoutToken: ${share}% } }`,
        { 'lambda/requests': called },
      );
    }),
    runs,
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.constantFrom(1, 2, 4, 5, 10, 60), (each, seconds) => {
      // Few enough for the first tier.
      const clients = each * seconds;
      agrees('http', `traffic: { polling: { clients: ${clients}, interval: ${seconds} s, news: 1% }, request: 1 B, response: 1 B }`, {
        'apigateway/http-requests': mul(of(clients), HOURS, of(3600, seconds)),
      });
    }),
    { ...runs, numRuns: 20 },
  );
});
