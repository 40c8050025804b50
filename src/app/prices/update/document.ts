import type { PricesUpdateDocument } from '../../../documents/prices/update.ts';
import { jsonText, SCHEMA_VERSION } from '../../../documents/json.ts';
import { importedData, type Written } from '../import-document.ts';
import type { UpdateAnswer } from './update.ts';

/** What `prices update` answers, as data. */
export function updateJson(answer: UpdateAnswer & { readonly written: Written }): string {
  const { host, lists, newLists, imported, held, missed, absent, leftOut, problems, written } = answer;
  return jsonText({
    schemaVersion: SCHEMA_VERSION,
    written,
    host,
    lists,
    newLists,
    held: held.map(({ service, region, reasons }) => ({ service, region, reasons: [...reasons] })),
    missed: missed.map((one) => ({ ...one })),
    absent: [...absent].map(([service, regions]) => ({ service, regions: [...regions] })),
    leftOut: [...leftOut],
    results: imported.map(importedData),
    errors: problems.map((one) => ({ ...one })),
  } satisfies PricesUpdateDocument);
}
