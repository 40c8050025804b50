import { join, relative } from 'node:path';
import { PriceError } from '../errors/errors.ts';
import { readPriceData, readSheetText, sheetNames } from './files.ts';
import type { PriceData } from './sheet.ts';

/** A folder of price data, as whoever asked for it calls it. */
export interface AskedFolder {
  readonly named: string;
  /** What to write where it cannot be read. */
  readonly write?: string | undefined;
  /** The price data of the package, over which what was imported is laid. */
  packaged(): PriceData;
}

/**
 * Price data of a folder: YAML sheets, as in `pricing-data` of a checkout; what a build compiled of them, as in
 * `dist/pricing-data` of an installed package; or what `prices import` wrote, over the data of the package.
 * @throws PriceError when it holds none of these, or they are damaged; of what was imported also when a rate is asked for.
 */
export async function readPriceFolder(directory: string | Buffer, { named, write = EXAMPLE, packaged }: AskedFolder): Promise<PriceData> {
  const told = <T>(read: () => T): T => {
    try {
      return read();
    } catch (cause) {
      throw cause instanceof PriceError || (cause as NodeJS.ErrnoException).code !== undefined
        ? tell(cause, directory, named, write)
        : cause;
    }
  };
  const names = told(() => sheetNames(directory));
  if (names.length === 0) return told(() => readPriceData(directory));
  const text = (name: string) => readSheetText(directory, name);
  const [{ readPriceSheets }, { importedLayer, isImported }] = await Promise.all([import('./yaml-sheets.ts'), import('./imported.ts')]);
  if (!isImported(names)) return told(() => readPriceSheets(names.map((name) => ({ name, text: text(name) }))).data);
  const data = packaged();
  const layer = told(() => importedLayer(names, text, data.regions));
  const placed = { ...layer, fileOf: (sheet: string) => join(named, layer.fileOf(sheet)) };
  return { ...data, added: [...(data.added ?? []), { ...placed, at: (place) => told(() => layer.at(place)) }] };
}

/** What is wrong in a file is said of that file; the rest of the folder. */
function tell(cause: unknown, directory: string | Buffer, named: string, write: string): PriceError {
  const problems = cause instanceof PriceError ? cause.problems : [];
  const [problem] = problems;
  if (problem?.file) {
    const placed = (file: string) => join(named, file.startsWith(String(directory)) ? relative(String(directory), file) : file);
    const all = problems.map((one) => ({ ...one, file: one.file && placed(one.file), write }));
    return new PriceError(all, undefined, undefined, { cause });
  }
  const because = problem ? `${problem.what}: ${problem.because}` : cause instanceof Error ? cause.message.split('\n', 1)[0] : '';
  return new PriceError(`${named} is not a folder of price data`, because, write, { cause });
}

const EXAMPLE = '--prices-before node_modules/apigw-advisor/dist/pricing-data';
