import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PriceError } from '../errors/errors.ts';
import { BOUNDS, EXCESS, type Bounds } from '../reading/bounds.ts';
import { readJson } from '../reading/json.ts';
import { damaged, isRecord, REINSTALL } from './damaged.ts';
import type { PriceData, RegionSheet } from './sheet.ts';

/** Everything but the Regions' sheets, in one file: what nearly every answer needs. */
export interface Index {
  readonly sources: PriceData['sources'];
  readonly editions: PriceData['editions'];
  readonly allowances: PriceData['allowances'];
  readonly cloudfront: PriceData['cloudfront'];
  readonly overlays: PriceData['overlays'];
  readonly regions: readonly string[];
}

/**
 * Reads the price data that the build compiled from pricing-data/*.yaml into JSON. The YAML is for people
 * and is checked by `readPriceSheets`; parsing it at every start would cost more than pricing does. What is read here is
 * checked where it is used, cell by cell, by `openPriceBook`.
 * @throws PriceError when a file is missing or damaged.
 */
export function readPriceData(directory: string | Buffer): PriceData {
  const fileOf = (sheet: string) => inside(directory, `${sheet}.json`);
  const index = readCompiled(fileOf('index'), [
    'sources',
    'editions',
    'allowances',
    'cloudfront',
    'overlays',
    'regions',
  ]) as unknown as Index;
  const sheets = new Map<string, RegionSheet>();
  return {
    ...index,
    fileOf: (sheet) => String(fileOf(sheets.has(sheet) ? sheet : 'index')),
    sheet(region) {
      if (!index.regions.includes(region)) throw noSheet(region);
      const known = sheets.get(region) ?? (readCompiled(fileOf(region), ['location', 'rates', 'unavailable']) as unknown as RegionSheet);
      sheets.set(region, known);
      return known;
    },
  };
}

export function noSheet(region: string): PriceError {
  return new PriceError(`there is no price sheet for ${region}`, 'each Region has a sheet in pricing-data', null);
}

/** File name and text of every YAML sheet of a folder. */
export function listSheets(directory: string | Buffer): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(directory, 'utf8')
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readText(inside(directory, name), BOUNDS.sheet) }));
}

/** A folder whose name is not UTF-8 is known by its bytes. */
function inside(directory: string | Buffer, name: string): string | Buffer {
  return typeof directory === 'string' ? join(directory, name) : Buffer.concat([directory, Buffer.from(`/${name}`)]);
}

/** The object in a file, with the members that it must have. */
function readCompiled(path: string | Buffer, members: readonly string[]): Readonly<Record<string, unknown>> {
  const read = readJson(readText(path, BOUNDS.prices), String(path), BOUNDS.prices, 'the price data cannot be read');
  if ('problem' in read) throw new PriceError([{ ...read.problem, write: REINSTALL }]);
  const { data } = read;
  if (!isRecord(data)) throw damaged(String(path), '', data, 'an object stands in each file of price data');
  for (const member of members) if (!Object.hasOwn(data, member)) throw damaged(String(path), member, undefined, 'every such file has it');
  return data;
}

function readText(path: string | Buffer, { bytes }: Bounds): string {
  try {
    const found = statSync(path);
    // A device or a pipe has no size, and may have no end.
    if (!found.isFile()) throw new Error('it is no file');
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
