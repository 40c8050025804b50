import './without-code.ts';
import { ProtocolError, ProtocolErrorCode, ResourceNotFoundError, Server } from '@modelcontextprotocol/server';
import { AdvisorError } from '../errors/errors.ts';
import { answered, mistaken, type Given } from './answered.ts';
import { readArguments } from './arguments.ts';
import { resources, schemaNamed } from './resources.ts';
import type { Ground } from './tool.ts';
import { TOOLS } from './tools.ts';

/** What the server takes from outside. */
export interface Outside {
  readonly version: string;
  /** By what an answer goes, today. */
  ground(): Promise<Ground>;
  /** A JSON Schema of the package. */
  schema(name: string): string;
}

const INSTRUCTIONS =
  'Recommends an Amazon API Gateway type for an API and prices it exactly, offline. Nothing is read but what a call gives. ' +
  'Amounts are US dollars a month as exact decimals; bound "at-least" means that a part of the price is not known. ' +
  'A need that is not stated is open, not a no. Answers fit into 8 KB; detail "full" gives everything.';

/** A server of one connection. Calls are answered one after the other, and those that were cancelled meanwhile not at all. */
export function serverOf({ version, ground, schema }: Outside): Server {
  const server = new Server({ name: 'apigw-advisor', version }, { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS });
  let before: Promise<unknown> = Promise.resolve();
  const afterOthers = async (work: () => Promise<Given>): Promise<Given> => {
    const own = before.then(work);
    before = own.catch(() => {});
    return own;
  };
  server.setRequestHandler('tools/list', async () => ({ tools: await (await import('./listed.ts')).listedTools() }));
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq: { signal } }) => {
    const given = await afterOthers(async () => {
      // The message that cancels this call may be in the same packet.
      await new Promise((resolved) => setImmediate(resolved));
      signal.throwIfAborted();
      return call(params.name, params.arguments, ground);
    });
    return { ...given, content: [...given.content] };
  });
  server.setRequestHandler('resources/list', () => ({ resources: [...resources] }));
  server.setRequestHandler('resources/read', ({ params: { uri } }) => {
    const name = schemaNamed(uri);
    if (name === null) throw new ResourceNotFoundError(uri);
    return { contents: [{ uri, mimeType: 'application/schema+json', text: schema(name) }] };
  });
  return server;
}

async function call(name: string, given: unknown, ground: Outside['ground']): Promise<Given> {
  const named = TOOLS.find((one) => one.name === name);
  if (named === undefined)
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `there is no tool ${name}; the tools are ${TOOLS.map((one) => one.name).join(', ')}`,
    );
  const tool = await named.load();
  try {
    const { args, detail } = readArguments(tool, given);
    const by = await ground();
    return await answered(tool, await tool.answer(args, by), detail, by);
  } catch (error) {
    if (error instanceof AdvisorError) return mistaken(error.problems, Object.keys(tool.takes));
    throw error;
  }
}
