/**
 * Proves that a price nobody published is never read as nothing: take any one rate, or one tier of it, out of the
 * sheets, and exactly the candidates that use it become lower bounds that cannot win, while the others do not move.
 */
import { describe, expect, test } from 'vitest';
import { cheapest, estimate, type CandidateEstimate } from '../../src/estimate/estimate.ts';
import type { LineItem } from '../../src/estimate/line-item.ts';
import { plain, sum, ZERO } from '../../src/money/decimal.ts';
import { openPriceBook, type Place } from '../../src/pricebook/price-book.ts';
import type { PriceData, RawRate } from '../../src/pricebook/sheet.ts';
import { ALL_SKUS, SKUS, WORLDWIDE, type Sku } from '../../src/pricebook/skus.ts';
import { CACHE_SIZES } from '../../src/workload/field.ts';
import { PLAN_IDS } from '../../src/workload/edge-fields.ts';
import type { Workload } from '../../src/workload/schema.ts';
import { awsBook, priceData } from '../price-book.ts';
import { read } from './workloads.ts';

const REGION = 'us-east-1';
const GEOGRAPHY = 'us';
/** A function with everything about it that is billed, busy enough to spill over to on demand. */
const provisioned = (memory: string, duration: string, architecture: string) => ({
  memory,
  duration,
  architecture,
  provisioned: { concurrency: '2', hoursPerDay: '8' },
  coldStarts: { share: '2%', duration: '900 ms' },
});

/** Every section there is, so that every candidate applies; sizes are stated, so that only a rate can be missing. */
function rich(requests: string, cacheSize: string, [authorizer, backend]: readonly [string, string], bots = 'common'): Workload {
  return read({
    region: REGION,
    traffic: {
      requests,
      sizes: [
        { share: '90%', request: '2 KB', response: '5 KB' },
        { share: '10%', request: '1 MB', response: '30 MB' },
      ],
      streaming: 'yes',
      fates: { blocked: '2%', preflight: '3%', unauthorized: '1%', throttled: '1%', invalid: '1%' },
      connections: { requestsEach: '8', duration: '30 s' },
    },
    realtime: {
      connections: '1000',
      hoursPerDay: '12',
      sessionLength: '45 min',
      inbound: { rate: requests, size: '1 KB' },
      outbound: { rate: requests, size: '40 KB' },
      fanOut: '2',
      connectionStore: { item: '1500 B' },
    },
    edge: { hitRatio: '50%', geography: GEOGRAPHY },
    cache: { size: `${cacheSize} GB`, hitRatio: '40%' },
    auth: { lambdaAuthorizer: { ...provisioned('256 MB', '30 ms', authorizer), cacheHitRatio: '80%' } },
    backend: { lambda: provisioned('10240 MB', '900 s', backend) },
    waf: { rules: '3', ruleGroups: [{ rules: '4' }], managedGroups: '2', botControl: { level: bots, share: '60%' } },
    loadBalancer: { zones: '3', rules: '25', mutualTls: 'yes' },
    privateEndpoint: { endpoints: '2', zones: '3', sharedBy: '4' },
    portal: { products: '12' },
    observability: {
      accessLogs: { bytes: '400 B', retention: '30 days' },
      executionLogs: { level: 'info', bytes: '2 KB', retention: '7 days' },
      detailedMetrics: { routes: '200K' },
      xray: { sampling: '5%', retrieved: '1M/month' },
    },
  });
}

/** Requests and connections in front of something that is no function. */
function behind(backend: Readonly<Record<string, unknown>>, requests: string): Workload {
  return read({
    region: REGION,
    traffic: { requests, request: '65 KB', response: '1 KB' },
    realtime: { connections: '1000', sessionLength: '1 h', inbound: { rate: '1/min', size: '1 KB' } },
    backend,
  });
}

const lambdas = [
  ['x86', 'arm64'],
  ['arm64', 'x86'],
] as const;

const cases: readonly (readonly [string, Workload])[] = [
  ...CACHE_SIZES.map(
    (size, index) => [`every section, cache of ${size} GB`, rich('50M/month', size, lambdas[index % 2] ?? lambdas[0])] as const,
  ),
  ['few requests', rich('1000/month', '0.5', lambdas[0])],
  ['requests in every tier', rich('100B/month', '0.5', lambdas[1], 'targeted')],
  ['a service behind an nlb', behind({ vpc: { balancer: 'nlb', sharedBy: '3' } }, '40M/month')],
  ['a service behind an alb', behind({ vpc: { balancer: 'alb', rules: '12', sharedBy: '3' } }, '40M/month')],
  ['a service that Cloud Map finds', behind({ vpc: { balancer: 'none', registered: '4' } }, '40M/month')],
  [
    'a function in a VPC',
    behind(
      {
        lambda: {
          memory: '1 GB',
          duration: '1 s',
          vpc: { nat: { zones: '2', data: '5 KB' }, endpoints: { services: '2', data: '1 MB' } },
        },
      },
      '9B/month',
    ),
  ],
  ...PLAN_IDS.map(
    (plan) =>
      [
        `the plan ${plan} of CloudFront`,
        read({
          region: REGION,
          traffic: { requests: '40M/month', request: '1 KB', response: '1 KB', fates: { blocked: '5%' } },
          edge: { plan },
          waf: { rules: '3' },
        }),
      ] as const,
  ),
  [
    'bodies, capacity and vended logs',
    read({
      region: REGION,
      traffic: { requests: '100B/month', request: '40 KB', response: '1 KB' },
      waf: { rules: '3', capacity: '2300', bodyInspection: '32 KB' },
      observability: {
        accessLogs: { bytes: '1 KB', retention: '30 days' },
        executionLogs: { level: 'info', bytes: '2 KB', delivery: 'log-group' },
      },
    }),
  ],
  [
    'execution logs in S3',
    read({
      region: REGION,
      traffic: { requests: '40M/month', request: '1 KB', response: '1 KB' },
      observability: { executionLogs: { level: 'info', bytes: '2 KB', delivery: 's3' } },
    }),
  ],
  ['messages for a queue', behind({ service: { name: 'sqs' } }, '300B/month')],
  ['events', behind({ service: { name: 'eventbridge' } }, '40M/month')],
  ['records', behind({ service: { name: 'kinesis' } }, '40M/month')],
  ['records for a store', behind({ service: { name: 'firehose' } }, '40M/month')],
  ['notices', behind({ service: { name: 'sns' } }, '40M/month')],
  ['items written', behind({ service: { name: 'dynamodb', action: 'write' } }, '40M/month')],
  ['items read', behind({ service: { name: 'dynamodb', action: 'read' } }, '40M/month')],
  ['objects written', behind({ service: { name: 's3', action: 'write' } }, '40M/month')],
  ['objects read', behind({ service: { name: 's3', action: 'read' } }, '40M/month')],
  ['configurations', behind({ service: { name: 'appconfig', received: '2%' } }, '40M/month')],
  ['Standard workflows', behind({ service: { name: 'step-functions-standard', transitions: '5' } }, '40M/month')],
  ['Express workflows', behind({ service: { name: 'step-functions-express', duration: '3 s', memory: '70 MB' } }, '100M/month')],
  ...(['x86', 'arm64'] as const).map(
    (architecture) =>
      [
        `containers on ${architecture}`,
        behind({ fargate: { tasks: '2', vcpu: '0.5', memory: '1 GB', architecture } }, '40M/month'),
      ] as const,
  ),
  ['no front door decoration', read({ region: REGION, traffic: { requests: '40M/month', request: '1 KB', response: '1 KB' } })],
  [
    'nothing at all is asked',
    read({
      region: REGION,
      traffic: { requests: '0/month', request: '1 KB', response: '1 KB' },
      realtime: { connections: '0', inbound: { rate: '0/day', size: '1 KB' } },
      auth: { lambdaAuthorizer: { memory: '128 MB', duration: '1 ms' } },
      backend: { lambda: { memory: '128 MB', duration: '1 ms', architecture: 'arm64' } },
      edge: {},
      waf: {},
      observability: { accessLogs: { bytes: '400 B', retention: '30 days' } },
    }),
  ],
  [
    'functions that take no time, entries kept for no time',
    read({
      region: REGION,
      traffic: { requests: '1M/month', request: '0 B', response: '0 B' },
      backend: { lambda: { memory: '128 MB', duration: '0 ms', architecture: 'arm64' } },
      observability: { accessLogs: { bytes: '400 B', retention: '0 days' } },
    }),
  ],
];

const PLACES = {
  region: { region: REGION },
  geography: { geography: GEOGRAPHY },
  worldwide: { geography: WORLDWIDE },
  stated: { region: REGION },
};
const placeOf = (sku: Sku): Place => PLACES[SKUS[sku].scope];

/** The price data with one rate changed, or taken out for a reason. */
function altered(sku: Sku, change: (rate: RawRate) => RawRate | null): PriceData {
  const rates = (all: Readonly<Record<string, RawRate>>) => {
    const { [sku]: rate, ...others } = all;
    const changed = rate && change(rate);
    return changed ? { ...others, [sku]: changed } : others;
  };
  if (SKUS[sku].scope === 'worldwide') {
    const { worldwide } = priceData.cloudfront;
    return { ...priceData, cloudfront: { ...priceData.cloudfront, worldwide: { ...worldwide, rates: rates(worldwide.rates) } } };
  }
  if (SKUS[sku].scope === 'geography') {
    const { geographies } = priceData.cloudfront;
    const geography = geographies[GEOGRAPHY];
    if (!geography) throw new Error(`no geography ${GEOGRAPHY}`);
    const changed = { ...geography, rates: rates(geography.rates) };
    return { ...priceData, cloudfront: { ...priceData.cloudfront, geographies: { ...geographies, [GEOGRAPHY]: changed } } };
  }
  return {
    ...priceData,
    sheet(region) {
      const sheet = priceData.sheet(region);
      if (region !== REGION) return sheet;
      const kept = rates(sheet.rates);
      return { ...sheet, rates: kept, unavailable: sku in kept ? sheet.unavailable : { ...sheet.unavailable, [sku]: 'taken out' } };
    },
  };
}

/** The rows of a candidate whose price would be gone. */
type Uses = (row: LineItem) => boolean;

function expectOnlyUsersToChange(before: readonly CandidateEstimate[], after: readonly CandidateEstimate[], sku: Sku, uses: Uses): void {
  expect(after.map((one) => one.id)).toEqual(before.map((one) => one.id));
  for (const [index, one] of after.entries()) {
    const was = before[index] as CandidateEstimate;
    const lost = was.lineItems.filter((row) => row.sku === sku && row.pricingQuantity.gt(ZERO) && row.tierFrom !== null && uses(row));
    const label = `${one.id} without ${sku}`;
    if (lost.length === 0) {
      expect([one.bound, plain(one.listCost), one.missing], label).toEqual([was.bound, plain(was.listCost), []]);
      continue;
    }
    expect(one.bound, label).toBe('at-least');
    expect([...new Set(one.missing.map((missing) => missing.sku))], label).toEqual([sku]);
    expect(plain(one.listCost), label).toBe(plain(was.listCost.minus(sum(lost.map((row) => row.listCost ?? ZERO)))));
  }
  expect(cheapest(after)?.bound ?? 'exact').toBe('exact');
  for (const one of after) if (one.bound === 'at-least') expect(cheapest([one])).toBeNull();
}

describe.each(cases)('%s', (_title, workload) => {
  const before = estimate(workload, awsBook).candidates;

  test('every price is there to begin with', () => {
    // Help that has no price makes a lower bound too, and no rate is missing for it.
    expect(before.filter((one) => one.missing.length > 0).map((one) => one.id)).toEqual([]);
  });

  test('without any one rate', () => {
    for (const sku of ALL_SKUS) {
      const after = estimate(workload, openPriceBook(altered(sku, () => null))).candidates;
      expectOnlyUsersToChange(before, after, sku, () => true);
    }
  });

  test('without any one tier', () => {
    for (const sku of ALL_SKUS) {
      const rate = awsBook.rate(sku, placeOf(sku));
      if (!('tiers' in rate) || rate.tiers.length < 2) continue;
      for (const [index, { from }] of rate.tiers.entries()) {
        const data = altered(sku, (raw) => ({
          ...raw,
          tiers: raw.tiers.map((tier, at) => (at === index ? { from: tier.from, unavailable: 'taken out' } : tier)),
        }));
        const after = estimate(workload, openPriceBook(data)).candidates;
        expectOnlyUsersToChange(before, after, sku, (row) => row.tierFrom?.eq(from) ?? false);
      }
    }
  });
});

test('the cases use every sku and every tier that some hop meters', () => {
  const rows = cases.flatMap(([, workload]) => estimate(workload, awsBook).candidates.flatMap((one) => one.lineItems));
  const reached = new Set(rows.flatMap((row) => (row.tierFrom === null ? [] : [`${row.sku} from ${plain(row.tierFrom)}`])));
  const published = ALL_SKUS.flatMap((sku) => {
    const rate = awsBook.rate(sku, placeOf(sku));
    return 'tiers' in rate ? rate.tiers.flatMap((tier) => (tier.unitPrice === null ? [] : [`${sku} from ${plain(tier.from)}`])) : [];
  });
  expect(published.filter((tier) => !reached.has(tier))).toEqual([]);
});

test('whatever streams responses of a size that nobody states is a lower bound, and what streams nothing is not', () => {
  const workload = read({
    region: REGION,
    traffic: { requests: '1M/month', request: '1 KB', streaming: 'yes' },
    backend: { lambda: { memory: '512 MB', duration: '100 ms' } },
  });
  const bounds = new Map(
    estimate(workload, awsBook).candidates.map(({ id, missing }) => [
      id,
      missing.map(({ sku }) => sku).includes('lambda/response-streaming'),
    ]),
  );
  expect([bounds.get('function-url'), bounds.get('rest'), bounds.get('http')]).toEqual([true, true, false]);
});

test('what an allowance covers costs nothing, whatever nobody published of its rate; what is left has no price', () => {
  const sqs = (requests: string) => {
    const workload = read({
      region: 'ap-southeast-2',
      alwaysFree: 'on',
      traffic: { requests, request: '1 KB', response: '1 KB' },
      backend: { service: { name: 'sqs' } },
    });
    const http = estimate(workload, awsBook).candidates.find(({ id }) => id === 'http') ?? expect.fail();
    const rows = http.lineItems.filter(({ sku }) => sku === 'sqs/requests');
    return [http.bound, ...rows.map((row) => [plain(row.pricingQuantity), row.listCost && plain(row.listCost)])];
  };
  expect(sqs('900K/month')).toEqual(['exact', ['900000', '0']]);
  expect(sqs('1.5M/month')).toEqual(['at-least', ['1000000', '0'], ['500000', null]]);
});
