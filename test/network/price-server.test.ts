// How files of a price list are fetched, from a server on this machine that has every fault a server can have.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FetchError } from '../../src/app/prices/update/server.ts';
import { baseOf, mayLead } from '../../src/cli/network/address.ts';
import { httpClient } from '../../src/cli/network/http.ts';
import { priceServer } from '../../src/cli/network/price-server.ts';
import { answers, cutOff, inTurn, localServer, served, type LocalServer } from './local-server.ts';

const PATH = '/offers/v1.0/aws/AmazonApiGateway/20261001000000/eu-west-2/index.csv';
const CONTENT = `"FormatVersion","v1.0"\n${'a row of prices\n'.repeat(1000)}`;
const MOST = 1_000_000;

let server: LocalServer;
let folder: string;
let waits: number[];
const clients: { close(): void }[] = [];

beforeEach(async () => {
  server = await localServer();
  folder = join(mkdtempSync(join(tmpdir(), 'apigw-advisor-network-')), 'kept');
  waits = [];
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
  rmSync(join(folder, '..'), { recursive: true });
});

function serverOf({ base = server.base, silentMs = 5000, proxy = '' } = {}) {
  const client = httpClient(silentMs, () => proxy);
  clients.push(client);
  const wait = async (ms: number) => void waits.push(ms);
  return priceServer({ client, base: baseOf(base), wait }, folder);
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString();
}

/** Why a file cannot be fetched. */
async function refusal(most = MOST, options: Parameters<typeof serverOf>[0] = {}): Promise<string> {
  const failure: unknown = await serverOf(options)
    .get(PATH, most)
    .then(
      () => 'fetched',
      (cause: unknown) => cause,
    );
  expect(failure).toBeInstanceOf(FetchError);
  return (failure as FetchError).message;
}

describe('a file that is served', () => {
  test('is kept, and not sent again while it is the same', async () => {
    server.on(PATH, served(CONTENT, '"a"'));
    const first = await serverOf().get(PATH, MOST);
    expect([first.isNew, await textOf(first.chunks())]).toEqual([true, CONTENT]);
    const again = await serverOf().get(PATH, MOST);
    expect([again.isNew, await textOf(again.chunks())]).toEqual([false, CONTENT]);
    server.on(PATH, served('changed', '"b"'));
    const changed = await serverOf().get(PATH, MOST);
    expect([changed.isNew, await textOf(changed.chunks())]).toEqual([true, 'changed']);
    expect(server.asked).toEqual([`GET ${PATH}`, `GET ${PATH} if-none-match`, `GET ${PATH} if-none-match`]);
  });

  test('is kept as it was sent, gzipped', async () => {
    const packed = gzipSync(CONTENT);
    server.on(PATH, served(packed, '"a"', { 'content-encoding': 'gzip' }));
    const { chunks } = await serverOf().get(PATH, MOST);
    const all: Uint8Array[] = [];
    for await (const chunk of chunks()) all.push(chunk);
    expect(Buffer.concat(all).equals(packed)).toBe(true);
  });

  test('comes whole again where the copy is damaged or dropped, and copies of others go', async () => {
    server.on(PATH, served(CONTENT, '"a"'));
    await serverOf().get(PATH, MOST);
    const name = readdirSync(folder).find((one) => one.endsWith('.csv')) ?? '';
    writeFileSync(join(folder, name), 'short');
    const again = await serverOf().get(PATH, MOST);
    expect([again.isNew, await textOf(again.chunks())]).toEqual([true, CONTENT]);
    again.drop();
    expect((await serverOf().get(PATH, MOST)).isNew).toBe(true);
    serverOf().keepOnly([PATH]);
    expect(readdirSync(folder)).toEqual([name, `${name}.about`]);
    serverOf().keepOnly([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['goes on where the connection was cut', cutOff(CONTENT, '"a"', 5000), /^GET \S+ bytes=[1-9]\d*-$/],
    ['comes after an answer of 500', answers(500), /^GET \S+$/],
    ['comes after an answer of 429', answers(429), /^GET \S+$/],
    [
      'comes after an answer that is no HTTP',
      (_: unknown, response: { socket: { end(text: string): void } | null }) => response.socket?.end('prices\n'),
      /^GET \S+$/,
    ],
  ])('%s', async (_, first, second) => {
    server.on(PATH, inTurn(first as never, served(CONTENT, '"a"')));
    const { chunks } = await serverOf().get(PATH, MOST);
    expect(await textOf(chunks())).toBe(CONTENT);
    expect(server.asked[1]).toMatch(second);
    expect(waits).toEqual([500]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('goes on in a later run, unless it has changed since', async () => {
    server.on(PATH, cutOff(CONTENT, '"a"', 5000));
    expect(await refusal()).toBe('the connection was cut');
    expect(readdirSync(folder).map((name) => name.replace(/^.*\.csv/, ''))).toEqual(['.part', '.part.about']);
    server.on(PATH, served(CONTENT, '"a"'));
    expect(await textOf((await serverOf().get(PATH, MOST)).chunks())).toBe(CONTENT);
    expect(server.asked.at(-1)).toMatch(/bytes=[1-9]\d*-$/);

    server.on(PATH, cutOff(CONTENT, '"c"', 5000));
    await refusal();
    server.on(PATH, served(`new ${CONTENT}`, '"d"'));
    expect(await textOf((await serverOf().get(PATH, MOST)).chunks())).toBe(`new ${CONTENT}`);
  });

  test('comes whole where the validator is weak, or the server goes on elsewhere', async () => {
    server.on(PATH, inTurn(cutOff(CONTENT, 'W/"a"', 5000), served(CONTENT, 'W/"a"')));
    expect(await textOf((await serverOf().get(PATH, MOST)).chunks())).toBe(CONTENT);
    expect(server.asked).toEqual([`GET ${PATH}`, `GET ${PATH}`]);
    for (const wrong of [answers(206, { 'content-range': 'bytes 7-9/10' }), answers(206), answers(416)]) {
      server.on(PATH, inTurn(cutOff('cut off', '"e"', 3), wrong, served(CONTENT, '"f"')));
      expect(await textOf((await serverOf().get(PATH, MOST)).chunks())).toBe(CONTENT);
    }
  });

  test('comes from where the server sends us on', async () => {
    server.on('/elsewhere', served(CONTENT, '"a"'));
    server.on(PATH, answers(302, { location: '/elsewhere' }));
    expect(await textOf((await serverOf().get(PATH, MOST)).chunks())).toBe(CONTENT);
  });

  test('comes from below the path of a mirror', async () => {
    server.on(`/mirror${PATH}`, served(CONTENT, '"a"'));
    expect((await serverOf({ base: `${server.base}/mirror/` }).get(PATH, MOST)).isNew).toBe(true);
  });
});

describe('a file that cannot be fetched', () => {
  test.each([
    ['500 for ever', answers(500), 'it answers 500', 3],
    [
      'a gateway of Google',
      answers(301, { location: 'http://example.com/' }),
      'it sends us on to http://example.com, which is not asked for prices',
      0,
    ],
    ['a circle', answers(301, { location: PATH }), 'it sends us on more than 5 times', 0],
    ['nowhere', answers(301), 'it sends us on (301) and does not say where to', 0],
    ['missing', answers(404), 'there is no such file (404)', 0],
    ['forbidden', answers(403), 'there is no such file (403)', 0],
    ['teapot', answers(418), 'it answers 418', 0],
    ['nothing changed, at first', answers(304), 'it says that nothing changed (304), and nothing was there', 0],
    ['brotli', answers(200, { 'content-encoding': 'br' }), 'it packs the file as "br", which was not asked for', 0],
    ['a login of the proxy', answers(407), 'the proxy asks for a name and a password', 0],
  ])('%s', async (_, handler, because, tries) => {
    server.on(PATH, handler);
    expect(await refusal()).toBe(because);
    expect(waits).toEqual([500, 1000, 2000].slice(0, tries));
  });

  test('a server that asks to be left alone is left alone, but not for ever', async () => {
    server.on(PATH, inTurn(answers(503, { 'retry-after': '7' }), answers(503, { 'retry-after': '86400' }), served('x', '"a"')));
    await serverOf().get(PATH, MOST);
    expect(waits).toEqual([7000, 30_000]);
  });

  test('one that is larger than it may be is refused by its head, or as it comes', async () => {
    server.on(PATH, served(CONTENT, '"a"'));
    expect(await refusal(10_000)).toBe('the file is larger than 0 MB, which no such file of AWS is');
    server.on(PATH, (_, response) => {
      response.write(CONTENT.slice(0, 5000));
      response.end(CONTENT.slice(5000));
    });
    expect(await refusal(10_000)).toBe('the file is larger than 0 MB, which no such file of AWS is');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('one of another length than it was announced', async () => {
    server.on(PATH, (_, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: 10\r\nconnection: close\r\n\r\nprices`);
    });
    expect(await refusal()).toBe('the connection was cut');
    expect(waits).toHaveLength(3);
  });

  test('a server that says nothing, at once or in the middle', async () => {
    server.on(PATH, () => {});
    expect(await refusal(MOST, { silentMs: 30 })).toBe('it says nothing any more');
    server.on(PATH, (_, response) => void response.writeHead(200, { 'content-length': 100 }).write('prices'));
    expect(await refusal(MOST, { silentMs: 30 })).toBe('it says nothing any more');
  });

  test('no server', async () => {
    const { base } = server;
    await server.close();
    expect(await refusal(MOST, { base })).toBe('nothing listens there, or at its proxy');
    server = await localServer();
  });
});

describe('a proxy', () => {
  test('is asked for plain HTTP, and makes a tunnel for HTTPS', async () => {
    const seen: string[] = [];
    const proxy = createServer((request, response) => {
      seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
      served(CONTENT, '"a"')(request, response);
    });
    proxy.on('connect', (request, socket) => {
      seen.push(`CONNECT ${request.url ?? ''}`);
      // What is no TLS fails the tunnel at its other end.
      const [host = '', port = ''] = (request.url ?? '').split(':');
      const other = connect(Number(port), host, () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n'));
      other.on('error', () => socket.destroy());
      socket.on('error', () => other.destroy());
      other.pipe(socket).pipe(other);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = `http://someone:secret@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const plain = await serverOf({ base: 'http://prices.example', proxy: address }).get(PATH, MOST);
    expect(await textOf(plain.chunks())).toBe(CONTENT);
    const because = await refusal(MOST, { base: server.base.replace('http:', 'https:'), proxy: address });
    expect(because).not.toContain('secret');
    expect(seen[0]).toBe(`GET http://prices.example${PATH}`);
    expect(seen[1]).toBe(`CONNECT ${server.base.slice('http://'.length)}`);
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  });
});

test.each([
  ['https://pricing.us-east-1.amazonaws.com', 'https://pricing.ap-south-1.amazonaws.com/x', true],
  ['https://pricing.us-east-1.amazonaws.com', 'http://pricing.us-east-1.amazonaws.com/x', false],
  ['https://pricing.us-east-1.amazonaws.com', 'https://amazonaws.com.example.com/x', false],
  ['https://pricing.us-east-1.amazonaws.com', 'https://me:pw@pricing.us-east-1.amazonaws.com/x', false],
  ['https://pricing.us-east-1.amazonaws.com', 'https://169.254.169.254/x', false],
  ['http://mirror.example', 'http://mirror.example/x', true],
  ['http://mirror.example', 'http://mirror.example:81/x', false],
  ['https://mirror.example', 'https://pricing.us-east-1.amazonaws.com/x', false],
])('%s may send us on to %s: %s', (base, to, may) => {
  expect(mayLead(new URL(base), new URL(to))).toBe(may);
});
