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
  try {
    const sheets = listSheets(directory);
    if (sheets.length === 0) return readPriceData(directory);
    return (await import('./yaml-sheets.ts')).readPriceSheets(sheets).data;
  } catch (cause) {
    const [problem] = cause instanceof PriceError ? cause.problems : [];
    const because = problem ? `${problem.what}: ${problem.because}` : cause instanceof Error ? cause.message.split('\n', 1)[0] : '';
    throw new PriceError(`${named} is no folder of price data`, because ?? '', '--prices-before node_modules/apigw-advisor/pricing-data', {
      cause,
    });
  }
}
