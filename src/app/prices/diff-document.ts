import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { PricesDiffDocument } from '../../documents/prices/diff.ts';
import { changeData } from './change-document.ts';
import type { ListDiff } from './diff.ts';

/** What `prices diff` answers, as data. */
export function listDiffJson({ before, now, changes, equal }: ListDiff): string {
  const count = (status: string) => changes.filter((one) => one.status === status).length;
  const summary = { moved: count('moved'), new: count('new'), gone: count('gone'), equal };
  return jsonText({
    schemaVersion: SCHEMA_VERSION,
    results: [{ summary, before, now, rates: changes.map(changeData) }],
    errors: [],
  } satisfies PricesDiffDocument);
}
