import { own } from '../reading/own.ts';
import { schemaAt, unwrap, type Schema } from './schema-at.ts';
import { DESIGN, type Traits } from './traits.ts';
import type { QuantityKind } from './unit-words.ts';

/** The traits that a field or section declares; those of a flag, a word or a text, and of a section without own ones, are `DESIGN`. */
export function traitsOf(schema: Schema): Traits {
  return schema.pipe?.find((one) => one.metadata?.traits)?.metadata?.traits ?? DESIGN;
}

/** Which kind of quantity a field holds; none where it holds a flag, words or fields. */
export function kindOf(schema: Schema): QuantityKind | undefined {
  return schema.pipe?.find((one) => one.metadata?.kind)?.metadata?.kind;
}

/** The schema of a field of a section; null where it has none. */
export function fieldOf(section: Schema, key: string): Schema | null {
  return unwrap(own(section.entries, key) ?? null);
}

/**
 * Dotted paths of all that a workload states with some trait, sections and fields, in the order of the schema. Lists are not
 * entered. Only schemas of stated sections are built.
 */
export function statedWith(workload: object, has: (traits: Traits, schema: Schema) => boolean): readonly string[] {
  const root = schemaAt([]);
  return root ? within(workload, root, '', has) : [];
}

function within(stated: object, section: Schema, before: string, has: (traits: Traits, schema: Schema) => boolean): readonly string[] {
  return Object.keys(section.entries ?? {}).flatMap((key) => {
    const value = own(stated as Readonly<Record<string, unknown>>, key);
    const field = value === undefined ? null : fieldOf(section, key);
    if (field === null) return [];
    const path = `${before}${key}`;
    const inner = field.entries && typeof value === 'object' && value !== null ? within(value, field, `${path}.`, has) : [];
    return has(traitsOf(field), field) ? [path, ...inner] : inner;
  });
}
