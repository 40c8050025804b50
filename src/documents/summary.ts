import * as v from 'valibot';
import { bound, decimalText, described } from './form.ts';

/** What stands first in every result: the answer in a few keys, for a script that needs no more. */

export const gateSchema = v.strictObject({
  gate: described(v.string(), 'The option that sets it, such as --budget.'),
  limit: described(v.string(), 'What it allows, as a decimal or in the words of the option.'),
  value: described(v.string(), 'What is compared with it.'),
  verdict: described(
    v.picklist(['passed', 'failed', 'passed-as-far-as-known']),
    'failed makes the exit code 1; as far as known, where a total is only a lower bound.',
  ),
});

export const priceAgeSchema = v.strictObject({
  asOf: described(v.nullable(v.string()), 'The day it is compared with (--as-of, or the clock); null where it is not stated.'),
  oldest: described(v.nullable(v.string()), 'When the oldest price used was published; null where none is dated.'),
  ageDays: described(v.nullable(v.number()), 'Days from oldest to asOf.'),
  stale: described(v.boolean(), 'Whether that is more than 90 days.'),
  lists: described(
    v.optional(
      v.array(
        v.strictObject({
          list: described(v.picklist(['packaged', 'imported']), 'What the package carries, or what prices import wrote.'),
          imported: described(v.nullable(v.string()), 'When it was imported.'),
          oldest: v.nullable(v.string()),
          newest: v.nullable(v.string()),
        }),
      ),
    ),
    'The price lists that were used, with the dates of the prices from each; absent where all are of the package.',
  ),
});

const carries = v.picklist(['requests', 'realtime']);

export const summarySchema = v.strictObject({
  subject: described(
    v.array(
      v.strictObject({
        carries,
        candidate: v.string(),
        by: described(v.picklist(['asked', 'in-use', 'pick']), 'Selected by --candidate, stated in inUse, or picked.'),
      }),
    ),
    'What the amounts are of.',
  ),
  monthly: described(
    decimalText,
    'Cost of a month, requests and connections together: what AWS lists, or what the contract makes of it where one is applied.',
  ),
  yearly: described(decimalText, 'Twelve such months.'),
  bound,
  outcome: described(
    v.picklist(['pick', 'ask', 'no-fit']),
    'Of recommend: whether the pick stands, waits for answers, or lacks something.',
  ),
  pick: described(v.array(v.string()), 'What recommend picks, for the requests and for the connections.'),
  inUse: described(v.nullable(v.string()), 'What the workload states as in use, where that is compared.'),
  cheapestByPrice: described(
    v.array(v.strictObject({ carries, candidate: v.string(), monthly: decimalText })),
    'The cheapest exact total that includes everything stated; whether it meets the needs does not count.',
  ),
  gates: v.array(gateSchema),
  prices: priceAgeSchema,
});

export const totalsSchema = v.strictObject({
  workloads: v.number(),
  monthly: described(decimalText, 'Of what each result is of, together.'),
  yearly: decimalText,
  bound,
  gates: v.array(gateSchema),
  prices: priceAgeSchema,
});

export type SummaryData = v.InferOutput<typeof summarySchema>;
export type TotalsData = v.InferOutput<typeof totalsSchema>;
export type GateData = v.InferOutput<typeof gateSchema>;
export type PriceAge = v.InferOutput<typeof priceAgeSchema>;
