import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FolderSize } from '../../app/doctor/machine.ts';
import { bytesOf, pathOf } from './path-bytes.ts';

export interface Identity {
  /** Equal for every path to one file, also through links of either kind. */
  readonly id: string;
  /** Whether the path leads there without symbolic links. */
  readonly isDirect: boolean;
}

const CHUNK = 65_536;

/** Reads no more than it may keep, so that a stream without end (`yes | apigw-advisor cost -`, /dev/zero) fills no memory. */
export function readStart(path: string, most = Infinity): Uint8Array {
  const file = path === '-' ? 0 : openSync(bytesOf(path), 'r');
  try {
    const chunks: Uint8Array[] = [];
    for (let length = 0; length < most;) {
      const chunk = new Uint8Array(Math.min(CHUNK, most - length));
      const read = readWaiting(file, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      length += read;
    }
    return Buffer.concat(chunks);
  } finally {
    if (file !== 0) closeSync(file);
  }
}

/** Standard input that another program made non-blocking says EAGAIN until there is something to read. */
function readWaiting(file: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (cause) {
      const { code } = cause as { code?: string };
      if (code === 'EOF') return 0; // Windows, at the end of a pipe: https://github.com/nodejs/node/issues/35997
      if (code !== 'EAGAIN') throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** What cannot be looked at is read as a file, and then says why it cannot. */
export function isFolder(path: string): boolean {
  try {
    return statSync(bytesOf(path)).isDirectory();
  } catch {
    return false;
  }
}

/** The device and the number of the file on it, as `cp` tells whether two files are the same. */
export function identify(path: string): Identity | null {
  try {
    const { dev, ino } = path === '-' ? fstatSync(0, { bigint: true }) : statSync(bytesOf(path), { bigint: true });
    return { id: `${dev}:${ino}`, isDirect: path === '-' || isDirect(path) };
  } catch {
    return null;
  }
}

/** A pipe, as /dev/stdin may be, has no path of its own. */
function isDirect(path: string): boolean {
  return realPath(path) === resolve(path);
}

export function realPath(path: string): string | null {
  try {
    return pathOf(realpathSync.native(bytesOf(path), 'buffer'));
  } catch {
    return null;
  }
}

export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(bytesOf(folder), { encoding: 'buffer' }).map((name) => pathOf(name));
  } catch {
    return [];
  }
}

/** What goes while it is counted is not counted. Links are counted as such, not followed. */
export function sizeOf(folder: string): FolderSize {
  let [files, bytes] = [0, 0];
  for (const one of readdirSync(bytesOf(folder), { recursive: true, withFileTypes: true, encoding: 'utf8' })) {
    if (!one.isFile()) continue;
    files += 1;
    bytes += lstatSync(join(one.parentPath, one.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return { files, bytes };
}
