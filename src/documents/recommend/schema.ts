import * as v from 'valibot';
import { contractEntries, costEntries } from '../contract.ts';
import { findingsSchema } from '../findings/schema.ts';
import { candidateSchema, lineItemSchema, resultEntries } from '../cost/schema.ts';
import { architecture } from '../optimize/schema.ts';
import { bound, decimalText, described, summedEntries, support } from '../form.ts';
import { totalsSchema } from '../summary.ts';
import { throttlingSchema } from '../throttle/schema.ts';

/** The form of what `recommend --json` prints; schema/recommend.schema.json is made from it. */

const leaf = v.picklist(['websocket', 'rest', 'http']);

const fitSchema = v.strictObject({
  feature: described(v.string(), 'A feature that the workload needs, as in `needs`.'),
  support,
  by: described(v.nullable(v.string()), 'What supplies it, where the front door does not.'),
  because: described(v.nullable(v.string()), 'Conditions, the caveat, or why not.'),
});

const quotaSchema = v.strictObject({
  quota: v.string(),
  used: decimalText,
  limit: described(v.nullable(decimalText), 'Null where AWS does not say what applies in the Region.'),
  unit: v.string(),
  share: described(v.nullable(decimalText), 'used ÷ limit.'),
  state: described(v.picklist(['over', 'near', 'ok', 'unknown']), 'near from 80% on.'),
  unknown: v.nullable(v.string()),
  adjustable: v.picklist(['yes', 'no', 'by support', 'setting']),
  from: described(v.string(), 'Fields that the use follows from.'),
});

const changesSchema = v.strictObject({
  requests: described(v.nullable(decimalText), 'Requests a month that the workload has; null for connections.'),
  turns: described(
    v.array(
      v.strictObject({
        question: v.string(),
        given: described(v.picklist(['yes', 'no', 'unknown']), 'What was stated; an open question counts as a no.'),
        answer: v.picklist(['yes', 'no']),
        leadsTo: leaf,
        candidate: v.nullable(v.string()),
        difference: described(v.nullable(decimalText), 'How much more that costs a month; negative is less.'),
      }),
    ),
    'Answers that, if changed, would each lead to another API type.',
  ),
  breakEvens: described(
    v.array(v.strictObject({ requests: decimalText, cheaper: v.string(), than: v.string() })),
    'Requests a month from which one candidate is cheaper than the other, the pick being one of the two.',
  ),
  sensitivities: described(
    v.array(v.strictObject({ field: v.string(), step: v.picklist(['tenth', 'one']), change: decimalText, share: decimalText })),
    'What a tenth more of one input, or one more of what is counted, does to the monthly cost of the subject, the strongest first.',
  ),
  polling: described(
    v.nullable(
      v.strictObject({
        polls: described(decimalText, 'Requests a month that ask for news.'),
        polling: described(decimalText, 'A month, as stated.'),
        pushing: described(decimalText, 'A month, with a WebSocket API for the same news and the other requests as they are.'),
        interval: described(v.nullable(decimalText), 'Milliseconds between two polls at which both cost the same; null where none does.'),
      }),
    ),
    'Null unless traffic.polling states the share with news and both costs are known.',
  ),
});

const savingSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  because: v.string(),
  today: decimalText,
  instead: decimalText,
  amount: described(decimalText, 'today − instead, a month.'),
  change: v.string(),
  effort: v.picklist(['setting', 'code', 'migration']),
  risk: v.string(),
  blockers: described(v.array(v.string()), 'What must be settled first.'),
  sources: v.array(v.string()),
});

const advisedSchema = v.strictObject({
  ...candidateSchema.entries,
  needs: described(support, 'The worst of its fits.'),
  fits: v.array(fitSchema),
  unpriced: described(v.array(v.string()), 'What would supply missing features and is not in the price.'),
  quotas: described(v.array(quotaSchema), 'Quotas that the numbers of the workload say something about, most used first.'),
  latency: described(
    v.strictObject({
      gateway: described(
        v.nullable(v.strictObject({ p50: v.array(decimalText), p99: v.array(decimalText) })),
        'Overhead of the gateway in milliseconds, from and to, as the author of the article measured it; null where it was not measured.',
      ),
      delays: v.array(
        v.strictObject({
          id: v.picklist(['cloudfront', 'authorizer', 'cold-start']),
          milliseconds: v.nullable(v.array(decimalText)),
          when: v.string(),
        }),
      ),
    }),
    'Ranges that are used only to break ties; they are not a guarantee.',
  ),
});

const droppedEntries = {
  without: described(v.string(), 'The feature that it does without.'),
  candidate: v.string(),
  ...costEntries('All line items of a month, before rounding.'),
  bound,
};

const apartSchema = v.strictObject({
  nearest: v.strictObject(droppedEntries),
  sideBySide: described(
    v.nullable(
      v.strictObject({
        ...costEntries('Both a month.'),
        bound,
        apis: v.array(v.strictObject({ ...droppedEntries, lineItems: v.array(lineItemSchema) })),
      }),
    ),
    'Each for half of the requests or connections; null where one need stands against too much.',
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
  v.strictObject({
    ...contractEntries,
    ...summedEntries(
      v.strictObject({
        ...resultEntries,
        policy: v.picklist(['native-first', 'cheapest']),
        outcome: described(
          v.picklist(['pick', 'ask', 'no-fit']),
          'ask: the picks hold if every open question is answered with no, and if what is not known of a total does not turn them.',
        ),
        picks: v.array(
          v.strictObject({
            carries: v.picklist(['requests', 'realtime']),
            candidate: v.string(),
            move: described(
              v.nullable(
                v.strictObject({
                  verdict: v.picklist(['stay', 'move']),
                  from: v.string(),
                  because: v.picklist(['same', 'lacks', 'saves', 'saves-nothing', 'unknown', 'nothing-better']),
                  saving: described(v.nullable(decimalText), 'A month; negative where moving costs more, null where a total is not known.'),
                  effort: v.picklist(['setting', 'code', 'migration']),
                  risk: v.string(),
                }),
              ),
              'Stay with what is in use, or move to the pick; null where nothing is stated as in use.',
            ),
            cheaper: described(
              v.array(v.strictObject({ candidate: v.string(), saving: decimalText })),
              'The cheapest of each front door that has all that is needed for less than the pick, and what it saves a month.',
            ),
            contested: described(
              v.nullable(v.strictObject({ candidate: v.string(), saving: decimalText, without: v.nullable(v.string()) })),
              'Another front door that has all that is needed by itself too, for less than half; what an API has and it does not.',
            ),
            unless: described(
              v.nullable(decimalText),
              'The pick holds unless the help that it needs, priced at a default, costs more than this a month; null where it needs none.',
            ),
            undecided: described(
              v.array(v.strictObject({ candidate: v.string(), amount: decimalText })),
              'Candidates that may be cheaper: a part of their total is not known, and may cost so much before they are not.',
            ),
            apart: described(
              v.nullable(apartSchema),
              'Where nothing has all that is needed because needs exclude each other: what has all but one, and two APIs that have all between them.',
            ),
            changes: changesSchema,
            savings: described(v.array(savingSchema), 'What could be saved on the subject; each by itself, the most first.'),
            choices: v.array(v.strictObject({ what: v.string(), choice: v.string(), because: v.string() })),
            pipeline: v.array(
              v.strictObject({ hop: v.string(), exits: v.array(v.strictObject({ fate: v.string(), share: decimalText })) }),
            ),
          }),
        ),
        decision: v.strictObject({
          leaves: v.array(leaf),
          otherwise: leaf,
          steps: v.array(
            v.strictObject({
              ...questionSchema,
              answer: v.picklist(['yes', 'no', 'unknown']),
              origin: v.picklist(['stated', 'derived', 'not-stated']),
              from: v.string(),
              leadsTo: v.string(),
            }),
          ),
          open: v.array(v.strictObject({ ...questionSchema, yes: v.array(leaf), no: v.array(leaf) })),
        }),
        candidates: v.array(advisedSchema),
        cheapest: described(
          v.nullable(v.strictObject({ saving: decimalText, compositions: v.number(), ...architecture.entries })),
          'The cheapest architecture that has all that is needed, as optimize finds it, where it costs less than the subject by a hundredth or more.',
        ),
        findings: described(findingsSchema, 'What the rule book says about any of the candidates, blockers first.'),
        throttling: described(v.array(throttlingSchema), 'What limits do to the peak, for each part of the subject in order.'),
      }),
      totalsSchema,
    ),
  }),
  v.title('apigw-advisor recommend'),
  v.description('What `apigw-advisor recommend --json` prints.'),
);

export type RecommendDocument = v.InferOutput<typeof recommendSchema>;
