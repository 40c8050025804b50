// The official client, in memory or against a process of the built command.
import { Client, InMemoryTransport, type CallToolResult } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { InMemoryTransport as ServerSide } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverOf } from '../../src/mcp/server.ts';
import type { Ground } from '../../src/mcp/tool.ts';
import { priceData } from '../price-book.ts';
import { ROOT } from '../run.ts';

export type Era = '2025' | '2026-07-28';

const clientOf = (era: Era) =>
  new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: era === '2025' ? 'legacy' : { pin: era } } });

const GROUND: Ground = { prices: priceData, edition: 'aws', asOf: '2026-11-22' };

/** A client of a server in this process. */
export async function inMemory(era: Era = '2026-07-28', ground: Ground = GROUND): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const outside = {
    version: '1.2.3',
    ground: async () => ground,
    schema: (name: string) => readFileSync(join(ROOT, 'schema', `${name}.schema.json`), 'utf8'),
  };
  serveStdio(() => serverOf(outside), { transport: far as unknown as ServerSide });
  const client = clientOf(era);
  await client.connect(near);
  return client;
}

/** A client of a process, with what that says on standard error. */
export async function overStdio(
  era: Era,
  argv: readonly string[] = [],
): Promise<{ client: Client; transport: StdioClientTransport; said: () => string }> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(ROOT, 'bin/apigw-advisor.cjs'), 'mcp', '--as-of', '2026-11-22', ...argv],
    env: { XDG_CACHE_HOME: '/nowhere', XDG_DATA_HOME: '/nowhere' },
    stderr: 'pipe',
  });
  let said = '';
  transport.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const client = clientOf(era);
  await client.connect(transport);
  return { client, transport, said: () => said };
}

export const example = (name: string) => readFileSync(join(ROOT, 'examples', name), 'utf8');

/** The answer of a tool, checked by the client against the form that the tool states. */
export async function call(client: Client, name: string, args: Record<string, unknown>): Promise<CallToolResult> {
  return client.callTool({ name, arguments: args });
}

export const bytesOf = (result: object) => Buffer.byteLength(JSON.stringify(result));
export const textOf = ({ content }: CallToolResult) => content.map((one) => (one.type === 'text' ? one.text : '')).join('');
