import * as v from 'valibot';
import { described, envelope } from '../form.ts';
import { priceAgeSchema } from '../summary.ts';

/** The form of what `doctor --json` prints; schema/doctor.schema.json is made from it. */

const count = v.pipe(v.number(), v.integer());
const folder = (what: string) =>
  described(
    v.strictObject({
      path: described(v.nullable(v.string()), 'Null where the environment names no home.'),
      files: described(v.nullable(count), 'Null where the folder does not exist.'),
      bytes: v.nullable(count),
    }),
    what,
  );

export const doctorSchema = v.pipe(
  envelope(
    v.strictObject({
      summary: v.strictObject({
        isNodeSupported: v.boolean(),
        isDamaged: described(
          v.boolean(),
          'Whether what is laid over the packaged prices cannot be read; the rest is then about the packaged prices.',
        ),
        lacking: described(count, 'How many skus that the files use have no price.'),
        prices: priceAgeSchema,
      }),
      version: v.string(),
      node: v.string(),
      nodeSupported: v.string(),
      platform: v.string(),
      prices: v.strictObject({
        laidOver: described(
          v.array(
            v.strictObject({
              kind: v.picklist(['prices', 'contract']),
              path: v.string(),
              by: described(v.string(), 'The option, the variable or the folder that says so.'),
            }),
          ),
          'What is laid over the packaged prices.',
        ),
        contract: described(
          v.nullable(
            v.strictObject({
              name: v.string(),
              from: v.nullable(v.string()),
              until: v.nullable(v.string()),
              holds: v.picklist(['now', 'not-yet', 'ended']),
            }),
          ),
          'The contract by which --cost contracted goes.',
        ),
        layers: described(
          v.array(v.strictObject({ id: v.string(), kind: v.picklist(['packaged', 'imported', 'contracted', 'article']), sources: count })),
          'The layers that were laid, from the bottom up, with how many sources each names.',
        ),
        services: described(
          v.array(
            v.strictObject({
              service: v.string(),
              prices: count,
              undated: count,
              oldest: v.nullable(v.string()),
              newest: v.nullable(v.string()),
            }),
          ),
          'Of the services that the files use, in their Regions; of all where no file is given.',
        ),
      }),
      regions: described(v.array(v.string()), 'The Regions of the files.'),
      lacking: v.array(
        v.strictObject({
          sku: v.string(),
          region: v.string(),
          want: v.picklist(['not-published', 'not-in-sheet']),
          reason: v.string(),
          candidates: described(v.array(v.string()), 'Whose totals are lower bounds because of it.'),
          files: v.array(v.string()),
        }),
      ),
      folders: v.strictObject({
        code: folder('Compiled code, which Node.js keeps between runs.'),
        downloads: folder('Price lists that prices update fetched.'),
        data: folder('Imported prices, and a contract.'),
      }),
      next: described(v.array(v.strictObject({ what: v.string(), because: v.string() })), 'What to do, the most urgent first.'),
    }),
  ),
  v.title('apigw-advisor doctor'),
  v.description('What `apigw-advisor doctor --json` prints.'),
);

export type DoctorDocument = v.InferOutput<typeof doctorSchema>;
