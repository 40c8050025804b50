import { PriceError } from '../errors/errors.ts';
import { noSheet, type Index } from './compiled.ts';
import type { OverlaySheet, PriceData, RegionSheet, SourceSheet } from './sheet.ts';
import { ALL_SKUS, SKUS } from './skus.ts';
import { checkRates, isKind, readSheet, wrong, type Kind, type Sheet } from './yaml-sheet.ts';

/** Sheets without which nothing can be priced. */
const NEEDED = ['sources', 'editions', 'always-free', 'cloudfront'] as const satisfies readonly Kind[];

/**
 * Reads and checks the YAML sheets of pricing-data: the build compiles them, tests read them straight.
 * @throws PriceError naming the sheet and the cell.
 */
export function readPriceSheets(files: readonly { readonly name: string; readonly text: string }[]): {
  readonly index: Index;
  readonly sheets: Readonly<Record<string, RegionSheet>>;
  readonly data: PriceData;
} {
  const all = files.map(({ name, text }) => readSheet(name, text));
  const of = <K extends Kind>(kind: K) => all.filter((sheet) => isKind(sheet, kind)) as readonly Sheet<K>[];
  const one = <K extends (typeof NEEDED)[number]>(kind: K) => {
    const [found] = of(kind);
    if (found === undefined) throw new PriceError(`there is no ${kind}.yaml`, 'price data has one beside the sheets of its Regions', null);
    return found;
  };
  const [sources, editions, free, cloudfront] = [one('sources'), one('editions'), one('always-free'), one('cloudfront')];
  const byId = <T>(sheets: readonly { readonly id: string; readonly data: T }[]) =>
    Object.fromEntries(sheets.map(({ id, data }) => [id, data]));
  const sheets = byId<RegionSheet>(of('region'));
  const index: Index = {
    sources: sources.data,
    editions: editions.data,
    allowances: free.data.allowances,
    cloudfront: cloudfront.data,
    overlays: byId<OverlaySheet>(of('overlay')),
    regions: Object.keys(sheets).toSorted(),
  };
  for (const sheet of of('region')) checkRegion(sheet, index.sources);
  checkCloudfront(cloudfront, index.sources);
  for (const sheet of of('overlay')) checkRates(sheet, ['rates'], sheet.data.rates, index.sources);
  const sheet = (region: string) => {
    const found = Object.hasOwn(sheets, region) ? sheets[region] : undefined;
    if (found === undefined) throw noSheet(region);
    return found;
  };
  return { index, sheets, data: { ...index, sheet, fileOf: (name) => `${name}.yaml` } };
}

function checkRegion(sheet: Sheet<'region'>, sources: SourceSheet): void {
  const { region, rates, unavailable } = sheet.data;
  const fail = (what: string) => {
    throw wrong(sheet, [], what, 'every sku is priced or listed as unavailable, once');
  };
  if (region !== sheet.id) fail(`region says "${region}"`);
  for (const sku of ALL_SKUS) {
    if (SKUS[sku].scope !== 'region') continue;
    const isPriced = Object.hasOwn(rates, sku);
    if (isPriced === Object.hasOwn(unavailable, sku)) fail(`${sku} is ${isPriced ? 'in both lists' : 'in no list'}`);
  }
  checkRates(sheet, ['rates'], rates, sources);
}

export function checkCloudfront(sheet: Sheet<'cloudfront'>, sources: SourceSheet): void {
  const { geographies, worldwide } = sheet.data;
  for (const [id, { rates }] of Object.entries(geographies)) checkRates(sheet, ['geographies', id, 'rates'], rates, sources);
  checkRates(sheet, ['worldwide', 'rates'], worldwide.rates, sources);
}
