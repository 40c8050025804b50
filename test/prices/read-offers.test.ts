// Price lists of AWS in each of their forms, and files that are none.
import { expect, test } from 'vitest';
import { AdvisorError } from '../../src/errors/errors.ts';
import { csvOf, gzipped, jsonOf, pagesOf, rowsIn, type Product } from './offers.ts';

const HTTP: Product = {
  sku: 'AAAA',
  usageType: 'EUW2-ApiGatewayHttpRequest',
  operation: 'ApiGatewayHttpApi',
  description: 'São Paulo, "quoted"',
  tiers: [
    ['0', '300000000', '0.0000011600'],
    ['300000000', 'Inf', '0.0000010400'],
  ],
};
const CACHE: Product = { sku: 'BBBB', usageType: 'EUW2-ApiGatewayCacheUsage:0.5GB', unit: 'Hrs', tiers: [['0', 'Inf', '2E-2']] };
const RESERVED: Product = { ...CACHE, sku: 'CCCC', termType: 'Reserved' };
const ALL = [HTTP, CACHE, RESERVED];

const textsOf = (products: readonly Product[]) => (JSON.parse(pagesOf(products)) as { PriceList: readonly string[] }).PriceList;

const FORMS: readonly (readonly [string, string | Uint8Array])[] = [
  ['CSV', csvOf(ALL)],
  ['CSV with a byte order mark and CRLF', `\ufeff${csvOf(ALL).replaceAll('\n', '\r\n')}`],
  ['CSV, gzipped', gzipped(csvOf(ALL))],
  ['JSON', jsonOf(ALL)],
  ['JSON, gzipped', gzipped(jsonOf(ALL))],
  ['pages of get-products', pagesOf([HTTP], [CACHE, RESERVED])],
  ['a list of JSON texts', JSON.stringify(textsOf(ALL))],
  ['JSON texts, one a line', textsOf(ALL).join('\n')],
  ['a list of pages', `[${pagesOf([HTTP])},${pagesOf([CACHE, RESERVED])}]`],
];

test.each(FORMS)('%s has the same rows', async (_, content) => {
  const { rows } = await rowsIn(content);
  const told = rows.map((row) => [row.rateCode, row.termType, row.usageType, row.unit, row.price, row.beginRange, row.endRange].join(' '));
  expect(told.toSorted()).toEqual([
    'AAAA.JRTCKXETXF.T0 OnDemand EUW2-ApiGatewayHttpRequest Requests 0.0000011600 0 300000000',
    'AAAA.JRTCKXETXF.T1 OnDemand EUW2-ApiGatewayHttpRequest Requests 0.0000010400 300000000 Inf',
    'BBBB.JRTCKXETXF.T0 OnDemand EUW2-ApiGatewayCacheUsage:0.5GB Hrs 2E-2 0 Inf',
    'CCCC.JRTCKXETXF.T0 Reserved EUW2-ApiGatewayCacheUsage:0.5GB Hrs 2E-2 0 Inf',
  ]);
  expect(rows.find((row) => row.rateCode.startsWith('AAAA'))).toMatchObject({
    service: 'AmazonApiGateway',
    region: 'eu-west-2',
    operation: 'ApiGatewayHttpApi',
    currency: 'USD',
    description: 'São Paulo, "quoted"',
  });
});

test('a bound that is a number is a bound', async () => {
  const { rows } = await rowsIn(jsonOf([HTTP]).replaceAll('"300000000"', '300000000'));
  expect(rows.map(({ beginRange, endRange }) => [beginRange, endRange])).toEqual([
    ['0', '300000000'],
    ['300000000', 'Inf'],
  ]);
});

test('what holds no product is a price list without prices', async () => {
  expect((await rowsIn(pagesOf([]))).rows).toEqual([]);
  expect((await rowsIn(jsonOf([]))).head.format).toBe('offer-json');
});

test('terms of any kind are rows, whatever their form where they are not on demand', async () => {
  const other = { ...CACHE, sku: 'DDDD', termType: 'SavingsPlan' };
  const { rows } = await rowsIn(jsonOf([CACHE, other]).replace('"Reserved": {', '"Reserved": {"X": {"X.Y": {"text": "none"}},'));
  expect(rows.map((row) => row.termType)).toEqual(['OnDemand', 'SavingsPlan']);
});

test('a file says what it is', async () => {
  const offer = { offer: 'AmazonApiGateway', version: '20261001000000', published: '2026-10-01T00:00:00Z' };
  expect((await rowsIn(csvOf(ALL))).head).toMatchObject({ format: 'offer-csv', ...offer });
  expect((await rowsIn(jsonOf(ALL))).head).toMatchObject({ format: 'offer-json', ...offer });
  expect((await rowsIn(pagesOf(ALL))).head).toMatchObject({ format: 'get-products', offer: null, published: offer.published });
});

const csvLines = csvOf(ALL).split('\n').length;
// Terms are read where they end, a line before those of the next product.
const lineWithPrices = jsonOf(ALL).split('\n').indexOf('   "BBBB": {');
const bomb = gzipped(`${csvOf(ALL)}${'\n'.repeat(30_000_000)}`);
const withPrice = (price: string) => csvOf([{ ...CACHE, tiers: [['0', 'Inf', price]] }]);

test.each<readonly [what: string, content: string | Uint8Array, line: number | null, says: RegExp]>([
  ['nothing', '', 1, /is no price list/],
  ['prose', 'Dear all,\nthese are the prices\n', 1, /is no price list/],
  ['other JSON', '{"name": "x"}', 1, /is no price list/],
  ['cells parted by semicolons', csvOf(ALL).replaceAll('","', '";"'), 1, /cells parted by ";"/],
  ['cells parted by tabs, without a preamble', 'SKU\tOfferTermCode\n', 1, /cells parted by "\\t"/],
  ['a price that is a number', jsonOf(ALL).replace('"0.0000011600"', '0.00000116'), lineWithPrices, /a price is a JSON number/],
  ['UTF-16', Buffer.from(`\ufeff${csvOf(ALL)}`, 'utf16le'), 1, /is not UTF-8/],
  ['savings plans as CSV', csvOf(ALL).replace('"PricePerUnit"', '"DiscountedRate"'), null, /list of savings plans/],
  [
    'savings plans as JSON',
    '{"version":"1","products":[{"sku":"X","productFamily":"ComputeSavingsPlans"}]}',
    null,
    /list of savings plans/,
  ],
  ['terms without a product', '{"terms":{"OnDemand":{"A.B":{"priceDimensions":{}}}},"product":{}}', 1, /terms stand before the product/],
  ['a zip archive', Buffer.from('PK\u0003\u0004rest'), null, /zip archive/],
  ['an index of services', '{"formatVersion":"v1.0","offers":{"AWSELB":{"offerCode":"AWSELB"}}}', null, /index of AWS's services/],
  ['an index of Regions', '{"regions":{"us-east-1":{"regionCode":"us-east-1"}}}', null, /index of AWS's Regions/],
  ['a zip bomb', bomb, null, /unpacks to more than 250 times/],
  ['gzip that was cut off', gzipped(csvOf(ALL)).subarray(0, 200), null, /gzip data is damaged or ends too early/],
  ['a row of 10 MB', `${csvOf(ALL)}${'x'.repeat(10_000_000)}`, csvLines, /row is too long/],
  ['a quote that is never closed', `${csvOf(ALL)}"AAAA,"b"`, csvLines, /quote stands where none may be/],
  ['a quote open at the end', `${csvOf(ALL)}"AAAA`, csvLines, /ends inside a quoted cell/],
  ['a row that was cut off', csvOf(ALL).slice(0, -40), csvLines - 1, /ends inside a quoted cell|cells, and the header has 17/],
  ['a preamble without a header', '"FormatVersion","v1.0"\n', 2, /ends before the header/],
  [
    'lines about itself without end',
    `"FormatVersion","v1.0"\n${Array.from({ length: 200 }, (_, index) => `${index},x\n`).join('')}`,
    1,
    /is no price list/,
  ],
  ['a header without prices', csvOf(ALL).replace('"PricePerUnit"', '"Price"'), 6, /no column PricePerUnit/],
  ['a formula', withPrice('=cmd|calc'), 7, /a price is "=cmd\|calc"/],
  ['a price with an escape of a terminal', withPrice('\u001b[31m1'), 7, /a price is "\\u001b\[31m1"/],
  ['a price without end', withPrice('9'.repeat(1000)), 7, /a price is "9{40}"/],
  ['JSON that was cut off', jsonOf(ALL).slice(0, -30), jsonOf(ALL).slice(0, -30).split('\n').length, /ends inside its JSON, at byte \d+/],
  ['bytes that are no text', Buffer.from(jsonOf(ALL).replace('v1.0', '\u00e9'), 'latin1'), 2, /is not UTF-8/],
  ['a slip in JSON', jsonOf(ALL).replace('"version":', '"version"='), 4, /is not JSON at byte \d+/],
  ['a comma too few', jsonOf(ALL).replace(',\n "version"', '\n "version"'), 4, /is not JSON at byte \d+/],
  ['a price in JSON that is none', jsonOf(ALL).replace('0.0000010400', '=1+1'), lineWithPrices, /a price is "=1\+1"/],
  ['brackets without end', `{"products":{"a":${'['.repeat(5_000_000)}`, 1, /nested more than 50 levels deep/],
  ['a text without end', `{"products":{"a":"${'x'.repeat(5_000_000)}`, 1, /one entry is too long/],
  ['terms before products', '{"terms":{"OnDemand":{"A":{}}},"products":{}}', 1, /terms stand before the products/],
  ['a term without prices', '{"products":{"A":{"sku":"A"}},"terms":{"OnDemand":{"A":{"t":{}}}}}', 1, /no priceDimensions/],
  ['pages that hold no JSON', '{"PriceList":["{"]}', 1, /entry of PriceList is not JSON/],
])('%s is refused with its place', async (_, content, line, says) => {
  const error: unknown = await rowsIn(content, 65_536).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(AdvisorError);
  const [problem] = (error as AdvisorError).problems;
  expect(`${problem?.what}; ${problem?.because}`).toMatch(says);
  expect([problem?.file, problem?.line]).toEqual(['offer', line]);
  expect((error as AdvisorError).exitCode).toBe(5);
});

test('a key that JavaScript knows is a key', async () => {
  const text = '{"products":{"__proto__":{"sku":"__proto__","attributes":{"__proto__":{"usagetype":"x"}}}},"terms":{"OnDemand":{}}}';
  expect((await rowsIn(text)).rows).toEqual([]);
});
