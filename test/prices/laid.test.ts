// Imported prices under every answer: what equals the package's moves nothing, and one rate that moved moves what uses it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CostDocument } from '../../src/documents/cost/schema.ts';
import type { PricesImportDocument } from '../../src/documents/prices/import.ts';
import type { ReportDocument } from '../../src/documents/report/schema.ts';
import { ALL_SKUS, SKUS, type Sku } from '../../src/pricebook/skus.ts';
import { METERS, SERVICE_CODES, UNITS } from '../../src/pricebook/usage-types.ts';
import { awsBook } from '../price-book.ts';
import { ROOT, run } from '../run.ts';
import { csvOf, type Product } from './offers.ts';

const REGION = 'us-east-1';
const WORKLOADS = ['catalogue', 'partners', 'chat', 'uploads'].map((name) => join(ROOT, `examples/${name}.yaml`));

/** What AWS would publish if its prices were the package's, and one of them dearer by a tenth. */
function offered(dearer: Sku | null): string {
  const products = ALL_SKUS.flatMap((sku): readonly Product[] => {
    const meter = METERS[sku];
    const unit = UNITS[SKUS[sku].unit]?.[0];
    if (SKUS[sku].scope !== 'region' || meter === undefined || unit === undefined) return [];
    const rate = awsBook.rate(sku, { region: REGION });
    if ('unavailable' in rate || rate.tiers.some(({ unitPrice }) => unitPrice === null)) return [];
    const tiers = rate.tiers.map(({ from, unitPrice }, index) => {
      const price = unitPrice?.times(sku === dearer ? '1.1' : '1').toFixed() ?? '';
      return [from.toFixed(), rate.tiers[index + 1]?.from.toFixed() ?? 'Inf', price] as const;
    });
    const code = rate.tiers[0]?.skuPriceId?.split('.')[0] ?? `OWN${ALL_SKUS.indexOf(sku)}`;
    const { usageType, operation = '' } = meter;
    return [{ sku: code, region: REGION, service: SERVICE_CODES[SKUS[sku].service] ?? '', usageType, operation, unit, tiers }];
  });
  return csvOf(products).replaceAll('2026-10-01T', '2026-11-20T').replaceAll('20261001', '20261120');
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'laid-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function laid(name: string, dearer: Sku | null) {
  writeFileSync(join(folder, `${name}.csv`), offered(dearer));
  const { stdout, written } = await run(['prices', 'import', `${name}.csv`, '--output', name, '--json'], { folder });
  for (const [path, text] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return (JSON.parse(stdout) as PricesImportDocument).results[0];
}

const costs = async (prices: string | null) => {
  const asked = prices === null ? [] : ['--prices', prices];
  const { stdout } = await run(['cost', ...WORKLOADS, '--region', REGION, '--json', ...asked], { folder });
  return JSON.parse(stdout) as CostDocument;
};

test('what equals the package moves no answer, and the answers say where their prices are from', async () => {
  const of = await laid('same', null);
  expect(of?.rates.filter(({ outcome }) => outcome !== 'equal' && outcome !== 'lacking')).toEqual([]);
  expect(of?.summary.equal).toBeGreaterThan(40);
  const [before, after] = [await costs(null), await costs('same')];
  const totals = ({ results }: CostDocument) =>
    results.map(({ candidates }) => candidates.map(({ id, listCost, bound }) => [id, listCost, bound]));
  expect(totals(after)).toEqual(totals(before));
  expect(before.results[0]?.summary.prices).not.toHaveProperty('lists');
  expect(after.results[0]?.summary.prices.lists).toMatchObject([
    { list: 'packaged', imported: null },
    { list: 'imported', imported: '2026-11-22', oldest: '2026-11-20', newest: '2026-11-20' },
  ]);
  const rows = after.results[0]?.candidates.flatMap(({ lineItems }) => lineItems) ?? [];
  expect(rows.find(({ sku, tierFrom }) => sku.startsWith('apigateway/') && tierFrom !== null)).toMatchObject({ list: 'imported' });
  expect(rows.find(({ sku, tierFrom }) => sku.startsWith('cloudfront/') && tierFrom !== null)).not.toHaveProperty('list');
});

test.each<Sku>(['apigateway/http-requests', 'alb/lcu', 'lambda/requests', 'data-transfer/out', 'apigateway/websocket-messages'])(
  'one rate that rose by a tenth moves exactly the answers that use it, by a tenth of its rows: %s',
  async (dearer) => {
    const name = dearer.replace('/', '-');
    expect((await laid(name, dearer))?.rates.filter(({ outcome }) => outcome === 'moved').map(({ sku }) => sku)).toEqual([dearer]);
    const [before, after] = [await costs(null), await costs(name)];
    let users = 0;
    after.results.forEach((result, index) =>
      result.candidates.forEach((now, at) => {
        const was = before.results[index]?.candidates[at];
        const own = was?.lineItems.filter(({ sku, listCost }) => sku === dearer && Number(listCost) > 0) ?? [];
        const rise = own.reduce((sum, { listCost }) => sum + Number(listCost) / 10, 0);
        expect(Number(now.listCost) - Number(was?.listCost)).toBeCloseTo(rise, 6);
        if (own.length > 0) users += 1;
        else expect(now.listCost).toBe(was?.listCost);
      }),
    );
    expect(users).toBeGreaterThan(0);
  },
);

test.each([
  ['cost', 'examples/catalogue.yaml'],
  ['recommend', 'examples/catalogue.yaml'],
  ['report', 'examples/catalogue.yaml'],
])('%s says in its last line when prices were imported', async (...argv) => {
  await laid('same', null);
  const [command, file] = argv as [string, string];
  const words = async (...more: readonly string[]) =>
    (await run([command, join(ROOT, file), '--as-of', '2026-11-22', '--prices', 'same', ...more], { folder })).stdout;
  expect((await words()).trimEnd().split('\n').slice(-3).join(' ')).toContain('imported 2026-11-22');
  expect(await words('--format', 'markdown')).toContain('imported 2026-11-22');
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['prices list', ['prices', 'list', '--region', REGION], /\d+ of these rates were imported/],
  ['prices show', ['prices', 'show', 'alb/hours', '--region', REGION], /imported on 2026-11-22/],
  ['prices show --json', ['prices', 'show', 'alb/hours', '--region', REGION, '--json'], /"kind": "imported",\s+"sheet": "us-east-1"/],
  ['prices quote', ['prices', 'quote', 'alb/hours', '730', '--region', REGION], /imported on 2026-11-22/],
  ['explain', ['explain', 'alb/hours'], /imported on 2026-11-22: us-east-1/],
  ['scan', ['scan', join(ROOT, 'test/golden/scan-one/template.yaml'), '--region', REGION], /imported until 2026-11-22/],
  ['cost --format csv', ['cost', join(ROOT, 'examples/starter.yaml'), '--format', 'csv'], /,imported,\d{4}-\d{2}-\d{2}\s/],
  ['report --format csv', ['report', join(ROOT, 'examples/starter.yaml'), '--format', 'csv'], /,imported,\d{4}-\d{2}-\d{2}\s/],
  ['report, its line items', ['report', join(ROOT, 'examples/starter.yaml'), '--format', 'html'], /price of 2026-11-20, imported</],
  ['diff', ['diff', WORKLOADS[0] ?? '', '--to-region', 'eu-west-1'], /AWS list prices, some imported 2026-11-22/],
])('%s says it, and nothing of the kind without imported prices', async (_, argv, words) => {
  await laid('same', null);
  const said = async (...more: readonly string[]) => {
    const { stdout, stderr } = await run([...argv, ...more], { folder });
    return `${stdout}${stderr}`.replaceAll(/\n(?! *[{}"])\s*/g, ' ');
  };
  expect(await said('--prices', 'same')).toMatch(words);
  expect(await said()).not.toMatch(/imported/);
});

test('a report says it in its data', async () => {
  await laid('same', null);
  const { stdout } = await run(['report', ...WORKLOADS, '--prices', 'same', '--json'], { folder });
  expect((JSON.parse(stdout) as ReportDocument).summary.prices.lists).toContainEqual(expect.objectContaining({ list: 'imported' }));
});

test('whole price data takes the place of the package’s, and that is said beside the answer', async () => {
  const argv = ['cost', WORKLOADS[0] ?? '', '--json'];
  const [own, whole] = [await run(argv, { folder }), await run([...argv, '--prices', join(ROOT, 'pricing-data')], { folder })];
  expect(whole.stdout).toBe(own.stdout);
  expect([own.stderr, whole.stderr]).toEqual([
    '',
    expect.stringMatching(/^note: the prices are those of .*pricing-data, in place/) as string,
  ]);
});

test('the side before of a comparison may have imported prices', async () => {
  await laid('same', null);
  await laid('dearer', 'apigateway/http-requests');
  const { stdout, exitCode } = await run(
    ['diff', WORKLOADS[0] ?? '', '--region', REGION, '--prices-before', 'dearer', '--prices', 'same', '--candidate', 'http', '--json'],
    { folder },
  );
  expect(exitCode).toBe(0);
  expect(stdout).toContain('apigateway/http-requests');
});
