import * as v from 'valibot';
import { contractEntries } from '../contract.ts';
import { decimalText, described, envelopeEntries } from '../form.ts';
import { summarySchema } from '../summary.ts';

/** The form of what `breakeven --json` prints; schema/breakeven.schema.json is made from it. */

const axisSchema = v.strictObject({
  field: v.string(),
  unit: described(
    v.string(),
    'One step; amounts on the axis are in plain numbers of the field: requests a month, bytes, ms, MB, a fraction.',
  ),
  lowest: decimalText,
  highest: decimalText,
  now: described(v.nullable(decimalText), 'What the workload states.'),
});

export const breakevenSchema = v.pipe(
  v.strictObject({
    ...contractEntries,
    ...envelopeEntries(
      v.strictObject({
        summary: summarySchema,
        workload: v.string(),
        region: v.string(),
        edition: v.picklist(['aws', 'article']),
        over: axisSchema,
        pairs: v.array(
          v.strictObject({
            one: v.string(),
            other: v.string(),
            points: v.array(
              v.strictObject({
                at: described(decimalText, 'The first value at which `cheaper` costs less.'),
                said: described(v.string(), 'The same as a person reads it.'),
                cheaper: v.string(),
                than: v.string(),
                how: described(
                  v.picklist(['exact', 'bracketed']),
                  'bracketed: cost is curved there; the step is right, and between the points looked at there could be two more.',
                ),
              }),
            ),
          }),
        ),
        notCompared: described(v.array(v.string()), 'Candidates of whose cost a part is not known.'),
      }),
    ),
  }),
  v.title('apigw-advisor breakeven'),
  v.description('What `apigw-advisor breakeven --json` prints.'),
);

export type BreakevenDocument = v.InferOutput<typeof breakevenSchema>;
