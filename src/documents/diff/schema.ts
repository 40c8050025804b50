import * as v from 'valibot';
import { contractEntries, oneCost } from '../contract.ts';
import { bound, decimalText, described, summedEntries, wantSchema } from '../form.ts';
import { gateSchema, priceAgeSchema, summarySchema } from '../summary.ts';

/** The form of what `diff --json` prints; schema/diff.schema.json is made from it. */

const movedEntries = {
  from: described(decimalText, 'A month, before; what is known of it.'),
  fromBound: bound,
  to: described(decimalText, 'A month, now; what is known of it.'),
  toBound: bound,
  change: described(decimalText, 'to − from.'),
  bound: described(
    v.picklist(['exact', 'at-least', 'at-most', 'of-what-is-known']),
    'How the true change compares with `change`, where a total is only a lower bound.',
  ),
};

const amountSchema = v.nullable(
  v.strictObject({ place: v.string(), pricingQuantity: decimalText, ...oneCost('All tiers together.'), bound }),
);

const changeEntries = {
  before: described(v.nullable(v.string()), 'Candidate; null where that side does not have it.'),
  now: v.nullable(v.string()),
  title: v.string(),
  ...movedEntries,
  missing: described(
    v.array(
      v.strictObject({
        sku: v.string(),
        want: described(v.nullable(wantSchema), 'Null in a document that does not say.'),
        reason: v.string(),
      }),
    ),
    'What makes either total a lower bound.',
  ),
  causes: described(
    v.strictObject({ input: decimalText, price: decimalText, added: decimalText, removed: decimalText }),
    'They add up to the change. input: other quantities at the earlier prices; price: other prices for the quantities of now.',
  ),
  effects: described(
    v.nullable(
      v.strictObject({
        model: decimalText,
        counting: decimalText,
        volume: decimalText,
        mix: decimalText,
        design: decimalText,
        price: decimalText,
      }),
    ),
    'The same change by the effects of a report; null where a side does not say what it was worked out from.',
  ),
  rows: v.array(
    v.strictObject({
      hop: v.string(),
      sku: v.string(),
      pricingUnit: v.string(),
      before: described(amountSchema, 'All tiers together; null where it is not there.'),
      now: amountSchema,
      causes: v.strictObject({ input: decimalText, price: decimalText, added: decimalText, removed: decimalText }),
    }),
  ),
};

const sideSchema = v.strictObject({
  file: v.string(),
  workload: v.string(),
  region: v.string(),
  edition: v.picklist(['aws', 'article']),
  prices: described(
    v.nullable(v.string()),
    'Where prices come from when not from the installed package: a folder, or the document itself.',
  ),
  hoursPerMonth: decimalText,
  alwaysFree: v.boolean(),
  freeTier: v.picklist(['none', 'legacy', 'credits']),
});

const movedSummary = {
  monthly: described(decimalText, 'A month, now: list cost, requests and connections together.'),
  yearly: described(decimalText, 'Twelve such months.'),
  bound,
  before: described(decimalText, 'A month, before.'),
  beforeBound: bound,
  change: described(decimalText, 'monthly − before.'),
  changeBound: movedEntries.bound,
  share: described(v.nullable(decimalText), 'change ÷ before; null where there was nothing.'),
};

const resultSchema = v.strictObject({
  summary: described(
    v.strictObject({
      subject: v.array(
        v.strictObject({
          carries: v.picklist(['requests', 'realtime']),
          before: described(v.nullable(v.string()), 'What it was; null where it was not there.'),
          now: v.nullable(v.string()),
          by: v.picklist(['asked', 'in-use', 'pick', 'cheapest']),
        }),
      ),
      ...movedSummary,
      gates: v.array(gateSchema),
      prices: priceAgeSchema,
    }),
    'The answer in a few keys.',
  ),
  path: described(v.nullable(v.string()), 'Where it lies in both folders; null for two files.'),
  state: v.picklist(['kept', 'added', 'removed']),
  currency: v.literal('USD'),
  before: described(v.nullable(sideSchema), 'Null where it was added.'),
  now: described(v.nullable(sideSchema), 'Null where it was removed.'),
  total: described(v.strictObject(movedEntries), 'Of what is compared, requests and connections together.'),
  compared: v.array(
    v.strictObject({
      carries: v.picklist(['requests', 'realtime']),
      by: described(
        v.picklist(['asked', 'in-use', 'pick', 'cheapest']),
        'Why these: asked for, in use, picked, or the cheapest of a document that does not say.',
      ),
      ...changeEntries,
    }),
  ),
  inputs: v.array(
    v.strictObject({
      field: v.string(),
      before: described(v.nullable(v.string()), 'Null where it is not stated.'),
      now: v.nullable(v.string()),
    }),
  ),
  rates: v.array(
    v.strictObject({
      sku: v.string(),
      placeBefore: v.string(),
      placeNow: v.string(),
      pricingUnit: v.string(),
      tierFrom: decimalText,
      before: described(v.nullable(decimalText), 'Price of one unit; null when none is published.'),
      now: v.nullable(decimalText),
      reached: described(v.boolean(), 'Whether the usage of either side reaches this tier.'),
    }),
  ),
  candidates: described(v.array(v.strictObject(changeEntries)), 'Every candidate of either side, under its own id.'),
});

const scenariosSchema = v.strictObject({
  inputs: described(
    v.array(
      v.strictObject({
        field: v.string(),
        values: described(v.array(v.nullable(v.string())), 'Of each workload, in their order; null where it is not stated.'),
      }),
    ),
    'What is not the same in all.',
  ),
  workloads: v.array(
    v.strictObject({
      summary: summarySchema,
      file: v.string(),
      workload: v.string(),
      region: v.string(),
      edition: v.picklist(['aws', 'article']),
      change: described(decimalText, 'What it costs a month more than the first.'),
      changeBound: movedEntries.bound,
      share: described(v.nullable(decimalText), 'change ÷ what the first costs; null where that is nothing.'),
      lacks: described(v.array(v.string()), 'What it states and its subject does not have, and what stands against that.'),
    }),
  ),
});

const sidesEntries = summedEntries(
  resultSchema,
  v.strictObject({ workloads: v.number(), ...movedSummary, gates: v.array(gateSchema), prices: priceAgeSchema }),
);

export const diffSchema = v.pipe(
  v.strictObject({
    ...contractEntries,
    ...sidesEntries,
    results: described(sidesEntries.results, 'None of more than two workloads.'),
    scenarios: described(v.optional(scenariosSchema), 'More than two workloads side by side.'),
  }),
  v.title('apigw-advisor diff'),
  v.description('What `apigw-advisor diff --json` prints.'),
);

export type DiffDocument = v.InferOutput<typeof diffSchema>;
