import * as v from 'valibot';
import { described, problemSchema } from '../form.ts';
import { SCHEMA_VERSION } from '../json.ts';
import { changeSchema } from './change.ts';
import { count, offerEntries } from './offer.ts';

/** The form of what `prices import --json` prints; schema/prices-import.schema.json is made from it. */

const outcome = v.picklist(['moved', 'new', 'equal', 'older', 'refused', 'lacking']);

const rate = v.strictObject({
  sku: v.string(),
  region: v.optional(v.string()),
  geography: v.optional(v.string()),
  outcome: described(
    outcome,
    'Taken, at a price that moved, is new or is the same; or what is here stayed: it is newer, the rows of AWS could not be used, or the file lacks it.',
  ),
  because: described(v.nullable(v.string()), 'Why it was refused, or why a row of it would not be recognised.'),
  change: v.nullable(changeSchema),
});

export const pricesImportSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(SCHEMA_VERSION),
    written: described(
      v.nullable(v.strictObject({ folder: v.string(), sheets: v.array(v.string()) })),
      'The folder and the sheets in it that were written; null where nothing was.',
    ),
    results: v.array(
      v.strictObject({
        summary: described(
          v.strictObject({ moved: count, new: count, equal: count, older: count, refused: count, lacking: count }),
          'How many rates have each outcome.',
        ),
        file: v.string(),
        ...offerEntries,
        withoutSheet: described(
          v.array(v.strictObject({ region: v.string(), prices: count })),
          'Regions that the package has no sheet of: their prices are counted and not taken.',
        ),
        rates: v.array(rate),
      }),
    ),
    errors: v.array(problemSchema),
  }),
  v.title('apigw-advisor prices import'),
  v.description('What `apigw-advisor prices import --json` prints.'),
);

export type PricesImportDocument = v.InferOutput<typeof pricesImportSchema>;
