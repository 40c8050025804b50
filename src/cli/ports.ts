import { createReadStream, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { PriceServer } from '../app/prices/update/server.ts';
import type { FolderSize, Machine } from '../app/doctor/machine.ts';
import { EXIT_CODES } from '../errors/exit-codes.ts';
import { readPriceData } from '../pricebook/files.ts';
import type { PriceData } from '../pricebook/sheet.ts';
import { output, type Output } from './output.ts';
import { identify, isFolder, namesIn, readStart, realPath, sizeOf, type Identity } from './files/looking.ts';
import { bytesOf, nameOf, pathOf } from './files/path-bytes.ts';
import type { Lock } from './files/lock.ts';

/** Everything that the command line touches outside itself. Tests hand in fakes. */
export interface Ports {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: { readonly isTTY: boolean };
  /** Folder of the installed package, for its schemas and examples. */
  readonly root: string;
  prices(): PriceData;
  /** The price data of a folder, such as an older one. `write` says what to write where it cannot be read. */
  pricesIn(folder: string, write?: string): Promise<PriceData>;
  /** Bytes of a file, at most so many; `-` is standard input. */
  readFile(path: string, most?: number): Uint8Array;
  /** Bytes of a file as they come, of any size; `-` is standard input. */
  chunksOf(path: string): AsyncIterable<Uint8Array>;
  /**
   * Writes files in one piece each, all of them or none, through links as `cp` does. No signal ends it halfway.
   * @returns where links led, by the path that was asked for.
   */
  writeFiles(files: ReadonlyMap<string, string | Uint8Array>, how: Writing): Promise<ReadonlyMap<string, string>>;
  /** Takes a folder for this run, which is made where it is not there. */
  lock(folder: string): Promise<Lock>;
  /** Removes a file; that it is not there is as well. */
  removeFile(path: string): void;
  isFolder(path: string): boolean;
  /** Which file a path leads to, through whatever links; null where nothing can be found. */
  identify(path: string): Identity | null;
  /** Where a path leads without links; null where nothing can be found. */
  realPath(path: string): string | null;
  /** What a folder holds, with all below it. */
  sizeOf(folder: string): FolderSize;
  /** Names in a folder; none where it cannot be entered. */
  namesIn(folder: string): readonly string[];
  /** Every file below a folder whose name ends so. */
  filesBelow(folder: string, ending: RegExp): Promise<readonly string[]>;
  /** The files that a pattern matches. */
  filesMatching(pattern: string): Promise<readonly string[]>;
  /** The words of the command line as they were typed, where Node had to replace bytes of them. */
  typed(argv: readonly string[]): readonly string[];
  today(): string;
  /** A server of price lists, of which copies are kept in a folder: the one thing here that uses the network. */
  priceServer(base: URL, folder: string): Promise<PriceServer>;
  /** On what this program runs. */
  machine(): Pick<Machine, 'node' | 'platform'>;
  /** Standard input and output as streams, for a conversation with a program. */
  pipe(): { readonly input: Readable; readonly output: Writable };
  /** The keyboard and the screen, for questions. */
  terminal(): Terminal;
}

/** How files are written. */
export interface Writing {
  /** Otherwise a file that is there stays, and nothing is written. */
  readonly replace: boolean;
  /** Whether folders that are not there are made. */
  readonly makeFolders: boolean;
}

/** Streams of a terminal, and word of its end. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Aborted when the terminal goes away or the process is asked to end; until `release`, that ends nothing by itself. */
  readonly gone: AbortSignal;
  release(): void;
}

/** The real world, for the package installed at `root`. The only place in src that knows `process`. */
export function realPorts(root: string): Ports {
  const prices = () => readPriceData(join(root, 'dist', 'pricing-data'));
  return {
    stdout: output(1, unwritable),
    stderr: output(2, () => {}),
    env: process.env,
    root,
    prices,
    pricesIn: async (folder, write) =>
      (await import('../pricebook/folder.ts')).readPriceFolder(bytesOf(folder), { named: nameOf(folder), write, packaged: prices }),
    readFile: readStart,
    chunksOf: (path) => (path === '-' ? process.stdin : createReadStream(bytesOf(path), { highWaterMark: 262_144 })),
    writeFiles: async (files, how) => (await import('./files/writing.ts')).writeFiles(files, how, unbroken),
    lock: async (folder) => (await import('./files/lock.ts')).lockFolder(folder, { own: process.pid, isRunning }),
    removeFile: (path) => rmSync(bytesOf(path), { force: true }),
    isFolder,
    identify,
    realPath,
    namesIn,
    sizeOf,
    filesBelow: async (folder, ending) => (await import('./files/finding.ts')).filesBelow(folder, ending),
    filesMatching: async (pattern) => (await import('./files/finding.ts')).filesMatching(pattern, '.'),
    typed,
    today: () => new Date().toISOString().slice(0, 10),
    priceServer: async (base, folder) => (await import('./network/open.ts')).openPriceServer(base, folder),
    machine: () => ({ node: process.versions.node, platform: `${process.platform} ${process.arch}` }),
    stdin: {
      get isTTY() {
        return process.stdin.isTTY === true;
      },
    },
    pipe: () => ({ input: process.stdin, output: process.stdout }),
    terminal,
  };
}

/** Signal 0 is none, and fails where there is no such process. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** A reader that closes the pipe (head, less) has had enough; a full disk has not. */
function unwritable({ code, message }: NodeJS.ErrnoException): never {
  if (code === 'EPIPE') process.exit(EXIT_CODES.answer.code);
  process.stderr.write(`apigw-advisor: the output could not be written\n  because   the system says ${message}\n`);
  process.exit(EXIT_CODES.usage.code);
}

/** Signals by which a process is asked to end. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function terminal(): Terminal {
  const { stdin: input, stdout: output } = process;
  const controller = new AbortController();
  const leave = () => controller.abort();
  // Readline sets the mode back when it closes, and fails where there is no terminal any more. Node sets it back at its end anyway.
  const hungUp = () => {
    input.setRawMode = () => input;
    leave();
  };
  const leaving = { SIGINT: leave, SIGTERM: leave, SIGHUP: hungUp } as const;
  for (const signal of ENDING) process.on(signal, leaving[signal]);
  // A terminal that was closed ends the input, or fails it with EIO, and whatever is still drawn on it.
  for (const event of ['end', 'error']) input.on(event, hungUp);
  output.on('error', hungUp);
  return {
    input,
    output,
    gone: controller.signal,
    release() {
      for (const signal of ENDING) process.off(signal, leaving[signal]);
      for (const event of ['end', 'error']) input.off(event, hungUp);
      input.pause();
    },
  };
}

/**
 * Does something that must not be left half done: the signals that end a process wait for its end. They come with a turn
 * of the event loop, which the work, being synchronous, does not let happen.
 */
async function unbroken<T>(work: () => T): Promise<T> {
  const pending = new Set<NodeJS.Signals>();
  const wait = (signal: NodeJS.Signals) => void pending.add(signal);
  for (const signal of ENDING) process.on(signal, wait);
  try {
    return work();
  } finally {
    // The first may come before the signals of this turn are looked for.
    for (let turn = 0; turn < 2; turn += 1) await new Promise((resolved) => setImmediate(resolved));
    for (const signal of ENDING) process.off(signal, wait);
    for (const signal of pending) if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  }
}

/** On Windows, where both signs part a path, patterns and printed places have `/`, as elsewhere. */
export const slashed = (words: readonly string[]): readonly string[] => words.map((word) => word.replaceAll('\\', '/'));

/** Node makes text of the words of the command line, with U+FFFD for what is not UTF-8. Linux has them as they were. */
function typed(argv: readonly string[]): readonly string[] {
  if (process.platform === 'win32') return slashed(argv);
  if (!argv.some((word) => word.includes('\ufffd'))) return argv;
  try {
    const words = pathOf(readFileSync('/proc/self/cmdline')).split('\0').slice(0, -1).slice(-argv.length);
    return argv.map((word, index) => {
      const exact = words[index] ?? word;
      return Buffer.from(bytesOf(exact)).toString() === word ? exact : word;
    });
  } catch {
    return argv;
  }
}
