import { PriceError } from '../errors/errors.ts';
import { damaged, isRecord } from './damaged.ts';
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
 * Price data as the build compiles it, wherever it is kept. What is in it is checked where it is used, cell by cell, by
 * `openPriceBook`.
 * @param sheet what stands in `index.json`, and in `<region>.json` once a Region is asked for: parsed JSON.
 * @param fileOf how such a file is named in what is said of it.
 * @throws PriceError when one lacks what every such file has.
 */
export function priceDataOf(sheet: (name: string) => unknown, fileOf: (name: string) => string = (name) => `${name}.json`): PriceData {
  const index = withMembers(sheet('index'), fileOf('index'), INDEX) as unknown as Index;
  const sheets = new Map<string, RegionSheet>();
  return {
    ...index,
    fileOf: (name) => fileOf(sheets.has(name) ? name : 'index'),
    sheet(region) {
      if (!index.regions.includes(region)) throw noSheet(region);
      const known = sheets.get(region) ?? (withMembers(sheet(region), fileOf(region), REGION) as unknown as RegionSheet);
      sheets.set(region, known);
      return known;
    },
  };
}

const INDEX = ['sources', 'editions', 'allowances', 'cloudfront', 'overlays', 'regions'] as const satisfies readonly (keyof Index)[];
const REGION = ['location', 'rates', 'unavailable'] as const satisfies readonly (keyof RegionSheet)[];

function withMembers(data: unknown, file: string, members: readonly string[]): Readonly<Record<string, unknown>> {
  if (!isRecord(data)) throw damaged(file, '', data, 'each file of price data holds an object');
  for (const member of members) if (!Object.hasOwn(data, member)) throw damaged(file, member, undefined, 'every such file has it');
  return data;
}

export function noSheet(region: string): PriceError {
  return new PriceError(`there is no price sheet for ${region}`, 'each Region has a sheet in pricing-data', null);
}
