import { QUESTIONS } from '../../decide/questions.ts';
import { RULES } from '../../decide/rules.ts';
import type { Page } from '../../documents/explain/schema.ts';
import { ALIASES } from '../../workload/aliases.ts';
import { fieldInstead } from '../../workload/assumptions.ts';
import { exampleOf, wordsOf } from '../../workload/field-words.ts';
import { unwrap, type Schema } from '../../workload/schema-at.ts';
import { workloadSchema } from '../../workload/schema.ts';
import { kindOf } from '../../workload/stated-with.ts';
import type { QuantityKind } from '../../workload/unit-words.ts';
import { ASSUMPTION_IDS, assumptionText } from './reason-pages.ts';

type FieldPage = Extract<Page, { kind: 'field' }>;

/** Forms of quantities, in words. */
export const QUANTITIES: Readonly<Record<QuantityKind, string>> = {
  rate: 'so many in a period, such as 100M/month or 500 rps',
  size: 'a size, such as 5 KB',
  duration: 'a duration, such as 250 ms or 1h30m',
  share: 'a share, such as 60%',
  count: 'a number, such as 1,500 or 2M',
  memory: 'memory, such as 512 MB',
  money: 'dollars a month, such as $120',
};

interface Field {
  readonly id: string;
  readonly title: string;
  readonly schema: Schema;
  readonly required: boolean;
  /** Fields of the section. */
  readonly fields: readonly string[];
}

let all: readonly Field[] | null = null;

/** Fields of the workload file, sections before what is in them; `[]` stands for an entry of a list. */
export function fields(): readonly Field[] {
  return (all ??= fieldsUnder(workloadSchema as unknown as Schema, ''));
}

function fieldsUnder(section: Schema, before: string): readonly Field[] {
  return Object.entries(section.entries ?? {}).flatMap(([key, outer]) => {
    const id = `${before}${key}`;
    const schema = unwrap(outer) ?? outer;
    const item = unwrap(schema.item ?? null);
    const [inner, under] = item === null ? [schema, `${id}.`] : [item, `${id}[].`];
    const title = (schema.pipe?.find((one) => one.type === 'description')?.description ?? '').replace(
      ` Example: ${exampleOf(schema)}.`,
      '',
    );
    const own = Object.keys(inner.entries ?? {}).map((one) => `${under}${one}`);
    return [{ id, title, schema, required: outer.type !== 'optional', fields: own }, ...fieldsUnder(inner, under)];
  });
}

/** What a field means, what one writes, what stands in its place where it is absent, and what reads it. */
export function fieldPage({ id, title, schema, required, fields: own }: Field): FieldPage {
  const example = exampleOf(schema);
  const key = id.split('.').at(-1);
  return {
    kind: 'field',
    id,
    title,
    required,
    form: formOf(schema),
    example: example === '' ? null : `${key}: ${example}`,
    otherNames: [...new Set((ALIASES[id] ?? '').split(/[ |]+/).filter((name) => name !== '' && name !== key))],
    fields: [...own],
    absent: ASSUMPTION_IDS.filter((one) => fieldInstead(one) === id).map((one) => ({ id: one, text: assumptionText(one) })),
    questions: QUESTIONS.filter(({ derivedFrom }) => derivedFrom.some(([field]) => reads(field, id))).map((one) => ({
      id: one.id,
      title: one.ask,
    })),
    rules: RULES.filter((one) => one.fields.some((field) => reads(field, id))).map((one) => ({ id: one.id, title: one.title })),
  };
}

/** Whether a field that is read is this one; a section is read where it is named itself. */
function reads(field: string, id: string): boolean {
  return field === id || field.startsWith(`${id}[]`);
}

function formOf(schema: Schema): string {
  const kind = kindOf(schema);
  if (kind !== undefined) return QUANTITIES[kind];
  if (schema.entries !== undefined) return 'a section';
  if (schema.type === 'array') return 'a list';
  if (schema.key?.type === 'picklist') return 'ids of features, each with yes or no';
  if (schema.type === 'record') return 'names of your choice, each with a value';
  const words = wordsOf(schema);
  if (words.includes('yes')) return 'yes or no';
  return words.length === 0 ? 'a text' : `one of: ${words.join(', ')}`;
}
