import * as v from 'valibot';
import { described, severity } from '../form.ts';

/** The forms of pages about what answers print: savings, assumptions, candidates, hops, suppliers, fields, terms and what a scan says. */

const about = <const Kind extends string>(kind: Kind) => ({ kind: v.literal(kind), id: v.string(), title: v.string() });
const sources = described(v.array(v.string()), 'Pages that say so.');
const named = v.array(v.strictObject({ id: v.string(), title: v.string() }));

const savingSchema = v.strictObject({
  ...about('saving'),
  why: described(v.string(), 'What costs more than it must.'),
  effort: v.picklist(['setting', 'code', 'migration']),
  risk: described(v.string(), 'What may go wrong.'),
  sources,
});

const assumptionSchema = v.strictObject({
  ...about('assumption'),
  because: v.string(),
  field: described(v.nullable(v.string()), 'The field that takes its place where a workload states it; null where no single one does.'),
  canBeStated: described(v.boolean(), 'false for a reading of AWS’s rules.'),
  sources,
});

const candidateSchema = v.strictObject({
  ...about('candidate'),
  carries: v.picklist(['requests', 'realtime']),
  hops: described(named, 'What a request or a message meets, in this order, for an example that states a web ACL and a cache.'),
  skus: described(named, 'What bills that example, besides a backend.'),
  without: described(v.nullable(v.string()), 'What an API has, and this has not.'),
  sources,
});

const hopSchema = v.strictObject({ ...about('hop'), does: described(v.string(), 'What it does, and how it is billed.'), sources });

const supplierSchema = v.strictObject({
  ...about('supplier'),
  costs: described(v.picklist(['setting', 'code', 'billed']), 'What it does to the bill.'),
  supplies: described(
    v.array(v.strictObject({ frontDoor: v.string(), feature: v.string(), caveat: v.string() })),
    'What it gives to which front door; AWS’s pages stand on the page of the feature.',
  ),
});

const fieldSchema = v.strictObject({
  ...about('field'),
  required: described(v.boolean(), 'Whether its section must have it.'),
  form: described(v.string(), 'What one writes: yes or no, one of a few words, a rate, a size, a section.'),
  example: described(v.nullable(v.string()), 'As a line of YAML; null for a section.'),
  otherNames: described(v.array(v.string()), 'What it is called elsewhere; a file with such a name is answered with this one.'),
  fields: described(v.array(v.string()), 'Fields of the section.'),
  absent: described(v.array(v.strictObject({ id: v.string(), text: v.string() })), 'Assumptions where it is not stated.'),
  questions: described(named, 'Questions of the tree that it answers.'),
  rules: described(named, 'Rules that read it.'),
});

const termSchema = v.strictObject({ ...about('term'), printed: described(v.string(), 'Where it is printed.') });

const verdictSchema = v.strictObject({
  ...about('verdict'),
  means: v.string(),
  items: described(named, 'What an HTTP API lacks that leads to it.'),
});

const itemSchema = v.strictObject({
  ...about('item'),
  class: described(v.picklist(['workaround', 'rewrite', 'blocked']), 'The verdict that it leads to.'),
  need: described(v.strictObject({ id: v.string(), title: v.string() }), 'The feature.'),
  remedy: v.string(),
  sources,
});

const odditySchema = v.strictObject({ ...about('oddity'), severity, remedy: v.string(), sources });

export const PRINTED_KINDS = [
  'saving',
  'assumption',
  'candidate',
  'hop',
  'supplier',
  'field',
  'term',
  'verdict',
  'item',
  'oddity',
] as const;
export const printedSchemas = [
  savingSchema,
  assumptionSchema,
  candidateSchema,
  hopSchema,
  supplierSchema,
  fieldSchema,
  termSchema,
  verdictSchema,
  itemSchema,
  odditySchema,
] as const;
