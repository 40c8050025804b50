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
export function readPriceData(directory: string): PriceData {
  const index = readJson(join(directory, 'index.json')) as Index;
  const sheets = new Map<string, RegionSheet>();
  return {
    ...index,
    sheet(region) {
      const known = sheets.get(region) ?? (readJson(join(directory, `${region}.json`)) as RegionSheet);
      sheets.set(region, known);
      return known;
    },
  };
}

/** File name and text of every YAML sheet of a folder. */
export function listSheets(directory: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(directory, name), 'utf8') }));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new PriceError(
      `the price data cannot be read: ${path}`,
      cause instanceof SyntaxError ? 'it is not valid JSON; the file is damaged' : 'the file is missing or unreadable',
      'reinstall apigw-advisor, or run `npm run build` in a checkout',
      { cause },
    );
  }
}
