import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { bytesOf, pathOf } from './path-bytes.ts';
import type { Writing } from '../ports.ts';

/** The code of a link to a file that is not there: `cp` writes through none either. */
const DANGLING = 'DANGLING';

type Content = string | Uint8Array;

/** A file that is to be written: where it lies, and what lies there. */
interface Target {
  readonly path: string;
  readonly content: Content;
  readonly before: Stats | null;
}

/** Does something that no signal may end halfway. */
type Unbroken = <T>(work: () => T) => Promise<T>;

/**
 * Writes files, all of them or none. Each is written aside in its folder first; when all of them are there, each is put in
 * its place by a rename, and if one cannot be, those before it are put back. What is replaced keeps its permissions.
 * @returns where links led, by the path that was asked for.
 */
export async function writeFiles(
  files: ReadonlyMap<string, Content>,
  how: Writing,
  unbroken: Unbroken,
): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  const targets = [...files].map(([path, content]): Target => {
    try {
      const link = lstatSync(bytesOf(path), { throwIfNoEntry: false });
      if (link !== undefined && !how.replace) throw refusal('EEXIST');
      const before = link === undefined ? null : replaceable(path);
      // What is no file, as /dev/stdout may be, has no other path.
      if (!link?.isSymbolicLink() || !before?.isFile()) return { path, content, before };
      const real = pathOf(realpathSync.native(bytesOf(path), 'buffer'));
      links.set(path, real);
      return { path: real, content, before };
    } catch (cause) {
      throw Object.assign(cause as Error, { file: path });
    }
  });
  // A device or a pipe is no file that could be replaced. Whoever waits for a reader of it may leave.
  for (const { path, content } of targets.filter((one) => one.before?.isFile() === false)) writeFileSync(bytesOf(path), content);
  const whole = targets.filter((one) => one.before?.isFile() ?? true);
  if (whole.length > 0) await unbroken(() => place(whole, how));
  return links;
}

function place(targets: readonly Target[], { replace, makeFolders }: Writing): void {
  const made: string[] = [];
  const aside = new Map<string, string>();
  let done = false;
  try {
    for (const folder of new Set(targets.map((one) => dirname(one.path)))) {
      if (makeFolders) makeFolder(folder, made);
      aside.set(folder, pathOf(mkdtempSync(bytesOf(join(folder, '.apigw-advisor-')) as string, { encoding: 'buffer' })));
    }
    put(
      targets.map((one, index) => ({ ...one, aside: join(aside.get(dirname(one.path)) ?? '', String(index)) })),
      replace,
    );
    done = true;
  } finally {
    for (const folder of aside.values()) rmSync(bytesOf(folder), { recursive: true, force: true });
    if (!done) for (const folder of made.toReversed()) tried(() => rmdirSync(bytesOf(folder)));
  }
}

interface Staged extends Target {
  readonly aside: string;
}

function put(targets: readonly Staged[], replace: boolean): void {
  for (const { aside, content, before } of targets) {
    writeFileSync(bytesOf(aside), content, { flush: true });
    if (before !== null) resemble(aside, before);
  }
  const undo: (() => void)[] = [];
  try {
    for (const { path, aside, before } of targets) {
      if (before === null) {
        if (replace) renameSync(bytesOf(aside), bytesOf(path));
        else putNew(aside, path);
        undo.push(() => rmSync(bytesOf(path)));
      } else {
        const old = `${aside}.old`;
        undo.push(keep(path, old));
        renameSync(bytesOf(aside), bytesOf(path));
      }
    }
  } catch (cause) {
    for (const back of undo.toReversed()) tried(back);
    throw cause;
  }
}

/** What lies at a path, through links, and may be written over. */
function replaceable(path: string): Stats {
  const stat = statSync(bytesOf(path), { throwIfNoEntry: false });
  if (stat === undefined) throw refusal(DANGLING);
  if (stat.isDirectory()) throw refusal('EISDIR');
  // A rename would not ask.
  accessSync(bytesOf(path), constants.W_OK);
  return stat;
}

/** Leaves the file, or moves it where links of this kind cannot be: what undoes that and a rename over it. */
function keep(path: string, old: string): () => void {
  if (!tried(() => linkSync(bytesOf(path), bytesOf(old)))) renameSync(bytesOf(path), bytesOf(old));
  return () => renameSync(bytesOf(old), bytesOf(path));
}

/** A link, unlike a rename, replaces nothing. Where there are none, as on FAT, an empty file holds the place. */
function putNew(aside: string, path: string): void {
  try {
    linkSync(bytesOf(aside), bytesOf(path));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw cause;
    writeFileSync(bytesOf(path), '', { flag: 'wx' });
    renameSync(bytesOf(aside), bytesOf(path));
  }
}

/** Owner and permissions as they were; another owner only as far as the system lets it. */
function resemble(path: string, { mode, uid, gid }: Stats): void {
  tried(() => chownSync(bytesOf(path), uid, gid));
  chmodSync(bytesOf(path), mode & 0o7777);
}

/** Folder by folder: below /proc, Node's recursive mkdir never ends. */
export function makeFolder(folder: string, made: string[] = []): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(bytesOf(at)) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const at of missing.toReversed()) {
    mkdirSync(bytesOf(at));
    made.push(at);
  }
}

function tried(what: () => void): boolean {
  try {
    what();
    return true;
  } catch {
    return false;
  }
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}
