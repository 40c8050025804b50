import { fileURLToPath } from 'node:url';
import { readPriceData } from './files.ts';
import type { PriceData } from './sheet.ts';

/**
 * The price data that the package carries.
 * @throws PriceError when its files are missing or damaged.
 */
export function packagedPrices(): PriceData {
  // Seen from dist/lib, where this is bundled.
  return readPriceData(fileURLToPath(new URL('../pricing-data', import.meta.url)));
}
