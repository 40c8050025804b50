import { readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../errors/errors.ts';
import { visible } from '../../documents/visible.ts';
import { bytesOf, nameOf } from './path-bytes.ts';
import type { Ports } from '../ports.ts';
import { makeFolder } from './writing.ts';

/** A folder that one run has to itself until it is released; or the file that says which run has it. */
export type Lock = { release(): void } | { readonly heldBy: string; readonly file: string };

/** Processes as the system knows them. */
export interface Processes {
  readonly own: number;
  isRunning(id: number): boolean;
}

const NAME = '.apigw-advisor-lock';

/**
 * Does something while no other run does it in a folder: what two runs write side by side would be mixed.
 * @throws UsageError where another run has the folder.
 */
export async function alone<T>(folder: string, ports: Ports, work: () => Promise<T>): Promise<T> {
  const lock = await ports.lock(folder);
  if ('heldBy' in lock)
    throw new UsageError(
      `another run of apigw-advisor is writing into ${nameOf(folder)}`,
      lock.heldBy === '' ? 'it has just begun' : `it is process ${visible(lock.heldBy)}`,
      `the same again when it has ended; if there is no such process, remove ${nameOf(lock.file)} first`,
    );
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * Takes a folder for this run. What a run left that ended without a word is taken over. Where no lock can be written, there is none:
 * whoever writes into the folder is told why not.
 */
export function lockFolder(folder: string, processes: Processes): Lock {
  const file = join(folder, NAME);
  const made: string[] = [];
  const release = () => {
    rmSync(bytesOf(file), { force: true });
    for (const at of made.toReversed()) tried(() => rmdirSync(bytesOf(at)));
  };
  for (let again = true; ; again = false) {
    try {
      makeFolder(folder, made);
      writeFileSync(bytesOf(file), `${processes.own} on ${hostname()}\n`, { flag: 'wx' });
      return { release };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') return { release: () => {} };
      const heldBy = tried(() => readFileSync(bytesOf(file), 'utf8').trim()) ?? '';
      if (!again || !hasEnded(heldBy, processes)) return { heldBy: heldBy.slice(0, 100), file };
      tried(() => rmSync(bytesOf(file)));
    }
  }
}

/** Of a run on another machine nobody here knows. */
function hasEnded(heldBy: string, { isRunning }: Processes): boolean {
  const [, id, host] = /^(\d{1,10}) on (.+)$/.exec(heldBy) ?? [];
  return id !== undefined && host === hostname() && !isRunning(Number(id));
}

function tried<T>(what: () => T): T | null {
  try {
    return what();
  } catch {
    return null;
  }
}
