import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPriceData } from '../pricebook/files.ts';
import type { PriceData } from '../pricebook/sheet.ts';

/** A stream that text is written to, and what it can show. */
interface TextOutput {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** Everything that the command line touches outside itself. Tests hand in fakes. */
export interface Ports {
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder of the installed package, for its schemas and examples. */
  readonly root: string;
  prices(): PriceData;
  /** Bytes of a file; `-` is standard input. */
  readFile(path: string): Uint8Array;
  /** Writes a file in one piece; refuses to replace one unless told. */
  writeFile(path: string, text: string, options: { readonly replace: boolean }): void;
  today(): string;
}

/** The real world, for the package installed at `root`. The only place in src that knows `process`. */
export function realPorts(root: string): Ports {
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    root,
    prices: () => readPriceData(join(root, 'dist', 'pricing-data')),
    readFile: (path) => readFileSync(path === '-' ? 0 : path),
    writeFile: writeWhole,
    today: () => new Date().toISOString().slice(0, 10),
  };
}

function output(stream: NodeJS.WriteStream): TextOutput {
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    columns: stream.columns,
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
