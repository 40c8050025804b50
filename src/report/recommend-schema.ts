import * as v from 'valibot';
import { candidateSchema, decimalText, described, envelope, resultEntries } from './cost-schema.ts';

/** The form of what `recommend --json` prints; schema/recommend.schema.json is made from it. */

const leaf = v.picklist(['websocket', 'rest', 'http']);

const fitSchema = v.strictObject({
  feature: described(v.string(), 'A feature that the workload needs, as in `needs`.'),
  support: v.picklist(['native', 'via', 'no', 'unknown']),
  by: described(v.nullable(v.string()), 'What supplies it, where the front door does not.'),
  because: described(v.nullable(v.string()), 'Conditions, the caveat, or why not.'),
});

const advisedSchema = v.strictObject({
  ...candidateSchema.entries,
  needs: described(v.picklist(['native', 'via', 'no', 'unknown']), 'The worst of its fits.'),
  fits: v.array(fitSchema),
  latency: described(
    v.nullable(v.strictObject({ p50: v.array(decimalText), p99: v.array(decimalText) })),
    'Overhead of the gateway in milliseconds, from and to, as the author of the article measured it.',
  ),
});

const questionSchema = {
  question: v.string(),
  ask: v.string(),
  because: v.string(),
  features: v.array(v.string()),
  sources: v.array(v.string()),
};

export const recommendSchema = v.pipe(
  envelope(
    v.strictObject({
      ...resultEntries,
      policy: v.picklist(['native-first', 'cheapest']),
      outcome: described(v.picklist(['pick', 'ask', 'no-fit']), 'ask: the picks hold if every open question is answered with no.'),
      picks: v.array(
        v.strictObject({
          carries: v.picklist(['requests', 'realtime']),
          candidate: v.string(),
          cheaper: v.nullable(v.strictObject({ candidate: v.string(), saving: decimalText })),
          choices: v.array(v.strictObject({ what: v.string(), choice: v.string(), because: v.string() })),
          pipeline: v.array(v.strictObject({ hop: v.string(), exits: v.array(v.strictObject({ fate: v.string(), share: decimalText })) })),
        }),
      ),
      decision: v.strictObject({
        leaves: v.array(leaf),
        otherwise: leaf,
        steps: v.array(
          v.strictObject({
            ...questionSchema,
            answer: v.picklist(['yes', 'no', 'unknown']),
            origin: v.picklist(['stated', 'derived', 'not-said']),
            from: v.string(),
            leadsTo: v.string(),
          }),
        ),
        open: v.array(v.strictObject({ ...questionSchema, yes: v.array(leaf), no: v.array(leaf) })),
      }),
      candidates: v.array(advisedSchema),
    }),
  ),
  v.title('apigw-advisor recommend'),
  v.description('What `apigw-advisor recommend --json` prints.'),
);

export type RecommendDocument = v.InferOutput<typeof recommendSchema>;
