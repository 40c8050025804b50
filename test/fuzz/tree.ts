/** Edits of a document as a tree: what its schema knows, at the ends of its scales, and what no schema foresees. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { ROOT } from '../run.ts';
import { amounts, keys, values } from './values.ts';

type Path = readonly (string | number)[];

/** One edit, as plain data: it means the same for every tree, and a failure can be told and shrunk. */
export type Edit =
  | { readonly do: 'replace'; readonly at: number; readonly value: unknown }
  | { readonly do: 'figure'; readonly at: number; readonly amount: string }
  | { readonly do: 'field'; readonly field: number; readonly value: unknown }
  | { readonly do: 'add' | 'rename'; readonly at: number; readonly key: string; readonly value: unknown }
  | { readonly do: 'remove'; readonly at: number }
  | { readonly do: 'swap' | 'copy' | 'share'; readonly at: number; readonly to: number }
  | { readonly do: 'wrap' | 'many' | 'long'; readonly at: number; readonly times: number; readonly value: unknown };

const place = fc.nat({ max: 999 });

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('field' as const),
      field: fc.nat({ max: 9999 }),
      value: fc.oneof({ weight: 1, arbitrary: values }, { weight: 2, arbitrary: fc.constant('example') }),
    }),
  },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('figure' as const), at: place, amount: amounts }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('replace' as const), at: place, value: values }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('add' as const, 'rename' as const), at: place, key: keys, value: values }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), at: place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('swap' as const, 'copy' as const, 'share' as const), at: place, to: place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('wrap' as const, 'many' as const, 'long' as const),
      at: place,
      times: fc.nat({ max: 120 }),
      value: values,
    }),
  },
);

/** The tree with the edits made; the one given is left as it is. */
export function edited(tree: unknown, all: readonly Edit[], fields: readonly Field[]): unknown {
  // The root is held in a box, so that it can be replaced like any other value.
  const box = { root: structuredClone(tree) };
  for (const one of all) make(one, box, fields);
  return box.root;
}

interface Slot {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
}

function make(edit: Edit, box: { root: unknown }, fields: readonly Field[]): void {
  if (edit.do === 'field') {
    if (fields.length === 0) return;
    const { path, examples } = fields[edit.field % fields.length] as Field;
    setAt(box, path, edit.value === 'example' ? examples[edit.field % examples.length] : edit.value);
    return;
  }
  const slots = slotsOf(box);
  const slot = slots[edit.at % slots.length] as Slot;
  const { holder, key } = slot;
  const here = holder[key];
  switch (edit.do) {
    case 'replace':
      put(slot, edit.value);
      break;
    case 'figure': {
      // The unit stays, so that what is said is still a quantity.
      const figures = slots.filter((one) => !isHolder(one.holder[one.key]) && /\d/.test(String(one.holder[one.key])));
      const figure = figures[edit.at % figures.length];
      if (figure) put(figure, String(figure.holder[figure.key]).replace(/\d[\d.]*/, edit.amount));
      break;
    }
    case 'add':
      if (isHolder(here)) put({ holder: here, key: Array.isArray(here) ? here.length : edit.key }, edit.value);
      break;
    case 'rename':
      if (Array.isArray(holder) || holder === (box as unknown)) break;
      delete holder[key];
      put({ holder, key: edit.key }, here);
      break;
    case 'remove':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else if (holder !== (box as unknown)) delete holder[key];
      break;
    case 'swap':
    case 'copy':
    case 'share': {
      const other = slots[edit.to % slots.length] as Slot;
      const there = other.holder[other.key];
      if (edit.do === 'swap') put(slot, structuredClone(there));
      // Shared, it is written as an anchor and its alias, perhaps within itself.
      put(other, edit.do === 'share' ? here : structuredClone(here));
      break;
    }
    case 'wrap': {
      let around: unknown = edit.value;
      for (let level = 0; level < edit.times; level += 1) around = level % 2 === 0 ? [around] : { a: around };
      put(slot, around);
      break;
    }
    case 'many':
      if (Array.isArray(here)) here.push(...Array.from({ length: edit.times }, () => structuredClone(edit.value)));
      else if (isHolder(here))
        for (let index = 0; index < edit.times; index += 1) put({ holder: here, key: `k${index}` }, structuredClone(edit.value));
      break;
    case 'long':
      put(slot, String(isHolder(edit.value) ? '0' : edit.value).repeat(edit.times));
      break;
  }
}

function isHolder(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** As your own property, whatever the name. */
function put({ holder, key }: Slot, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Every place of a tree that holds a value; a value that several places share is gone into once. */
function slotsOf(box: { root: unknown }): readonly Slot[] {
  const slots: Slot[] = [];
  const seen = new Set<unknown>();
  const visit = (holder: Record<string | number, unknown>, key: string | number) => {
    slots.push({ holder, key });
    const value = holder[key];
    if (!isHolder(value) || seen.has(value)) return;
    seen.add(value);
    for (const inner of Array.isArray(value) ? value.keys() : Object.keys(value)) visit(value, inner);
  };
  visit(box, 'root');
  return slots;
}

function setAt(box: { root: unknown }, path: Path, value: unknown): void {
  let slot: Slot = { holder: box, key: 'root' };
  for (const key of path) {
    let next = slot.holder[slot.key];
    if (!isHolder(next)) {
      next = typeof key === 'number' ? [] : {};
      put(slot, next);
    }
    slot = { holder: next as Record<string | number, unknown>, key };
  }
  put(slot, value);
}

/** A field that a schema knows, with what may stand there. */
export interface Field {
  readonly path: Path;
  readonly examples: readonly unknown[];
}

/** What is read of a JSON Schema. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly additionalProperties?: Schema | boolean;
}

/** Every field that a published schema knows. */
export function fieldsOf(schema: string): readonly Field[] {
  return fieldsIn(JSON.parse(readFileSync(`${ROOT}schema/${schema}.schema.json`, 'utf8')) as Schema, []);
}

function fieldsIn(schema: Schema, path: Path): readonly Field[] {
  const below = [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => fieldsIn(one, [...path, key])),
    ...(schema.items ? [0, 1].flatMap((index) => fieldsIn(schema.items as Schema, [...path, index])) : []),
    ...(typeof schema.additionalProperties === 'object' ? fieldsIn(schema.additionalProperties, [...path, 'one']) : []),
    ...(schema.anyOf ?? []).flatMap((one) => fieldsIn(one, path)).filter((one) => one.path.length > path.length),
  ];
  const examples = [...(schema.enum ?? []), ...(schema.examples ?? []), ...(schema.anyOf ?? []).flatMap((one) => one.enum ?? [])];
  const own = path.length === 0 ? [] : [{ path, examples: examples.length === 0 ? [{}, [], 'a'] : examples }];
  return [...own, ...below];
}
