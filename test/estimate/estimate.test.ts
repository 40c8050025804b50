// What every candidate costs in a month, and what an estimate owes its reader besides: by hand.
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { candidateCost } from '../../src/estimate/candidate-cost.ts';
import { costOf, totalOf } from '../../src/estimate/cost-in-question.ts';
import { assumedBytes, distinct, inWords, published, silentSkus } from '../../src/estimate/disclose.ts';
import { cheapest, estimate, type CandidateEstimate } from '../../src/estimate/estimate.ts';
import { breakevens, provisionedBreakeven } from '../../src/estimate/provisioned.ts';
import { monthOf } from '../../src/journey/month.ts';
import { decimal } from '../../src/money/decimal.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { articleBook, awsBook } from '../price-book.ts';

const read = (yaml: string, region = 'us-east-1') => parseWorkload(`name: a\nregion: ${region}\n${yaml}`, {});
const of = (yaml: string, book = awsBook, options = {}, region?: string) => estimate(read(yaml, region), book, options);
const one = (id: string, ...given: Parameters<typeof of>) =>
  of(...given).candidates.find((candidate) => candidate.id === id) ?? expect.fail(id);
const words = (...given: Parameters<typeof of>) => of(...given).assumptions.map(({ id, text }) => `${id}: ${text}`);
const gist = (found: CandidateEstimate) => ({
  cost: found.listCost.toFixed(),
  bound: found.bound,
  frontDoor: `${found.frontDoorCost.toFixed()} ${found.frontDoorBound}`,
  backend: `${found.backendCost?.toFixed() ?? '-'} ${found.backendBound}`,
});

describe('a candidate', () => {
  const LAMBDA = 'backend: { lambda: { memory: 1 GB, duration: 100 ms, architecture: x86 } }';

  test('costs its front door and its backend', () => {
    // 1M requests: $1 at an HTTP API; 1M × $0.0000002 and 100,000 GB-seconds × $0.0000166667 at the function.
    expect(gist(one('http', `traffic: { requests: 1M, response: 0 B }\n${LAMBDA}`))).toEqual({
      cost: '2.86667',
      bound: 'exact',
      frontDoor: '1 exact',
      backend: '1.86667 exact',
    });
  });

  test('has no backend cost where nobody states the backend, and none of nothing where somebody does', () => {
    expect(gist(one('http', 'traffic: { requests: 1M, response: 0 B }')).backend).toBe('- exact');
    expect(gist(one('http', `traffic: { requests: 0 }\n${LAMBDA}`)).backend).toBe('0 exact');
    expect(gist(one('rest', 'traffic: { requests: 1M }\nbackend: { service: { name: sqs } }')).backend).toBe('0.4 exact');
    expect(gist(one('http', 'traffic: { requests: 1M }\nbackend: { vpc: { balancer: alb } }')).backend).toBe('- exact');
  });

  test('has rows of what is not billed, which cost nothing', () => {
    const { lineItems } = one('http', 'traffic: { requests: 100, response: 0 B, fates: { throttled: 10% } }');
    expect(lineItems.map((row) => ({ ...row, consumedQuantity: row.consumedQuantity.toFixed() })).slice(-1)).toMatchObject([
      {
        hop: 'http',
        side: 'front-door',
        sku: 'apigateway/http-requests',
        place: { region: 'us-east-1' },
        usageType: null,
        skuPriceId: null,
        tierFrom: null,
        consumedQuantity: '10',
        consumedUnit: 'requests',
        pricingUnit: 'request',
        unpriced: null,
        note: 'throttled (429): not billed by API Gateway',
      },
    ]);
    const last = lineItems.at(-1);
    expect([last?.pricingQuantity, last?.listUnitPrice, last?.listCost].map((value) => value?.toFixed())).toEqual(['0', '0', '0']);
    expect([lineItems.length, last?.published]).toEqual([2, null]);
  });

  test('is a lower bound where a rate is missing, or a size that only it bills; the gap stands once, with its side', () => {
    const elsewhere = one('http', `traffic: { requests: 1M, response: 0 B }\n${LAMBDA}`, awsBook, {}, 'ap-east-2');
    expect([elsewhere.bound, elsewhere.frontDoorBound, elsewhere.backendBound]).toEqual(['at-least', 'at-least', 'exact']);
    expect(elsewhere.missing.map((gap) => [gap.sku, gap.want, Object.keys(gap).length])).toEqual([
      ['apigateway/http-requests', 'not-published', 3],
    ]);
    const streams = one('rest', `traffic: { requests: 1M, streaming: yes }\n${LAMBDA}`);
    expect([streams.bound, streams.frontDoorBound, streams.backendBound]).toEqual(['at-least', 'at-least', 'at-least']);
    expect(streams.missing).toEqual([
      { sku: 'apigateway/rest-requests', want: 'not-stated', reason: 'responses are streamed and traffic.response is not stated' },
      { sku: 'lambda/response-streaming', want: 'not-stated', reason: 'responses are streamed and traffic.response is not stated' },
    ]);
    // Two tiers without a price are one gap.
    const tiers = one('http', 'traffic: { requests: 1G, response: 1 MB }', awsBook, {}, 'ap-southeast-4');
    expect(tiers.missing).toEqual([
      { sku: 'data-transfer/out', want: 'not-in-sheet', reason: 'Only the first tier of this Region was found in a source' },
    ]);
  });

  test('lacks what it cannot have', () => {
    expect(one('http', 'traffic: { requests: 1 }\nwaf: { rules: 1 }').lacks).toEqual(['AWS WAF']);
    expect(one('rest', 'traffic: { requests: 1 }\nwaf: { rules: 1 }').lacks).toEqual([]);
  });
});

test('an estimate says of what it is', () => {
  const {
    candidates,
    assumptions: _,
    notPriced: __,
    pricesPublished,
    ...rest
  } = of('traffic: { requests: 1M, response: 0 B }\ntags: { team: shop }\nhoursPerMonth: 700');
  expect({ ...rest, hoursPerMonth: rest.hoursPerMonth.toFixed() }).toEqual({
    workload: 'a',
    agreement: null,
    tags: { team: 'shop' },
    region: 'us-east-1',
    regionName: 'US East (N. Virginia)',
    edition: 'aws',
    hoursPerMonth: '700',
  });
  expect(of('traffic: { requests: 1 }').tags).toEqual({});
  expect(candidates.map((candidate) => `${candidate.id}, ${candidate.title}, ${candidate.carries}`).slice(0, 3)).toEqual([
    'rest, REST API, requests',
    'http, HTTP API, requests',
    'alb, Application Load Balancer, requests',
  ]);
  expect(pricesPublished.undated).toBe(false);
  expect(of('traffic: { requests: 1M, response: 1 KB }').pricesPublished.undated).toBe(true);
});

describe('the cheapest', () => {
  const made = (id: string, cost: string, more: Partial<CandidateEstimate> = {}): CandidateEstimate => ({
    ...one('http', 'traffic: { requests: 1 }'),
    bound: 'exact',
    lacks: [],
    id,
    listCost: decimal(cost),
    ...more,
  });
  test('is exact and lacks nothing; of equals the first', () => {
    const all = [made('a', '3'), made('b', '2'), made('c', '2'), made('d', '1', { bound: 'at-least' }), made('e', '1', { lacks: ['x'] })];
    expect([cheapest(all)?.id, cheapest(all.slice(3)), cheapest([])]).toEqual(['b', null, null]);
  });
});

describe('what is assumed', () => {
  test('of the month, of a KB, and of allowances with what they would be worth', () => {
    // An HTTP API costs $1, and the first 100 GB out, $9.00, would be free; it is the cheapest by far.
    expect(words('traffic: { requests: 1M, response: 0 B }').slice(0, 3)).toEqual([
      'month-hours: A month has 730 hours.',
      'binary-gigabytes: KB, MB and GB are powers of 1,024.',
      'always-free-off: Allowances that never expire, such as 100 GB of transfer or 1M Lambda requests, are not subtracted.',
    ]);
    const transfer = words('traffic: { requests: 1048576, response: 10 KB }');
    expect(transfer[2]).toMatch(/ are not subtracted; they would be worth \$0\.90 a month for HTTP API\.$/);
    const both =
      'traffic: { requests: 1048576, response: 10 KB }\nrealtime: { connections: 1048576, outbound: { rate: 10/month, size: 1 KB } }';
    expect(words(both)[2]).toContain('they would be worth $0.90 a month for HTTP API, and $0.90 a month for WebSocket API');
    expect(words('traffic: { requests: 1M }', awsBook, { alwaysFree: true })[2]).toMatch(/^always-free-on: /);
    for (const freeTier of ['none', 'legacy', 'credits'] as const)
      expect(words('traffic: { requests: 1M }', awsBook, { freeTier })[3]).toMatch(new RegExp(`^free-tier-${freeTier}: `));
  });

  test('of the order of hops, where anything ends early', () => {
    expect(words('traffic: { requests: 1M, fates: { invalid: 1% } }').some((text) => text.startsWith('pipeline-order'))).toBe(true);
    expect(words('traffic: { requests: 1M }').some((text) => text.startsWith('pipeline-order'))).toBe(false);
  });

  test('by the article, of what it is silent about', () => {
    expect(words('traffic: { requests: 1M }', articleBook)[1]).toMatch(/^decimal-gigabytes: /);
    expect(words('traffic: { requests: 1M, response: 1 KB }', articleBook).at(-1)).toBe(
      'article-silent: The article gives no rate for vpc/public-ipv4, cloudfront/https-requests, cloudfront/data-out; the rate is the one AWS publishes.',
    );
    expect(words('traffic: { requests: 1M, response: 1 KB }').at(-1)).not.toMatch(/^article-silent/);
    expect([assumedBytes(decimal('1000')).id, assumedBytes(decimal('1024')).id]).toEqual(['decimal-gigabytes', 'binary-gigabytes']);
    const rest = one('rest', 'traffic: { requests: 1M, fates: { throttled: 10% } }\nwaf: { rules: 1 }', articleBook).lineItems;
    expect(silentSkus(rest, articleBook)).not.toContain('apigateway/rest-requests');
    expect(silentSkus([...rest, ...rest], articleBook).filter((sku) => sku === 'waf/web-acl').length).toBeLessThanOrEqual(1);
    expect(silentSkus(rest, awsBook)).toEqual([]);
  });

  test('each once, with its value in its words', () => {
    const said = inWords([
      { type: 'assumed', id: 'month-hours', value: '700' },
      { type: 'assumed', id: 'month-hours', value: '600' },
      { type: 'assumed', id: 'always-free-off' },
    ]);
    expect(said.map((found) => found.text)).toEqual([
      'A month has 700 hours.',
      'Allowances that never expire, such as 100 GB of transfer or 1M Lambda requests, are not subtracted.',
    ]);
    expect(said.every((found) => found.because.length > 0)).toBe(true);
    expect(distinct(['a', 'B', 'b', 'A', 'a'], (text) => text.toLowerCase())).toEqual(['a', 'B']);
  });

  test('of what two APIs have and a file states once', () => {
    const fixed = (yaml: string) =>
      of(`traffic: { requests: 1M }\nrealtime: { connections: 1 }\n${yaml}`).assumptions.find(({ id }) => id === 'counted-for-both')?.text;
    const lambda = '{ memory: 1 GB, duration: 1 s, provisioned: { concurrency: 1 } }';
    expect(fixed(`auth: { lambdaAuthorizer: ${lambda} }`)).toContain('auth.lambdaAuthorizer.provisioned');
    expect(fixed(`backend: { lambda: ${lambda} }`)).toContain('backend.lambda.provisioned');
    expect(fixed('backend: { vpc: { balancer: nlb } }')).toContain('backend.vpc');
    expect(fixed('backend: { vpc: { balancer: alb } }')).toBeUndefined();
    expect(fixed('observability: { detailedMetrics: { routes: 1 }, xray: { sampling: 1%, retrieved: 1 } }')).toContain(
      'observability.detailedMetrics, observability.xray.retrieved',
    );
    expect(fixed('observability: { xray: { sampling: 1% } }')).toBeUndefined();
    const alone = (part: string) =>
      of(`${part}\nobservability: { detailedMetrics: { routes: 1 } }`).assumptions.some(({ id }) => id === 'counted-for-both');
    expect([alone('traffic: { requests: 1 }'), alone('realtime: { connections: 1 }')]).toEqual([false, false]);
  });
});

describe('what is in no total', () => {
  const missing = (yaml: string) => of(yaml).notPriced.map((gap) => `${gap.what}: ${gap.because} (${gap.candidates.join(', ')})`);
  const requests = 'traffic: { requests: 1, response: 1 KB }';

  test('a backend that nobody states, or of which it is only said how it is reached', () => {
    expect(missing(requests)).toEqual([
      'the backend: backend is not stated; it need not be when it costs the same behind every front door (rest, http, alb, rest+cloudfront, http+cloudfront)',
    ]);
    expect(missing(`${requests}\nbackend: { vpc: { balancer: alb } }`)).toContain(
      'the backend: backend.vpc says how it is reached; backend.monthly or backend.fargate states what it costs (rest, http, alb, rest+cloudfront, http+cloudfront)',
    );
    expect(missing(`${requests}\nbackend: { lambda: { memory: 1 GB, duration: 1 s } }`)).toEqual([]);
    expect(missing(`${requests}\nbackend: { service: { name: eventbridge } }`).filter((text) => text.startsWith('the backend'))).toEqual(
      [],
    );
  });

  test('what a candidate lacks, and what no size is stated of, with whom it is missing', () => {
    expect(missing('traffic: { requests: 1 }\nwaf: { rules: 1 }\nbackend: { lambda: { memory: 1 GB, duration: 1 s } }')).toEqual([
      'data transfer out: traffic.response is not stated (rest, http, alb, function-url)',
      'AWS WAF: an HTTP API cannot host a web ACL; attacks reach the backend (http)',
      'data transfer to viewers: traffic.response is not stated (rest+cloudfront, http+cloudfront, http+cloudfront+waf, function-url+cloudfront)',
      'AWS WAF: this candidate leaves it out; http+cloudfront+waf has it (http+cloudfront)',
      'AWS WAF: a function URL cannot host a web ACL; attacks start the function (function-url)',
    ]);
  });
});

describe('dates of prices', () => {
  const rows = one('http', 'traffic: { requests: 1M, response: 1 KB }').lineItems;
  const dated = (date: string | null) => ({ ...(rows[0] ?? expect.fail('no row')), published: date });
  const ours = (oldest: string | null, newest: string | null) => [{ list: 'packaged', imported: null, oldest, newest }];
  test('are the oldest and the newest, of all and by list; undated ones are told apart', () => {
    expect(published([dated('2025-10-20'), dated('2024-01-02'), dated('2025-03-04')])).toEqual({
      oldest: '2024-01-02',
      newest: '2025-10-20',
      undated: false,
      lists: ours('2024-01-02', '2025-10-20'),
    });
    expect(published([dated('2025-10-20'), dated('undated'), dated(null)])).toEqual({
      oldest: '2025-10-20',
      newest: '2025-10-20',
      undated: true,
      lists: ours('2025-10-20', '2025-10-20'),
    });
    expect(published([dated(null)])).toEqual({ oldest: null, newest: null, undated: false, lists: [] });
    expect(published([dated('undated')])).toEqual({ oldest: null, newest: null, undated: true, lists: ours(null, null) });
  });
});

describe('the cost of one candidate', () => {
  const cost = (id: string, yaml: string, region?: string) =>
    candidateCost(
      CANDIDATES.find((found) => found.id === id) ?? expect.fail(id),
      monthOf(read(yaml, region), awsBook),
      awsBook,
    )?.toFixed() ?? null;
  test('is its list cost, and null where anything is missing', () => {
    expect(cost('http', 'traffic: { requests: 400M, response: 0 B }')).toBe('390');
    expect(cost('http', 'traffic: { requests: 1M }', 'ap-east-2')).toBeNull();
    expect(cost('rest', 'traffic: { requests: 1M, streaming: yes }')).toBeNull();
    expect(cost('rest', 'traffic: { requests: 1M }')).toBe('3.5');
  });
  test('in question is what AWS lists; what nobody can price adds nothing', () => {
    expect(costOf({ listCost: decimal('3') }).toFixed()).toBe('3');
    expect(totalOf([{ listCost: decimal('3') }, { listCost: null }, { listCost: decimal('0.5') }]).toFixed()).toBe('3.5');
  });
});

describe('the break-even of provisioned concurrency', () => {
  const busy = (fields: string, region = 'us-east-1', book = awsBook) => {
    const { backend } = read(`traffic: { requests: 1 }\nbackend: { lambda: { memory: 1 GB, ${fields} } }`, region);
    const found = provisionedBreakeven(backend?.lambda ?? expect.fail('no function'), region, book);
    return typeof found === 'object' && found !== null ? found.toDecimalPlaces(6).toFixed() : found;
  };
  const FIXED = 'duration: 1 s, provisioned: { concurrency: 1 }';

  test('is the price of keeping it over what each second on it spares', () => {
    // 0.0000041667 ÷ (0.0000166667 − 0.0000097222)
    expect(busy(FIXED)).toBe('0.6');
    // arm64: 0.0000033334 ÷ (0.0000133334 − 0.0000077778)
    expect(busy(`${FIXED}, architecture: arm64`)).toBe('0.600007');
    // Starts of half a second for 10% make on demand 5% longer: 0.0000041667 ÷ (0.000017500035 − 0.0000097222)
    expect(busy(`${FIXED}, coldStarts: { share: 10%, duration: 499.1 ms }`)).toBe('0.535715');
  });

  test('is nothing without a duration or a price, and never where full use costs more', () => {
    expect(busy('duration: 0 ms')).toBeNull();
    const instead = (prices: Readonly<Record<string, string | null>>) => ({
      ...awsBook,
      rate: (...[sku, place]: Parameters<typeof awsBook.rate>) => {
        const rate = awsBook.rate(sku, place);
        const price = prices[sku];
        if (!('tiers' in rate) || price === undefined) return rate;
        if (price === null) return { unavailable: 'nobody knows' };
        return { ...rate, tiers: rate.tiers.map((tier) => ({ ...tier, unitPrice: decimal(price) })) };
      },
    });
    const [kept, onIt, onDemand] = [
      'lambda/provisioned-concurrency-x86',
      'lambda/provisioned-duration-x86',
      'lambda/duration-x86',
    ] as const;
    expect(busy('duration: 1 s', 'us-east-1', instead({ [kept]: '2', [onIt]: '3', [onDemand]: '7' }))).toBe('0.5');
    expect(busy('duration: 1 s', 'us-east-1', instead({ [kept]: '4', [onIt]: '3', [onDemand]: '7' }))).toBe('never');
    expect(busy('duration: 1 s', 'us-east-1', instead({ [kept]: '3.9', [onIt]: '3', [onDemand]: '7' }))).toBe('0.975');
    for (const sku of [kept, onIt, onDemand]) expect(busy('duration: 1 s', 'us-east-1', instead({ [sku]: null }))).toBeNull();
  });

  test('is said of every function that has it, by name', () => {
    const fn = (more = '') => `{ memory: 1 GB, ${FIXED}${more} }`;
    const said = (yaml: string, region = 'us-east-1') =>
      breakevens(read(`traffic: { requests: 1 }\n${yaml}`, region), awsBook).map(({ id, value }) => `${id}: ${value}`);
    expect(said(`backend: { lambda: ${fn()} }\nauth: { lambdaAuthorizer: ${fn(', architecture: arm64')} }`)).toEqual([
      'provisioned-breakeven: 60% of its time (backend) or 60% of its time (authorizer)',
    ]);
    expect(said('backend: { lambda: { memory: 1 GB, duration: 1 s } }')).toEqual([]);
    expect(said(`backend: { lambda: ${fn()} }\nauth: { lambdaAuthorizer: ${fn()} }`, 'ap-east-2')).toEqual([
      'provisioned-never: backend, authorizer',
    ]);
  });
});
