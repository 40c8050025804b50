import * as v from 'valibot';
import { decimalText, described, envelope } from '../form.ts';
import { count, offerEntries } from './offer.ts';

/** The form of what `prices verify --json` prints; schema/prices-verify.schema.json is made from it. */

const status = v.picklist(['different', 'refused', 'only-aws', 'only-ours', 'equal']);

const rate = v.strictObject({
  sku: v.string(),
  region: v.optional(v.string()),
  geography: v.optional(v.string()),
  status: described(
    status,
    'Both have it, at different prices or at the same; AWS’s rows of it could not be used; or only one of the two has it: `only-aws` also where our sheets lack a tier.',
  ),
  joinedBy: described(v.nullable(v.picklist(['rate-code', 'usage-type'])), 'How the rows of AWS were known to price this sku.'),
  usageType: v.nullable(v.string()),
  unit: v.string(),
  currency: v.literal('USD'),
  because: described(
    v.nullable(v.string()),
    'Why it was refused, why our sheets have no price, or why a row of it would not be recognised.',
  ),
  tiers: v.array(
    v.strictObject({
      tierFrom: decimalText,
      isDifferent: v.boolean(),
      ours: v.nullable(
        v.strictObject({ unitPrice: decimalText, rateCode: v.nullable(v.string()), source: v.string(), published: v.string() }),
      ),
      aws: v.nullable(v.strictObject({ unitPrice: decimalText, rateCode: v.string(), effective: v.nullable(v.string()) })),
    }),
  ),
});

export const pricesVerifySchema = v.pipe(
  envelope(
    v.strictObject({
      summary: described(
        v.strictObject({ different: count, refused: count, 'only-aws': count, 'only-ours': count, equal: count }),
        'How many rates have each status.',
      ),
      file: v.string(),
      ...offerEntries,
      rates: v.array(rate),
    }),
  ),
  v.title('apigw-advisor prices verify'),
  v.description('What `apigw-advisor prices verify --json` prints.'),
);

export type PricesVerifyDocument = v.InferOutput<typeof pricesVerifySchema>;
