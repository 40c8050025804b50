// `prices verify`: what both know, what one knows, and what could not be used.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PricesVerifyDocument } from '../../src/documents/prices/verify.ts';
import { run } from '../run.ts';
import { csvOf, jsonOf, pagesOf, type Product } from './offers.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function verified(content: string, name = 'offer', ...options: readonly string[]) {
  writeFileSync(join(folder, name), content);
  const ran = await run(['prices', 'verify', name, '--json', ...options], { folder });
  const document = JSON.parse(ran.stdout) as PricesVerifyDocument;
  return { ...ran, document, rates: document.results[0]?.rates ?? [], summary: document.results[0]?.summary };
}

const rest = (tiers: Product['tiers'], fields: Partial<Product> = {}): Product => ({
  sku: 'Z5KFC4J7492YHH8P',
  usageType: 'EUW2-ApiGatewayRequest',
  operation: 'ApiGatewayRequest',
  tiers,
  ...fields,
});

const REST: Product['tiers'] = [
  ['0', '333000000', '0.0000035000'],
  ['333000000', '1000000000', '0.0000033300'],
  ['1000000000', '20000000000', '0.0000028300'],
  ['20000000000', 'Inf', '0.0000018000'],
];

test.each([
  ['CSV', csvOf],
  ['JSON', jsonOf],
])('a rate that is as AWS has it is equal: %s', async (_, of) => {
  const { rates, summary, exitCode } = await verified(of([rest(REST)]));
  expect(exitCode).toBe(0);
  expect(summary).toMatchObject({ equal: 1, different: 0 });
  expect(rates.find(({ status }) => status === 'equal')).toMatchObject({
    sku: 'apigateway/rest-requests',
    region: 'eu-west-2',
    joinedBy: 'rate-code',
  });
});

test('a price of a tier that differs is told with both sides, and ends with exit code 1', async () => {
  const moved = REST.map(([begin, end, price]) => [begin, end, begin === '333000000' ? '0.0000034000' : price] as const);
  const { rates, exitCode } = await verified(csvOf([rest(moved)]));
  expect(exitCode).toBe(1);
  const rate = rates.find(({ status }) => status === 'different');
  expect(rate?.tiers.filter((tier) => tier.isDifferent)).toMatchObject([
    {
      tierFrom: '333000000',
      ours: { unitPrice: '0.00000333', rateCode: 'Z5KFC4J7492YHH8P.JRTCKXETXF.DRE2JBTXBV' },
      aws: { unitPrice: '0.0000034', rateCode: 'Z5KFC4J7492YHH8P.JRTCKXETXF.T1', effective: '2026-09-01' },
    },
  ]);
});

test('a bound of a tier that moved is a difference between the two bounds', async () => {
  const moved = REST.map(([begin, end, price]) => [begin.replace('333', '400'), end.replace('333', '400'), price] as const);
  const { rates } = await verified(csvOf([rest(moved)]));
  const tiers = rates.find(({ status }) => status === 'different')?.tiers.filter((tier) => tier.isDifferent);
  expect(tiers).toMatchObject([{ tierFrom: '333000000', ours: { unitPrice: '0.00000333' }, aws: { unitPrice: '0.0000035' } }]);
});

test('what a file on API Gateway in London lacks is known only to us; other Regions and services are not in question', async () => {
  const { rates } = await verified(csvOf([rest(REST)]));
  const ours = rates.filter(({ status }) => status === 'only-ours');
  expect(ours.length).toBeGreaterThan(5);
  expect(ours.every(({ sku, region }) => sku.startsWith('apigateway/') && region === 'eu-west-2')).toBe(true);
});

test('a rate that our sheets lack is known only to AWS, which is no difference', async () => {
  const events: Product = {
    sku: 'EVNT',
    service: 'AWSEvents',
    usageType: 'EUW2-Event-64K-Chunks',
    operation: 'PutEvents',
    unit: '64K-Chunks',
    tiers: [['0', 'Inf', '0.000001']],
  };
  const { rates, exitCode } = await verified(csvOf([events]));
  expect(exitCode).toBe(0);
  expect(rates).toMatchObject([
    {
      sku: 'eventbridge/custom-events',
      status: 'only-aws',
      because: expect.stringMatching(/No published/) as string,
      tiers: [{ ours: null }],
    },
  ]);
});

test.each<readonly [unit: string, price: string, status: string]>([
  ['minutes', '0.000000297', 'equal'],
  ['1M minutes', '0.297', 'equal'],
  ['1000 Minutes', '0.000297', 'equal'],
  ['10K minutes', '0.00297', 'equal'],
  ['10,000 minutes', '0.00297', 'equal'],
  ['Million Minutes', '0.297', 'equal'],
  ['1,0 minutes', '0.00297', 'refused'],
  ['0 million minutes', '0.297', 'refused'],
  ['1M minutes', '0.298', 'different'],
  ['Requests', '0.000000297', 'refused'],
  ['', '0.000000297', 'refused'],
  ['0 minutes', '0.000000297', 'refused'],
  ['million', '0.297', 'refused'],
])('a unit is converted only where AWS writes the number: %s at %s', async (unit, price, status) => {
  const minutes: Product = {
    sku: 'MINS',
    usageType: 'EUW2-ApiGatewayMinute',
    operation: 'ApiGatewayWebSocket',
    unit,
    tiers: [['0', 'Inf', price]],
  };
  const { rates } = await verified(csvOf([minutes]));
  expect(rates.find(({ sku }) => sku === 'apigateway/websocket-minutes')?.status).toBe(status);
});

test.each<readonly [what: string, products: readonly Product[], because: RegExp]>([
  ['a gap', [rest([REST[0]!, REST[2]!])], /do not join at 1000000000/],
  ['no beginning', [rest(REST.slice(1))], /do not join at 333000000/],
  ['an end', [rest(REST.slice(0, 2))], /end at 1000000000/],
  ['a bound that is none', [rest([['=1+1', 'Inf', '1']])], /is from =1\+1 to Inf/],
  [
    'two products at two prices',
    [rest([['0', 'Inf', '1']], { sku: 'ONE' }), rest([['0', 'Inf', '2']], { sku: 'TWO' })],
    /several products for it at different prices: ONE, TWO/,
  ],
  ['more rows than tiers', Array.from({ length: 102 }, (_, index) => rest(REST.slice(0, 1), { sku: `S${index}` })), /more than 100 rows/],
])('tiers are never guessed: %s', async (_, products, because) => {
  const { rates, exitCode } = await verified(csvOf(products));
  expect(exitCode).toBe(0);
  expect(rates.find(({ sku }) => sku === 'apigateway/rest-requests')).toMatchObject({
    status: 'refused',
    because: expect.stringMatching(because) as string,
  });
});

const DAY = '2026-11-30';
const twice = 'ABCDEFGHIJ';

test.each<readonly [what: string, products: readonly Product[], status: string, because: RegExp | null]>([
  [
    'a price that begins later is not compared',
    [rest(REST, { begins: '2027-01-01' })],
    'refused',
    /begins on 2027-01-01, which is after 2026-11-30/,
  ],
  ['nor is one beside the price of today', [rest(REST), rest([['0', 'Inf', '1']], { term: twice, begins: '2027-01-01' })], 'equal', null],
  ['a price that begins today holds', [rest([['0', 'Inf', '1']]), rest(REST, { term: twice, begins: DAY })], 'equal', null],
  [
    'of two terms the one that began last holds',
    [rest([['0', 'Inf', '1']], { begins: '2025-01-01' }), rest(REST, { term: twice })],
    'equal',
    null,
  ],
  ['two terms of one day at one price are one rate', [rest(REST), rest(REST, { term: twice })], 'equal', null],
  [
    'two terms of one day at two prices',
    [rest(REST), rest([['0', 'Inf', '1']], { term: twice })],
    'refused',
    /several terms for it from 2026-09-01 on, at different prices: Z5KFC4J7492YHH8P.JRTCKXETXF, Z5KFC4J7492YHH8P.ABCDEFGHIJ/,
  ],
])('terms: %s', async (_, products, status, because) => {
  for (const of of [csvOf, jsonOf, pagesOf]) {
    const text = of === pagesOf ? pagesOf(products) : (of as typeof csvOf)(products);
    const rate = (await verified(text, 'offer', '--as-of', DAY)).rates.find(({ sku }) => sku === 'apigateway/rest-requests');
    expect(rate?.status).toBe(status);
    if (because !== null) expect(rate?.because).toMatch(because);
  }
});

test('a row that began later takes the place of the one with its code, and a ladder that of a ladder', async () => {
  const earlier = REST.map(([begin, end, price]) => [begin, end, `${price}9`] as const);
  expect((await verified(csvOf([rest(earlier, { begins: '2025-01-01' }), rest(REST)]))).summary).toMatchObject({ equal: 1 });
  const lines = csvOf([rest(REST)])
    .trimEnd()
    .split('\n');
  const last = (lines.at(-1) ?? '').replace('2026-09-01', '2026-10-01');
  expect((await verified([...lines, last].join('\n'))).summary).toMatchObject({ equal: 1, refused: 0 });
});

test('pages that overlap have their rows twice, which is one rate', async () => {
  expect((await verified(pagesOf([rest(REST)], [rest(REST)]))).summary).toMatchObject({ equal: 1, refused: 0 });
});

test('a row that states another Region than its code is of that Region, be it one without a sheet', async () => {
  for (const region of ['eu-west-9', '../../etc'])
    expect((await verified(csvOf([rest(REST, { region })]))).document.results[0]).toMatchObject({ passed: { elsewhere: 4 }, rates: [] });
  expect((await verified(csvOf([rest(REST, { region: '' })]))).summary).toMatchObject({ equal: 1 });
});

test.each(['US East (N. Virginia)', 'EU (Ireland)', 'Europe (Ireland)'])(
  'where a file has no Regions, as older ones, its places count: %s',
  async (location) => {
    const acl: Product = {
      sku: 'ACLS',
      service: 'awswaf',
      usageType: 'WebACLV2',
      region: '',
      location,
      unit: 'Month',
      tiers: [['0', 'Inf', '5']],
    };
    const region = location.startsWith('US') ? 'us-east-1' : 'eu-west-1';
    for (const text of [csvOf([acl]), jsonOf([acl]), pagesOf([acl])])
      expect((await verified(text)).rates.find(({ sku }) => sku === 'waf/web-acl')).toMatchObject({ region, status: 'equal' });
  },
);

test('two products at one price are one rate', async () => {
  const { summary } = await verified(csvOf([rest(REST, { sku: 'ONE' }), rest(REST, { sku: 'TWO' })]));
  expect(summary).toMatchObject({ equal: 1, refused: 0 });
});

test('a free tier that is an allowance here is no difference', async () => {
  const requests: Product = {
    sku: 'SNSR',
    service: 'AmazonSNS',
    usageType: 'Requests-Tier1',
    region: 'us-east-1',
    tiers: [
      ['0', '1000000', '0'],
      ['1000000', 'Inf', '0.0000005'],
    ],
  };
  expect((await verified(csvOf([requests]))).summary).toMatchObject({ equal: 1, different: 0 });
});

test('a rate whose rows could not be recognised is not said to be missing', async () => {
  const acl: Product = {
    sku: 'ACLS',
    service: 'awswaf',
    usageType: 'USE1-WebACLV2',
    region: 'us-east-1',
    unit: 'Month',
    tiers: [['0', 'Inf', '5']],
  };
  const { rates } = await verified(csvOf([acl]));
  expect(rates.find(({ sku }) => sku === 'waf/web-acl')?.status).toBe('equal');
  expect(rates.find(({ sku }) => sku === 'waf/capacity')?.because).toMatch(/would not be recognised/);
  expect(rates.find(({ sku }) => sku === 'waf/requests')).toMatchObject({ status: 'only-ours', because: null });
});

test('rows that are none of ours are counted', async () => {
  const { document } = await verified(
    csvOf([
      rest(REST),
      rest([['0', 'Inf', '']], { termType: 'Reserved' }),
      rest([['0', 'Inf', '25']], { currency: 'CNY' }),
      rest([['0', 'Inf', '1']], { sku: 'X', usageType: 'EUW2-SomethingNew' }),
    ]),
  );
  expect(document.results[0]).toMatchObject({ rows: 7, passed: { reserved: 1, currency: 1, unknown: 1, spot: 0 } });
});

test('a file that cannot be understood hides no other', async () => {
  writeFileSync(join(folder, 'good.csv'), csvOf([rest(REST)]));
  writeFileSync(join(folder, 'bad.csv'), 'hello');
  const { stdout, stderr, exitCode } = await run(['prices', 'verify', 'bad.csv', 'good.csv', 'none.csv', '--json'], { folder });
  expect(exitCode).toBe(5);
  const document = JSON.parse(stdout) as PricesVerifyDocument;
  expect(document.results.map(({ file }) => file)).toEqual(['good.csv']);
  expect(document.errors.map(({ file, line }) => [file, line])).toEqual([
    ['bad.csv', 1],
    ['none.csv', null],
  ]);
  expect(stderr).toMatch(/there is no such file/);
});

test('signs that a terminal would obey are shown', async () => {
  const hostile = rest([['\u001b[2J', 'Inf', '1']], {
    usageType: 'EUW2-ApiGatewayRequest',
    operation: 'ApiGatewayRequest',
    unit: '\u001b[31m',
  });
  writeFileSync(join(folder, 'hostile.csv'), csvOf([hostile]).replace('20261001000000', '\u001b]0;x\u0007'));
  for (const format of ['table', 'markdown', 'json']) {
    const { stdout } = await run(['prices', 'verify', 'hostile.csv', '--format', format], { folder });
    expect(stdout).not.toMatch(/[\u001b\u0007]/);
  }
});
