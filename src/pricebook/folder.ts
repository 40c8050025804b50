import { join, relative } from 'node:path';
import { PriceError } from '../errors/errors.ts';
import { listSheets, readPriceData } from './files.ts';
import type { PriceData } from './sheet.ts';

/**
 * Price data of a folder: YAML sheets, as in `pricing-data` of a checkout, or what a build compiled of them, as in
 * `dist/pricing-data` of an installed package.
 * @param named what whoever asked for it calls it.
 * @throws PriceError when it holds neither, or they are damaged.
 */
export async function readPriceFolder(directory: string | Buffer, named: string): Promise<PriceData> {
  let placed = (file: string) => join(named, relative(String(directory), file));
  try {
    const sheets = listSheets(directory);
    if (sheets.length === 0) return readPriceData(directory);
    placed = (file) => join(named, file);
    return (await import('./yaml-sheets.ts')).readPriceSheets(sheets).data;
  } catch (cause) {
    const problems = cause instanceof PriceError ? cause.problems : [];
    const [problem] = problems;
    // What is wrong in a file is said of that file.
    if (problem?.file) {
      const all = problems.map((one) => ({ ...one, file: one.file && placed(one.file), write: EXAMPLE }));
      throw new PriceError(all, undefined, undefined, { cause });
    }
    const because = problem ? `${problem.what}: ${problem.because}` : cause instanceof Error ? cause.message.split('\n', 1)[0] : '';
    throw new PriceError(`${named} is no folder of price data`, because, EXAMPLE, { cause });
  }
}

const EXAMPLE = '--prices-before node_modules/apigw-advisor/dist/pricing-data';
