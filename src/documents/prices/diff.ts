import * as v from 'valibot';
import { described, envelope } from '../form.ts';
import { changeSchema } from './change.ts';
import { count } from './offer.ts';

/** The form of what `prices diff --json` prints; schema/prices-diff.schema.json is made from it. */

export const pricesDiffSchema = v.pipe(
  envelope(
    v.strictObject({
      summary: described(v.strictObject({ moved: count, new: count, gone: count, equal: count }), 'How many rates have each status.'),
      before: described(v.string(), 'The earlier list: a folder, `packaged`, or the day of which it is.'),
      now: v.string(),
      rates: v.array(changeSchema),
    }),
  ),
  v.title('apigw-advisor prices diff'),
  v.description('What `apigw-advisor prices diff --json` prints.'),
);

export type PricesDiffDocument = v.InferOutput<typeof pricesDiffSchema>;
