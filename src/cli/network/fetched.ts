import { mayLead } from './address.ts';
import { FetchError } from '../../app/prices/update/server.ts';
import { onTheWay } from './failure.ts';
import type { HttpClient, Reply } from './http.ts';

const MOST_REDIRECTS = 5;
const REDIRECTED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Waits between tries, in milliseconds. After the last of them a server is given up. */
const WAITS = [500, 1000, 2000];
/** Longer than this nobody waits for a server that asks for it. */
const MOST_WAIT = 30_000;

export interface Fetching {
  readonly client: HttpClient;
  readonly base: URL;
  wait(ms: number): Promise<void>;
}

/**
 * Asks for something, again where that may help, and has the answer taken.
 * @param headersOf what is asked, told before each try: what was taken already need not come again.
 * @param take takes the answer whole; what it throws counts as the failure of a try.
 * @throws FetchError
 */
export async function fetched<T>(
  url: URL,
  headersOf: () => Readonly<Record<string, string>>,
  take: (reply: Reply) => Promise<T>,
  fetching: Fetching,
): Promise<T> {
  for (let tried = 0; ; tried += 1)
    try {
      return await take(await answerOf(url, headersOf(), fetching));
    } catch (cause) {
      const failure = onTheWay(cause);
      const pause = WAITS[tried];
      if (!(failure instanceof FetchError) || !failure.mayPass || pause === undefined) throw failure;
      await fetching.wait(Math.min(MOST_WAIT, Math.max(pause, (failure.after ?? 0) * 1000)));
    }
}

async function answerOf(start: URL, headers: Readonly<Record<string, string>>, { client, base }: Fetching): Promise<Reply> {
  let url = start;
  for (let led = 0; led <= MOST_REDIRECTS; led += 1) {
    const reply = await client.get(url, headers);
    if (!REDIRECTED.has(reply.status)) return understood(reply);
    reply.discard();
    const location = reply.header('location');
    if (location === null || !URL.canParse(location, url.href))
      throw new FetchError(`it sends us on (${reply.status}) and does not say where to`);
    url = new URL(location, url);
    if (!mayLead(base, url)) throw new FetchError(`it sends us on to ${url.protocol}//${url.host}, which is not asked for prices`);
  }
  throw new FetchError(`it sends us on more than ${MOST_REDIRECTS} times`);
}

/** Answers that are of use, and the refusals among the others. */
const OF_USE: ReadonlySet<number> = new Set([200, 206, 304, 416]);

function understood(reply: Reply): Reply {
  const { status } = reply;
  if (OF_USE.has(status)) return reply;
  reply.discard();
  if (status === 407) throw new FetchError('the proxy asks for a name and a password');
  if (status === 429 || status >= 500) {
    const after = Number(reply.header('retry-after') ?? Number.NaN);
    throw new FetchError(`it answers ${status}`, { mayPass: true, after: Number.isFinite(after) ? after : null });
  }
  // S3 answers 403 for a file that is not there, where it may not be said.
  throw new FetchError(status === 404 || status === 403 ? `there is no such file (${status})` : `it answers ${status}`);
}
