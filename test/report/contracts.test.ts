// A contract on the command line: what of it stands in which answer, on which days it holds, and what its commitments add.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { run, type Setting } from '../run.ts';

const NAME = 'Secretive Ltd 2026';
/** Figures that no price list has, so that where they stand, the contract does. */
const CONTRACT = `name: ${NAME}
valid: { from: 2026-01-01, until: 2026-11-30 }
discounts: { everything: 13.37%, services: { AWS Lambda: 17.77% }, skus: { data-transfer/out: 19.91% } }
rates:
  - { sku: apigateway/http-requests, price: $0.7713/M }
  - { sku: apigateway/rest-requests, tiers: [{ from: 0, price: $2.9173/M }, { from: 77.7M, price: $2.1931/M }] }
commitments: [{ monthly: $98765.43 }]
`;
const WORKLOAD = `name: orders
region: us-east-1
traffic: { requests: 400M/month, request: 1 KB, response: 2 KB }
backend: { lambda: { memory: 512 MB, duration: 100 ms } }
`;

const folder = mkdtempSync(join(tmpdir(), 'contracts-'));
const at = (argv: string, setting: Setting = {}) => run(argv.split(' '), { folder, ...setting });
const BY = '--contract contract.yaml --as-of 2026-11-30';

beforeAll(() => {
  writeFileSync(join(folder, 'contract.yaml'), CONTRACT);
  writeFileSync(join(folder, 'workload.yaml'), WORKLOAD);
  writeFileSync(join(folder, 'other.yaml'), WORKLOAD.replace('orders', 'others').replace('400M', '10M'));
  mkdirSync(join(folder, 'data', 'apigw-advisor'), { recursive: true });
  writeFileSync(join(folder, 'data', 'apigw-advisor', 'contract.yaml'), CONTRACT);
  writeFileSync(
    join(folder, 'api.yaml'),
    'AWSTemplateFormatVersion: 2010-09-09\nResources:\n  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: orders } }\n',
  );
});

/** Every command that shows money, in every format. */
const COMMANDS = [
  ...['table', 'markdown', 'csv', 'json'].flatMap((format) => [
    `cost workload.yaml --format ${format}`,
    `cost workload.yaml other.yaml --format ${format}`,
  ]),
  'cost workload.yaml --full',
  'cost workload.yaml --for 500/month',
  'cost workload.yaml other.yaml --pooled',
  ...['table', 'markdown', 'json'].map((format) => `recommend workload.yaml --format ${format}`),
  'recommend workload.yaml --full',
  ...['table', 'markdown', 'html', 'csv', 'json'].map((format) => `report workload.yaml other.yaml --format ${format} --month 2026-11`),
  'report workload.yaml other.yaml --full',
  ...['table', 'markdown', 'json'].map((format) => `diff workload.yaml other.yaml --format ${format}`),
  ...['table', 'markdown', 'json'].map((format) => `diff workload.yaml other.yaml workload.yaml --format ${format}`),
  ...['table', 'markdown', 'csv', 'json', 'svg', 'html'].map(
    (format) => `sweep workload.yaml --over requests=1M..1B --points 5 --format ${format}`,
  ),
  ...['table', 'markdown', 'csv', 'json'].map((format) => `scan api.yaml --format ${format}`),
  'prices list --region us-east-1',
  'prices list --region us-east-1 --json',
  'prices show apigateway/rest-requests --region us-east-1',
  'prices show apigateway/rest-requests --region us-east-1 --json',
  'prices quote apigateway/rest-requests 400M --region us-east-1',
  'prices quote apigateway/rest-requests 400M --region us-east-1 --json',
  'lint workload.yaml',
  'throttle workload.yaml',
  'explain apigateway/rest-requests',
];

/** Texts that say something of the contract: its terms and prices, and what they make of the workloads. */
const TELLING = /13\.37|17\.77|19\.91|0?\.?7713|2\.?9173|2\.?1931|77,?700,?000|77\.7M|98,?765/;

describe('with list cost', () => {
  test.each(COMMANDS)('%s holds what it holds without a contract, and at most the name, once', async (command) => {
    const bare = await at(`${command} --as-of 2026-11-30`);
    const known = await at(`${command} ${BY}`);
    expect(known.exitCode).toBe(bare.exitCode);
    expect(known.stdout).not.toMatch(TELLING);
    expect(known.stdout.split(NAME).length - 1).toBeLessThanOrEqual(1);
    const figures = (text: string) => text.match(/\d[\d,.]*\d|\d/g) ?? [];
    expect(figures(known.stdout.replace(NAME, ''))).toEqual(figures(bare.stdout));
  });
  test('workbooks hold nothing of it either', async () => {
    const { written, bytes } = await at(`report workload.yaml other.yaml --format xlsx --output report.xlsx ${BY}`);
    expect(written.size).toBe(1);
    const { readXlsx } = await import('hucre');
    const book = await readXlsx([...bytes.values()][0] ?? new Uint8Array());
    const text = JSON.stringify(book.sheets.map(({ rows }) => rows));
    expect(text).not.toMatch(TELLING);
    expect(text.split(NAME).length - 1).toBeLessThanOrEqual(1);
  });
});

describe('with contracted cost', () => {
  const shown = COMMANDS.filter((command) => !/^(?:lint|throttle|explain|prices list)|csv|^scan/.test(command));
  test.each(shown)('%s says by which contract', async (command) => {
    const { stdout, exitCode } = await at(`${command} ${BY} --cost contracted`);
    expect([exitCode, stdout.includes(NAME)]).toEqual([0, true]);
  });
  test('rows of FOCUS multiply out for both prices, and what is missing of commitments is a row of its own', async () => {
    const { stdout } = await at(`report workload.yaml --format csv --month 2026-11 ${BY} --cost contracted`);
    const rows = parse(stdout, { columns: true }) as Record<string, string>[];
    const usage = rows.filter((row) => row['ChargeCategory'] === 'Usage');
    for (const row of usage) {
      expect(Number(row['ContractedUnitPrice']) * Number(row['PricingQuantity'])).toBeCloseTo(Number(row['ContractedCost']), 6);
      expect(Number(row['ListUnitPrice']) * Number(row['PricingQuantity'])).toBeCloseTo(Number(row['ListCost']), 6);
    }
    const http = usage.filter((row) => row['x_Sku'] === 'apigateway/http-requests');
    expect(http.map((row) => [row['ContractedCost'], row['ListCost'], row['PricingCurrency']])).toEqual([
      ['231.39', '300', 'USD'],
      ['77.13', '90', 'USD'],
    ]);
    const [missing, ...more] = rows.filter((row) => row['ChargeCategory'] === 'Adjustment');
    expect(more).toEqual([]);
    const sum = usage.reduce((all, row) => all + Number(row['ContractedCost']), 0);
    expect(Number(missing?.['ContractedCost'])).toBeCloseTo(98_765.43 - sum, 6);
  });
  test('without a contract, contracted is as listed', async () => {
    const { stdout } = await at('report workload.yaml --format csv --month 2026-11');
    for (const row of parse(stdout, { columns: true }) as Record<string, string>[])
      expect([row['ContractedCost'], row['ContractedUnitPrice']]).toEqual([row['ListCost'], row['ListUnitPrice']]);
  });
  test.each(['cost workload.yaml', 'recommend workload.yaml', 'report workload.yaml'])(
    '%s --json has both costs, and adds up',
    async (command) => {
      const { stdout } = await at(`${command} --json ${BY} --cost contracted`);
      expect(JSON.parse(stdout)).toMatchObject({
        contract: { name: NAME, applied: true, commitments: [{ services: null, monthly: '98765.43' }] },
      });
      expect(stdout).toContain('"contractedUnitPrice": "0.0000007713"');
      expect(stdout).toContain('"listUnitPrice": "0.000001"');
    },
  );
});

describe('a contract holds from its first day to its last', () => {
  test.each([
    ['2025-12-31', 'At list prices: Secretive Ltd 2026 holds from 2026-01-01 on.'],
    ['2026-01-01', 'Contracted, by Secretive Ltd 2026'],
    ['2026-11-30', 'Contracted, by Secretive Ltd 2026'],
    ['2026-12-01', 'At list prices: Secretive Ltd 2026 ended on 2026-11-30.'],
  ])('on %s: %s', async (day, says) => {
    const argv = `cost workload.yaml --contract contract.yaml --cost contracted --as-of ${day}`;
    expect((await at(argv)).stdout.replaceAll(/\s+/g, ' ')).toContain(says);
    const { contract } = JSON.parse((await at(`${argv} --json`)).stdout) as { contract: { applied: boolean } };
    expect(contract.applied).toBe(says.startsWith('Contracted'));
  });
});

test.each([
  ['2025-12', '2026-01-01', 'At list prices: Secretive Ltd 2026 holds from 2026-01-01 on.'],
  ['2026-01', '2025-12-31', 'Contracted, by Secretive Ltd 2026'],
  ['2026-11', '2026-12-05', 'Contracted, by Secretive Ltd 2026'],
  ['2026-12', '2026-11-30', 'At list prices: Secretive Ltd 2026 ended on 2026-11-30.'],
])('a report of %s goes by what is agreed in that month, also where it is made on %s', async (month, day, says) => {
  const { stdout } = await at(`report workload.yaml --contract contract.yaml --cost contracted --month ${month} --as-of ${day}`);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(says);
});

describe('where it comes from', () => {
  const found = async (argv: string, env: Readonly<Record<string, string>>) => {
    const { stdout, stderr, exitCode } = await at(argv, { env });
    return exitCode === 0 ? stdout.includes(NAME) : stderr.split('\n')[0];
  };
  test('the option, then the environment, then the data folder', async () => {
    // The fake ports read what lies below the folder of the test.
    const own = { XDG_DATA_HOME: '/data' };
    expect(await found('cost workload.yaml', own)).toBe(true);
    expect(await found('cost workload.yaml --cost contracted', own)).toBe(true);
    expect(await found('cost workload.yaml', { APIGW_ADVISOR_CONTRACT: 'contract.yaml' })).toBe(true);
    expect(await found('cost workload.yaml', { ...own, APIGW_ADVISOR_CONTRACT: 'none.yaml' })).toMatch(/^none\.yaml\s+cannot be read/);
    expect(await found('cost workload.yaml --contract contract.yaml', { APIGW_ADVISOR_CONTRACT: 'none.yaml' })).toBe(true);
  });
  test('the article has none: asking for both is refused, and one that lies about is passed over', async () => {
    const refused = /the article edition has no contract/;
    for (const asked of ['--contract contract.yaml', '--contract contract.yaml --cost contracted', '--cost contracted'])
      expect(await found(`cost workload.yaml --edition article ${asked}`, {})).toMatch(refused);
    expect(
      await found('diff workload.yaml --from-edition article --to-edition aws --cost contracted --contract contract.yaml', {}),
    ).toMatch(refused);
    expect(await found('cost workload.yaml --edition article', { XDG_DATA_HOME: '/data' })).toBe(false);
  });
  test('contracted cost without a contract is refused', async () => {
    expect(await found('cost workload.yaml --cost contracted', {})).toMatch(/there is no contract/);
  });
});

describe('two costs of two kinds are not compared', () => {
  const contracted = async (argv: string) => (await at(`${argv} --json ${BY} --cost contracted`)).stdout;
  test.each([
    ['cost workload.yaml', 'cost workload.yaml --previous -'],
    ['cost workload.yaml', 'diff - workload.yaml'],
    ['report workload.yaml', 'report workload.yaml --previous -'],
  ])('%s at contract prices against %s', async (earlier, later) => {
    const stdin = await contracted(earlier);
    const other = await at(`${later} --as-of 2026-11-30`, { stdin });
    expect([other.exitCode, other.stderr]).toEqual([
      3,
      expect.stringMatching(/holds contracted cost, and the other side is at list prices/),
    ]);
    const same = await at(`${later} --as-of 2026-11-30 --contract contract.yaml --cost contracted`, { stdin });
    expect([same.exitCode, same.stderr]).toEqual([0, '']);
    const listed = (await at(`${earlier} --json --as-of 2026-11-30`)).stdout;
    const against = await at(`${later} --as-of 2026-11-30 --contract contract.yaml --cost contracted`, { stdin: listed });
    expect([against.exitCode, against.stderr]).toEqual([3, expect.stringMatching(/holds list cost, and the other side is contracted/)]);
  });
});
