import * as v from 'valibot';
import { contractEntries, costEntries } from '../contract.ts';
import { SCHEMA_VERSION } from '../json.ts';
import { lineItemSchema, missingSchema } from '../cost/schema.ts';
import { decimalText, described } from '../form.ts';

/** The forms of what `prices list`, `show` and `quote` print as JSON; schema/prices-*.schema.json are made from them. */

const sourceSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  published: described(v.string(), 'A date, or "undated".'),
  confidence: described(
    v.picklist(['A', 'B', 'C', 'D']),
    'A AWS machine price data, B AWS page or text, C a third party quoting AWS, D weak.',
  ),
  url: v.nullable(v.string()),
  imported: v.optional(described(v.string(), 'The day on which it was imported; absent of what the package carries.')),
});

const allowanceSchema = v.nullable(v.strictObject({ quantity: decimalText, note: v.string(), source: sourceSchema }));

const place = { region: v.optional(v.string()), geography: v.optional(v.string()) };

export const pricesListSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(SCHEMA_VERSION),
    ...contractEntries,
    results: v.array(
      v.strictObject({
        sku: v.string(),
        title: v.string(),
        unit: v.string(),
        scope: v.picklist(['region', 'geography', 'worldwide', 'stated']),
        priced: described(v.number(), 'In how many Regions or geographies it has a rate.'),
        of: v.number(),
        imported: v.optional(described(v.number(), 'How many of these rates were imported; absent where none was.')),
        first: described(v.nullable(decimalText), 'Price of the first tier in the Region that was asked for.'),
      }),
    ),
    regions: v.array(v.string()),
    geographies: v.array(v.string()),
    errors: v.array(v.never()),
  }),
  v.title('apigw-advisor prices list'),
);

export const pricesShowSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(SCHEMA_VERSION),
    ...contractEntries,
    results: v.array(
      v.strictObject({
        sku: v.string(),
        title: v.string(),
        service: v.string(),
        ...place,
        unit: v.string(),
        currency: v.literal('USD'),
        usageType: v.nullable(v.string()),
        noUsageType: described(v.nullable(v.string()), 'Why there is no usage type, where there is none.'),
        tiers: v.array(
          v.strictObject({
            tierFrom: decimalText,
            listUnitPrice: v.nullable(decimalText),
            contractedUnitPrice: v.optional(described(v.nullable(decimalText), 'By the contract, where one is applied.')),
            skuPriceId: v.nullable(v.string()),
            effective: v.optional(described(v.string(), 'From when on AWS charges it.')),
            unavailable: v.nullable(v.string()),
            source: sourceSchema,
          }),
        ),
        noRateCode: v.nullable(v.string()),
        pool: v.string(),
        alwaysFree: allowanceSchema,
        freeTier: described(allowanceSchema, 'Of the first 12 months of accounts opened before 15 July 2025.'),
        list: v.optional(
          described(
            v.strictObject({ id: v.string(), kind: v.string(), sheet: v.string() }),
            'The price list of the rate and the sheet in it; absent where it is that of the package.',
          ),
        ),
        note: v.nullable(v.string()),
        ofEdition: described(v.boolean(), 'False where the edition is silent and the rate is the one AWS publishes.'),
      }),
    ),
    errors: v.array(v.never()),
  }),
  v.title('apigw-advisor prices show'),
);

export const pricesQuoteSchema = v.pipe(
  v.strictObject({
    sku: v.string(),
    region: described(v.nullable(v.string()), 'Null for CloudFront skus, which have a geography.'),
    geography: v.optional(v.string()),
    quantity: decimalText,
    unit: v.string(),
    for: described(v.nullable(decimalText), 'The amount whose greatest quantity this is; null where the quantity was stated.'),
    ...costEntries('All bands together.'),
    bound: v.picklist(['exact', 'at-least']),
    missing: missingSchema,
    currency: v.literal('USD'),
    ...contractEntries,
    lineItems: v.array(lineItemSchema),
  }),
  v.title('apigw-advisor prices quote'),
);

export type PricesListDocument = v.InferOutput<typeof pricesListSchema>;
export type PricesShowDocument = v.InferOutput<typeof pricesShowSchema>;
export type QuoteDocument = v.InferOutput<typeof pricesQuoteSchema>;
