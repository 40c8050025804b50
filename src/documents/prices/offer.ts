import * as v from 'valibot';
import { described } from '../form.ts';

export const count = v.pipe(v.number(), v.integer());

/** What documents say of a price list of AWS that was read. */
export const offerEntries = {
  format: v.picklist(['offer-csv', 'offer-json', 'get-products']),
  offer: described(v.nullable(v.string()), 'The code of AWS’s price list, such as AmazonApiGateway.'),
  version: v.nullable(v.string()),
  published: described(v.nullable(v.string()), 'When AWS published it.'),
  rows: described(count, 'Prices in the file.'),
  passed: described(
    v.strictObject({ reserved: count, spot: count, currency: count, free: count, elsewhere: count, unknown: count }),
    'Prices that no sku has, by the reason.',
  ),
};
