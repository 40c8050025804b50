import * as v from 'valibot';
import { lineItemSchema } from '../cost/schema.ts';
import { contractEntries } from '../contract.ts';
import { decimalText, described, envelopeEntries } from '../form.ts';
import { summarySchema } from '../summary.ts';

/** The form of what `optimize --json` prints; schema/optimize.schema.json is made from it. */

const candidate = described(v.string(), 'As inUse and --candidate take it; what is not in its name stands in the fields of the workload.');
const carries = v.picklist(['requests', 'realtime']);
const setting = described(v.record(v.string(), v.string()), 'The value of each lever; none where there is nothing of the kind.');

const ruledOut = v.strictObject({
  by: v.picklist(['not-applicable', 'need', 'exclusion', 'not-had', 'help', 'plan', 'quota', 'rule', 'price']),
  id: described(v.string(), 'Of the feature, exclusion, quota or rule; explain knows it.'),
  because: v.string(),
});

export const architecture = v.strictObject({
  monthly: decimalText,
  parts: v.array(v.strictObject({ carries, candidate, title: v.string(), setting, monthly: decimalText })),
});

export const optimizeSchema = v.pipe(
  v.strictObject({
    ...contractEntries,
    ...envelopeEntries(
      v.strictObject({
        summary: v.strictObject({
          ...summarySchema.entries,
          cheapest: described(
            v.nullable(decimalText),
            'A month of the cheapest architecture; null where none serves the workload at a known price.',
          ),
          saving: described(v.nullable(decimalText), 'monthly − cheapest; null where one of them is not known.'),
        }),
        workload: v.string(),
        region: v.string(),
        edition: v.picklist(['aws', 'article']),
        start: described(
          v.strictObject({
            monthly: described(v.nullable(decimalText), 'Null where a part of the cost is not known.'),
            parts: v.array(v.strictObject({ carries, setting })),
          }),
          'Where one starts: the subject of the summary.',
        ),
        best: v.nullable(
          v.strictObject({
            ...architecture.entries,
            notPriced: described(v.array(v.string()), 'What costs money and is in no total; with any, monthly is a lower bound.'),
            lineItems: described(v.array(lineItemSchema), 'The rows of all parts.'),
          }),
        ),
        frontier: described(
          v.array(
            v.strictObject({
              reach: v.picklist(['settings', 'one-addition', 'any-work']),
              saving: described(decimalText, 'Beside what the reach before it saves; all add up to the saving of the summary.'),
              turns: v.array(
                v.strictObject({
                  carries,
                  lever: v.string(),
                  from: v.string(),
                  to: v.string(),
                  effort: v.picklist(['setting', 'addition', 'migration']),
                }),
              ),
              ...architecture.entries,
            }),
          ),
          'What settings alone save, what one addition saves besides, and what everything does; a reach that saves nothing is left out.',
        ),
        bound: described(
          v.array(
            v.strictObject({
              lever: v.string(),
              stated: v.array(v.string()),
              saving: described(v.nullable(decimalText), 'What --free of it would save besides; null where nothing.'),
            }),
          ),
          'Levers that the workload binds by what it states.',
        ),
        proof: v.strictObject({
          compositions: v.number(),
          priced: v.number(),
          dearer: described(v.number(), 'Proved to cost more by a part of their cost.'),
          ruledOut: v.array(v.strictObject({ by: ruledOut.entries.by, id: v.string(), compositions: v.number() })),
        }),
        certificate: described(
          v.array(
            v.strictObject({
              carries,
              candidate,
              setting,
              monthly: described(v.nullable(decimalText), 'Null where it was not priced.'),
              atLeast: described(v.nullable(decimalText), 'What it costs in any case, where that alone is more than the cheapest.'),
              ruledOut: v.nullable(ruledOut),
            }),
          ),
          'Every composition with its cost, or the reason why it has none.',
        ),
      }),
    ),
  }),
  v.title('apigw-advisor optimize'),
  v.description('What `apigw-advisor optimize --json` prints.'),
);

export type OptimizeDocument = v.InferOutput<typeof optimizeSchema>;
