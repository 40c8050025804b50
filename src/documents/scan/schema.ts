import * as v from 'valibot';
import { contractEntries } from '../contract.ts';
import { decimalText, described, problemSchema, severity } from '../form.ts';
import { SCHEMA_VERSION } from '../json.ts';
import { gateSchema } from '../summary.ts';
import { VERDICT_IDS } from '../terms/verdicts.ts';

const count = v.pipe(v.number(), v.integer());
const text = v.nullable(v.string());
const place = {
  file: v.string(),
  line: described(v.nullable(count), 'Counted from 1; null where the format has no lines, as the plan of Terraform.'),
  column: v.nullable(count),
};
const said = described(
  v.nullable(v.strictObject({ by: v.string(), ...place })),
  'Where the value is said, if that is another place: a parameter, a variable, Globals.',
);
const routes = described(v.nullable(v.array(v.string())), 'Routes that it holds for; null where it holds for the API.');
const conditions = described(v.array(v.string()), 'Conditions under which it holds.');
const verdict = v.picklist(VERDICT_IDS);
const source = described(v.string(), 'Page of AWS.');
const bound = described(v.picklist(['exact', 'at-least']), 'at-least where a price or a size is not known.');

const itemClass = v.picklist(['workaround', 'rewrite', 'blocked']);
const counts = v.strictObject({ workaround: count, rewrite: count, blocked: count });

const summary = v.strictObject({
  api: v.string(),
  kind: described(v.picklist(['rest', 'http', 'websocket', 'function-url']), 'What deploys it.'),
  verdict,
  atLeast: described(verdict, 'The verdict that what is known alone gives, where the whole is unknown.'),
  items: described(counts, 'How many things an HTTP API lacks, by what each takes.'),
  keptFor: described(
    v.nullable(v.strictObject({ item: v.string(), otherwise: verdict })),
    'What alone keeps it from a better verdict; null where nothing or more than one thing does.',
  ),
  savingPerMillion: described(v.nullable(decimalText), 'List price of REST minus HTTP for a million requests, first tier, 512 KB each.'),
  monthlySaving: described(v.nullable(decimalText), 'Of what is known; null where traffic is not stated, or it cannot move.'),
});

const step = v.strictObject({ id: v.string(), what: v.string(), at: v.nullable(v.strictObject(place)), source });

const costs = v.strictObject({
  candidate: v.string(),
  monthly: decimalText,
  bound,
  notPriced: described(v.array(v.string()), 'What costs money and is in no total.'),
});

const apiSchema = v.strictObject({
  summary,
  ...place,
  id: described(v.string(), 'Logical id, Terraform address or name of the service.'),
  name: described(text, 'The name that it is given, where that is known.'),
  format: described(v.string(), 'Kind of template: cloudformation, sam, cdk, terraform, terraform-plan, serverless, openapi.'),
  madeBy: described(text, 'What made it, where nobody wrote it.'),
  construct: described(text, 'Path of the construct, of what CDK synthesised.'),
  conditions,
  endpoint: v.strictObject({
    value: described(v.nullable(v.picklist(['edge', 'regional', 'private'])), 'null where it is not known.'),
    isStated: described(v.boolean(), 'Otherwise AWS chooses it.'),
    ...place,
  }),
  region: v.strictObject({
    id: v.string(),
    by: described(
      v.picklist(['option', 'file', 'template', 'nobody']),
      'Who states it; where nobody does, prices are those of the first Region of AWS.',
    ),
  }),
  stages: v.array(v.strictObject({ name: text, isSpokenOf: described(v.boolean(), 'Facts are those of this stage.'), ...place })),
  routes: v.array(
    v.strictObject({
      method: text,
      path: text,
      verdict: described(verdict, 'What the route alone would be.'),
      leaves: described(v.boolean(), 'Whether it could leave by itself, and the API as a whole cannot so easily.'),
      ...place,
    }),
  ),
  items: v.array(
    v.strictObject({
      id: described(v.string(), '`apigw-advisor explain` has a page about it.'),
      class: itemClass,
      title: v.string(),
      need: described(v.string(), 'Id of the feature.'),
      resource: v.string(),
      because: v.string(),
      remedy: v.string(),
      routes,
      conditions,
      source,
      said,
      ...place,
    }),
  ),
  gaps: described(
    v.array(
      v.strictObject({ what: v.string(), because: v.string(), give: described(text, 'What to give, so that it is read.'), ...place }),
    ),
    'What the verdict lacks.',
  ),
  steps: described(v.array(step), 'What is done on the way to an HTTP API.'),
  breaks: described(v.array(step), 'What a move changes without an error.'),
  findings: v.array(
    v.strictObject({
      id: v.string(),
      severity,
      title: v.string(),
      because: v.string(),
      remedy: v.string(),
      sources: v.array(v.string()),
      ...place,
    }),
  ),
  facts: v.array(
    v.strictObject({
      field: described(v.string(), 'Path of the field of a workload file that says it.'),
      value: v.string(),
      resource: v.string(),
      routes,
      conditions,
      said,
      ...place,
    }),
  ),
  perMillion: described(
    v.nullable(v.strictObject({ rest: decimalText, http: decimalText, saving: decimalText })),
    'List prices of a million requests; null where it is no REST API, or they are not published.',
  ),
  month: described(
    v.nullable(v.strictObject({ today: costs, instead: v.nullable(costs), saving: v.nullable(decimalText) })),
    'A month as it is, and as an HTTP API; null where traffic is not stated.',
  ),
  notWeighed: described(text, 'Why there is no month.'),
});

/** The form of what `scan --json` prints; schema/scan.schema.json is made from it. */
export const scanSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(SCHEMA_VERSION),
    ...contractEntries,
    totals: v.strictObject({
      templates: count,
      apis: count,
      verdicts: v.strictObject(
        Object.fromEntries(VERDICT_IDS.map((id) => [id, count])) as Record<(typeof VERDICT_IDS)[number], typeof count>,
      ),
      gates: v.array(gateSchema),
    }),
    results: v.array(apiSchema),
    unread: described(
      v.array(v.strictObject({ what: v.string(), because: v.string(), give: text, ...place })),
      'What may hold an API and was not read.',
    ),
    remarks: described(v.array(v.strictObject({ what: v.string(), because: v.string(), ...place })), 'What is odd in the templates.'),
    errors: v.array(problemSchema),
  }),
  v.title('apigw-advisor scan'),
  v.description('What `apigw-advisor scan --json` prints.'),
);

export type ScanDocument = v.InferOutput<typeof scanSchema>;
