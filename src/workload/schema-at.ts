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
  /** Of a record: what its keys and values are. */
  readonly key?: Schema;
  readonly value?: Schema;
  /** The schemas of a union, or the words of a list of words. */
  readonly options?: readonly (Schema | string)[];
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
    (schema, key) => unwrap((typeof key === 'number' ? itemOf(schema) : own(schema?.entries, key)) ?? null),
    workloadSchema as unknown as Schema,
  );
}

/** What each thing in a list is, also where a list is one of several forms. */
export function itemOf(schema: Schema | null): Schema | undefined {
  return schema?.item ?? listAmong(schema)?.item;
}

/** The form of a value of several forms that is a list. */
export function listAmong(schema: Schema | null): Schema | undefined {
  return schema?.options?.find((one): one is Schema => typeof one === 'object' && one.type === 'array');
}

/** The schema of the value at a path; of a value of a record too, whatever its name. */
export function fieldAt(path: Path): Schema | null {
  return schemaAt(path) ?? unwrap(schemaAt(path.slice(0, -1))?.value ?? null);
}

/** Whether a section may leave out the field at a path. */
export function mayBeLeftOut(path: Path): boolean {
  const around = schemaAt(path.slice(0, -1));
  return around?.type === 'record' || own(around?.entries, String(path.at(-1)))?.type === 'optional';
}

/** Names of the fields of the section at a path; none where there is no section. */
export function fieldsAt(path: Path): readonly string[] {
  return Object.keys(schemaAt(path)?.entries ?? {});
}

/** A schema without its being optional. */
export function unwrap(schema: Schema | null): Schema | null {
  return schema?.type === 'optional' ? unwrap(schema.wrapped ?? null) : schema;
}
