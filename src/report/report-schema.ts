import * as v from 'valibot';
import { decimalText, described, lineItemSchema, missingSchema, problemSchema } from './cost-schema.ts';

/** The form of what `report --json` prints; schema/report.schema.json is made from it. */

const bound = v.picklist(['exact', 'at-least']);

const groupSchema = v.strictObject({
  value: described(v.nullable(v.string()), 'Null where the workloads do not say.'),
  listCost: decimalText,
  share: described(decimalText, 'Of the whole bill.'),
  workloads: v.number(),
  bound,
});

const effectsSchema = v.strictObject({
  model: described(decimalText, 'The tool itself counts otherwise than it did.'),
  removed: decimalText,
  volume: decimalText,
  mix: decimalText,
  design: decimalText,
  added: decimalText,
  price: decimalText,
  allocation: decimalText,
});

const savingSchema = v.strictObject({
  workload: v.string(),
  file: v.string(),
  id: v.string(),
  because: v.string(),
  today: decimalText,
  instead: decimalText,
  amount: described(decimalText, 'A month, by itself: savings do not add up.'),
  change: v.string(),
  effort: v.picklist(['setting', 'code', 'migration']),
  risk: v.string(),
  blockers: v.array(v.string()),
});

const workloadSchema = v.strictObject({
  workload: v.string(),
  file: v.string(),
  region: v.string(),
  account: v.nullable(v.string()),
  payer: v.nullable(v.string()),
  tags: v.record(v.string(), v.string()),
  outcome: v.picklist(['pick', 'ask', 'no-fit']),
  parts: v.array(
    v.strictObject({
      carries: v.picklist(['requests', 'realtime']),
      candidate: v.string(),
      inUse: described(v.boolean(), 'Whether the workload says so; otherwise it is the pick.'),
    }),
  ),
  listCost: described(decimalText, 'Its part of the pooled bill.'),
  aloneCost: described(decimalText, 'What it would cost by itself.'),
  bound,
  missing: missingSchema,
  lineItems: v.array(lineItemSchema),
  input: described(v.unknown(), 'The workload file as plain data, for the next report to compare with.'),
});

export const reportSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal('1'),
    month: v.nullable(v.string()),
    asOf: v.string(),
    edition: v.picklist(['aws', 'article']),
    hoursPerMonth: decimalText,
    alwaysFree: v.boolean(),
    allocation: v.picklist(['proportional', 'marginal']),
    currency: v.literal('USD'),
    listCost: decimalText,
    aloneCost: decimalText,
    bound,
    groups: v.strictObject({
      team: v.array(groupSchema),
      environment: v.array(groupSchema),
      account: v.array(groupSchema),
      region: v.array(groupSchema),
      type: v.array(groupSchema),
      service: v.array(groupSchema),
    }),
    change: described(
      v.nullable(
        v.strictObject({
          previousMonth: v.nullable(v.string()),
          from: decimalText,
          to: decimalText,
          effects: effectsSchema,
          workloads: v.array(
            v.strictObject({
              workload: v.string(),
              file: v.string(),
              state: v.picklist(['kept', 'added', 'removed']),
              from: decimalText,
              to: decimalText,
              effects: effectsSchema,
            }),
          ),
        }),
      ),
      'Since the report given with --previous; effects add up to the change exactly.',
    ),
    budgets: v.array(
      v.strictObject({
        tags: v.record(v.string(), v.string()),
        monthly: decimalText,
        listCost: decimalText,
        share: v.nullable(decimalText),
        workloads: v.number(),
        state: v.picklist(['within', 'over', 'unknown']),
      }),
    ),
    savings: v.array(savingSchema),
    rates: described(
      v.array(
        v.strictObject({
          sku: v.string(),
          place: v.string(),
          tiers: v.array(v.strictObject({ from: decimalText, unitPrice: v.nullable(decimalText) })),
        }),
      ),
      'Every rate used, with all its tiers, for the next report to compare with.',
    ),
    workloads: v.array(workloadSchema),
    errors: v.array(problemSchema),
  }),
  v.title('apigw-advisor report'),
  v.description('What `apigw-advisor report --json` prints, and what --previous reads.'),
);

export type ReportDocument = v.InferOutput<typeof reportSchema>;
