import * as v from 'valibot';
import { described, problemSchema } from '../form.ts';
import { SCHEMA_VERSION } from '../json.ts';
import { pricesImportSchema } from './import.ts';
import { count } from './offer.ts';

/** The form of what `prices update --json` prints; schema/prices-update.schema.json is made from it. */

const list = { service: v.string(), region: described(v.nullable(v.string()), 'Null where one list is of the whole world.') };

export const pricesUpdateSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(SCHEMA_VERSION),
    written: v.pipe(pricesImportSchema.entries.written),
    host: described(v.string(), 'Where the lists were fetched from.'),
    lists: described(count, 'Lists that were fetched, or are kept and have not changed.'),
    newLists: described(count, 'How many of them are others than the last time.'),
    held: described(
      v.array(v.strictObject({ ...list, reasons: v.array(v.string()) })),
      'Lists that were not taken because a price moved by more than a factor of 2, or a rate is missing; --accept takes them.',
    ),
    missed: described(v.array(v.strictObject({ ...list, because: v.string() })), 'Lists that could not be fetched.'),
    absent: described(
      v.array(v.strictObject({ service: v.string(), regions: v.array(v.string()) })),
      'Where AWS has no list of a service.',
    ),
    leftOut: described(v.array(v.string()), 'Services that are fetched only when --service names them.'),
    results: described(pricesImportSchema.entries.results, 'What was taken of each list, as in prices import.'),
    errors: v.array(problemSchema),
  }),
  v.title('apigw-advisor prices update'),
  v.description('What `apigw-advisor prices update --json` prints.'),
);

export type PricesUpdateDocument = v.InferOutput<typeof pricesUpdateSchema>;
