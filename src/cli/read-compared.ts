import * as v from 'valibot';
import { WorkloadError } from '../errors/errors.ts';
import { decimal, sum } from '../money/decimal.ts';
import type { RecordedEstimate } from '../portfolio/diff/recorded-side.ts';
import { earlierSchema } from '../report/cost-schema.ts';
import { formOf } from './form-of.ts';
import { inputName } from './path-bytes.ts';
import type { Ports } from './ports.ts';
import { readText } from './read-text.ts';

/** Far above what `recommend --json` prints of a thousand workloads. */
const LARGEST_DOCUMENT = 100_000_000;

/** What a file that is to be compared holds: a workload, still text, or results that were printed of some. */
export type ComparedFile =
  | { readonly type: 'workload'; readonly file: string; readonly text: string }
  | { readonly type: 'document'; readonly file: string; readonly results: readonly RecordedEstimate[] };

/**
 * Reads a file of either kind; JSON that names its schema's version is a document.
 * @throws WorkloadError when it cannot be read, or is a document that does not hold together.
 */
export function readCompared(path: string, ports: Ports): ComparedFile {
  const file = inputName(path);
  const text = readText(path, ports, LARGEST_DOCUMENT);
  const data = documentIn(text);
  if (data === null) {
    if (/^\s*\{\s*"schemaVersion"/.test(text)) throw noDocument(file, 'is no earlier document', 'it is not JSON, or not all of it');
    // As large as a document may be, and no document.
    if (text.length > 1_000_000) throw noDocument(file, 'is too large', 'a workload file has at most 1,000,000 bytes');
    return { type: 'workload', file, text };
  }
  return { type: 'document', file, results: resultsOf(data, file) };
}

/**
 * An earlier `cost --json` or `recommend --json`.
 * @throws WorkloadError when it is none.
 */
export function readEarlier(path: string, ports: Ports): readonly RecordedEstimate[] {
  const found = readCompared(path, ports);
  if (found.type === 'document') return found.results;
  throw noDocument(found.file, 'is no earlier document', 'it is not what cost --json or recommend --json prints');
}

function resultsOf(data: unknown, file: string): readonly RecordedEstimate[] {
  const checked = v.safeParse(earlierSchema, data);
  if (!checked.success) {
    throw noDocument(file, 'is no earlier document', formOf(checked.issues, earlierSchema.entries.schemaVersion.literal));
  }
  for (const { workload, candidates } of checked.output.results) {
    for (const { id, listCost, lineItems } of candidates) {
      if (sum(lineItems.map((row) => decimal(row.listCost ?? '0'))).eq(listCost)) continue;
      throw noDocument(file, 'is no earlier document', `the rows of ${id} of ${workload} do not add up to its total`);
    }
  }
  return checked.output.results;
}

function documentIn(text: string): unknown {
  if (!/^\s*\{/.test(text)) return null;
  try {
    const data = JSON.parse(text) as unknown;
    return typeof data === 'object' && data !== null && 'schemaVersion' in data ? data : null;
  } catch {
    return null;
  }
}

function noDocument(file: string, what: string, because: string): WorkloadError {
  const write = 'apigw-advisor cost workload.yaml --json > cost.json';
  return new WorkloadError([{ file, line: null, column: null, path: null, what, because, write }]);
}
