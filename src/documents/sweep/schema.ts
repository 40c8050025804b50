import * as v from 'valibot';
import { contractEntries } from '../contract.ts';
import { bound, decimalText, described, envelopeEntries } from '../form.ts';
import { summarySchema } from '../summary.ts';

/** The form of what `sweep --json` prints; schema/sweep.schema.json is made from it. */

const cheapest = described(v.nullable(v.string()), 'Id of the cheapest candidate that serves at a known price; null where none does.');

const axisSchema = v.strictObject({
  field: described(v.string(), 'Dotted path in the workload file.'),
  unit: described(v.string(), 'What the values are in, such as `a month`, `bytes` or `of all`.'),
  scale: v.picklist(['linear', 'logarithmic']),
  stated: described(v.nullable(decimalText), 'The value of the workload file.'),
  values: v.array(decimalText),
});

const partSchema = v.strictObject({
  carries: v.picklist(['requests', 'realtime']),
  candidates: v.array(
    v.strictObject({
      id: v.string(),
      title: v.string(),
      subject: described(v.boolean(), 'In use, or else picked, of the workload as it is stated.'),
    }),
  ),
  points: described(
    v.array(
      v.strictObject({
        at: described(v.array(decimalText), 'The value of each field.'),
        cheapest,
        costs: described(
          v.array(
            v.strictObject({
              candidate: v.string(),
              monthly: described(decimalText, 'What cost says of the workload with these values.'),
              bound,
              serves: described(v.boolean(), 'It has all that is needed there, and no quota or rule stands against it.'),
            }),
          ),
          'Candidates that are compared there; none where no workload can have these values.',
        ),
      }),
    ),
    'Of two fields, all values of the first for each of the second.',
  ),
  turns: described(
    v.array(
      v.strictObject({
        at: described(decimalText, 'The first value at which another candidate is the cheapest.'),
        from: cheapest,
        to: cheapest,
        because: v.picklist(['costs-less', 'no-longer-serves', 'begins-to-serve']),
        monthly: described(v.nullable(decimalText), 'What the new one costs there.'),
      }),
    ),
    'Where the cheapest changes between two points, of one field.',
  ),
});

export const sweepSchema = v.pipe(
  v.strictObject({
    ...contractEntries,
    ...envelopeEntries(
      v.strictObject({
        summary: described(summarySchema, 'Of the workload as it is stated.'),
        workload: v.string(),
        region: v.string(),
        edition: v.picklist(['aws', 'article']),
        over: described(v.array(axisSchema), 'The fields, one or two.'),
        parts: v.array(partSchema),
      }),
    ),
  }),
  v.title('apigw-advisor sweep'),
  v.description('What `apigw-advisor sweep --json` prints.'),
);

export type SweepDocument = v.InferOutput<typeof sweepSchema>;
