// What a report is worked out from, and nothing printed: every file of a folder read, decided and priced together.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [, , engine, folder] = process.argv;
const { openPriceBook, portfolio, readPriceData, readWorkload } = await import(pathToFileURL(engine).href);
const book = openPriceBook(readPriceData(fileURLToPath(new URL('../dist/pricing-data', import.meta.url))), 'aws');
const entries = readdirSync(folder)
  .toSorted()
  .map((file) => ({ file, ...readWorkload(readFileSync(join(folder, file), 'utf8'), { file, regions: book.regions }) }));
if (portfolio(entries, book).items.length !== entries.length) throw new Error('a workload is missing');
