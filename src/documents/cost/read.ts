import * as v from 'valibot';
import { WorkloadError } from '../../errors/errors.ts';
import { decimal, sum } from '../../money/decimal.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { readJson } from '../../reading/json.ts';
import { earlierContract } from '../contract.ts';
import { formOf } from '../form-of.ts';
import { bound, readable, readableHours, WANT } from '../form.ts';

/** What of an earlier `cost --json` or `recommend --json` is needed to compare with it; the rest may be of another form. */
const earlierSchema = v.object({
  schemaVersion: v.picklist(['1', '2']),
  ...earlierContract,
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
          contractedCost: v.optional(readable),
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
              contractedUnitPrice: v.optional(v.nullable(readable)),
              contractedCost: v.optional(v.nullable(readable)),
            }),
          ),
        }),
      ),
    }),
  ),
});

type Recorded = v.InferOutput<typeof earlierSchema>['results'][number];
type RecordedCandidate = Recorded['candidates'][number];
type RecordedRow = RecordedCandidate['lineItems'][number];

/** A row with the one kind of cost that its document went by. */
export interface EarlierRow extends Omit<RecordedRow, 'listUnitPrice' | 'listCost' | 'contractedUnitPrice' | 'contractedCost'> {
  readonly unitPrice: string | null;
  readonly cost: string | null;
}

export interface EarlierCandidate extends Omit<RecordedCandidate, 'listCost' | 'contractedCost' | 'lineItems'> {
  readonly cost: string;
  readonly lineItems: readonly EarlierRow[];
}

/** A result of an earlier `cost --json` or `recommend --json`. */
export interface EarlierResult extends Omit<Recorded, 'candidates'> {
  readonly isContracted: boolean;
  readonly candidates: readonly EarlierCandidate[];
}

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
  const isContracted = checked.output.contract?.applied === true;
  const results = checked.output.results.map((one): EarlierResult => ({
    ...one,
    isContracted,
    candidates: one.candidates.map((candidate) => inQuestion(candidate, isContracted)),
  }));
  for (const { workload, candidates } of results) {
    for (const { id, cost, lineItems } of candidates) {
      if (sum(lineItems.map((row) => decimal(row.cost ?? '0'))).eq(cost)) continue;
      throw noDocument(file, `the rows of ${id} of ${workload} do not add up to its total`);
    }
  }
  return results;
}

/** A candidate by the one kind of cost that its document went by; a contracted one that is missing adds up to nothing. */
function inQuestion({ listCost, contractedCost, lineItems, ...rest }: RecordedCandidate, isContracted: boolean): EarlierCandidate {
  return {
    ...rest,
    cost: (isContracted ? contractedCost : listCost) ?? '0',
    lineItems: lineItems.map((row) => ({
      ...row,
      unitPrice: (isContracted ? row.contractedUnitPrice : row.listUnitPrice) ?? null,
      cost: (isContracted ? row.contractedCost : row.listCost) ?? null,
    })),
  };
}

function noDocument(file: string, because: string): WorkloadError {
  return new WorkloadError([{ file, line: null, column: null, path: null, what: 'is not an earlier document', because, write: EXAMPLE }]);
}

const EXAMPLE = 'apigw-advisor cost workload.yaml --json > cost.json';
