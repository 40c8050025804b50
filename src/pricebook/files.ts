import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PriceError } from '../errors/errors.ts';
import { BOUNDS, EXCESS, type Bounds } from '../reading/bounds.ts';
import { readJson } from '../reading/json.ts';
import { priceDataOf } from './compiled.ts';
import { REINSTALL } from './damaged.ts';
import type { PriceData } from './sheet.ts';

/**
 * Reads the price data that the build compiled from pricing-data/*.yaml into JSON. The YAML is for people
 * and is checked by `readPriceSheets`; parsing it at every start would cost more than pricing does.
 * @throws PriceError when a file is missing or damaged.
 */
export function readPriceData(directory: string | Buffer): PriceData {
  const fileOf = (sheet: string) => inside(directory, `${sheet}.json`);
  return priceDataOf(
    (sheet) => readCompiled(fileOf(sheet)),
    (sheet) => String(fileOf(sheet)),
  );
}

/** File name and text of every YAML sheet of a folder. */
export function listSheets(directory: string | Buffer): readonly { readonly name: string; readonly text: string }[] {
  return sheetNames(directory).map((name) => ({ name, text: readSheetText(directory, name) }));
}

/** File names of the YAML sheets of a folder. */
export function sheetNames(directory: string | Buffer): readonly string[] {
  return readdirSync(directory, 'utf8')
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
}

/** @throws PriceError where it cannot be read, or is larger than any sheet. */
export function readSheetText(directory: string | Buffer, name: string): string {
  return readText(inside(directory, name), BOUNDS.sheet);
}

/** A folder whose name is not UTF-8 is known by its bytes. */
function inside(directory: string | Buffer, name: string): string | Buffer {
  return typeof directory === 'string' ? join(directory, name) : Buffer.concat([directory, Buffer.from(`/${name}`)]);
}

function readCompiled(path: string | Buffer): unknown {
  const read = readJson(readText(path, BOUNDS.prices), String(path), BOUNDS.prices, 'the price data cannot be read');
  if ('problem' in read) throw new PriceError([{ ...read.problem, write: REINSTALL }]);
  return read.data;
}

function readText(path: string | Buffer, { bytes }: Bounds): string {
  try {
    const found = statSync(path);
    // A device or a pipe has no size, and may have no end.
    if (!found.isFile()) throw new Error('it is not a file');
    if (found.size > bytes) throw new Error(EXCESS.bytes(bytes).because);
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const { message, code } = cause as NodeJS.ErrnoException;
    throw new PriceError(
      `the price data cannot be read: ${String(path)}`,
      code === undefined ? message : 'the file is missing or unreadable',
      REINSTALL,
      { cause },
    );
  }
}
