import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { PricesImportDocument } from '../../documents/prices/import.ts';
import { changeData } from './change-document.ts';
import { outcomesOf, OUTCOMES, type ImportAnswer, type Imported } from './import.ts';

type Result = PricesImportDocument['results'][number];

/** What was written where; null where nothing was. */
export type Written = PricesImportDocument['written'];

/** What `prices import` answers, as data. */
export function importJson({ imported, problems, written }: ImportAnswer & { readonly written: Written }): string {
  return jsonText({
    schemaVersion: SCHEMA_VERSION,
    written,
    results: imported.map(importedData),
    errors: problems.map((one) => ({ ...one })),
  } satisfies PricesImportDocument);
}

/** What was taken of one list. */
export function importedData({ file, head, rates, rows, passed, regions }: Imported): Result {
  return {
    summary: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, outcomesOf(rates, outcome).length])) as Result['summary'],
    file,
    format: head.format,
    offer: head.offer,
    version: head.version,
    published: head.published,
    rows,
    passed: { ...passed },
    withoutSheet: [...regions].map(([region, prices]) => ({ region, prices })),
    rates: rates.map(({ sku, place, outcome, because, change }) => ({
      sku,
      ...place,
      outcome,
      because,
      change: change && changeData(change),
    })),
  };
}
