import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PriceError } from '../errors/errors.ts';
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
 * and is checked by `readPriceSheets`; parsing it at every start would cost more than pricing does.
 * @throws PriceError when a file is missing or damaged.
 */
export function readPriceData(directory: string | Buffer): PriceData {
  const index = readJson(inside(directory, 'index.json')) as Index;
  const sheets = new Map<string, RegionSheet>();
  return {
    ...index,
    sheet(region) {
      const known = sheets.get(region) ?? (readJson(inside(directory, `${region}.json`)) as RegionSheet);
      sheets.set(region, known);
      return known;
    },
  };
}

/** File name and text of every YAML sheet of a folder. */
export function listSheets(directory: string | Buffer): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(directory, 'utf8')
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(inside(directory, name), 'utf8') }));
}

/** A folder whose name is not UTF-8 is known by its bytes. */
function inside(directory: string | Buffer, name: string): string | Buffer {
  return typeof directory === 'string' ? join(directory, name) : Buffer.concat([directory, Buffer.from(`/${name}`)]);
}

function readJson(path: string | Buffer): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new PriceError(
      `the price data cannot be read: ${String(path)}`,
      cause instanceof SyntaxError ? 'it is not valid JSON; the file is damaged' : 'the file is missing or unreadable',
      'reinstall apigw-advisor, or run `npm run build` in a checkout',
      { cause },
    );
  }
}
