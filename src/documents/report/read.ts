import * as v from 'valibot';
import { WorkloadError } from '../../errors/errors.ts';
import { decimal, sum } from '../../money/decimal.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { readJson } from '../../reading/json.ts';
import { formOf } from '../form-of.ts';
import { bound, readable, readableHours } from '../form.ts';

const carried = { workload: v.string(), file: v.string() };

const readableTiers = v.pipe(
  v.array(v.object({ from: readable, unitPrice: v.nullable(readable) })),
  v.rawCheck(({ dataset, addIssue }) => {
    // Bounds that are no numbers are a mistake already, and cannot be compared with one another.
    if (dataset.typed && dataset.issues === undefined && !climb(dataset.value)) addIssue({ message: 'do not climb from 0 up' });
  }),
);

/** Tiers begin at nothing, and each above the one before it. */
function climb(tiers: readonly { readonly from: string }[]): boolean {
  return (
    tiers.every(({ from }, index) => (index === 0 ? decimal(from).isZero() : decimal(from).gt(decimal(tiers[index - 1]?.from ?? '0')))) &&
    tiers.length > 0
  );
}

/** What of an earlier report is needed to compare with it; the rest may be of an older or a newer form. */
const earlierSchema = v.object({
  schemaVersion: v.picklist(['1', '2']),
  month: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  hoursPerMonth: readableHours,
  alwaysFree: v.boolean(),
  freeTier: v.optional(v.picklist(['none', 'legacy', 'credits'])),
  listCost: readable,
  bound,
  groups: v.optional(v.object({ service: v.array(v.object({ value: v.nullable(v.string()), listCost: readable })) })),
  rates: v.array(
    v.object({
      sku: v.string(),
      place: v.string(),
      tiers: readableTiers,
    }),
  ),
  workloads: v.array(
    v.object({
      ...carried,
      account: v.nullable(v.string()),
      region: v.optional(v.string()),
      tags: v.optional(v.record(v.string(), v.string())),
      input: v.unknown(),
      parts: v.array(v.object({ carries: v.string(), candidate: v.string() })),
      listCost: readable,
      bound,
    }),
  ),
});

/** What an earlier report says for the next one: enough to work it out again with its own prices. */
export type EarlierReport = v.InferOutput<typeof earlierSchema>;

/** The prices of a rate as a report used them. */
export type EarlierRate = EarlierReport['rates'][number];

/**
 * An earlier report, as `report --json` printed it.
 * @throws WorkloadError when it is none.
 */
export function readEarlierReport(text: string, file: string): EarlierReport {
  const fail = (because: string) =>
    new WorkloadError([{ file, line: null, column: null, path: null, what: 'is not an earlier report', because, write: EARLIER_REPORT }]);
  const read = readJson(text, file, BOUNDS.report, 'is not an earlier report');
  if ('problem' in read) throw new WorkloadError([{ ...read.problem, write: EARLIER_REPORT }]);
  const { data } = read;
  if (typeof data === 'object' && data !== null && Object.hasOwn(data, 'results'))
    throw fail('it is what another command printed, and only report --json has the whole bill');
  const checked = v.safeParse(earlierSchema, data);
  if (!checked.success) throw fail(formOf(checked.issues, earlierSchema.entries.schemaVersion.options));
  const { workloads, listCost } = checked.output;
  if (!sum(workloads.map((one) => decimal(one.listCost))).eq(listCost)) throw fail('its workloads do not add up to its total');
  return checked.output;
}

/** The command that prints one. */
export const EARLIER_REPORT = 'apigw-advisor report workloads/ --json > report-2026-10.json';
