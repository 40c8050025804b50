import { fileURLToPath } from 'node:url';
import { readPriceData } from './files.ts';
import { openPriceBook, type PriceBook } from './price-book.ts';
import type { EditionId } from './sheet.ts';

/**
 * The price book that the package carries: what AWS publishes, or what the article says.
 * @throws PriceError when its files are missing or damaged.
 */
export function packagedPriceBook(edition: EditionId = 'aws'): PriceBook {
  return openPriceBook(readPriceData(fileURLToPath(new URL('../../pricing-data', import.meta.url))), edition);
}
