// Whole sessions with the built command, over standard input and output, by the official client and by hand.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { mcp } from '../../src/cli/commands/mcp.ts';
import type { Ports } from '../../src/cli/ports.ts';
import { MOST_MESSAGE } from '../../src/mcp/serve.ts';
import { priceData } from '../price-book.ts';
import { ROOT } from '../run.ts';
import { call, example, inMemory, overStdio, textOf } from './client.ts';

const BIN = join(ROOT, 'bin/apigw-advisor.cjs');
const quote = { sku: 'apigateway/http-requests', quantity: '432M', region: 'us-east-1' };
const hello = {
  jsonrpc: '2.0',
  id: 'hello',
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'hand', version: '1' } },
};
const calling = (id: number, name: string, args: object) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args },
});

/** Sends lines at once, closes the input when all that is awaited is there, and gives what came. */
function talk(
  lines: readonly (object | string)[],
  isOver: (messages: readonly Record<string, unknown>[]) => boolean,
  argv: readonly string[] = [],
): Promise<{ messages: readonly Record<string, unknown>[]; stdout: string; stderr: string; code: number | null }> {
  return new Promise((resolve) => {
    const server = spawn(process.execPath, [BIN, 'mcp', '--as-of', '2026-11-22', ...argv], { env: { XDG_DATA_HOME: '/nowhere' } });
    let [stdout, stderr] = ['', ''];
    const parsed = () =>
      stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    server.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.endsWith('\n') && isOver(parsed())) server.stdin.end();
    });
    server.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    server.stdin.on('error', () => {});
    server.on('close', (code) => resolve({ messages: parsed(), stdout, stderr, code }));
    server.stdin.write(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  });
}

test.each(['2025', '2026-07-28'] as const)('a client of %s: lists, calls and leaves', async (era) => {
  const { client, transport, said } = await overStdio(era);
  expect(client.getServerVersion()).toMatchObject({ name: 'apigw-advisor' });
  expect(client.getInstructions()).toContain('detail "full"');
  const { tools } = await client.listTools();
  expect(tools.length).toBe(9);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  const answer = await call(client, 'recommend_api_type', { workload: example('catalogue.yaml') });
  expect(textOf(answer)).toContain('HTTP API behind CloudFront and WAF · $262.45 a month');
  expect((await call(client, 'price_workload', { workload: 'name: x' })).isError).toBe(true);
  const { pid } = transport;
  await client.close();
  expect(pid).not.toBeNull();
  expect(said()).toBe('');
});

test('a thousand calls in a row, all sent at once: each is answered once, in order, and standard output has nothing else', async () => {
  const calls = Array.from({ length: 1_000 }, (_, id) => calling(id, 'quote_rate', quote));
  const { messages, stderr, code } = await talk([hello, ...calls], (all) => all.length === 1_001);
  expect(messages.slice(1).map(({ id }) => id)).toEqual(calls.map(({ id }) => id));
  expect(messages.slice(1).every(({ result }) => JSON.stringify(result).includes('"listCost":"418.8"'))).toBe(true);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
}, 60_000);

test('memory does not grow with calls', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const client = await inMemory('2025');
  const some = async (count: number) => {
    for (let done = 0; done < count; done += 1) await call(client, 'quote_rate', quote);
    collect();
    return process.memoryUsage().heapUsed;
  };
  await some(200);
  const before = await some(1);
  expect((await some(1_000)) - before).toBeLessThan(1_000_000);
}, 60_000);

test('a call that is cancelled before its turn is not answered, and those after it are', async () => {
  const slow = calling(1, 'optimize', { workload: example('catalogue.yaml') });
  const cancelled = calling(2, 'optimize', { workload: example('catalogue.yaml') });
  const cancel = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 2, reason: 'changed my mind' } };
  const { messages, code } = await talk([hello, slow, cancelled, cancel, calling(3, 'quote_rate', quote)], (all) =>
    all.some(({ id }) => id === 3),
  );
  expect(messages.map(({ id }) => id)).toEqual(['hello', 1, 3]);
  expect(code).toBe(0);
});

test('the official client can take a call back, too', async () => {
  const client = await inMemory();
  const abort = new AbortController();
  const asked = client.callTool({ name: 'explain', arguments: { id: 'rest' } }, { signal: abort.signal });
  abort.abort();
  await expect(asked).rejects.toThrow();
  expect((await call(client, 'quote_rate', quote)).isError).toBeUndefined();
});

test('what is no message is complained of on standard error, and the next is answered', async () => {
  const { messages, stderr, code } = await talk(
    [hello, 'hello?', '{"jsonrpc":"2.0"}', calling(1, 'quote_rate', quote)],
    (all) => all.length === 2,
  );
  expect(messages.map(({ id }) => id)).toEqual(['hello', 1]);
  expect(stderr).toMatch(/^apigw-advisor mcp: /);
  expect(code).toBe(0);
});

test('a message beyond its bound ends the connection, and nothing is printed for it', async () => {
  const { stdout, stderr, code } = await talk([`"${'x'.repeat(MOST_MESSAGE + 1)}`], () => false);
  expect(stdout).toBe('');
  expect(stderr).toContain('apigw-advisor mcp: ReadBuffer exceeded maximum size of 12000000 bytes');
  expect(code).toBe(0);
});

test('wrong prices are told before a client is served', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'mcp', '--prices', '/nowhere'], { encoding: 'utf8', input: '' });
  expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
  expect(stderr).toContain('--prices with a folder');
});

test('answers go by the edition and the contract of the command line', async () => {
  const contract = join(ROOT, 'examples/contract/contract.yaml');
  const contracted = await overStdio('2025', ['--contract', contract, '--cost', 'contracted']);
  const { structuredContent } = await call(contracted.client, 'price_workload', { workload: example('catalogue.yaml') });
  expect(structuredContent).toMatchObject({ basis: { contract: { applied: true } } });
  await contracted.client.close();
  const article = await overStdio('2025', ['--edition', 'article']);
  const quoted = await call(article.client, 'quote_rate', quote);
  expect(quoted.structuredContent).toMatchObject({ basis: { edition: 'article' } });
  await article.client.close();
});

test('who runs it in a terminal is told what it is', async () => {
  const said: string[] = [];
  const input = new PassThrough();
  const ports = {
    stdin: { isTTY: true },
    stderr: { write: (text: string) => void said.push(text) },
    env: {},
    prices: () => priceData,
    today: () => '2026-11-22',
    pipe: () => ({ input, output: new PassThrough() }),
  } as unknown as Ports;
  const served = mcp({ edition: 'aws' }, ports);
  input.end();
  input.resume();
  await served;
  expect(said.join('')).toMatch(/which a program starts[^]*claude mcp add apigw-advisor -- apigw-advisor mcp[^]*Ctrl-D ends it/);
});

test('nothing of it is loaded by another command, and it has no way to the network', () => {
  const chunks = join(ROOT, 'dist/cli/chunks');
  const load = `const before = new Set(Object.keys(require.cache)); require(${JSON.stringify(join(ROOT, 'dist/cli/cli.cjs'))}); console.log(Object.keys(require.cache).join('\\n'))`;
  const { stdout } = spawnSync(process.execPath, ['-e', load], { encoding: 'utf8' });
  const isServer = (path: string) => readFileSync(path, 'utf8').includes('subscriptions/listen');
  const loaded = stdout.trim().split('\n');
  expect(loaded.length).toBeGreaterThan(1);
  expect(loaded.filter(isServer)).toEqual([]);
  const { stdout: names } = spawnSync('ls', [chunks], { encoding: 'utf8' });
  const servers = names
    .trim()
    .split('\n')
    .map((name) => join(chunks, name))
    .filter(isServer);
  expect(servers.length).toBe(1);
  const code = readFileSync(servers[0] ?? '', 'utf8');
  expect([...code.matchAll(/require\(["'`](node:[a-z/]+)["'`]\)/g)].map(([, name]) => name).toSorted()).toEqual([
    'node:path',
    'node:process',
  ]);
  expect(code).not.toMatch(/\bfetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b/);
});
