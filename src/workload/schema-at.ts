import { own } from '../reading/own.ts';
import { workloadSchema } from './schema.ts';
import type { Traits } from './traits.ts';
import type { QuantityKind } from './unit-words.ts';

/** Where a value stands in the file, key by key. */
export type Path = readonly (string | number)[];

/** What is read of a schema beside its checks: its shape and its words. */
export interface Schema {
  readonly type: string;
  readonly wrapped?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly options?: readonly Schema[];
  readonly pipe?: readonly {
    readonly type: string;
    readonly description?: string;
    readonly examples?: readonly string[];
    readonly metadata?: { readonly kind?: QuantityKind; readonly traits?: Traits };
  }[];
}

/** The schema of the value at a path of the workload file; null where it has none. */
export function schemaAt(path: Path): Schema | null {
  return path.reduce<Schema | null>(
    (schema, key) => unwrap((typeof key === 'number' ? schema?.item : own(schema?.entries, key)) ?? null),
    workloadSchema as unknown as Schema,
  );
}

/** Whether a section may leave out the field at a path. */
export function mayBeLeftOut(path: Path): boolean {
  return own(schemaAt(path.slice(0, -1))?.entries, String(path.at(-1)))?.type === 'optional';
}

/** Names of the fields of the section at a path; none where there is no section. */
export function fieldsAt(path: Path): readonly string[] {
  return Object.keys(schemaAt(path)?.entries ?? {});
}

/** A schema without its being optional. */
export function unwrap(schema: Schema | null): Schema | null {
  return schema?.type === 'optional' ? unwrap(schema.wrapped ?? null) : schema;
}

/** Tells which paths begin with one of some others, by walking each once: both can be as many as a file has values. */
export function beginsWithOneOf(others: readonly Path[]): (path: Path) => boolean {
  const root: Branch = { next: new Map(), ends: false };
  for (const path of others) {
    let branch = root;
    for (const key of path) {
      const next: Branch = branch.next.get(key) ?? { next: new Map(), ends: false };
      branch.next.set(key, next);
      branch = next;
    }
    branch.ends = true;
  }
  return (path) => {
    let branch: Branch | undefined = root;
    for (const key of path) {
      if (branch?.ends) return true;
      branch = branch?.next.get(key);
    }
    return branch?.ends ?? false;
  };
}

interface Branch {
  readonly next: Map<string | number, Branch>;
  ends: boolean;
}
