// The same workload with another value: what each input moves, where the cheaper one changes, and what a mixture is. By hand.
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { candidateCost } from '../../src/estimate/candidate-cost.ts';
import { monthOf } from '../../src/journey/month.ts';
import { decimal } from '../../src/money/decimal.ts';
import type { PriceBook, Rate } from '../../src/pricebook/price-book.ts';
import type { Sku } from '../../src/pricebook/skus.ts';
import { breakEvens, breakEvensAmong } from '../../src/whatif/break-even.ts';
import { curves, inOrder } from '../../src/whatif/curve.ts';
import { hybrid } from '../../src/whatif/hybrid.ts';
import { sensitivities } from '../../src/whatif/sensitivity.ts';
import { vary } from '../../src/whatif/vary.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const byId = (id: string) => CANDIDATES.find((one) => one.id === id) ?? expect.fail(id);
const read = (yaml: string, region = 'us-east-1') => parseWorkload(`name: a\nregion: ${region}\n${yaml}`, {});
const month = (yaml: string, options = {}, region?: string) => monthOf(read(yaml, region), awsBook, options);

describe('another value', () => {
  const workload = read('traffic: { requests: 1M }\nedge: { hitRatio: 50% }');
  test('stands where its path says, and nothing else moves', () => {
    const varied = vary(workload, 'edge.hitRatio', () => decimal('0.9'));
    expect([varied?.edge?.hitRatio?.toFixed(), workload.edge?.hitRatio?.toFixed(), varied?.traffic]).toEqual([
      '0.9',
      '0.5',
      workload.traffic,
    ]);
    expect(varied?.name).toBe('a');
  });
  test('gets what stood there', () => {
    const seen: unknown[] = [];
    vary(workload, 'traffic.requests.per', (value) => {
      seen.push(value);
      return value;
    });
    expect(seen).toEqual(['month']);
  });
  test.each(['edge.plan', 'cache.hitRatio', 'traffic.requests.per.day', 'traffic.toString'])(
    'is null where nothing is stated: %s',
    (path) => {
      expect(vary(workload, path, () => 'x')).toBeNull();
    },
  );
  test('is null below what is no section', () => {
    expect(vary({ ...workload, edge: null } as unknown as typeof workload, 'edge.hitRatio', () => 'x')).toBeNull();
    expect(vary(workload, 'name.length', () => 'x')).toBeNull();
  });
  test('is null where a field is there without a value', () => {
    expect(vary({ ...workload, portal: undefined } as unknown as typeof workload, 'portal', () => 'x')).toBeNull();
  });
});

describe('a tenth more', () => {
  const moved = (id: string, yaml: string) =>
    sensitivities(byId(id), month(yaml), awsBook).map(
      ({ field, change, share }) => `${field} ${change.toDecimalPlaces(6).toFixed()} ${share.toDecimalPlaces(4).toFixed()}`,
    );

  test('of requests is a tenth more, of sizes what they weigh, the strongest first', () => {
    // $10 for requests and 10 GB at $0.09.
    expect(moved('http', 'traffic: { requests: 10485760, request: 1 KB, response: 1 KB }')).toEqual([
      'traffic.requests 1.138576 0.1',
      'traffic.response 0.09 0.0079',
    ]);
  });
  test('of a hit ratio is less, and stops at all of it', () => {
    const edge = (ratio: string) =>
      moved('http+cloudfront', `traffic: { requests: 1M, request: 0 B, response: 0 B }\nedge: { hitRatio: ${ratio}, geography: us }`);
    // $1 for viewers and $0.50 to the origin: 5% of a million requests less cost $0.05 less.
    expect(edge('50%')).toEqual(['traffic.requests 0.15 0.1', 'edge.hitRatio -0.05 0.0333']);
    expect(edge('95%')[1]).toBe('edge.hitRatio -0.05 0.0476');
    expect(edge('100%')).toEqual(['traffic.requests 0.1 0.1']);
  });
  test('of durations and memory is what they are billed', () => {
    // 1M × 1 s of a GB is $16.6667; requests are $1 and $0.20.
    expect(
      moved(
        'http',
        'traffic: { requests: 1M, response: 0 B }\nbackend: { lambda: { memory: 1 GB, duration: 1 s } }\nauth: { lambdaAuthorizer: { memory: 1 GB, duration: 1 s, cacheHitRatio: 50% } }',
      ),
    ).toEqual([
      'traffic.requests 2.630005 0.1',
      'backend.lambda.memory 1.66667 0.0634',
      'backend.lambda.duration 1.66667 0.0634',
      'auth.lambdaAuthorizer.cacheHitRatio -0.843335 0.0321',
      'auth.lambdaAuthorizer.memory 0.833335 0.0317',
      'auth.lambdaAuthorizer.duration 0.833335 0.0317',
    ]);
  });
  test('of nothing is nothing', () => {
    expect(moved('http', 'traffic: { requests: 0 }')).toEqual([]);
    expect(moved('websocket', 'realtime: { connections: 0 }')).toEqual([]);
  });
  test('of every input that says how much moves what depends on it', () => {
    const fields = (id: string, yaml: string) => new Set(sensitivities(byId(id), month(yaml), awsBook).map(({ field }) => field));
    const requests =
      'traffic: { requests: 1G, request: 500 KB, response: 1 KB, connections: { requestsEach: 2, duration: 1 s } }\nbackend: { lambda: { memory: 1 GB, duration: 1 s } }\nobservability: { accessLogs: { bytes: 1 KB } }\ncache: { size: 0.5 GB, hitRatio: 50% }';
    expect(fields('http', requests)).toEqual(
      new Set([
        'traffic.requests',
        'traffic.request',
        'traffic.response',
        'backend.lambda.memory',
        'backend.lambda.duration',
        'observability.accessLogs.bytes',
      ]),
    );
    expect(fields('rest+cache', requests)).toContain('cache.hitRatio');
    const calls = 'traffic: { requests: 1G, request: 1 B, response: 1 B, connections: { requestsEach: 2, duration: 1 s } }';
    expect(fields('alb', calls)).toEqual(
      new Set(['traffic.requests', 'traffic.response', 'traffic.connections.requestsEach', 'loadBalancer.zones']),
    );
    const realtime =
      'realtime: { connectRate: 1/s, sessionLength: 90 s, inbound: { rate: 1/min, size: 31 KB }, outbound: { rate: 1/min, size: 31 KB }, fanOut: 2 }';
    expect(fields('websocket', realtime)).toEqual(
      new Set([
        'realtime.connectRate',
        'realtime.inbound.rate',
        'realtime.inbound.size',
        'realtime.outbound.rate',
        'realtime.outbound.size',
        'realtime.fanOut',
        'realtime.sessionLength',
      ]),
    );
  });
  test('of connections, of how often they send, and of how long they stay', () => {
    // 100 connections: 4.38M minutes at $0.25 a million, 1M messages in and 2M out at $1.
    expect(
      moved(
        'websocket',
        'realtime: { connections: 100, hoursPerDay: 20, sessionLength: 2 h, inbound: { rate: 10000/month, size: 30 KB }, outbound: { rate: 20000/month, size: 0 B } }',
      ).map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual([
      'realtime.inbound.size 1',
      'realtime.connections 0.39125',
      'realtime.outbound.rate 0.2',
      'realtime.inbound.rate 0.1',
      'realtime.hoursPerDay 0.09125',
    ]);
  });
});

/** The price book with other prices of some skus, from 0 on and from further marks. */
function priced(prices: Readonly<Partial<Record<Sku, Readonly<Record<string, string | null>>>>>, more: Partial<PriceBook> = {}): PriceBook {
  return {
    ...awsBook,
    ...more,
    rate(sku, place) {
      const rate = awsBook.rate(sku, place) as Rate;
      const own = prices[sku];
      const [tier] = rate.tiers;
      if (!own || !tier) return rate;
      return {
        ...rate,
        tiers: Object.entries(own).map(([from, price]) => ({
          ...tier,
          from: decimal(from),
          unitPrice: price === null ? null : decimal(price),
        })),
      };
    },
  };
}

describe('break-evens', () => {
  const between = (one: string, other: string, yaml: string, book = awsBook, options = {}, region?: string) =>
    breakEvens(byId(one), byId(other), month(yaml, options, region), book)?.map(
      (found) => `${found.requests.toFixed()} ${found.cheaper} than ${found.than}`,
    ) ?? null;

  test('are the smallest whole number at which the cheaper one changes', () => {
    // $16.425 of an ALB's hours and $7.30 of its addresses, against $1 a million: 23,725,000 cost the same without an LCU.
    const book = priced({ 'alb/hours': { 0: '0.0225' }, 'alb/lcu': { 0: '0' }, 'vpc/public-ipv4': { 0: '0.005' } });
    const yaml = 'traffic: { requests: 1M, request: 0 B, response: 0 B }\nloadBalancer: { zones: 2 }';
    expect(between('http', 'alb', yaml, book)).toEqual(['23725001 alb than http']);
    expect(between('alb', 'http', yaml, book)).toEqual(['23725001 alb than http']);
    for (const [requests, cheaper] of [
      [23_724_999, 'http'],
      [23_725_001, 'alb'],
    ] as const) {
      const at = month(`traffic: { requests: ${requests}, request: 0 B, response: 0 B }\nloadBalancer: { zones: 2 }`);
      const [http, alb] = ['http', 'alb'].map((id) => candidateCost(byId(id), at, book) ?? decimal('0'));
      expect(http && alb && http.lt(alb) ? 'http' : 'alb').toBe(cheaper);
    }
  });

  test('of tiers may be two: cheap at first, dear, and cheap again', () => {
    const book = priced({
      // REST: 3 for the first thousand, then 1. HTTP: 2 all the way, and 4 for what comes after 5,000.
      'apigateway/rest-requests': { 0: '3', 1000: '1' },
      'apigateway/http-requests': { 0: '2', 5000: '0.5' },
    });
    // 3,000 + (n − 1,000) = 2n at 2,000. 2,000 + n = 10,000 + (n − 5,000) ÷ 2 at 11,000.
    expect(between('rest', 'http', 'traffic: { requests: 1M }', book)).toEqual(['2001 rest than http', '11001 http than rest']);
  });

  test('are found before, at and after where a tier begins', () => {
    const meets = (free: string) =>
      between(
        'rest',
        'http',
        'traffic: { requests: 1M }',
        priced({ 'apigateway/rest-requests': { 0: '0', [free]: '2' }, 'apigateway/http-requests': { 0: '1' } }),
      );
    // 2 × (n − 100) = n at 200; one request more makes REST the dearer.
    expect(meets('100')).toEqual(['201 http than rest']);
    expect(meets('1')).toEqual(['3 http than rest']);
  });

  test('of two that meet and part again are none', () => {
    // 2 × 100 = 200 at 200 requests, and the first is the cheaper one before and after.
    const touching = priced({ 'apigateway/rest-requests': { 0: '0', 100: '2', 200: '0.5' }, 'apigateway/http-requests': { 0: '1' } });
    expect(between('rest', 'http', 'traffic: { requests: 1M }', touching)).toEqual([]);
    // They meet where a tier begins, and part beyond it.
    const crossing = priced({ 'apigateway/rest-requests': { 0: '0', 100: '2' }, 'apigateway/http-requests': { 0: '1', 200: '1' } });
    expect(between('rest', 'http', 'traffic: { requests: 1M }', crossing)).toEqual(['201 http than rest']);
  });

  test('past what anyone serves are not looked for', () => {
    const far = (from: string) =>
      between(
        'rest',
        'http',
        'traffic: { requests: 1M }',
        priced({ 'apigateway/rest-requests': { 0: '1', [from]: '9' }, 'apigateway/http-requests': { 0: '2' } }),
      );
    // 9 × (n − 10^11) + 10^11 = 2n at 8 × 10^11 ÷ 7.
    expect(far('100000000000')).toEqual(['114285714286 http than rest']);
    expect(far('1000000000000')).toEqual([]);
    expect(far('2000000000000')).toEqual([]);
  });

  test('of two that cost the same are none, nor of one that is always cheaper', () => {
    const same = priced({ 'apigateway/rest-requests': { 0: '1' }, 'apigateway/http-requests': { 0: '1' } });
    expect(between('rest', 'http', 'traffic: { requests: 1M }', same)).toEqual([]);
    expect(between('rest', 'http', 'traffic: { requests: 1M }')).toEqual([]);
    // They part at 10, and neither was the cheaper one before.
    const parting = priced({ 'apigateway/rest-requests': { 0: '1', 10: '2' }, 'apigateway/http-requests': { 0: '1' } });
    expect(between('rest', 'http', 'traffic: { requests: 1M }', parting)).toEqual([]);
  });

  test('count allowances where they are subtracted', () => {
    // A million requests of functions are free; the GB-seconds cost nothing here. An HTTP API costs the same behind.
    const book = priced({
      'lambda/requests': { 0: '2' },
      'lambda/duration-x86': { 0: '0' },
      'apigateway/http-requests': { 0: '1' },
      'apigateway/rest-requests': { 0: '0.5', 2000000: '10' },
    });
    const yaml = 'traffic: { requests: 1M, response: 0 B }\nbackend: { lambda: { memory: 1 GB, duration: 1 ms } }';
    expect(between('rest', 'http', yaml, book)).toEqual(['2111112 http than rest']);
    expect(between('rest', 'http', yaml, book, { alwaysFree: true })).toEqual(['2111112 http than rest']);
    const curve = curves(month(yaml, { alwaysFree: true }), book)(byId('function-url')) ?? expect.fail('no curve');
    // 1,000,000 are free, and the 400,000 GB-seconds of 400 million; the next one is the first that costs, 2 times the stated million.
    expect(curve.bends).toEqual([1n, 1000000n, 400000000n]);
    expect([curve.cost(1000000n), curve.cost(1000003n)]).toEqual([0n, 6n * 10n ** 6n * 10n ** BigInt(curve.places)]);
  });

  test('are not known where a price is not, an allowance is shared, or requests do not decide', () => {
    const yaml = 'traffic: { requests: 1M }';
    expect(between('rest', 'http', yaml, awsBook, {}, 'ap-east-2')).toBeNull();
    expect(between('http', 'rest', yaml, awsBook, {}, 'ap-east-2')).toBeNull();
    expect(between('rest', 'http', yaml, priced({ 'apigateway/http-requests': { 0: '1', 10: null } }))).toBeNull();
    expect(between('rest', 'http', 'traffic: { requests: 0 }')).toBeNull();
    expect(between('websocket', 'websocket', 'realtime: { connections: 1 }')).toBeNull();
    const provisioned = `${yaml}\nbackend: { lambda: { memory: 1 GB, duration: 1 s, provisioned: { concurrency: 1 } } }`;
    expect(between('rest', 'http', provisioned)).toBeNull();
    // Both architectures draw on the allowance of duration.
    const two = `${yaml}\nbackend: { lambda: { memory: 1 GB, duration: 1 s } }\nauth: { lambdaAuthorizer: { memory: 1 GB, duration: 1 s, architecture: arm64 } }`;
    expect(between('rest', 'http', two, awsBook, { alwaysFree: true })).toBeNull();
    expect(between('rest', 'http', two)).not.toBeNull();
  });

  test('with several others stand in their order; with none there are none', () => {
    const at = month('traffic: { requests: 1M, request: 0 B, response: 0 B }');
    const found = breakEvensAmong(byId('http'), [byId('rest'), byId('alb')], at, awsBook);
    expect(found.map((one) => one?.map(({ than }) => than))).toEqual([[], found[1]?.map(({ than }) => than)]);
    expect(found).toHaveLength(2);
    expect(breakEvensAmong(byId('http'), [], at, awsBook)).toEqual([]);
  });
});

describe('a curve', () => {
  test.each(['http', 'rest', 'alb', 'rest+cloudfront', 'http+cloudfront'])(
    'of %s is what an estimate costs, at every bend and beside it',
    (id) => {
      const yaml = (requests: bigint | number) =>
        `traffic: { requests: ${requests}, request: 600 KB, response: 3 KB }\nedge: { hitRatio: 50%, geography: us }\nwaf: { rules: 2 }`;
      const curve = curves(month(yaml(4)), awsBook)(byId(id)) ?? expect.fail('no curve');
      const scale = decimal(4n * 10n ** BigInt(curve.places));
      for (const bend of curve.bends)
        for (const requests of [bend - 1n, bend, bend + 1n, bend * 3n]) {
          if (requests < 1n) continue;
          const cost = candidateCost(byId(id), month(yaml(requests)), awsBook);
          expect(decimal(curve.cost(requests)).toFixed(), `${requests}`).toBe(cost?.times(scale).toFixed());
        }
      expect(curve.bends[0]).toBe(1n);
      expect(curve.bends.length).toBeGreaterThan(1);
    },
  );
  test('has its bends in order, each once', () => {
    expect(inOrder([3n, 1n, 3n, 2n, 1n, 10n])).toEqual([1n, 2n, 3n, 10n]);
  });
  test('of hours alone is flat', () => {
    const book = priced({ 'alb/lcu': { 0: '0' } });
    const curve = curves(month('traffic: { requests: 7, request: 0 B, response: 0 B }'), book)(byId('alb')) ?? expect.fail('no curve');
    expect([curve.cost(1n), curve.bends]).toEqual([curve.cost(10n ** 9n), [1n]]);
  });
});

describe('a mixture of two files', () => {
  const before = {
    region: 'us-east-1',
    traffic: { requests: '1M', request: '1 KB', streaming: true },
    edge: { hitRatio: '10%', plan: 'free' },
    auth: { lambdaAuthorizer: { duration: '1 s', memory: '1 GB' } },
  };
  const after = {
    region: 'eu-west-1',
    traffic: { requests: '2M', response: '2 KB', streaming: false },
    edge: { hitRatio: '20%', plan: 'pro' },
    auth: { lambdaAuthorizer: { duration: '2 s', memory: '2 GB', cacheHitRatio: '5%' } },
    cache: { hitRatio: '50%' },
  };
  test('of volumes takes how much over, and nothing else', () => {
    expect(hybrid(before, after, 'volume')).toEqual({ ...before, traffic: { ...before.traffic, requests: '2M' } });
  });
  test('of the mix takes sizes and shares over too, adds what is new and takes away what is gone', () => {
    expect(hybrid(before, after, 'mix')).toEqual({
      region: 'us-east-1',
      traffic: { requests: '2M', response: '2 KB', streaming: true },
      edge: { hitRatio: '20%', plan: 'free' },
      auth: { lambdaAuthorizer: { duration: '2 s', memory: '1 GB', cacheHitRatio: '5%' } },
    });
  });
  const REALTIME = { connections: 1, connectRate: 2, hoursPerDay: 3, sessionLength: 4, fanOut: 5 };
  const stream = (rate: number, size: number) => ({ rate, size });
  test('of connections knows which are volumes and which are not', () => {
    const was = { realtime: { ...REALTIME, inbound: stream(6, 7), outbound: stream(8, 9) } };
    const is = {
      realtime: {
        connections: 10,
        connectRate: 20,
        hoursPerDay: 30,
        sessionLength: 40,
        fanOut: 50,
        inbound: stream(60, 70),
        outbound: stream(80, 90),
      },
    };
    expect(hybrid(was, is, 'volume')).toEqual({
      realtime: {
        connections: 10,
        connectRate: 20,
        hoursPerDay: 30,
        sessionLength: 4,
        fanOut: 5,
        inbound: stream(60, 7),
        outbound: stream(80, 9),
      },
    });
    expect(hybrid(was, is, 'mix')).toEqual(is);
  });
  test('knows every field that says of what kind', () => {
    const of = (value: string) => ({
      traffic: { request: value, response: value, sizes: value, fates: value, connections: value },
      edge: { geography: value },
      cache: { hitRatio: value },
      auth: { lambdaAuthorizer: { duration: value, cacheHitRatio: value } },
      backend: { lambda: { duration: value } },
      observability: { accessLogs: { bytes: value } },
    });
    expect(hybrid(of('a'), of('b'), 'mix')).toEqual(of('b'));
    expect(hybrid(of('a'), of('b'), 'volume')).toEqual(of('a'));
  });
  test('where a section is on one side alone, or is no section, it is a change of design', () => {
    expect(hybrid({ a: 1 }, { traffic: { requests: '1' } }, 'mix')).toStrictEqual({ a: 1 });
    expect(hybrid({ traffic: { requests: '1' } }, {}, 'mix')).toStrictEqual({ traffic: { requests: '1' } });
    expect(hybrid({ traffic: { requests: '1' } }, { traffic: null }, 'mix')).toEqual({ traffic: { requests: '1' } });
    expect(hybrid({ traffic: ['1'] }, { traffic: { requests: '1' } }, 'mix')).toEqual({ traffic: ['1'] });
    expect(hybrid('text', { traffic: {} }, 'mix')).toBe('text');
    expect(hybrid(null, {}, 'mix')).toBeNull();
  });
});

describe('one more', () => {
  const moved = (id: string, yaml: string) =>
    sensitivities(byId(id), month(yaml, {}, 'eu-central-1'), awsBook)
      .filter(({ step }) => step === 'one')
      .map(({ field, change }) => `${field} ${change.toDecimalPlaces(6).toFixed()}`);
  const inVpc = 'traffic: { requests: 1M, request: 1 KB, response: 1 KB }\nneeds: { endpoint-private: yes }';

  test('of zones and endpoints is hours, stated or assumed, the most expensive first', () => {
    // $0.012 an hour in Frankfurt, 730 hours: a zone of each of four endpoints; an endpoint in three zones.
    expect(moved('rest-private', `${inVpc}\nprivateEndpoint: { endpoints: 4, zones: 3 }`)).toEqual([
      'privateEndpoint.zones 35.04',
      'privateEndpoint.endpoints 26.28',
    ]);
    // One endpoint in two zones where nothing is stated.
    expect(moved('rest-private', inVpc)).toEqual(['privateEndpoint.endpoints 17.52', 'privateEndpoint.zones 8.76']);
  });
  test('that shares the hours saves', () => {
    // Four zones and endpoints of $8.76, by one, and by two.
    expect(moved('rest-private', `${inVpc}\nprivateEndpoint: { endpoints: 2, zones: 2, sharedBy: 1 }`)).toContain(
      'privateEndpoint.sharedBy -17.52',
    );
  });
  test('of web ACLs, rules and warm environments is what each costs', () => {
    expect(moved('rest', 'traffic: { requests: 1M, response: 1 KB }\nwaf: { rules: 3 }')).toEqual(['waf.webAcls 5', 'waf.rules 1']);
    expect(moved('http', 'traffic: { requests: 1M, response: 1 KB }\nwaf: { rules: 3 }')).toEqual([]);
  });
  test('of what does not fit a day or the requests is not asked', () => {
    const fields = (yaml: string) => sensitivities(byId('websocket'), month(yaml), awsBook).map(({ field }) => field);
    const realtime = (hours: number) => `realtime: { connections: 100, hoursPerDay: ${hours}, inbound: { rate: 1/min, size: 1 KB } }`;
    expect(fields(realtime(20))).toContain('realtime.hoursPerDay');
    expect(fields(realtime(24))).not.toContain('realtime.hoursPerDay');
  });
});
