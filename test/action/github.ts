// A stand-in of GitHub's comments: it keeps them, in pages as GitHub does, and refuses what it is told to refuse.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

export interface GitHub {
  readonly api: string;
  comments: Comment[];
  /** Method and address of each request. */
  readonly asked: string[];
  /** How a request is refused, if it is. */
  refuses: (method: string) => number | undefined;
  close(): Promise<void>;
}

export const BOT = { login: 'github-actions[bot]' };
/** The token of the workflow. */
export const TOKEN = 'token-of-this-run';

export async function github(): Promise<GitHub> {
  let next = 1000;
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    let sent = '';
    request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
    request.on('end', () => {
      state.asked.push(`${method} ${url}`);
      const answer = (status: number, body?: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? '' : JSON.stringify(body));
      const refused = request.headers.authorization === `Bearer ${TOKEN}` ? state.refuses(method) : 401;
      if (refused !== undefined) return void answer(refused, { message: 'Resource not accessible by integration' });
      const text = () => (JSON.parse(sent) as { body: string }).body;
      if (method !== 'DELETE' && method !== 'GET' && text().length > 65_536) return void answer(422, { message: 'Body is too long' });
      const at = new URL(url, 'http://localhost');
      if (at.pathname === '/repos/someone/apis/issues/7/comments') {
        if (method === 'GET') {
          const [size, page] = [Number(at.searchParams.get('per_page')), Number(at.searchParams.get('page'))];
          return void answer(200, state.comments.slice(size * (page - 1), size * page));
        }
        state.comments.push({ id: (next += 1), user: BOT, body: text() });
        return void answer(201, state.comments.at(-1));
      }
      const id = Number(/^\/repos\/someone\/apis\/issues\/comments\/(\d+)$/.exec(at.pathname)?.[1]);
      const found = state.comments.find((one) => one.id === id);
      if (found === undefined) return void answer(404, { message: 'Not Found' });
      if (method === 'DELETE') {
        state.comments = state.comments.filter((one) => one !== found);
        return void answer(204);
      }
      found.body = text();
      return void answer(200, found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: GitHub = {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments: [],
    asked: [],
    refuses: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return state;
}
