import './without-code.ts';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import type { Readable, Writable } from 'node:stream';
import { serverOf, type Outside } from './server.ts';

/** Bytes of one message: a template of the largest size, written as JSON. */
export const MOST_MESSAGE = 12_000_000;

/** Two streams and somewhere to complain. */
export interface Pipe {
  readonly input: Readable;
  readonly output: Writable;
  complain(text: string): void;
}

/** Serves one client until it closes its end, or sends more than a message may have. */
export async function serve(outside: Outside, { input, output, complain }: Pipe): Promise<void> {
  await new Promise<void>((ended) => {
    class Wire extends StdioServerTransport {
      override async close(): Promise<void> {
        await super.close();
        // A client that goes on writing keeps no process alive.
        input.destroy();
        ended();
      }
    }
    const transport = new Wire(input, output, { maxBufferSize: MOST_MESSAGE });
    serveStdio(() => serverOf(outside), { transport, onerror: ({ message }) => complain(message) });
  });
}
