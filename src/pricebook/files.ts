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
export function readPriceData(directory: string): PriceData {
  const fileOf = (sheet: string) => join(directory, `${sheet}.json`);
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
    fileOf: (sheet) => fileOf(sheets.has(sheet) ? sheet : 'index'),
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
export function listSheets(directory: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readText(join(directory, name), BOUNDS.sheet) }));
}

/** The object in a file, with the members that it must have. */
function readCompiled(path: string, members: readonly string[]): Readonly<Record<string, unknown>> {
  const read = readJson(readText(path, BOUNDS.prices), path, BOUNDS.prices, 'the price data cannot be read');
  if ('problem' in read) throw new PriceError([{ ...read.problem, write: REINSTALL }]);
  const { data } = read;
  if (!isRecord(data)) throw damaged(path, '', data, 'an object stands in each file of price data');
  for (const member of members) if (!Object.hasOwn(data, member)) throw damaged(path, member, undefined, 'every such file has it');
  return data;
}

function readText(path: string, { bytes }: Bounds): string {
  try {
    const found = statSync(path);
    // A device or a pipe has no size, and may have no end.
    if (!found.isFile()) throw new Error('it is no file');
    if (found.size > bytes) throw new Error(EXCESS.bytes(bytes).because);
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const { message, code } = cause as NodeJS.ErrnoException;
    throw new PriceError(
      `the price data cannot be read: ${path}`,
      code === undefined ? message : 'the file is missing or unreadable',
      REINSTALL,
      { cause },
    );
  }
}
