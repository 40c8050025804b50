import * as v from 'valibot';
import { WorkloadError } from '../../errors/errors.ts';
import { decimal, sum } from '../../money/decimal.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { readJson } from '../../reading/json.ts';
import { formOf } from '../form-of.ts';
import { bound, readable, readableHours, WANT } from '../form.ts';

/** What of an earlier `cost --json` or `recommend --json` is needed to compare with it; the rest may be of another form. */
const earlierSchema = v.object({
  schemaVersion: v.picklist(['1', '2']),
  results: v.array(
    v.object({
      // Since version 2.
      summary: v.optional(
        v.object({
          subject: v.array(
            v.object({
              carries: v.picklist(['requests', 'realtime']),
              candidate: v.string(),
              by: v.picklist(['asked', 'in-use', 'pick']),
            }),
          ),
        }),
      ),
      workload: v.string(),
      input: v.optional(v.unknown()),
      region: v.string(),
      edition: v.picklist(['aws', 'article']),
      hoursPerMonth: readableHours,
      assumptions: v.array(v.object({ id: v.string() })),
      candidates: v.array(
        v.object({
          id: v.string(),
          title: v.string(),
          listCost: readable,
          bound: bound,
          // Earlier documents do not say why.
          missing: v.array(v.object({ sku: v.string(), want: v.optional(WANT), reason: v.string() })),
          lineItems: v.array(
            v.object({
              hop: v.string(),
              sku: v.string(),
              place: v.string(),
              tierFrom: v.nullable(readable),
              pricingQuantity: readable,
              pricingUnit: v.string(),
              listUnitPrice: v.nullable(readable),
              listCost: v.nullable(readable),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A result of an earlier `cost --json` or `recommend --json`. */
export type EarlierResult = v.InferOutput<typeof earlierSchema>['results'][number];

/** What a text that is to be compared is: of a workload, or of results that were printed of some. */
export type Comparable =
  | { readonly type: 'workload'; readonly file: string; readonly text: string }
  | { readonly type: 'document'; readonly file: string; readonly results: readonly EarlierResult[] };

/**
 * Tells which of the two a text is: JSON that names its schema's version is a document.
 * @throws WorkloadError when it is a document that does not hold together.
 */
export function readComparable(text: string, file: string): Comparable {
  if (!/^\s*\{/.test(text)) return { type: 'workload', file, text };
  const read = readJson(text, file, BOUNDS.document, 'is not an earlier document');
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
export function readEarlier(text: string, file: string): readonly EarlierResult[] {
  const found = readComparable(text, file);
  if (found.type === 'document') return found.results;
  throw noDocument(file, 'it is not what cost --json or recommend --json prints');
}

function resultsOf(data: unknown, file: string): readonly EarlierResult[] {
  const checked = v.safeParse(earlierSchema, data);
  if (!checked.success) throw noDocument(file, formOf(checked.issues, earlierSchema.entries.schemaVersion.options));
  for (const { workload, candidates } of checked.output.results) {
    for (const { id, listCost, lineItems } of candidates) {
      if (sum(lineItems.map((row) => decimal(row.listCost ?? '0'))).eq(listCost)) continue;
      throw noDocument(file, `the rows of ${id} of ${workload} do not add up to its total`);
    }
  }
  return checked.output.results;
}

function noDocument(file: string, because: string): WorkloadError {
  return new WorkloadError([{ file, line: null, column: null, path: null, what: 'is not an earlier document', because, write: EXAMPLE }]);
}

const EXAMPLE = 'apigw-advisor cost workload.yaml --json > cost.json';
