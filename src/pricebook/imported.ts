import { PriceError } from '../errors/errors.ts';
import { own } from '../reading/own.ts';
import type { Layer } from './sheet.ts';
import { WORLDWIDE } from './skus.ts';
import { checkCloudfront } from './yaml-sheets.ts';
import { checkRates, isKind, readSheet, wrong, type Kind, type Sheet } from './yaml-sheet.ts';

const [SOURCES, CLOUDFRONT] = ['sources.yaml', 'cloudfront.yaml'];

/** Whether a folder holds what was imported, by the names in it: the rest of the price data is that of the package. */
export function isImported(names: readonly string[]): boolean {
  return names.includes(SOURCES) && !names.includes('editions.yaml') && !names.includes('always-free.yaml');
}

/**
 * What was imported into a folder, as a layer. A sheet is read when it is first asked for.
 * @param text reads a file of it.
 * @param regions those that have a sheet in the package.
 * @throws PriceError, also when asked, where a file is damaged or none of them.
 */
export function importedLayer(names: readonly string[], text: (name: string) => string, regions: readonly string[]): Layer {
  const read = <K extends Kind>(name: string, kind: K): Sheet<K> => {
    const sheet = readSheet(name, text(name));
    if (isKind(sheet, kind)) return sheet;
    throw wrong(sheet, [], `it is no sheet of a ${kind}`);
  };
  const foreign = names.find((name) => name !== SOURCES && name !== CLOUDFRONT && !regions.includes(name.replace(/\.yaml$/, '')));
  if (foreign !== undefined) {
    const because = 'what was imported is a sheet for each Region that the package prices, cloudfront.yaml and sources.yaml';
    throw new PriceError([{ file: foreign, line: null, column: null, path: null, what: 'it is no such sheet', because, write: null }]);
  }
  const sources = read(SOURCES, 'sources').data;
  const once = <T>(load: () => T) => {
    let known: { readonly value: T } | null = null;
    return () => (known ??= { value: load() }).value;
  };
  const cloudfront = once(() => {
    const sheet = read(CLOUDFRONT, 'cloudfront');
    checkCloudfront(sheet, sources);
    return sheet.data;
  });
  const regional = new Map(
    names
      .filter((name) => name !== SOURCES && name !== CLOUDFRONT)
      .map((name) => {
        const load = once(() => {
          const sheet = read(name, 'region');
          if (sheet.data.region !== sheet.id) throw wrong(sheet, ['region'], `region says "${sheet.data.region}"`);
          checkRates(sheet, ['rates'], sheet.data.rates, sources);
          return sheet.data;
        });
        return [name.replace(/\.yaml$/, ''), load] as const;
      }),
  );
  return {
    id: 'imported',
    kind: 'imported',
    sources,
    fileOf: (sheet) => `${sheet}.yaml`,
    at(place) {
      if ('region' in place) {
        const sheet = regional.get(place.region)?.();
        return sheet && { name: place.region, rates: sheet.rates, unavailable: sheet.unavailable };
      }
      if (!names.includes(CLOUDFRONT)) return undefined;
      const { worldwide, geographies } = cloudfront();
      const sheet = place.geography === WORLDWIDE ? worldwide : own(geographies, place.geography);
      return sheet && { name: 'cloudfront', rates: sheet.rates, unavailable: {} };
    },
  };
}
