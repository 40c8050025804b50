import * as v from 'valibot';
import { SCHEMA_VERSION } from '../json.ts';
import { assumedEntries, lineItemSchema, missingSchema, resultEntries } from '../cost/schema.ts';
import { contractEntries, costEntries, oneCost } from '../contract.ts';
import { bound, decimalText, described, problemSchema } from '../form.ts';
import { gateSchema, priceAgeSchema } from '../summary.ts';
import { findingEntries } from '../findings/schema.ts';
import { accountQuotaSchema, carried, quotaSchema, scannedSchema } from './beside.ts';

/** The form of what `report --json` prints; schema/report.schema.json is made from it. */

const committedSchema = v.strictObject({
  shortfall: described(decimalText, 'What is missing of all commitments, and is paid besides the bill.'),
  commitments: v.array(
    v.strictObject({
      services: described(v.nullable(v.array(v.string())), 'What counts towards it; null for the whole bill.'),
      monthly: decimalText,
      besides: described(v.nullable(decimalText), 'What else counts towards it, as stated.'),
      counted: decimalText,
      shortfall: decimalText,
      bound: described(v.picklist(['exact', 'at-most']), 'at-most where a part of what counts has no price.'),
    }),
  ),
});

const files = described(v.array(v.string()), 'Files of the workloads that it is about.');

const groupSchema = v.strictObject({
  value: described(v.nullable(v.string()), 'Null where the workloads do not say.'),
  ...oneCost('All of it a month.'),
  share: described(decimalText, 'Of the whole bill.'),
  workloads: v.number(),
  bound,
  before: described(v.nullable(decimalText), 'What it came to in the earlier report; null without one.'),
});

const effectsSchema = v.strictObject({
  model: described(decimalText, 'The calculation of this tool changed.'),
  removed: decimalText,
  counting: decimalText,
  volume: decimalText,
  mix: decimalText,
  design: decimalText,
  added: decimalText,
  price: decimalText,
  allocation: decimalText,
});

const savingSchema = v.strictObject({
  ...carried,
  id: v.string(),
  because: v.string(),
  today: decimalText,
  instead: decimalText,
  amount: described(decimalText, 'A month, by itself.'),
  change: v.string(),
  effort: v.picklist(['setting', 'code', 'migration']),
  risk: v.string(),
  blockers: v.array(v.string()),
  together: described(
    v.nullable(decimalText),
    'Its part of what can be saved together; null for one that is an alternative to others of the workload.',
  ),
});

const togetherSchema = v.strictObject({
  amount: described(decimalText, 'What the whole bill decreases by with all of them.'),
  ...oneCost('What is left of the bill.'),
  byEffort: described(
    v.strictObject({ setting: decimalText, code: decimalText, migration: decimalText }),
    'What each kind of work adds after those before it; they add up to the amount.',
  ),
  toSettle: described(decimalText, 'What of the amount has something to settle first.'),
  paidLess: v.optional(
    described(
      decimalText,
      'What is paid less, for the bill and for what is missing of commitments; absent where no contract with commitments is applied.',
    ),
  ),
});

const forecastSchema = v.strictObject({
  days: v.number(),
  daysGone: described(v.number(), 'Whole days before asOf, in UTC.'),
  share: described(decimalText, 'daysGone ÷ days.'),
  ...oneCost('At the end of the month.'),
  bound,
  soFar: described(decimalText, 'The cost × share: what it is spread evenly over the days. No part of it was measured.'),
});

const lowerBoundSchema = v.strictObject({
  of: v.picklist(['everything', 'team', 'environment', 'account', 'region', 'type', 'service', 'tag', 'budget', 'workload']),
  value: described(v.nullable(v.string()), 'Null for everything, and where the workloads do not say.'),
});

const workloadSchema = v.strictObject({
  ...carried,
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
  ...costEntries('Its part of the pooled bill.'),
  aloneCost: described(decimalText, 'What it would cost by itself.'),
  bound,
  missing: missingSchema,
  lineItems: v.array(lineItemSchema),
  input: described(v.unknown(), 'The workload file as plain data, for the next report to compare with.'),
});

const ratesSchema = v.array(
  v.strictObject({
    sku: v.string(),
    place: v.string(),
    tiers: v.array(
      v.strictObject({
        from: decimalText,
        unitPrice: described(v.nullable(decimalText), 'What AWS lists.'),
        contractedUnitPrice: v.optional(described(v.nullable(decimalText), 'By the contract, where one prices it.')),
      }),
    ),
  }),
);

export const reportSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(SCHEMA_VERSION),
    ...contractEntries,
    summary: described(
      v.strictObject({
        workloads: v.number(),
        monthly: described(
          decimalText,
          'The whole bill of a month, at list prices, or contracted where a contract is applied; without what its commitments add.',
        ),
        yearly: described(decimalText, 'Twelve such months.'),
        bound,
        before: described(v.nullable(decimalText), 'The month before; null without an earlier report.'),
        change: described(v.nullable(decimalText), 'monthly − before.'),
        share: described(v.nullable(decimalText), 'change ÷ before; null where there was nothing.'),
        saved: described(decimalText, 'What all savings that can be combined come to a month.'),
        gates: v.array(gateSchema),
        prices: priceAgeSchema,
      }),
      'The answer in a few keys.',
    ),
    month: v.nullable(v.string()),
    asOf: v.string(),
    edition: v.picklist(['aws', 'article']),
    hoursPerMonth: decimalText,
    alwaysFree: v.boolean(),
    freeTier: v.picklist(['none', 'legacy', 'credits']),
    allocation: v.picklist(['proportional', 'marginal']),
    currency: v.literal('USD'),
    ...costEntries('The whole bill of a month.'),
    committed: v.optional(described(v.nullable(committedSchema), 'Where a contract is applied; null where it has no commitments.')),
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
    byTag: described(
      v.array(v.strictObject({ tag: v.string(), groups: v.array(groupSchema) })),
      'The bill by each tag that --group-by names.',
    ),
    perMillionRequests: described(
      v.nullable(v.strictObject({ ...oneCost('A million of them.'), bound })),
      'Of the workloads that have only requests; null where there are none.',
    ),
    change: described(
      v.nullable(
        v.strictObject({
          previousMonth: v.nullable(v.string()),
          from: decimalText,
          fromBound: bound,
          to: decimalText,
          toBound: bound,
          effects: effectsSchema,
          workloads: v.array(
            v.strictObject({
              ...carried,
              state: v.picklist(['kept', 'added', 'removed']),
              from: decimalText,
              fromBound: bound,
              to: decimalText,
              toBound: bound,
              effects: effectsSchema,
            }),
          ),
        }),
      ),
      'Since the report given with --previous; effects add up to the change exactly.',
    ),
    trend: described(
      v.array(v.strictObject({ month: v.nullable(v.string()), ...oneCost('What it came to.'), bound })),
      'Totals of the reports given with --previous, by month, and of this one; empty without them.',
    ),
    budgets: v.array(
      v.strictObject({
        tags: v.record(v.string(), v.string()),
        monthly: decimalText,
        ...oneCost('What it has to bear.'),
        bound,
        share: v.nullable(decimalText),
        workloads: v.number(),
        state: described(v.picklist(['within', 'over', 'unknown']), 'unknown: a lower bound that is within may still be over.'),
        usedUpOn: described(
          v.nullable(v.number()),
          'Day of the month on which it is used up if the month is spread evenly; null if it lasts, or without --month.',
        ),
      }),
    ),
    forecast: described(v.nullable(forecastSchema), 'Null without --month.'),
    together: described(v.nullable(togetherSchema), 'Savings that can be combined; null where there is nothing to save.'),
    savings: v.array(savingSchema),
    scanned: described(v.array(scannedSchema), 'REST APIs of scanned templates that can be HTTP APIs; in no sum of this report.'),
    quotas: described(v.array(quotaSchema), 'Near their limit (80%), past it, or without a published limit; the most used first.'),
    accountQuotas: described(v.array(accountQuotaSchema), 'Limits that several workloads of an account share in a Region.'),
    findings: described(
      v.array(v.strictObject({ ...carried, ...findingEntries })),
      'What the rule book says of what each workload is built as, the severest first.',
    ),
    assumptions: v.array(v.strictObject({ ...assumedEntries, files })),
    notPriced: v.array(v.strictObject({ what: v.string(), because: v.string(), files })),
    lowerBounds: described(v.array(lowerBoundSchema), 'Totals that are lower bounds.'),
    pricesPublished: resultEntries.pricesPublished,
    rates: described(ratesSchema, 'Every rate used, with all its tiers, for the next report to compare with.'),
    workloads: v.array(workloadSchema),
    errors: v.array(problemSchema),
  }),
  v.title('apigw-advisor report'),
  v.description('What `apigw-advisor report --json` prints, and what --previous reads.'),
);

export type ReportDocument = v.InferOutput<typeof reportSchema>;
