import * as v from 'valibot';
import { WorkloadError } from '../../errors/errors.ts';
import { decimal, sum } from '../../money/decimal.ts';
import type { RecordedEstimate } from '../../portfolio/diff/recorded-side.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { readJson } from '../../reading/json.ts';
import { earlierSchema } from '../../documents/cost/schema.ts';
import { formOf } from './form-of.ts';
import { inputName } from './path-bytes.ts';
import type { Ports } from '../ports.ts';
import { readText } from './read-text.ts';

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
  const text = readText(path, ports, BOUNDS.document);
  if (!/^\s*\{/.test(text)) return { type: 'workload', file, text };
  const read = readJson(text, file, BOUNDS.document, 'is no earlier document');
  if ('problem' in read) {
    if (/^\s*\{\s*"schemaVersion"/.test(text)) throw new WorkloadError([{ ...read.problem, write: EXAMPLE }]);
    return { type: 'workload', file, text };
  }
  return Object.hasOwn(Object(read.data) as object, 'schemaVersion')
    ? { type: 'document', file, results: resultsOf(read.data, file) }
    : { type: 'workload', file, text };
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

function noDocument(file: string, what: string, because: string): WorkloadError {
  return new WorkloadError([{ file, line: null, column: null, path: null, what, because, write: EXAMPLE }]);
}

const EXAMPLE = 'apigw-advisor cost workload.yaml --json > cost.json';
