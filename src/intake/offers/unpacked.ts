import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OfferError, REFUSED } from './refusals.ts';

/** Far above AWS's largest files of one Region. */
const MOST_BYTES = 4_000_000_000;
/** Rows of prices are much alike, and shrink to a thirtieth. Beyond this a file was made to fill the disk or the memory. */
const MOST_RATIO = 250;
/** What small files shrink to says nothing. */
const SMALL = 10_000_000;

/** The bytes of a file, unpacked where they are gzipped, and how many there were. */
export interface Unpacked {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The first few hundred bytes, to tell by them what the file is. */
  readonly start: string;
  bytes(): number;
}

/**
 * Unpacks what is gzipped, told by its first bytes.
 * @throws OfferError, also while it is read, where it is a zip archive, damaged, or larger than any price list.
 */
export async function unpacked(file: string, chunks: AsyncIterable<Uint8Array>): Promise<Unpacked> {
  let [read, packed] = [0, 0];
  const raw = await begun(chunks);
  const [first = 0, second = 0] = raw.start;
  if (first === 0x50 && second === 0x4b) throw REFUSED.zip(file);
  const isGzip = first === 0x1f && second === 0x8b;
  const held = async function* (all: AsyncIterable<Uint8Array>) {
    try {
      for await (const chunk of all) {
        read += chunk.byteLength;
        refuseExcess(file, read, isGzip ? packed : read);
        yield chunk;
      }
    } catch (cause) {
      if (!isGzip || cause instanceof OfferError || !String((cause as { code?: string }).code).startsWith('Z_')) throw cause;
      throw REFUSED.notWhole(file, null, 'its gzip data is damaged or ends too early', cause);
    }
  };
  if (!isGzip) return { ...(await texted(held(raw.all))), bytes: () => read };
  const counted = async function* () {
    for await (const chunk of raw.all) {
      packed += chunk.byteLength;
      yield chunk;
    }
  };
  // Each end closes the other; what fails is thrown where it is read.
  const gunzip = pipeline(Readable.from(counted()), createGunzip(), () => {});
  return { ...(await texted(held(gunzip))), bytes: () => read };
}

function refuseExcess(file: string, read: number, packed: number): void {
  if (read > MOST_BYTES) throw REFUSED.value(file, null, 'is too large', `a price list has at most ${MOST_BYTES / 1e9} GB, unpacked`);
  if (read > SMALL && read > packed * MOST_RATIO)
    throw REFUSED.value(
      file,
      null,
      `unpacks to more than ${MOST_RATIO} times its size`,
      'no price list does; it was made to fill the memory',
    );
}

const PEEK = 512;

async function texted(chunks: AsyncIterable<Uint8Array>) {
  const { all, start } = await begun(chunks);
  return { chunks: all, start: new TextDecoder().decode(start) };
}

/** The same bytes, and the first of them. */
async function begun(chunks: AsyncIterable<Uint8Array>) {
  const rest = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  for (let length = 0; length < PEEK;) {
    const { done, value } = await rest.next();
    if (done) break;
    first.push(value);
    length += value.byteLength;
  }
  const all = async function* () {
    try {
      yield* first;
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  };
  return { all: all(), start: Buffer.concat(first).subarray(0, PEEK) };
}
