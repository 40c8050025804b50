// prices update, from its command line to the sheets that it writes, against a server on this machine.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvOf, HTTP, type Product } from '../prices/offers.ts';
import { run, type Ran } from '../run.ts';
import { answers, cutOff, inTurn, localServer, served, type Handler, type LocalServer } from './local-server.ts';

const AWS = '/offers/v1.0/aws';
const REST: Product = {
  sku: 'Z5KFC4J7492YHH8P',
  usageType: 'EUW2-ApiGatewayRequest',
  operation: 'ApiGatewayRequest',
  tiers: [
    ['0', '333000000', '0.0000035'],
    ['333000000', '1000000000', '0.00000333'],
    ['1000000000', '20000000000', '0.00000283'],
    ['20000000000', 'Inf', '0.0000018'],
  ],
};
const IRELAND: Product = {
  sku: 'IRELANDHTTP00001',
  usageType: 'EU-ApiGatewayHttpRequest',
  operation: 'ApiGatewayHttpApi',
  region: 'eu-west-1',
  tiers: [
    ['0', '300000000', '0.00000112'],
    ['300000000', 'Inf', '0.000001'],
  ],
};

let server: LocalServer;
let home: string;

beforeEach(async () => {
  server = await localServer();
  home = mkdtempSync(join(tmpdir(), 'apigw-advisor-update-'));
});
afterEach(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

/** The path of a list of API Gateway. */
const listOf = (region: string) => `${AWS}/AmazonApiGateway/20261001000000/${region}/index.csv`;

/** AWS's indexes with API Gateway in them, and its list in each Region. */
function serve(lists: Readonly<Record<string, Handler>>): void {
  const [index, regions] = [`${AWS}/AmazonApiGateway/current/index.json`, `${AWS}/AmazonApiGateway/current/region_index.json`];
  const offers = { AmazonApiGateway: { offerCode: 'AmazonApiGateway', currentVersionUrl: index, currentRegionIndexUrl: regions } };
  server.on(`${AWS}/index.json`, served(JSON.stringify({ formatVersion: 'v1.0', offers }), '"index"'));
  const entries = Object.keys(lists).map((region) => [
    region,
    { regionCode: region, currentVersionUrl: listOf(region).replace('.csv', '.json') },
  ]);
  server.on(regions, served(JSON.stringify({ regions: Object.fromEntries(entries) }), '"regions"'));
  for (const [region, handler] of Object.entries(lists)) server.on(listOf(region), handler);
}

/** Runs `prices update` for API Gateway, and puts what it writes where later runs find it. */
async function update(...more: readonly string[]): Promise<Ran> {
  const named = more.includes('--service') ? [] : ['--service', 'AmazonApiGateway'];
  const argv = ['prices', 'update', ...named, '--base-url', server.base, '--output', 'prices', '--as-of', '2026-10-02', ...more];
  const ran = await run(argv, { folder: home, env: { LANG: 'C.UTF-8', XDG_CACHE_HOME: '/cache' } });
  for (const [path, text] of ran.written) {
    mkdirSync(join(home, dirname(path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  return ran;
}

const sheet = (name: string) => readFileSync(join(home, 'prices', name), 'utf8');
/** What a run printed, without its line breaks. */
const said = ({ stdout }: Ran) => stdout.replaceAll(/\n {0,2}/g, ' ');
const list = (...products: readonly Product[]) => served(csvOf(products), `"${products.map(({ sku }) => sku).join()}"`);

describe('lists that can be taken', () => {
  test('are fetched, taken and laid over the prices of the package', async () => {
    serve({ 'eu-west-2': list(REST, HTTP) });
    const ran = await update('--region', 'eu-west-2', '--accept');
    expect([ran.exitCode, ran.stderr]).toEqual([0, 'Wrote 2 sheets into prices. Use them: --prices prices\n']);
    expect(ran.stdout).toContain('Rates: 1 moved, 1 as they were, 12 not in the file.');
    expect(ran.stdout).toMatch(/http-requests in eu-west-2 +│ +0 │ \$1\.16\/M │ \$1\.21\/M │ +\+4\.3%/);
    expect(sheet('eu-west-2.yaml')).toContain('{ from: "0", price: "0.00000121", rateCode: "MFY3FVZZSQWYVNHM.JRTCKXETXF.T0"');
    expect(sheet('sources.yaml')).toContain(`https://pricing.us-east-1.amazonaws.com${listOf('eu-west-2')}`);
    // By hand: a million requests at 0.00000121 dollars each.
    const quoted = await run(['prices', 'quote', 'apigateway/http-requests', '1M', '--region', 'eu-west-2', '--prices', 'prices'], {
      folder: home,
    });
    expect(quoted.stdout).toContain('$1.21');
  });

  test('are not sent again while they are the same, and are kept between runs', async () => {
    serve({ 'eu-west-2': list(REST, HTTP) });
    await update('--region', 'eu-west-2', '--accept', '--dry-run');
    const { stdout, stderr, written, exitCode } = await update('--region', 'eu-west-2', '--accept', '--json');
    expect([exitCode, stderr]).toEqual([0, 'Wrote 2 sheets into prices. Use them: --prices prices\n']);
    expect(JSON.parse(stdout)).toMatchObject({ lists: 1, newLists: 0, errors: [] });
    expect([...written.keys()]).toEqual(['prices/sources.yaml', 'prices/eu-west-2.yaml']);
    expect(server.asked.slice(3).every((one) => one.endsWith(' if-none-match'))).toBe(true);
  });

  test('with --dry-run are compared, and nothing is written', async () => {
    serve({ 'eu-west-2': list(REST, HTTP) });
    const ran = await update('--region', 'eu-west-2', '--accept', '--dry-run');
    expect([ran.exitCode, ran.stderr, ran.written.size]).toEqual([0, 'Nothing was written (--dry-run).\n', 0]);
    expect(ran.stdout).toContain('$1.21/M');
  });

  test('come gzipped, and go on where they were cut off', async () => {
    const packed = gzipSync(csvOf([REST, HTTP]));
    serve({ 'eu-west-2': inTurn(cutOff(packed, '"1"', 100), served(packed, '"1"', { 'content-encoding': 'gzip' })) });
    expect((await update('--region', 'eu-west-2', '--accept')).exitCode).toBe(0);
    expect(server.asked.at(-1)).toMatch(/ bytes=[1-9]\d*-$/);
  });

  test('of a service with one list for the world', async () => {
    const path = `${AWS}/AmazonCloudFront/current/index`;
    const offers = { AmazonCloudFront: { offerCode: 'AmazonCloudFront', currentVersionUrl: `${path}.json` } };
    server.on(`${AWS}/index.json`, served(JSON.stringify({ offers }), '"index"'));
    const product = { service: 'AmazonCloudFront', region: '', locationType: '', unit: 'Requests' };
    const https: Product = {
      ...product,
      sku: 'CLOUDFRONTHTTPS1',
      usageType: 'EU-Requests-Tier2-HTTPS',
      tiers: [['0', 'Inf', '0.0000013']],
    };
    server.on(`${path}.csv`, served(csvOf([https]), '"1"'));
    const ran = await update('--service', 'AmazonCloudFront', '--accept');
    expect(ran.exitCode).toBe(0);
    expect(sheet('cloudfront.yaml')).toContain('price: "0.0000013"');
  });
});

describe('lists that are better looked at first', () => {
  test('are held back where a rate is gone that was in the list before, and the others are taken', async () => {
    serve({ 'eu-west-2': list(REST), 'eu-west-1': list(IRELAND) });
    const regions = ['--region', 'eu-west-2', '--region', 'eu-west-1'];
    // Of the package's rates, which have codes of AWS's lists, most are in neither: that is looked at once.
    const first = await update(...regions);
    expect([first.exitCode, first.written.size]).toEqual([1, 0]);
    expect(said(first)).toContain('apigateway/http-requests in eu-west-2 is not in it any more');
    await update(...regions, '--accept');
    const { exitCode, written } = await update(...regions);
    expect([exitCode, [...written.keys()]]).toEqual([0, ['prices/sources.yaml', 'prices/eu-west-1.yaml', 'prices/eu-west-2.yaml']]);
    serve({ 'eu-west-2': list(HTTP), 'eu-west-1': list(IRELAND) });
    const gone = await update(...regions);
    expect(gone.exitCode).toBe(1);
    expect(said(gone)).toContain('- AmazonApiGateway in eu-west-2: apigateway/rest-requests in eu-west-2 is not in it any more');
    expect(said(gone)).toContain('Rates: 0 moved, 1 as they were');
  });

  test('are held back where a price moved by more than a factor of 2, unless --accept takes them', async () => {
    serve({ 'eu-west-1': list(IRELAND) });
    await update('--region', 'eu-west-1', '--accept');
    serve({
      'eu-west-1': served(
        csvOf([{ ...IRELAND, tiers: [['0', 'Inf', '0.000003']] }])
          .replaceAll('20261001000000', '20261002000000')
          .replace('2026-10-01T', '2026-10-02T'),
        '"2"',
      ),
    });
    const held = await update('--region', 'eu-west-1');
    expect([held.exitCode, held.written.size, held.stderr]).toEqual([1, 0, 'Nothing was written.\n']);
    expect(said(held)).toContain('moved from $0.00000112 to $0.000003, by more than a factor of 2');
    expect(sheet('eu-west-1.yaml')).toContain('0.00000112');
    expect((await update('--region', 'eu-west-1', '--accept')).exitCode).toBe(0);
    expect(sheet('eu-west-1.yaml')).toContain('0.000003');
  });
});

describe('lists that cannot be taken', () => {
  test('one of three that is not served leaves the two others, and is named', async () => {
    serve({ 'eu-west-1': list(IRELAND), 'eu-west-2': answers(500), 'eu-west-3': answers(404) });
    const ran = await update('--region', 'eu-west-1', '--region', 'eu-west-2', '--region', 'eu-west-3', '--accept');
    expect(ran.exitCode).toBe(4);
    expect([...ran.written.keys()]).toEqual(['prices/sources.yaml', 'prices/eu-west-1.yaml']);
    expect(ran.stderr).toContain('AmazonApiGateway in eu-west-2 could not be fetched from 127.0.0.1');
    expect(ran.stderr).toContain('because   it answers 500');
    expect(ran.stderr).toContain('because   there is no such file (404)');
  });

  test.each([
    ['one that is no price list', '<html>login</html>', /is no price list of AWS/],
    ['one that is not whole', csvOf([REST]).slice(0, -40), /ends inside a quoted cell|cells, and the header has/],
    ['a quote that is never closed', `${csvOf([REST])}"AAAA`, /ends inside a quoted cell/],
    ['a line of 10 MB', `${csvOf([REST])}${'x'.repeat(10_000_000)}`, /row is too long/],
    ['a formula', csvOf([{ ...REST, tiers: [['0', 'Inf', '=1+1']] }]), /a price is "=1\+1"/],
    ['a zip bomb', gzipSync(Buffer.alloc(30_000_000, 'a row of prices, prices, prices\n')), /is no price list|unpacks to more than/],
  ])('%s is refused with its place, and forgotten', async (_, content, says) => {
    serve({ 'eu-west-2': served(content, '"1"'), 'eu-west-1': list(IRELAND) });
    const regions = ['--region', 'eu-west-1', '--region', 'eu-west-2', '--accept'];
    const ran = await update(...regions);
    expect(ran.exitCode).toBe(5);
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).toContain('AmazonApiGateway in eu-west-2');
    expect([...ran.written.keys()]).toEqual(['prices/sources.yaml', 'prices/eu-west-1.yaml']);
    const asked = server.asked.length;
    await update(...regions);
    expect(server.asked.slice(asked)).toContain(`GET ${listOf('eu-west-2')}`);
  });

  test('AWS has no list of a Region, or of a service', async () => {
    serve({ 'eu-west-1': list(IRELAND) });
    const ran = await update('--region', 'eu-west-1', '--region', 'eu-west-3', '--accept');
    expect([ran.exitCode, ran.stdout]).toEqual([0, expect.stringContaining('- AmazonApiGateway in eu-west-3')]);
    const without = await update('--region', 'eu-west-1', '--service', 'AWSELB');
    expect(without.exitCode).toBe(4);
    expect(without.stderr).toContain("because   AWS's index of services does not name it");
  });

  test.each([
    ['../../../../etc/passwd', 'eu-west-2'],
    ['/offers/v1.0/aws/AmazonApiGateway/../../x/eu-west-2/index.json', 'eu-west-2'],
    ['/offers/v1.0/aws/AWSELB/20261001000000/eu-west-2/index.json', 'eu-west-2'],
    ['https://example.com/offers/v1.0/aws/AmazonApiGateway/1/eu-west-2/index.json', 'eu-west-2'],
    [7, 'eu-west-2'],
  ])('an address such as %s is not followed', async (currentVersionUrl, region) => {
    serve({});
    server.on(
      `${AWS}/AmazonApiGateway/current/region_index.json`,
      served(JSON.stringify({ regions: { [region]: { currentVersionUrl } } }), '"r"'),
    );
    const ran = await update('--region', region);
    expect([ran.exitCode, ran.written.size, server.asked.length]).toEqual([4, 0, 2]);
    expect(ran.stderr).toContain("which has not the form of AWS's addresses");
  });

  test('when several after one another fail, the rest are not tried', async () => {
    const regions = [
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'eu-north-1',
      'eu-south-1',
      'eu-central-1',
      'us-east-1',
      'us-east-2',
      'us-west-2',
      'sa-east-1',
    ];
    serve(Object.fromEntries(regions.map((region) => [region, answers(503)])));
    const ran = await update(...regions.flatMap((region) => ['--region', region]));
    expect(ran.exitCode).toBe(4);
    expect(ran.stderr).toContain('because   not tried: the lists before it could not be fetched');
    expect(ran.stderr).toMatch(/and \d more could not be fetched|, .* could not be fetched/);
  });
});

describe('nothing is changed', () => {
  test.each([
    ['wrong JSON', served('{"offers": {', '"1"'), 5, /index\.json.*\n? *.*not valid JSON/],
    ['an index without services', served('{"offers": []}', '"1"'), 5, /has no offers/],
    [
      '500',
      answers(500),
      4,
      /cannot be fetched\n {2}because {3}it answers 500\. Nothing was changed: answers go on with the prices of 20\d\d-\d\d-\d\d to 20\d\d-\d\d-\d\d/,
    ],
    ['another host', answers(302, { location: 'http://example.com/' }), 4, /it sends us on to http:\/\/example\.com/],
  ])('where the index is %s', async (_, handler, code, says) => {
    server.on(`${AWS}/index.json`, handler);
    const ran = await update('--region', 'eu-west-2');
    expect([ran.exitCode, ran.stdout, ran.written.size]).toEqual([code, '', 0]);
    expect(ran.stderr).toMatch(says);
  });

  test.each([
    [['--region', 'cn-north-1'], /Region of China\n {2}because {3}its prices are in CNY/],
    [['--region', 'eu-west-9'], /a Region without prices/],
    [['--service', 'AmazonApiGatway'], /write {5}--service AmazonApiGateway/],
    [['--base-url', 'ftp://example.com'], /--base-url is "ftp:\/\/example\.com", which is no address/],
    [['--as-of', 'yesterday'], /--as-of is "yesterday"/],
  ])('by %s', async (more, says) => {
    serve({ 'eu-west-2': list(REST) });
    const ran = await update(...more);
    expect([ran.exitCode, ran.written.size]).toEqual([2, 0]);
    expect(ran.stderr).toMatch(says);
  });

  test('without a folder for copies', async () => {
    const ran = await run(['prices', 'update', '--output', 'x', '--base-url', server.base], { folder: home });
    expect([ran.exitCode, ran.stderr]).toEqual([2, expect.stringContaining('there is no folder to keep price lists in')]);
    writeFileSync(join(home, 'cache'), 'a file');
    serve({ 'eu-west-2': list(REST) });
    const full = await update('--region', 'eu-west-2');
    expect([full.exitCode, full.stderr]).toEqual([
      2,
      expect.stringContaining('price lists cannot be kept in /cache/apigw-advisor/downloads'),
    ]);
  });
});
