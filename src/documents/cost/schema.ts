import * as v from 'valibot';
import { bound, decimalText, described, summedEntries, support, wantSchema } from '../form.ts';
import { contractEntries, costEntries } from '../contract.ts';
import { summarySchema, totalsSchema } from '../summary.ts';

/** The form of what `cost --json` prints; schema/cost.schema.json is made from it. */

export const lineItemSchema = v.strictObject({
  hop: described(v.string(), 'What used it on the way of a request, such as rest, egress or waf.'),
  place: described(v.string(), 'The Region, or the CloudFront geography, whose rate it has.'),
  sku: described(v.string(), 'Stable key of the priced thing, such as apigateway/http-requests.'),
  usageType: described(v.nullable(v.string()), "AWS's usage type as bills print it; null when none is established."),
  skuPriceId: described(v.nullable(v.string()), "AWS's rate code of the tier (FOCUS SkuPriceId); null when none is established."),
  tierFrom: described(v.nullable(decimalText), 'Lower bound of the tier; null on rows that no tier prices.'),
  consumedQuantity: described(decimalText, 'What was used.'),
  consumedUnit: v.string(),
  pricingQuantity: described(decimalText, 'What the price multiplies, after metering increments.'),
  pricingUnit: v.string(),
  listUnitPrice: described(v.nullable(decimalText), 'Published price of one unit; null when none is published.'),
  listCost: described(v.nullable(decimalText), 'pricingQuantity × listUnitPrice, to the last digit.'),
  contractedUnitPrice: v.optional(described(v.nullable(decimalText), 'Price of one unit by the contract, where one is applied.')),
  contractedCost: v.optional(described(v.nullable(decimalText), 'pricingQuantity × contractedUnitPrice, to the last digit.')),
  list: v.optional(described(v.literal('imported'), 'The price list of the rate; absent where it is that of the package.')),
  note: v.nullable(v.string()),
});

export const missingSchema = v.array(v.strictObject({ sku: v.string(), want: wantSchema, reason: v.string() }));

export const candidateSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  ...costEntries('All line items of a month, before rounding.'),
  listBound: v.optional(described(bound, 'Of listCost, where a contract is applied: it may price what AWS does not list.')),
  bound: described(bound, 'at-least when a rate or size is unknown; such a candidate never counts as cheapest.'),
  missing: missingSchema,
  frontDoorCost: decimalText,
  frontDoorBound: bound,
  backendCost: described(v.nullable(decimalText), 'Null when the workload does not say what the backend is.'),
  backendBound: bound,
  currency: v.literal('USD'),
  lineItems: v.array(lineItemSchema),
});

const assumed = { id: v.string(), text: v.string(), because: v.string(), source: v.nullable(v.string()) };

const assumptionSchema = v.strictObject({
  ...assumed,
  field: described(v.nullable(v.string()), 'The field that takes its place where a workload states it; null for a reading of AWS rules.'),
  candidates: described(v.array(v.string()), 'Whose totals depend on it.'),
});

/** An assumption of a report, whose workloads each have candidates of their own. */
export const assumedEntries = assumed;

/** What every result says before its candidates. */
export const resultEntries = {
  summary: described(summarySchema, 'The answer in a few keys.'),
  workload: v.string(),
  tags: v.record(v.string(), v.string()),
  input: described(v.unknown(), 'The workload file as plain data, for a later diff; null where it is not known.'),
  region: v.string(),
  edition: v.picklist(['aws', 'article']),
  hoursPerMonth: decimalText,
  pricesPublished: v.strictObject({
    oldest: v.nullable(v.string()),
    newest: v.nullable(v.string()),
    undated: v.boolean(),
  }),
  assumptions: v.array(assumptionSchema),
  notPriced: v.array(v.strictObject({ what: v.string(), because: v.string(), candidates: v.array(v.string()) })),
};

const pooledSchema = v.strictObject({
  allocation: described(v.picklist(['proportional', 'marginal']), 'How the bill is divided.'),
  ...costEntries('Everything a month, tiers filled together.'),
  aloneCost: described(decimalText, 'What all would cost one by one.'),
  bound,
  workloads: v.array(
    v.strictObject({
      workload: v.string(),
      file: v.string(),
      candidates: described(v.array(v.string()), 'What serves it: what is in use, or else what recommend picks.'),
      ...costEntries('Its part of the pooled bill.'),
      aloneCost: decimalText,
      bound,
    }),
  ),
});

const volumesSchema = v.strictObject({
  budget: described(decimalText, 'Dollars a month.'),
  stated: described(v.nullable(decimalText), 'Requests a month that the workload states.'),
  candidates: v.array(
    v.strictObject({
      id: v.string(),
      requests: described(v.nullable(decimalText), 'The most whole requests a month that cost no more; null for more than 10^12.'),
      bound: described(v.picklist(['exact', 'at-most']), 'at-most where a part of what it costs is not known.'),
      fixed: described(decimalText, 'What of its cost does not depend on requests.'),
      verdict: described(support, 'Whether it serves the workload at that volume.'),
    }),
  ),
});

export const costSchema = v.pipe(
  v.strictObject({
    ...contractEntries,
    ...summedEntries(
      v.strictObject({
        ...resultEntries,
        candidates: v.array(candidateSchema),
        volumes: described(v.optional(volumesSchema), 'With --for: the requests that the budget buys on each candidate.'),
      }),
      totalsSchema,
    ),
    pooled: described(v.optional(pooledSchema), 'With --pooled: all workloads as one bill.'),
  }),
  v.title('apigw-advisor cost'),
  v.description('What `apigw-advisor cost --json` prints.'),
);

export type CostDocument = v.InferOutput<typeof costSchema>;
