// The maintainers' workflow for prices, run step by step against a server on this machine, with stand-ins for npm and GitHub.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openPriceBook } from '../../src/pricebook/price-book.ts';
import { readPriceSheets } from '../../src/pricebook/yaml-sheets.ts';
import { listSheets } from '../../src/pricebook/files.ts';
import { ALL_SKUS, SKUS } from '../../src/pricebook/skus.ts';
import { METERS, UNITS } from '../../src/pricebook/usage-types.ts';
import { plain } from '../../src/money/decimal.ts';
import { localServer, served, type LocalServer } from '../network/local-server.ts';
import { priceData } from '../price-book.ts';
import { csvOf, type Product } from '../prices/offers.ts';
import { ROOT } from '../run.ts';

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly update: { readonly steps: readonly { readonly name?: string; readonly uses?: string; readonly run?: string }[] } };
}

const workflow = parse(readFileSync(join(ROOT, '.github/workflows/prices.yml'), 'utf8')) as Workflow;
const { steps } = workflow.jobs.update;
const REGION = 'eu-central-1';
const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-prices-'));
const folder = join(home, 'repository');
let server: LocalServer;

/** API Gateway's list in one Region as the sheets have it, but that REST API requests cost a tenth more. */
function listNow(): string {
  const book = openPriceBook(priceData);
  const products = ALL_SKUS.flatMap((sku): Product[] => {
    const [meter, rate] = [METERS[sku], book.rate(sku, { region: REGION })];
    if (SKUS[sku].service !== 'Amazon API Gateway' || meter === undefined || 'unavailable' in rate) return [];
    const factor = sku === 'apigateway/rest-requests' ? '1.1' : '1';
    const tiers = rate.tiers.map(({ from, unitPrice }, index) => [
      plain(from),
      rate.tiers[index + 1] ? plain(rate.tiers[index + 1]!.from) : 'Inf',
      plain(unitPrice!.times(factor)),
    ] as const);
    const product = rate.tiers[0]?.skuPriceId?.split('.')[0] ?? `NEW${sku.replaceAll(/\W/g, '').toUpperCase()}`;
    const operation = meter.operation ?? '';
    return [{ sku: product, usageType: `EUC1-${meter.usageType}`, operation, region: REGION, unit: UNITS[SKUS[sku].unit]?.[0] ?? '', tiers }];
  });
  return csvOf(products);
}

function stub(name: string, script: string): void {
  writeFileSync(join(home, 'bin', name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(home, 'bin', name), 0o755);
}

const env = () => ({
  PATH: `${join(home, 'bin')}:${process.env['PATH'] ?? ''}`,
  HOME: home,
  LANG: 'C.UTF-8',
  PRICE_LIST: server.base,
  GITHUB_STEP_SUMMARY: join(home, 'summary.md'),
});
const git = (...argv: readonly string[]) => execFileSync('git', [...argv], { cwd: folder, env: env(), encoding: 'utf8', stdio: 'pipe' });

/** The server answers meanwhile, so nothing here waits without letting it. */
async function shell(script: string): Promise<{ readonly status: number | null; readonly output: string }> {
  const ran = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd: folder, env: env() });
  let output = '';
  for (const stream of [ran.stdout, ran.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => ran.on('close', resolve));
  return { status, output };
}

beforeAll(async () => {
  server = await localServer();
  const [aws, code] = ['/offers/v1.0/aws', 'AmazonApiGateway'];
  const regions = `${aws}/${code}/current/region_index.json`;
  const list = `${aws}/${code}/20261001000000/${REGION}/index`;
  server.on(`${aws}/index.json`, served(JSON.stringify({ offers: { [code]: { offerCode: code, currentRegionIndexUrl: regions } } }), '"1"'));
  server.on(regions, served(JSON.stringify({ regions: { [REGION]: { regionCode: REGION, currentVersionUrl: `${list}.json` } } }), '"1"'));
  server.on(`${list}.csv`, served(listNow(), '"1"'));
  for (const name of ['bin', 'repository', 'repository/docs', 'repository/test']) mkdirSync(join(home, name));
  for (const name of ['bin', 'build', 'package.json']) symlinkSync(join(ROOT, name), join(folder, name));
  for (const name of ['pricing-data', 'examples', 'CHANGELOG.md', 'README.md']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'docs/page.md'), '');
  writeFileSync(join(folder, 'test/expected.md'), '');
  stub('npm', 'exit 0');
  stub('npx', 'exit 1');
  // There is no pull request yet.
  stub('gh', `echo "$*" >> "${home}/asked"; case "$2" in view) exit 1 ;; create) cp body.md "${home}/body.md" ;; esac`);
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '.');
  git('-c', 'user.name=someone', '-c', 'user.email=someone@example.com', 'commit', '--quiet', '--message', 'before');
  execFileSync('git', ['init', '--quiet', '--bare', join(home, 'origin.git')]);
  git('remote', 'add', 'origin', join(home, 'origin.git'));
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

test('it may change nothing but the repository and its pull requests, and uses actions of GitHub alone', () => {
  expect(workflow.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
  expect(steps.flatMap(({ uses }) => uses?.split('@')[0] ?? [])).toEqual(['actions/checkout', 'actions/setup-node']);
});

test('new prices become a pull request that says what moved, and which answers move with it', { timeout: 120_000 }, async () => {
  for (const { name, run } of steps) {
    if (run === undefined) continue;
    const { status, output } = await shell(run);
    expect([name, status], output).toEqual([name, 0]);
  }
  expect(readFileSync(join(home, 'asked'), 'utf8')).toMatch(/^pr view prices .*\npr create --head prices --title Prices of AWS's current lists/);
  const body = readFileSync(join(home, 'body.md'), 'utf8').replaceAll(new URL(server.base).host, 'pricing.example');
  await expect(body).toMatchFileSnapshot('./prices-workflow.md');
  expect(readFileSync(join(home, 'summary.md'), 'utf8')).toContain('### Moved');

  const changed = git('show', '--stat', '--format=%s', 'origin/prices');
  expect(changed).toMatch(/^Prices of AWS's current lists\n/);
  expect([...changed.matchAll(/^ (\S+) +\|/gm)].map(([, path]) => path)).toEqual(['CHANGELOG.md', 'pricing-data/eu-central-1.yaml', 'pricing-data/sources.yaml']);
  expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toMatch(/### Prices\n\n- AWS's price lists up to 2026-10-01: rates moved: 1 \(`apigateway\/rest-requests` in\s+eu-central-1\)/);
  // What is taken over is whole price data again, and a build reads it.
  const { data } = readPriceSheets(listSheets(join(folder, 'pricing-data')));
  const rate = openPriceBook(data).rate('apigateway/rest-requests', { region: REGION });
  const was = openPriceBook(priceData).rate('apigateway/rest-requests', { region: REGION });
  expect('tiers' in rate && 'tiers' in was && plain(rate.tiers[0]!.unitPrice!) === plain(was.tiers[0]!.unitPrice!.times('1.1'))).toBe(true);
});

test('without anything new nothing is proposed', async () => {
  writeFileSync(join(home, 'asked'), '');
  const propose = steps.find(({ name }) => name === 'Propose')?.run ?? 'false';
  expect(await shell(propose)).toEqual({ status: 0, output: '' });
  expect(readFileSync(join(home, 'asked'), 'utf8')).toBe('');
});
