// Compiled price data that somebody changed is refused by file and cell, with exit code 4, and never priced with.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { costOfOne } from '../answers.ts';
import { PriceError } from '../../src/errors/errors.ts';
import { readPriceData } from '../../src/pricebook/files.ts';
import { openPriceBook } from '../../src/pricebook/price-book.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { ROOT, run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-prices-'));
const prices = join(folder, 'prices');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(prices, { recursive: true, force: true });
  mkdirSync(prices);
  for (const name of ['index.json', 'us-east-1.json']) cpSync(join(ROOT, 'dist/pricing-data', name), join(prices, name));
});

const workload = parseWorkload(readFileSync(join(ROOT, 'examples/catalogue.yaml'), 'utf8'));
const priceIt = () => costOfOne(workload, openPriceBook(readPriceData(prices)));

type Json = Record<string, unknown>;
function change(file: string, edit: (data: Json) => unknown): void {
  const data = JSON.parse(readFileSync(join(prices, file), 'utf8')) as Json;
  writeFileSync(join(prices, file), JSON.stringify(edit(data) ?? data));
}
/** The cell at a path, in its parent. */
function put(data: Json, path: readonly (string | number)[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Json)[key], data) as Json;
  if (value === undefined) delete parent[path.at(-1) as string];
  else parent[path.at(-1) as string] = value;
}

const REST = ['rates', 'apigateway/rest-requests'] as const;
const FIRST = [...REST, 'tiers', 0] as const;
const AMOUNT = 'an amount is a plain decimal in quotes, and not negative';

test.each<[string, string, readonly (string | number)[], unknown, string, string]>([
  ['a negative price', 'us-east-1.json', [...FIRST, 'price'], '-5', 'rates.apigateway/rest-requests.tiers[0].price is "-5"', AMOUNT],
  ['a number', 'us-east-1.json', [...FIRST, 'price'], 5, 'rates.apigateway/rest-requests.tiers[0].price is 5', AMOUNT],
  ['an exponent', 'us-east-1.json', [...FIRST, 'price'], '1e9', 'rates.apigateway/rest-requests.tiers[0].price is "1e9"', AMOUNT],
  ['no price', 'us-east-1.json', [...FIRST, 'price'], undefined, 'rates.apigateway/rest-requests.tiers[0].price is missing', AMOUNT],
  [
    'no reason',
    'us-east-1.json',
    [...FIRST],
    { from: '0', unavailable: 7 },
    'rates.apigateway/rest-requests.tiers[0].unavailable is 7',
    'words',
  ],
  ['a gap below', 'us-east-1.json', [...FIRST, 'from'], '5', 'rates.apigateway/rest-requests.tiers[0].from is "5"', 'tiers begin at 0'],
  ['tiers that fall', 'us-east-1.json', [...REST, 'tiers', 1, 'from'], '0', 'rates.apigateway/rest-requests.tiers[1].from is "0"', 'rise'],
  ['no tiers', 'us-east-1.json', [...REST, 'tiers'], [], 'rates.apigateway/rest-requests.tiers is something else', 'one tier at least'],
  ['tiers that are none', 'us-east-1.json', [...REST, 'tiers'], 'x', 'rates.apigateway/rest-requests.tiers is "x"', 'a list'],
  ['a rate that is none', 'us-east-1.json', REST, true, 'rates.apigateway/rest-requests is true', 'an object'],
  ['a source that is none', 'us-east-1.json', [...REST, 'source'], 5, 'rates.apigateway/rest-requests.source is 5', 'words'],
  ['no rates', 'us-east-1.json', ['rates'], undefined, 'rates is missing', 'every such file has it'],
  ['no sources', 'index.json', ['sources'], undefined, 'sources is missing', 'every such file has it'],
  ['a month of nothing', 'index.json', ['editions', 'aws', 'hoursPerMonth'], '0', 'editions.aws.hoursPerMonth is "0"', 'not zero'],
  ['a KB of words', 'index.json', ['editions', 'aws', 'bytesPerKB'], 'many', 'editions.aws.bytesPerKB is "many"', AMOUNT],
  ['an allowance that is owed', 'index.json', ['allowances', 0, 'quantity'], '-1', 'allowances[0].quantity is "-1"', AMOUNT],
  ['an allowance without a source', 'index.json', ['allowances', 0, 'source'], undefined, 'allowances[0].source is missing', 'words'],
  ['allowances that are none', 'index.json', ['allowances'], { a: 1 }, 'allowances is something else', 'a list'],
  ['no date', 'index.json', ['sources', 'apigateway-feed', 'published'], null, 'sources.apigateway-feed.published is', 'words'],
])('%s is refused', (_, file, path, value, what, because) => {
  change(file, (data) => put(data, path, value));
  const error = errorOf(priceIt);
  expect(error.exitCode).toBe(4);
  expect(error.problems[0]).toMatchObject({ file: join(prices, file), write: expect.stringContaining('reinstall') as unknown });
  expect(error.problems[0]?.what).toContain(what);
  expect(error.problems[0]?.because).toContain(because);
});

test.each([
  ['no JSON', '{ "sources": '],
  ['a list', '[]'],
  ['nothing', ''],
  ['text', '"x"'],
  ['nesting without end', '['.repeat(400_000)],
  ['more than it may have', ' '.repeat(1_000_001)],
])('a file with %s is refused', (_, text) => {
  writeFileSync(join(prices, 'index.json'), text);
  expect(errorOf(priceIt).exitCode).toBe(4);
});

test('a Region is no path out of the folder', () => {
  const data = readPriceData(prices);
  for (const region of ['../prices/us-east-1', 'index', '']) expect(() => data.sheet(region)).toThrow(PriceError);
});

test('the command line tells file and cell, and ends with 4', async () => {
  change('us-east-1.json', (data) => put(data, [...FIRST, 'price'], '-5'));
  cpSync(join(ROOT, 'examples/catalogue.yaml'), join(folder, 'workload.yaml'));
  const ran = await run(['diff', 'workload.yaml', '--prices-before', 'prices', '--as-of', '2025-07-01'], { folder });
  expect([ran.exitCode, ran.stdout]).toEqual([4, '']);
  expect(ran.stderr).toMatch(/us-east-1\.json {2}rates\.apigateway\/rest-requests\.tiers\[0\]\.price is "-5"\n {2}because {3}an amount/);
});

test('a damaged sheet is told by line and column', async () => {
  rmSync(prices, { recursive: true });
  cpSync(join(ROOT, 'pricing-data'), prices, { recursive: true });
  const sheet = join(prices, 'us-east-1.yaml');
  writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('price: "0.0000035"', 'price: "-5"'));
  cpSync(join(ROOT, 'examples/catalogue.yaml'), join(folder, 'workload.yaml'));
  const ran = await run(['diff', 'workload.yaml', '--prices-before', 'prices', '--as-of', '2025-07-01'], { folder });
  expect([ran.exitCode, ran.stdout]).toEqual([4, '']);
  expect(ran.stderr).toMatch(/^prices\/us-east-1\.yaml:\d+:\d+ {2}rates › apigateway\/rest-requests › tiers › 0/m);
});

function errorOf(act: () => unknown): PriceError {
  try {
    act();
  } catch (error) {
    if (error instanceof PriceError) return error;
    throw error;
  }
  return expect.fail('it was priced');
}
