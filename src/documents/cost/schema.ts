import * as v from 'valibot';

/** The form of what `cost --json` prints; schema/cost.schema.json is made from it. */

export const decimalText = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/), v.description('An exact decimal.'));
export const described = <T extends v.GenericSchema>(schema: T, description: string) => v.pipe(schema, v.description(description));

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
  listUnitPrice: described(v.nullable(decimalText), 'Published price of one unit; null when nobody published one.'),
  listCost: described(v.nullable(decimalText), 'pricingQuantity × listUnitPrice, to the last digit.'),
  note: v.nullable(v.string()),
});

export const problemSchema = v.strictObject({
  file: v.nullable(v.string()),
  line: v.nullable(v.number()),
  column: v.nullable(v.number()),
  path: described(v.nullable(v.string()), 'Dotted path of the field.'),
  what: v.string(),
  because: v.string(),
  write: v.nullable(v.string()),
});

const WANT = v.picklist(['not-published', 'not-in-sheet', 'not-stated']);
export const wantSchema = described(
  WANT,
  'For want of what it has no price: AWS publishes no rate, our price sheets lack it, or the workload does not state a size or ratio.',
);
export const missingSchema = v.array(v.strictObject({ sku: v.string(), want: wantSchema, reason: v.string() }));

export const candidateSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  listCost: described(decimalText, 'All line items of a month, before rounding.'),
  bound: described(
    v.picklist(['exact', 'at-least']),
    'at-least when a rate or size is unknown; such a candidate never counts as cheapest.',
  ),
  missing: missingSchema,
  frontDoorCost: decimalText,
  frontDoorBound: v.picklist(['exact', 'at-least']),
  backendCost: described(v.nullable(decimalText), 'Null when the workload does not say what the backend is.'),
  backendBound: v.picklist(['exact', 'at-least']),
  currency: v.literal('USD'),
  lineItems: v.array(lineItemSchema),
});

/** What every result says before its candidates. */
export const resultEntries = {
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
  assumptions: v.array(v.strictObject({ id: v.string(), text: v.string(), because: v.string(), source: v.nullable(v.string()) })),
  notPriced: v.array(v.strictObject({ what: v.string(), because: v.string(), candidates: v.array(v.string()) })),
};

/** One envelope for one file or many. */
export const envelope = <T extends v.GenericSchema>(result: T) => v.strictObject(envelopeEntries(result));

const envelopeEntries = <T extends v.GenericSchema>(result: T) => ({
  schemaVersion: v.literal('1'),
  results: v.array(result),
  errors: v.array(problemSchema),
});

const bound = v.picklist(['exact', 'at-least']);

const pooledSchema = v.strictObject({
  allocation: described(v.picklist(['proportional', 'marginal']), 'How the bill is shared out.'),
  listCost: described(decimalText, 'Everything a month, tiers filled together.'),
  aloneCost: described(decimalText, 'What all would cost one by one.'),
  bound,
  workloads: v.array(
    v.strictObject({
      workload: v.string(),
      file: v.string(),
      candidates: described(v.array(v.string()), 'What carries it: what is in use, or else what recommend picks.'),
      listCost: described(decimalText, 'Its part of the pooled bill.'),
      aloneCost: decimalText,
      bound,
    }),
  ),
});

export const costSchema = v.pipe(
  v.strictObject({
    ...envelopeEntries(v.strictObject({ ...resultEntries, candidates: v.array(candidateSchema) })),
    pooled: described(v.optional(pooledSchema), 'With --pooled: all workloads as one bill.'),
  }),
  v.title('apigw-advisor cost'),
  v.description('What `apigw-advisor cost --json` prints.'),
);

/** An amount of an earlier document. More digits than any has would only take time. */
export const readable = v.pipe(
  decimalText,
  v.maxLength(200),
  v.check((amount) => !amount.startsWith('-'), 'is negative'),
);

export const readableHours = v.pipe(
  readable,
  v.check((hours) => Number(hours) >= 1 && Number(hours) <= 744, 'is no length of a month'),
);

/** What of an earlier `cost --json` or `recommend --json` is needed to compare with it; the rest may be of another form. */
export const earlierSchema = v.object({
  schemaVersion: v.literal('1'),
  results: v.array(
    v.object({
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
          bound: v.picklist(['exact', 'at-least']),
          // Earlier documents do not say for want of what.
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

export type CostDocument = v.InferOutput<typeof costSchema>;
