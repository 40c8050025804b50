import {
  closeSync,
  createReadStream,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/writing.ts';

/** By what a server knows whether a file has changed since. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Bytes of the whole file, where the server says so. */
  readonly length: number | null;
}

/** A file that is kept between runs: whole, or as much of it as came before the connection was cut. */
export interface Kept {
  readonly name: string;
  whole(): Validators | null;
  /** What came of it, and how many bytes: null where nothing did. */
  part(): (Validators & { readonly size: number }) | null;
  /** Begins it anew, or goes on with what came. */
  open(validators: Validators, from: number): { write(chunk: Uint8Array): void; close(): void };
  /** The part is all of it, and takes the place of what was there. */
  finish(validators: Validators): void;
  chunks(): AsyncIterable<Uint8Array>;
  drop(): void;
  dropPart(): void;
}

/**
 * Files that are kept in a folder, which is the user's own. What was written is told from what is only begun by its name, so that a
 * run may end at any moment.
 */
export function keptIn(folder: string, name: string): Kept {
  const path = join(folder, name);
  const part = `${path}.part`;
  const aboutOf = (file: string) => `${file}.about`;
  return {
    name,
    whole() {
      const about = validatorsIn(aboutOf(path));
      return about !== null && about.length === sizeOf(path) ? about : null;
    },
    part() {
      const [about, size] = [validatorsIn(aboutOf(part)), sizeOf(part)];
      return about !== null && size !== null && size > 0 ? { ...about, size } : null;
    },
    open(validators, from) {
      makeFolder(folder);
      // Before the first byte, so that it is known of what it is the beginning.
      writeFileSync(aboutOf(part), JSON.stringify(validators));
      const file = openSync(part, from === 0 ? 'w' : 'r+');
      let at = from;
      return {
        write(chunk) {
          for (let done = 0; done < chunk.byteLength;) done += writeSync(file, chunk, done, chunk.byteLength - done, at + done);
          at += chunk.byteLength;
        },
        close: () => closeSync(file),
      };
    },
    finish(validators) {
      // Without what is said of it, a file does not count as whole: it is put there last.
      rmSync(aboutOf(path), { force: true });
      renameSync(part, path);
      writeFileSync(aboutOf(path), JSON.stringify({ ...validators, length: sizeOf(path) }));
      rmSync(aboutOf(part), { force: true });
    },
    chunks: () => createReadStream(path, { highWaterMark: 262_144 }),
    drop() {
      for (const file of [path, aboutOf(path)]) rmSync(file, { force: true });
    },
    dropPart() {
      for (const file of [part, aboutOf(part)]) rmSync(file, { force: true });
    },
  };
}

/** Every file that is kept in a folder, whole or not, by name. */
export function namesKept(folder: string): readonly string[] {
  try {
    return [...new Set(readdirSync(folder).map((name) => name.replace(/(?:\.part)?(?:\.about)?$/, '')))];
  } catch {
    return [];
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

/** What cannot be read says nothing: the file is fetched again. */
function validatorsIn(path: string): Validators | null {
  try {
    const { etag, lastModified, length } = JSON.parse(readFileSync(path, 'utf8')) as Record<keyof Validators, unknown>;
    const text = (value: unknown) => (typeof value === 'string' && /^[ -~]{1,200}$/.test(value) ? value : null);
    return { etag: text(etag), lastModified: text(lastModified), length: typeof length === 'number' ? length : null };
  } catch {
    return null;
  }
}
