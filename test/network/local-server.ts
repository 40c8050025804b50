import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine, which counts what it is asked. */
export interface LocalServer {
  readonly base: string;
  /** Method, address and range of each request. */
  readonly asked: string[];
  /** Changes how an address is answered. */
  on(path: string, handler: Handler): void;
  close(): Promise<void>;
}

export async function localServer(): Promise<LocalServer> {
  const handlers = new Map<string, Handler>();
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    asked.push([method, url, headers.range, headers['if-none-match'] && 'if-none-match'].filter(Boolean).join(' '));
    const handler = handlers.get(url);
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    on: (path, handler) => void handlers.set(path, handler),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A file as S3 serves it: with a validator, and parts of it on request. */
export function served(content: string | Uint8Array, etag: string, headers: Readonly<Record<string, string>> = {}): Handler {
  const bytes = Buffer.from(content);
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    const isPart = from !== undefined && request.headers['if-range'] === etag;
    const sent = isPart ? bytes.subarray(Number(from)) : bytes;
    const range = isPart ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {};
    response.writeHead(isPart ? 206 : 200, { etag, 'content-length': sent.length, ...range, ...headers }).end(sent);
  };
}

/** The same, and the connection is cut after so many bytes. */
export function cutOff(content: string | Uint8Array, etag: string, after: number): Handler {
  return (_request, response) => {
    response.writeHead(200, { etag, 'content-length': Buffer.byteLength(content) });
    response.write(content.slice(0, after), () => response.destroy());
  };
}

/** Each request is answered by the next of these, and by the last of them from then on. */
export function inTurn(...handlers: readonly Handler[]): Handler {
  let next = 0;
  return (request, response) => {
    const handler = handlers[Math.min(next, handlers.length - 1)];
    next += 1;
    handler?.(request, response);
  };
}

export const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(status, headers).end();
