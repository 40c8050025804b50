import * as v from 'valibot';
import { decimalText, described } from '../form.ts';

/** A rate that moved, in what `prices import --json` and `prices diff --json` print. */

const side = v.nullable(
  v.strictObject({
    unitPrice: decimalText,
    rateCode: v.nullable(v.string()),
    effective: described(v.nullable(v.string()), 'From when on AWS charges it, where its price list says so.'),
    source: v.string(),
    published: v.string(),
  }),
);

export const changeSchema = v.strictObject({
  sku: v.string(),
  region: v.optional(v.string()),
  geography: v.optional(v.string()),
  status: described(
    v.picklist(['moved', 'new', 'gone']),
    'Both lists price it, and not alike; or only the later does, or only the earlier.',
  ),
  unit: v.string(),
  currency: v.literal('USD'),
  tiers: v.array(
    v.strictObject({
      tierFrom: decimalText,
      isDifferent: v.boolean(),
      before: side,
      now: side,
      share: described(
        v.nullable(decimalText),
        'The change as a share of the price before, to six decimals; null where one side has none, or it is 0.',
      ),
    }),
  ),
});

export type ChangeData = v.InferOutput<typeof changeSchema>;
