import { FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import * as v from 'valibot';
import { SCHEMA_VERSION } from '../json.ts';
import { decimalText, described, severity } from '../form.ts';
import { PRINTED_KINDS, printedSchemas } from './printed.ts';

/** The forms of what `explain --json` prints; schema/explain*.schema.json are made from them. */

export const PAGE_KINDS = ['feature', 'question', 'rule', 'quota', 'sku', ...PRINTED_KINDS] as const;
const frontDoor = v.picklist(FRONT_DOOR_IDS);
const sources = described(v.array(v.string()), 'Pages of AWS that it depends on.');
const asOf = described(v.string(), 'When these pages were last read.');
const said = {
  said: described(
    v.picklist(['differs', 'agrees', 'silent']),
    'Whether the article says what AWS says today; where it is silent, AWS’s stands.',
  ),
  section: described(v.nullable(v.string()), 'Heading of the article; null where it is silent.'),
};

const supportSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('native'),
    conditions: v.nullable(v.string()),
    since: described(v.nullable(v.string()), 'A date, where AWS gives one.'),
  }),
  v.strictObject({
    type: v.literal('via'),
    by: described(v.string(), 'What supplies it.'),
    costs: described(
      v.picklist(['setting', 'code', 'billed']),
      'What the supplier does to the bill: nothing, a longer run of the backend, or an item of its own.',
    ),
    caveat: v.string(),
  }),
  v.strictObject({ type: v.literal('no'), because: v.string() }),
  v.strictObject({ type: v.literal('unknown'), because: v.string() }),
]);

const featureSchema = v.strictObject({
  kind: v.literal('feature'),
  id: v.string(),
  title: v.string(),
  category: v.string(),
  description: v.string(),
  frontDoors: v.array(
    v.strictObject({ frontDoor, title: v.string(), aws: supportSchema, article: v.strictObject({ ...said, support: supportSchema }) }),
  ),
  exclusions: described(
    v.array(
      v.strictObject({
        frontDoors: v.array(frontDoor),
        where: described(v.nullable(v.string()), 'Of which of their compositions it holds; null for all.'),
        lost: described(v.array(v.string()), 'Features that are not had, or not so.'),
        beside: described(v.array(v.string()), 'Needs any of which excludes them.'),
        given: described(v.nullable(v.string()), 'What a workload states besides; null for anything.'),
        becomes: v.variant('type', [
          v.strictObject({ type: v.literal('no') }),
          v.strictObject({ type: v.literal('unknown') }),
          v.strictObject({ type: v.literal('via'), by: v.string() }),
        ]),
        says: v.string(),
        page: v.string(),
        asOf: described(v.string(), 'When the page was last read.'),
      }),
    ),
    'What it excludes, or what excludes it.',
  ),
  say: described(v.string(), 'How a workload file says that it is needed.'),
  askedBy: v.array(v.strictObject({ id: v.string(), ask: v.string() })),
  sources,
  asOf,
});

const questionSchema = v.strictObject({
  kind: v.literal('question'),
  id: v.string(),
  title: described(v.string(), 'The question, in plain words.'),
  because: described(v.string(), 'Why a yes leads where it leads.'),
  features: v.array(v.strictObject({ id: v.string(), title: v.string() })),
  derivedFrom: described(
    v.array(v.strictObject({ field: v.string(), says: v.string() })),
    'Fields besides the needs of its features that answer it, and what each says; they come before needs.',
  ),
  trees: described(
    v.array(
      v.strictObject({
        edition: v.picklist(['aws', 'article']),
        position: v.number(),
        of: v.number(),
        yes: described(v.string(), 'The API type where it ends, or the next question.'),
        no: v.string(),
      }),
    ),
    'The trees that ask it, and where its answers lead.',
  ),
  sources,
});

const ruleSchema = v.strictObject({
  kind: v.literal('rule'),
  id: v.string(),
  title: v.string(),
  severity: severity,
  topic: v.string(),
  rationale: v.string(),
  remedy: v.string(),
  fields: described(v.array(v.string()), 'Fields of a workload that it reads.'),
  frontDoors: v.array(frontDoor),
  examples: described(
    v.array(
      v.strictObject({
        candidate: v.string(),
        because: described(v.string(), 'What it says about the first workload.'),
        reports: described(v.array(v.string()), 'A workload that it reports, as lines of YAML without name and Region.'),
        silent: described(v.array(v.string()), 'The same with one field changed, on which it is silent.'),
      }),
    ),
    'Pairs of workloads that differ in one field.',
  ),
  sources,
});

const limitEntries = {
  value: described(v.nullable(decimalText), 'The default; null where AWS sets no limit.'),
  unit: v.string(),
  adjustable: described(
    v.picklist(['yes', 'no', 'by support', 'setting']),
    '"by support" has no code in Service Quotas; a "setting" is yours to choose, as the note says.',
  ),
  note: v.nullable(v.string()),
};

const quotaSchema = v.strictObject({
  kind: v.literal('quota'),
  id: v.string(),
  title: v.string(),
  appliesTo: v.array(v.picklist([...FRONT_DOOR_IDS, 'backend'])),
  aws: v.strictObject({ ...limitEntries, code: described(v.nullable(v.string()), 'Code in AWS Service Quotas.') }),
  regional: described(
    v.nullable(
      v.strictObject({
        defaults: v.array(v.strictObject({ value: decimalText, regions: v.array(v.string()) })),
        unknownIn: v.array(v.string()),
        because: v.string(),
      }),
    ),
    'Where the default depends on the Region; null where it does not.',
  ),
  article: v.strictObject({ ...said, ...limitEntries }),
  held: v.strictObject({
    fields: described(v.array(v.string()), 'Fields of a workload that are compared with it; empty where nothing is.'),
    rules: described(v.array(v.string()), 'Rules that compare them, beside the list of quotas used.'),
    because: described(v.nullable(v.string()), 'Why no workload can state how much of it is used; null where one can.'),
  }),
  sources,
  asOf,
});

const skuSchema = v.strictObject({
  kind: v.literal('sku'),
  id: v.string(),
  title: v.string(),
  service: v.string(),
  unit: described(v.string(), 'What one unit of quantity is.'),
  scope: v.picklist(['region', 'geography', 'worldwide', 'stated']),
  pool: described(v.string(), 'Whose usage counts towards the same tiers.'),
  edition: v.picklist(['aws', 'article']),
  rates: v.array(
    v.strictObject({
      place: v.string(),
      tiers: v.number(),
      firstUnitPrice: described(v.nullable(decimalText), 'Price of one unit in the first tier; null when none is published.'),
      unavailable: described(v.nullable(v.string()), 'Why there is no rate, where there is none.'),
      imported: v.optional(described(v.string(), 'The day on which it was imported; absent of what the package carries.')),
    }),
  ),
});

export const explainSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(SCHEMA_VERSION),
    results: described(
      v.array(v.variant('kind', [featureSchema, questionSchema, ruleSchema, quotaSchema, skuSchema, ...printedSchemas])),
      'One page for each kind of thing that has the id.',
    ),
    errors: v.array(v.never()),
  }),
  v.title('apigw-advisor explain'),
  v.description('What `apigw-advisor explain <id> --json` prints.'),
);

export const explainListSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(SCHEMA_VERSION),
    results: v.array(v.strictObject({ kind: v.picklist(PAGE_KINDS), id: v.string(), title: v.string() })),
    errors: v.array(v.never()),
  }),
  v.title('apigw-advisor explain --list'),
  v.description('What `apigw-advisor explain --list --json` prints.'),
);

export type ExplainDocument = v.InferOutput<typeof explainSchema>;
export type ExplainListDocument = v.InferOutput<typeof explainListSchema>;
export type Page = ExplainDocument['results'][number];
export type PageName = ExplainListDocument['results'][number];
export type SupportData = v.InferOutput<typeof supportSchema>;
export type ExclusionData = Extract<Page, { kind: 'feature' }>['exclusions'][number];
