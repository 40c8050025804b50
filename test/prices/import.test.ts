// `prices import`: what a price list moves, what it leaves as it is, and what nothing is written of.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PricesImportDocument } from '../../src/documents/prices/import.ts';
import type { PricesVerifyDocument } from '../../src/documents/prices/verify.ts';
import { run } from '../run.ts';
import { csvOf, gzipped, HTTP, jsonOf, pagesOf, type Product } from './offers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (text: string, day: string) =>
  text.replaceAll('2026-10-01T00:00:00Z', `${day}T00:00:00Z`).replaceAll('20261001000000', `${day.replaceAll('-', '')}000000`);
const priced = (price: string): Product => ({ ...HTTP, tiers: [['0', '300000000', price], HTTP.tiers[1]!] });

/** Runs an import, and puts what it writes where it belongs. */
async function imported(content: string | Uint8Array, ...more: readonly string[]) {
  writeFileSync(join(folder, 'offer'), content);
  const ran = await run(['prices', 'import', 'offer', '--output', 'mine', '--json', ...more], { folder });
  for (const [path, text] of ran.written) {
    mkdirSync(join(folder, 'mine'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const document = JSON.parse(ran.stdout === '' ? '{"results":[]}' : ran.stdout) as PricesImportDocument;
  const rates = document.results[0]?.rates ?? [];
  return { ...ran, document, rates, of: (sku: string) => rates.find((one) => one.sku === sku) };
}

const shown = async (sku = 'apigateway/http-requests') => {
  const { stdout } = await run(['prices', 'show', sku, '--region', 'eu-west-2', '--prices', 'mine', '--json'], { folder });
  return (JSON.parse(stdout) as { results: { tiers: { listUnitPrice: string; source: { published: string } }[] }[] }).results[0]?.tiers[0];
};

test.each<readonly [string, (products: readonly Product[]) => string | Uint8Array]>([
  ['CSV', csvOf],
  ['JSON', jsonOf],
  ['gzip', (products) => gzipped(csvOf(products))],
  ['pages of get-products', (products) => pagesOf(products)],
])('a rate that moved is told with both values, and laid: %s', async (_, of) => {
  const { exitCode, of: rate, document } = await imported(of([HTTP]));
  expect(exitCode).toBe(0);
  expect(document.written?.sheets).toEqual(['sources.yaml', 'eu-west-2.yaml']);
  expect(rate('apigateway/http-requests')).toMatchObject({
    outcome: 'moved',
    change: {
      tiers: [
        // 0.05 ÷ 1.16
        {
          before: { unitPrice: '0.00000116', published: '2026-08-31' },
          now: { unitPrice: '0.00000121', published: '2026-10-01' },
          share: '0.043103',
        },
        { tierFrom: '300000000', isDifferent: false },
      ],
    },
  });
  expect(await shown()).toMatchObject({ listUnitPrice: '0.00000121', source: { published: '2026-10-01' } });
});

test('what the list lacks stays as it was, and is told', async () => {
  const { rates } = await imported(csvOf([HTTP]));
  const lacking = rates.filter(({ outcome }) => outcome === 'lacking');
  expect(lacking.length).toBeGreaterThan(5);
  expect(lacking.every(({ sku, region, change }) => sku.startsWith('apigateway/') && region === 'eu-west-2' && change === null)).toBe(true);
  expect(await shown('apigateway/rest-requests')).toMatchObject({ listUnitPrice: '0.0000035' });
});

describe('of two price lists, the one that AWS published last gives a rate', () => {
  test('whatever the order in which they are imported', async () => {
    await imported(at(csvOf([priced('0.000002')]), '2026-11-01'));
    const older = await imported(at(csvOf([priced('0.000003')]), '2026-10-15'));
    expect(older.of('apigateway/http-requests')?.outcome).toBe('older');
    expect(older.document.written).toBeNull();
    expect(await shown()).toMatchObject({ listUnitPrice: '0.000002', source: { published: '2026-11-01' } });
    const newer = await imported(at(csvOf([priced('0.000004')]), '2026-11-20'));
    expect(newer.of('apigateway/http-requests')).toMatchObject({
      outcome: 'moved',
      change: { tiers: [{ before: { unitPrice: '0.000002' } }, {}] },
    });
    expect(await shown()).toMatchObject({ listUnitPrice: '0.000004' });
    expect(readFileSync(join(folder, 'mine/sources.yaml'), 'utf8')).not.toContain('20261101');
  });

  test('also where both have the same version', async () => {
    const newer = csvOf([priced('0.000004')]).replace('2026-10-01T', '2026-11-20T');
    await imported(csvOf([priced('0.000003')]));
    expect((await imported(newer)).of('apigateway/http-requests')).toMatchObject({
      outcome: 'moved',
      change: { tiers: [{ before: { published: '2026-10-01' }, now: { published: '2026-11-20' } }, {}] },
    });
    expect((await imported(csvOf([priced('0.000003')]))).of('apigateway/http-requests')?.outcome).toBe('older');
  });

  test('also where the newer rate is the package’s, unless --older is given', async () => {
    const old = at(csvOf([HTTP]), '2026-01-01');
    expect((await imported(old)).of('apigateway/http-requests')?.outcome).toBe('older');
    expect((await imported(old, '--older')).of('apigateway/http-requests')?.outcome).toBe('moved');
    expect(await shown()).toMatchObject({ listUnitPrice: '0.00000121', source: { published: '2026-01-01' } });
  });

  test('two of one second that disagree are told, and the first stays', async () => {
    await imported(csvOf([HTTP]));
    expect((await imported(csvOf([priced('0.000009')]))).of('apigateway/http-requests')).toMatchObject({
      outcome: 'refused',
      because: expect.stringMatching(/at the same time/) as string,
    });
    expect(await shown()).toMatchObject({ listUnitPrice: '0.00000121' });
  });
});

test('a second import of the same list moves nothing and writes the same', async () => {
  const first = await imported(csvOf([HTTP]));
  const again = await imported(csvOf([HTTP]));
  expect(again.of('apigateway/http-requests')?.outcome).toBe('equal');
  expect([...again.written]).toEqual([...first.written]);
});

test('what somebody wrote into a sheet stays, until a list has the rate', async () => {
  await imported(csvOf([HTTP]));
  const path = join(folder, 'mine/eu-west-2.yaml');
  const own = '  apigateway/rest-requests: gone\n  alb/hours: { notPublished: not in the list }\n';
  writeFileSync(path, `${readFileSync(path, 'utf8')}unavailable:\n${own}`);
  const rest: Product = {
    ...HTTP,
    sku: 'REST',
    usageType: 'EUW2-ApiGatewayRequest',
    operation: 'ApiGatewayRequest',
    tiers: [['0', 'Inf', '0.000004']],
  };
  expect((await imported(csvOf([rest]))).of('apigateway/rest-requests')?.outcome).toBe('new');
  expect(await shown('apigateway/rest-requests')).toMatchObject({ listUnitPrice: '0.000004' });
  const sheet = readFileSync(path, 'utf8');
  expect(sheet).toContain('unavailable:\n  alb/hours: { notPublished: "not in the list" }\n');
  expect(sheet).not.toContain('"gone"');
});

test('a list that is older than the package and equal to it writes nothing', async () => {
  const same: Product = { ...HTTP, tiers: [['0', '300000000', '0.00000116'], HTTP.tiers[1]!] };
  const { of, written, document } = await imported(at(csvOf([same]), '2026-01-01'));
  expect([of('apigateway/http-requests')?.outcome, written.size, document.written]).toEqual(['equal', 0, null]);
});

test('what was imported is then what AWS has: verify finds no difference', async () => {
  await imported(csvOf([HTTP]));
  const ran = await run(['prices', 'verify', 'offer', '--prices', 'mine', '--json'], { folder });
  expect((JSON.parse(ran.stdout) as PricesVerifyDocument).results[0]?.summary).toMatchObject({ equal: 1, different: 0 });
});

test('nothing is written on --dry-run, and the same is told', async () => {
  const dry = await imported(csvOf([HTTP]), '--dry-run');
  expect([dry.written.size, dry.document.written]).toEqual([0, null]);
  expect(dry.rates).toEqual((await imported(csvOf([HTTP]))).rates);
});

test('rows of Regions without a sheet are counted and named', async () => {
  const { document, written } = await imported(
    csvOf([{ ...HTTP, sku: 'NEW', region: 'eu-future-1', usageType: 'EUF1-ApiGatewayHttpRequest' }]),
  );
  expect(document.results[0]).toMatchObject({ withoutSheet: [{ region: 'eu-future-1', prices: 2 }] });
  expect(written.size).toBe(0);
});

test.each(['../../x', '/etc/passwd', 'eu-west-2/../x', '__proto__', 'sources'])(
  'a Region that is called %s becomes no file',
  async (region) => {
    const { document, written } = await imported(csvOf([{ ...HTTP, sku: 'NEW', region, usageType: 'XXX1-ApiGatewayHttpRequest' }]));
    expect(document.results[0]).toMatchObject({ withoutSheet: [{ region, prices: 2 }] });
    expect(written.size).toBe(0);
  },
);

test('a rate in GB where messages are counted is refused, and others are taken', async () => {
  const messages: Product = {
    ...HTTP,
    sku: 'DTYB27HD2NY6J9PE',
    usageType: 'EUW2-ApiGatewayMessage',
    operation: 'ApiGatewayWebSocket',
    unit: 'GB',
  };
  const { of } = await imported(csvOf([HTTP, messages]));
  expect(of('apigateway/websocket-messages')).toMatchObject({ outcome: 'refused' });
  expect(of('apigateway/http-requests')).toMatchObject({ outcome: 'moved' });
});

const row = 'x'.repeat(200_000);
test.each<readonly [what: string, content: string | Uint8Array, because: RegExp]>([
  ['a list of China', csvOf([{ ...HTTP, region: 'cn-north-1', currency: 'CNY' }]), /China Regions/],
  ['another currency', csvOf([{ ...HTTP, currency: 'EUR' }]), /in EUR only/],
  ['no date', csvOf([HTTP]).replace(/"Publication Date".*\n/, ''), /does not say when AWS published it/],
  ['a date to come', at(csvOf([HTTP]), '2999-01-01'), /published on 2999-01-01/],
  ['a date that is none', at(csvOf([HTTP]), '2026-13-01'), /does not say when/],
  ['a name that leads away', csvOf([HTTP]).replace('"OfferCode","AmazonApiGateway"', '"OfferCode","../../x"'), /has the name/],
  ['a quote that is never closed', `${csvOf([HTTP])}"open`, /quoted cell|not whole/],
  ['a cut file', jsonOf([HTTP]).slice(0, -40), /not whole/],
  ['an index', '{"formatVersion":"v1.0","regions":{"a":{}}}', /index/],
  ['a row of 200 KB', `${csvOf([HTTP])}"${row}"\n`, /too long/],
  ['a zip bomb', gzipSync(csvOf([HTTP]) + 'x,\n'.repeat(10_000_000), { level: 1 }), /cells, and the header|unpacks to more than 250 times/],
  ['a line of 10 MB', `${csvOf([HTTP])}${'x'.repeat(10_000_000)}`, /too long/],
  ['a formula', csvOf([priced('=HYPERLINK("http://example.com")')]), /a price is/],
  ['prose', 'prices go up', /no price list/],
])('a file that cannot be used leaves what was there: %s', async (_, content, because) => {
  await imported(csvOf([HTTP]));
  const before = readdirSync(join(folder, 'mine')).map((name) => readFileSync(join(folder, 'mine', name), 'utf8'));
  writeFileSync(join(folder, 'good.csv'), at(csvOf([priced('0.000004')]), '2026-11-20'));
  writeFileSync(join(folder, 'bad'), content);
  const ran = await run(['prices', 'import', 'good.csv', 'bad', '--output', 'mine'], { folder });
  expect([ran.exitCode, ran.written.size]).toEqual([5, 0]);
  expect(ran.stderr.replaceAll(/\s+/g, ' ')).toMatch(because);
  expect(ran.stderr).toContain('Nothing was written');
  expect(readdirSync(join(folder, 'mine')).map((name) => readFileSync(join(folder, 'mine', name), 'utf8'))).toEqual(before);
});

test.each<readonly [string, Partial<Product>]>([
  ['line breaks in a usage type', { usageType: 'EUW2-ApiGatewayHttpRequest\nregion: evil' }],
  ['a usage type of one sign', { usageType: '\u{1b}[31m' }],
])('what is no name of AWS is refused, not written: %s', async (_, fields) => {
  const { of, written } = await imported(csvOf([{ ...HTTP, ...fields }]));
  expect(of('apigateway/http-requests')).toMatchObject({ outcome: 'refused' });
  expect(written.size).toBe(0);
});

describe('a folder that is read', () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, 'mine', name), text);
  const sheet = () => readFileSync(join(folder, 'mine/eu-west-2.yaml'), 'utf8');
  beforeEach(async () => void (await imported(csvOf([HTTP]))));

  test.each<readonly [string, () => void, RegExp]>([
    [
      'a price that is none',
      () => write('eu-west-2.yaml', sheet().replace('"0.00000121"', '"-1"')),
      /mine\/eu-west-2\.yaml:\d+:\d+ .*tiers/,
    ],
    ['a source that is gone', () => write('sources.yaml', '{}'), /mine\/eu-west-2\.yaml:\d+:\d+ .*unknown source/],
    [
      'a sku that is gone',
      () => write('eu-west-2.yaml', sheet().replace('apigateway/http-requests', 'apigateway/calls')),
      /eu-west-2\.yaml:\d+:\d+ .*not a known sku/,
    ],
    [
      'another Region',
      () => write('eu-west-2.yaml', sheet().replace('"eu-west-2"', '"eu-west-1"')),
      /eu-west-2\.yaml:\d+:\d+ .*region says/,
    ],
    ['a foreign sheet', () => write('rates.yaml', 'a: 1'), /mine\/rates\.yaml/],
    ['no YAML', () => write('eu-west-2.yaml', '{'), /mine\/eu-west-2\.yaml:/],
    [
      'another currency',
      () => write('eu-west-2.yaml', sheet().replace('currency: USD', 'currency: CNY')),
      /eu-west-2\.yaml:\d+:\d+ .*currency/,
    ],
  ])('is told by file and line where it is damaged: %s', async (_, damage, message) => {
    damage();
    const ran = await run(['prices', 'show', 'apigateway/http-requests', '--region', 'eu-west-2', '--prices', 'mine'], { folder });
    expect([ran.exitCode, ran.stdout]).toEqual([4, '']);
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).toContain('prices import');
    const again = await run(['prices', 'import', 'offer', '--output', 'mine'], { folder });
    expect([again.exitCode, again.written.size]).toEqual([4, 0]);
  });

  test('a sheet of another Region is not read', async () => {
    write('us-east-1.yaml', '{');
    expect(await shown()).toMatchObject({ listUnitPrice: '0.00000121' });
  });

  test('is found by the environment, or in the folder of the user’s data', async () => {
    const show = async (env: Readonly<Record<string, string>>) =>
      (await run(['prices', 'show', 'apigateway/http-requests', '--region', 'eu-west-2'], { folder, env: { LANG: 'C.UTF-8', ...env } }))
        .stdout;
    expect(await show({ APIGW_ADVISOR_PRICES: 'mine' })).toContain('$1.21/M');
    expect(await show({ APIGW_ADVISOR_PRICES: '' })).toContain('$1.16/M');
    expect(await show({ XDG_DATA_HOME: 'relative', HOME: '' })).toContain('$1.16/M');
    for (const home of ['data', 'home/.local/share'])
      cpSync(join(folder, 'mine'), join(folder, home, 'apigw-advisor/prices'), { recursive: true });
    expect(await show({ XDG_DATA_HOME: '/data' })).toContain('$1.21/M');
    expect(await show({ XDG_DATA_HOME: 'data', HOME: '/home' })).toContain('$1.21/M');
    expect(await show({ XDG_DATA_HOME: '/data', APIGW_ADVISOR_PRICES: 'none' })).not.toContain('$1.21/M');
  });

  test('that is whole price data is not imported into', async () => {
    write('editions.yaml', 'a: 1');
    const ran = await run(['prices', 'import', 'offer', '--output', 'mine'], { folder });
    expect([ran.exitCode, ran.written.size]).toEqual([4, 0]);
  });
});
