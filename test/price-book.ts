import { fileURLToPath } from 'node:url';
import { listSheets } from '../src/pricebook/files.ts';
import { openPriceBook } from '../src/pricebook/price-book.ts';
import { readPriceSheets } from '../src/pricebook/yaml-sheets.ts';

/** The price data of the repository, read straight from its YAML. */
export const priceData = readPriceSheets(listSheets(fileURLToPath(new URL('../pricing-data', import.meta.url)))).data;

export const awsBook = openPriceBook(priceData, 'aws');
export const articleBook = openPriceBook(priceData, 'article');
