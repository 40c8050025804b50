import { FetchError, type PriceServer, type ServedFile } from '../../app/prices/update/server.ts';
import { under } from './address.ts';
import { fetched, type Fetching } from './fetched.ts';
import type { Reply } from './http.ts';
import { keptIn, namesKept, type Kept, type Validators } from './kept.ts';

/**
 * Files of a price list, of which a copy is kept: what has not changed is not sent again, and what was cut off goes on where it ended,
 * also in a later run.
 * @param folder where copies are kept.
 */
export function priceServer(fetching: Fetching, folder: string): PriceServer {
  const { base, client } = fetching;
  return {
    host: base.host,
    async get(path, most) {
      const kept = keptIn(folder, nameOf(path));
      const isNew = await fetched(
        under(base, path),
        () => headersFor(kept),
        (reply) => taken(reply, kept, most),
        fetching,
      );
      return { isNew, chunks: () => kept.chunks(), drop: () => kept.drop() } satisfies ServedFile;
    },
    close: () => client.close(),
    keepOnly(paths) {
      const names = new Set(paths.map(nameOf));
      for (const name of namesKept(folder)) {
        if (names.has(name)) continue;
        keptIn(folder, name).drop();
        keptIn(folder, name).dropPart();
      }
    },
  };
}

/** The name of a file of the folder. The path is one of AWS's indexes, whose form was checked: no part of it leads elsewhere. */
function nameOf(path: string): string {
  return path.slice(1).replaceAll('/', '+');
}

/**
 * What of a file is asked for: the rest of what was cut off, if it is still the same file; else the file, if it has changed. A
 * validator that is weak says that a file means the same, not that it has the same bytes (RFC 9110, 13.1.5).
 */
function headersFor(kept: Kept): Readonly<Record<string, string>> {
  const headers = { 'accept-encoding': 'gzip', 'user-agent': 'apigw-advisor' };
  const part = kept.part();
  const same = part && sameBytes(part);
  if (part && same) return { ...headers, range: `bytes=${part.size}-`, 'if-range': same };
  const whole = kept.whole();
  if (whole?.etag) return { ...headers, 'if-none-match': whole.etag };
  return whole?.lastModified ? { ...headers, 'if-modified-since': whole.lastModified } : headers;
}

function sameBytes({ etag, lastModified }: Validators): string | null {
  if (etag !== null) return etag.startsWith('W/') ? null : etag;
  return lastModified;
}

/** @returns whether it is another file than before. */
async function taken(reply: Reply, kept: Kept, most: number): Promise<boolean> {
  if (reply.status === 304) {
    reply.discard();
    if (kept.whole() === null) throw new FetchError('it says that nothing changed (304), and nothing was there');
    return false;
  }
  const from = reply.status === 206 ? startOf(reply, kept) : 0;
  // The rest of what is there begins elsewhere, or there is no rest of it: it is fetched from its beginning.
  if (reply.status === 416 || from === null) {
    reply.discard();
    kept.dropPart();
    throw new FetchError('it does not go on where the file was cut off', { mayPass: true });
  }
  const encoding = reply.header('content-encoding') ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') {
    reply.discard();
    throw new FetchError(`it packs the file as ${JSON.stringify(encoding.slice(0, 20))}, which was not asked for`);
  }
  const validators = { etag: reply.header('etag'), lastModified: reply.header('last-modified'), length: lengthOf(reply, from) };
  await stored(reply, validators, from, kept, most);
  return true;
}

async function stored(reply: Reply, validators: Validators, from: number, kept: Kept, most: number): Promise<void> {
  const { length } = validators;
  const excess = () => new FetchError(`the file is larger than ${Math.floor(most / 1e6)} MB, which no such file of AWS is`);
  if (length !== null && length > most) {
    reply.discard();
    throw excess();
  }
  const file = kept.open(validators, from);
  let size = from;
  try {
    for await (const chunk of reply.body) {
      size += chunk.byteLength;
      if (size > most || (length !== null && size > length)) break;
      file.write(chunk);
    }
  } finally {
    file.close();
  }
  if (size > most) {
    kept.dropPart();
    throw excess();
  }
  if (length !== null && size !== length) {
    // More than was announced cannot be gone on with.
    if (size > length) kept.dropPart();
    throw new FetchError(`it announced ${length} bytes, and ${size > length ? 'more' : size} came`, { mayPass: true });
  }
  kept.finish(validators);
}

/** The byte that an answer goes on from; null where it is not the one that was asked for. */
function startOf(reply: Reply, kept: Kept): number | null {
  const part = kept.part();
  const [, start] = /^bytes (\d{1,15})-/.exec(reply.header('content-range') ?? '') ?? [];
  return part !== null && start !== undefined && Number(start) === part.size ? part.size : null;
}

/** The bytes of the whole file, as far as its head says. */
function lengthOf(reply: Reply, from: number): number | null {
  const said = reply.header('content-length');
  return said !== null && /^\d{1,15}$/.test(said) ? from + Number(said) : null;
}
