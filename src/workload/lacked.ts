import { describe } from './describe.ts';
import type { Said } from './draft.ts';
import { itemOf, schemaAt, unwrap, type Path, type Schema } from './schema-at.ts';

/** A field that a section requires and does not state. */
export interface Lacked {
  readonly path: Path;
  readonly example: string;
  /** What it means. */
  readonly means: string;
}

/** What the sections of a draft require and lack. */
export function lackedBy(said: Said): readonly Lacked[] {
  return [...inside(said, schemaAt([]), [])];
}

function* inside(value: unknown, schema: Schema | null, path: Path): Iterable<Lacked> {
  if (Array.isArray(value)) {
    const item = unwrap(itemOf(schema) ?? null);
    for (const [index, one] of value.entries()) yield* inside(one, item, [...path, index]);
  } else if (typeof value === 'object' && value !== null && schema?.type === 'strict_object') {
    const stated = value as Said;
    for (const [key, field] of Object.entries(schema.entries ?? {})) {
      const inner = unwrap(field);
      if (stated[key] !== undefined) yield* inside(stated[key], inner, [...path, key]);
      else if (field.type !== 'optional' && path.length > 0) {
        const { example, description } = describe([...path, key]);
        yield { path: [...path, key], example, means: description };
      }
    }
  }
}
