import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { httpClient } from '../src/cli/network/http.ts';
import { priceServer } from '../src/cli/network/price-server.ts';
import { filesBelow, filesMatching } from '../src/cli/files/finding.ts';
import { main } from '../src/cli/main.ts';
import { identify, isFolder, namesIn, realPath, sizeOf } from '../src/cli/files/looking.ts';
import type { Ports } from '../src/cli/ports.ts';
import { readPriceFolder } from '../src/pricebook/folder.ts';
import type { PriceData } from '../src/pricebook/sheet.ts';
import { priceData } from './price-book.ts';
import { checkPrinted } from './printed-json.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Setting {
  /** Folder in which relative paths are read. */
  readonly folder?: string;
  readonly stdin?: string;
  readonly columns?: number;
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Error codes with which the system refuses to read or write files, by their names. */
  readonly refuses?: Readonly<Record<string, string>>;
  /** The price data of the installed package, where it is not that of the repository. */
  readonly prices?: () => PriceData;
}

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly written: ReadonlyMap<string, string>;
  /** Bytes that are no text, by the path they were written to; `-` is standard output. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** Runs the command line in this process, with everything outside it faked but the files of `folder`. */
export async function run(argv: readonly string[], setting: Setting = {}): Promise<Ran> {
  const {
    folder = ROOT,
    stdin = '',
    columns,
    terminal = false,
    env = { LANG: 'C.UTF-8' },
    refuses = {},
    prices = () => priceData,
  } = setting;
  const out: string[] = [];
  const err: string[] = [];
  const written = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const asText = (path: string, content: string | Uint8Array) => {
    if (typeof content === 'string') return content;
    bytes.set(path, content);
    return '(bytes)';
  };
  const refuse = (path: string) => {
    const code = Object.hasOwn(refuses, path) ? refuses[path] : undefined;
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  const at = (path: string) => (path.startsWith(ROOT) ? path : join(folder, path));
  const ports: Ports = {
    stdout: { write: (content) => void out.push(asText('-', content)), isTTY: terminal, columns },
    stderr: { write: (content) => void err.push(asText('2', content)), isTTY: terminal, columns },
    env: columns === undefined || terminal ? env : { ...env, COLUMNS: String(columns) },
    root: ROOT,
    prices,
    pricesIn: (path, write) => readPriceFolder(at(path), { named: path, write, packaged: prices }),
    readFile: (path) => {
      refuse(path);
      return path === '-' ? new TextEncoder().encode(stdin) : readFileSync(at(path));
    },
    async *chunksOf(path) {
      yield this.readFile(path);
    },
    writeFiles: async (files, { replace }) => {
      for (const [path, content] of files) {
        if (!(replace && Object.hasOwn(refuses, path) && refuses[path] === 'EEXIST')) refuse(path);
        refuse(dirname(path));
        written.set(path, asText(path, content));
      }
      return new Map();
    },
    lock: async () => ({ release: () => {} }),
    removeFile: (path) => void written.delete(path),
    isFolder: (path) => isFolder(at(path)),
    identify: (path) => (path === '-' ? { id: path, isDirect: true } : identify(at(path))),
    realPath: (path) => realPath(at(path)),
    sizeOf: (path) => sizeOf(at(path)),
    priceServer: async (base, path) => priceServer({ client: httpClient(2000, () => ''), base, wait: async () => {} }, at(path)),
    machine: () => ({ node: '22.12.0', platform: 'linux x64' }),
    namesIn: (folder) => namesIn(at(folder)),
    filesBelow: async (path, ending) => filesBelow(at(path), ending).map((found) => path + found.slice(at(path).length)),
    filesMatching: async (pattern) => filesMatching(pattern, folder),
    typed: (argv) => argv,
    today: () => '2026-11-22',
    stdin: { isTTY: false },
    pipe: () => ({
      input: Readable.from([Buffer.from(stdin)]),
      output: new Writable({
        write(chunk: Buffer, _encoding, written) {
          out.push(asText('-', chunk.toString()));
          written();
        },
      }),
    }),
    terminal: () => {
      throw new Error('there is no terminal here');
    },
  };
  const exitCode = await main(argv, ports);
  checkPrinted(argv, out.join(''));
  return { stdout: out.join(''), stderr: err.join(''), exitCode, written, bytes };
}
