// prices update as a process: cancelled, resumed, and through the proxy of the environment.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTurn, localServer, served, type LocalServer } from '../network/local-server.ts';
import { csvOf, type Product } from '../prices/offers.ts';
import { ROOT } from '../run.ts';

const CODE = 'AmazonApiGateway';
const INDEX = '/offers/v1.0/aws/index.json';
const REGIONS = `/offers/v1.0/aws/${CODE}/current/region_index.json`;
const LIST = `/offers/v1.0/aws/${CODE}/20261001000000/eu-west-2/index.csv`;
const HTTP: Product = {
  sku: 'MFY3FVZZSQWYVNHM',
  usageType: 'EUW2-ApiGatewayHttpRequest',
  operation: 'ApiGatewayHttpApi',
  tiers: [['0', 'Inf', '0.00000121']],
};
const CONTENT =
  csvOf([HTTP]) +
  csvOf(Array.from({ length: 2000 }, (_, index) => ({ ...HTTP, sku: `OTHER${index}`, usageType: 'EUW2-Other' })))
    .split('\n')
    .slice(6)
    .join('\n');

let server: LocalServer;
let home: string;

beforeEach(async () => {
  server = await localServer();
  home = mkdtempSync(join(tmpdir(), 'apigw-advisor-update-'));
  server.on(INDEX, served(JSON.stringify({ offers: { [CODE]: { currentRegionIndexUrl: REGIONS } } }), '"1"'));
  server.on(REGIONS, served(JSON.stringify({ regions: { 'eu-west-2': { currentVersionUrl: LIST.replace('csv', 'json') } } }), '"1"'));
  server.on(LIST, served(CONTENT, '"1"'));
});
afterEach(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

function start(base: string, env: Readonly<Record<string, string>> = {}) {
  const argv = [
    'prices',
    'update',
    '--region',
    'eu-west-2',
    '--service',
    CODE,
    '--accept',
    '--base-url',
    base,
    '--output',
    join(home, 'prices'),
  ];
  const ran = spawn(process.execPath, [join(ROOT, 'bin/apigw-advisor.cjs'), ...argv], {
    cwd: home,
    env: { PATH: process.env['PATH'], HOME: home, XDG_CACHE_HOME: join(home, 'cache'), LANG: 'C.UTF-8', ...env },
  });
  let stderr = '';
  ran.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<{ readonly code: number | null; readonly signal: string | null; readonly stderr: string }>((resolve) =>
    ran.on('close', (code, signal) => resolve({ code, signal, stderr })),
  );
  return { kill: (signal: NodeJS.Signals = 'SIGINT') => ran.kill(signal), ended };
}

const isBegun = (name: string) => name.endsWith('.part') && statSync(join(home, name)).size > 0;
const filesBelow = () => readdirSync(home, { recursive: true, encoding: 'utf8' });

test('Ctrl-C leaves no sheet, and the next run goes on', { timeout: 60_000 }, async () => {
  const half = CONTENT.length / 2;
  let isHalf = () => {};
  const halfway = new Promise<void>((resolve) => (isHalf = resolve));
  server.on(
    LIST,
    inTurn(
      (_, response) => {
        response.writeHead(200, { etag: '"1"', 'content-length': CONTENT.length });
        // Nothing more comes; what came is written before the next turn.
        response.write(CONTENT.slice(0, half), () => isHalf());
      },
      served(CONTENT, '"1"'),
    ),
  );
  const cancelled = start(server.base);
  await halfway;
  // The file is there before its first byte, and of nothing there is no going on.
  while (!filesBelow().some(isBegun)) await new Promise((resolve) => setImmediate(resolve));
  cancelled.kill();
  expect((await cancelled.ended).signal).toBe('SIGINT');
  expect(filesBelow().filter((name) => name.endsWith('.yaml'))).toEqual([]);

  const { code, stderr } = await start(server.base).ended;
  expect(code, stderr).toBe(0);
  expect(server.asked.at(-1)).toMatch(/ bytes=\d+-$/);
  expect(readdirSync(join(home, 'prices'))).toEqual(['eu-west-2.yaml', 'sources.yaml']);
  expect(filesBelow().filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a second run at the same time is refused, and what a run left that was killed is taken over', { timeout: 60_000 }, async () => {
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  let answer = () => {};
  server.on(
    LIST,
    inTurn(
      (_, response) => {
        answer = () => response.end(CONTENT);
        isAsked();
      },
      served(CONTENT, '"1"'),
    ),
  );
  const first = start(server.base);
  await asked;
  const second = await start(server.base).ended;
  expect([second.code, second.stderr]).toEqual([
    2,
    expect.stringMatching(/another run of apigw-advisor is writing into .*downloads\n.*it is process \d+ on /),
  ]);
  answer();
  expect((await first.ended).code).toBe(0);
  expect(readdirSync(join(home, 'prices'))).toEqual(['eu-west-2.yaml', 'sources.yaml']);

  let isAskedAgain = () => {};
  const again = new Promise<void>((resolve) => (isAskedAgain = resolve));
  server.on(
    LIST,
    inTurn(() => isAskedAgain(), served(CONTENT, '"1"')),
  );
  const killed = start(server.base);
  await again;
  killed.kill('SIGKILL');
  await killed.ended;
  expect(filesBelow().filter((name) => name.endsWith('.apigw-advisor-lock'))).toHaveLength(1);
  const { code, stderr } = await start(server.base).ended;
  expect(code, stderr).toBe(0);
  expect(filesBelow().filter((name) => name.endsWith('.apigw-advisor-lock'))).toEqual([]);
});

test('the proxy of the environment is used, and not for what NO_PROXY names', { timeout: 60_000 }, async () => {
  const seen: string[] = [];
  const proxy = createServer((request, response) => {
    seen.push(request.url ?? '');
    const { pathname } = new URL(request.url ?? '');
    fetchFrom(pathname, response);
  });
  const fetchFrom = (path: string, response: { end(content: string): void }) => {
    const contents: Readonly<Record<string, string>> = {
      [INDEX]: JSON.stringify({ offers: { [CODE]: { currentRegionIndexUrl: REGIONS } } }),
      [REGIONS]: JSON.stringify({ regions: { 'eu-west-2': { currentVersionUrl: LIST.replace('csv', 'json') } } }),
      [LIST]: CONTENT,
    };
    response.end(contents[path] ?? '');
  };
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const through = await start('http://prices.example', { HTTP_PROXY: address }).ended;
  expect(through.code, through.stderr).toBe(0);
  expect(seen).toEqual([INDEX, REGIONS, LIST].map((path) => `http://prices.example${path}`));
  const past = await start(server.base, { HTTP_PROXY: address, NO_PROXY: '127.0.0.1' }).ended;
  expect([past.code, seen.length, server.asked.length]).toEqual([0, 3, 3]);
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});
