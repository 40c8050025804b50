import { closeSync, linkSync, mkdirSync, mkdtempSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT_CODES } from '../errors/exit-codes.ts';
import { readPriceData } from '../pricebook/files.ts';
import type { PriceData } from '../pricebook/sheet.ts';
import { output, type Output } from './output.ts';

/** Everything that the command line touches outside itself. Tests hand in fakes. */
export interface Ports {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: { readonly isTTY: boolean };
  /** Folder of the installed package, for its schemas and examples. */
  readonly root: string;
  prices(): PriceData;
  /** Another folder of price data, such as an older one. */
  pricesIn(folder: string): Promise<PriceData>;
  /** Bytes of a file, at most so many; `-` is standard input. */
  readFile(path: string, most?: number): Uint8Array;
  /** Writes a file in one piece; refuses to replace one unless told. */
  writeFile(path: string, text: string, options: { readonly replace: boolean }): void;
  isFolder(path: string): boolean;
  /** Files of a folder that match one of the patterns, relative to it. */
  findFiles(folder: string, patterns: readonly string[]): Promise<readonly string[]>;
  /** Writes several files into a folder, all of them or none: whoever looks finds the old set or the new one, file by file. */
  writeSet(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void;
  today(): string;
  /** The keyboard and the screen, for questions. */
  terminal(): Terminal;
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
  return {
    stdout: output(1, unwritable),
    stderr: output(2, () => {}),
    env: process.env,
    root,
    prices: () => readPriceData(join(root, 'dist', 'pricing-data')),
    pricesIn: async (folder) => (await import('../pricebook/folder.ts')).readPriceFolder(folder),
    readFile: readStart,
    writeFile: writeWhole,
    isFolder,
    findFiles: async (folder, patterns) =>
      (await import('tinyglobby')).globSync([...patterns], { cwd: folder, ignore: ['**/node_modules/**'] }),
    writeSet,
    today: () => new Date().toISOString().slice(0, 10),
    stdin: {
      get isTTY() {
        return process.stdin.isTTY === true;
      },
    },
    terminal,
  };
}

/** A reader that closes the pipe (head, less) has had enough; a full disk has not. */
function unwritable({ code, message }: NodeJS.ErrnoException): never {
  if (code === 'EPIPE') process.exit(EXIT_CODES.answer.code);
  process.stderr.write(`apigw-advisor: the output could not be written\n  because   the system says ${message}\n`);
  process.exit(EXIT_CODES.usage.code);
}

/** What cannot be looked at is read as a file, and then says why it cannot. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const CHUNK = 65_536;

/** Reads no more than it may keep, so that a stream without end (`yes | apigw-advisor cost -`, /dev/zero) fills no memory. */
function readStart(path: string, most = Infinity): Uint8Array {
  const file = path === '-' ? 0 : openSync(path, 'r');
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

function terminal(): Terminal {
  const { stdin: input, stdout: output } = process;
  const controller = new AbortController();
  const leave = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, leave);
  // A terminal that was closed ends the input, or fails it with EIO.
  for (const event of ['end', 'error']) input.on(event, leave);
  return {
    input,
    output,
    gone: controller.signal,
    release() {
      for (const signal of signals) process.off(signal, leave);
      for (const event of ['end', 'error']) input.off(event, leave);
      input.pause();
    },
  };
}

/** Writes beside the file and puts it in place, so that no one finds half of it; a link, unlike a rename, replaces nothing. */
function writeWhole(path: string, text: string, { replace }: { readonly replace: boolean }): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    if (replace) renameSync(temporary, path);
    else linkSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Everything is written beside the folder's files first; only when all of it is there is each put in its place. */
function writeSet(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  const aside = mkdtempSync(join(folder, '.apigw-advisor-'));
  try {
    for (const [name, content] of files) writeFileSync(join(aside, name), content);
    for (const name of files.keys()) renameSync(join(aside, name), join(folder, name));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
