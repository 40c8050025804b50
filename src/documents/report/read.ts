import * as v from 'valibot';
import { WorkloadError } from '../../errors/errors.ts';
import { decimal, sum } from '../../money/decimal.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { readJson } from '../../reading/json.ts';
import { formOf } from '../form-of.ts';
import { earlierContract } from '../contract.ts';
import { bound, readable, readableHours } from '../form.ts';

const carried = { workload: v.string(), file: v.string() };

const readableTiers = v.pipe(
  v.array(v.object({ from: readable, unitPrice: v.nullable(readable), contractedUnitPrice: v.optional(v.nullable(readable)) })),
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

/** Under the name of the kind that the report went by. */
const costs = { listCost: v.optional(readable), contractedCost: v.optional(readable) };

/** What of an earlier report is needed to compare with it; the rest may be of an older or a newer form. */
const earlierSchema = v.object({
  schemaVersion: v.picklist(['1', '2']),
  month: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  hoursPerMonth: readableHours,
  alwaysFree: v.boolean(),
  freeTier: v.optional(v.picklist(['none', 'legacy', 'credits'])),
  ...earlierContract,
  ...costs,
  bound,
  groups: v.optional(v.object({ service: v.array(v.object({ value: v.nullable(v.string()), ...costs })) })),
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
      ...costs,
      bound,
    }),
  ),
});

type Recorded = v.InferOutput<typeof earlierSchema>;

/** The prices of a rate as a report used them: by its contract, where that priced them, and what AWS listed. */
export interface EarlierRate {
  readonly sku: string;
  readonly place: string;
  readonly tiers: readonly { readonly from: string; readonly unitPrice: string | null; readonly listUnitPrice?: string | null }[];
}

/** What an earlier report says for the next one: enough to work it out again with its own prices. */
export interface EarlierReport extends Pick<Recorded, 'month' | 'hoursPerMonth' | 'alwaysFree' | 'freeTier' | 'bound'> {
  /** The cost that it went by, as everywhere in it. */
  readonly cost: string;
  readonly isContracted: boolean;
  readonly services: readonly { readonly value: string | null; readonly cost: string }[] | null;
  readonly rates: readonly EarlierRate[];
  readonly workloads: readonly (Omit<Recorded['workloads'][number], 'listCost' | 'contractedCost'> & { readonly cost: string })[];
}

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
  const report = inQuestion(checked.output);
  if (report === null) throw fail('some of its costs are missing');
  if (!sum(report.workloads.map((one) => decimal(one.cost))).eq(report.cost)) throw fail('its workloads do not add up to its total');
  return report;
}

/** The report with the one kind of cost that it went by; null where a cost of that kind is missing. */
function inQuestion({ contract, groups, rates, workloads, ...rest }: Recorded): EarlierReport | null {
  const isContracted = contract?.applied === true;
  let isWhole = true;
  const costOf = ({ listCost, contractedCost }: { listCost?: string | undefined; contractedCost?: string | undefined }): string => {
    const cost = isContracted ? contractedCost : listCost;
    isWhole &&= cost !== undefined;
    return cost ?? '0';
  };
  const report = {
    ...rest,
    isContracted,
    cost: costOf(rest),
    services: groups === undefined ? null : groups.service.map((one) => ({ value: one.value, cost: costOf(one) })),
    rates: rates.map(({ sku, place, tiers }) => ({ sku, place, tiers: tiers.map(tierOf) })),
    workloads: workloads.map((one) => ({ ...one, cost: costOf(one) })),
  };
  return isWhole ? report : null;
}

function tierOf({ from, unitPrice, contractedUnitPrice }: Recorded['rates'][number]['tiers'][number]): EarlierRate['tiers'][number] {
  return contractedUnitPrice === undefined ? { from, unitPrice } : { from, unitPrice: contractedUnitPrice, listUnitPrice: unitPrice };
}

/** The command that prints one. */
export const EARLIER_REPORT = 'apigw-advisor report workloads/ --json > report-2026-10.json';
