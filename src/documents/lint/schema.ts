import * as v from 'valibot';
import { described, envelope } from '../form.ts';
import { findingEntries } from '../findings/schema.ts';

const number = v.pipe(v.number(), v.integer());

/** The form of what `lint --json` prints; schema/lint.schema.json is made from it. */
export const lintSchema = v.pipe(
  envelope(
    v.strictObject({
      file: v.string(),
      workload: v.string(),
      candidates: described(v.array(v.string()), 'Ids of the candidates that were judged.'),
      counts: v.strictObject({ blocker: number, caution: number, note: number }),
      findings: v.array(
        v.strictObject({
          ...findingEntries,
          line: described(v.nullable(number), 'Where the field stands in the file, counted from 1.'),
          column: v.nullable(number),
        }),
      ),
    }),
  ),
  v.title('apigw-advisor lint'),
  v.description('What `apigw-advisor lint --json` prints.'),
);

export type LintDocument = v.InferOutput<typeof lintSchema>;
