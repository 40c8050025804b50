import { walkKeys } from './corrected-keys.ts';
import { walkValues } from './corrected-values.ts';
import { isFields, put, type Correction, type Fields, type RegionMistake } from './correction.ts';
import { fieldLine, inline, sectionLine } from './flow.ts';
import { fit } from './fit.ts';
import { dotted, valueAt, type Mistake } from './mistakes.ts';
import { exampleValue } from './reshaped.ts';
import { fieldAt, itemOf, mayBeLeftOut, schemaAt, unwrap, type Path, type Schema } from './schema-at.ts';

/** A file with every mistake put right as its answer says, so that what is wrong after that is listed at once too. */
export interface Corrected {
  readonly data: unknown;
  /** The same with an example of what is missing: only to be checked. */
  readonly filled: unknown;
  readonly mistakes: readonly Mistake[];
  /** Where what stands at a path of the data stood in the file. */
  readonly origin: (path: Path) => Path;
}

/**
 * Puts right what is wrong with each value by itself: unknown fields, values of the wrong shape or form, and what is missing.
 * @param given stands in for what a draft may still lack, and so may the sections of one; null for a file that must be whole.
 */
export function corrected(data: Fields, given: Fields | null, fileName: string | null, regionMistake: RegionMistake): Corrected {
  const mistakes: Mistake[] = [];
  const moves: { readonly to: Path; readonly value: unknown }[] = [];
  const origins = new Map<string, Path>();
  const leftOut: string[] = [];
  const correction: Correction = {
    data,
    regionMistake,
    leftOut,
    tell({ at, told }, mistake) {
      if (!told) mistakes.push({ path: at, ...mistake });
      else if (mistake.write?.startsWith('remove ')) leftOut.push(String(at.at(-1)));
    },
    line({ at, to }, value) {
      if (typeof to.at(-1) === 'number') return `- ${inline(value)}`;
      const isHere = dotted(at.slice(0, -1)) === dotted(to.slice(0, -1));
      return isHere || to.some((step) => typeof step === 'number') ? fieldLine(String(to.at(-1)), value) : sectionLine(to, value);
    },
    move(to, value, at) {
      moves.push({ to, value });
      for (let length = 1; length <= to.length; length += 1) {
        const prefix = dotted(to.slice(0, length));
        if (!origins.has(prefix)) origins.set(prefix, at);
      }
    },
    isSaid: (path) => valueAt(data, path) !== undefined || origins.has(dotted(path)),
    fit: (value, path, unit) => fit(value, path, unit, regionMistake),
    value: (value, schema, walk) => values(value, schema, walk),
    key: (key, value, walk, stated) => keys(key, value, walk, stated),
  };
  const values = walkValues(correction);
  const keys = walkKeys(correction);

  const root = schemaAt([]) as Schema;
  const right = { ...(values(data, root, { at: [], to: [], told: false }) as Fields) };
  for (const { to, value } of moves) put(right, to, value);
  const filled = given === null ? right : structuredClone(right);
  for (const path of missing({ ...given, ...right }, root, [])) {
    const isName = path.length === 1 && path[0] === 'name';
    const example = isName ? nameFor(fileName) : exampleValue(fieldAt(path) as Schema);
    put(filled, path, example);
    if (given !== null) continue;
    const around = path.slice(0, -1);
    const isHere = around.length === 0 || isFields(valueAt(data, around)) || path.some((step) => typeof step === 'number');
    mistakes.push({
      path,
      what: `${dotted(path)} is missing`,
      because: path.length === 1 ? 'every workload has it' : `it is required inside ${dotted(around)}`,
      write: isHere ? fieldLine(String(path.at(-1)), example) : sectionLine(path, example),
    });
  }
  const origin = (path: Path): Path => {
    for (let length = path.length; length > 0; length -= 1) {
      const part = path.slice(0, length);
      const from = valueAt(data, part) === undefined ? origins.get(dotted(part)) : path;
      if (from !== undefined) return from;
    }
    return path;
  };
  return { data: right, filled, mistakes, origin };
}

/** Paths of what sections require and lack. */
function* missing(value: unknown, schema: Schema, path: Path): Iterable<Path> {
  if (Array.isArray(value)) {
    const item = unwrap(itemOf(schema) ?? null);
    if (item) for (const [index, one] of value.entries()) yield* missing(one, item, [...path, index]);
  } else if (isFields(value) && schema.type === 'strict_object') {
    for (const [key, field] of Object.entries(schema.entries ?? {})) {
      const inner = value[key];
      if (inner !== undefined) yield* missing(inner, unwrap(field) ?? field, [...path, key]);
      else if (!mayBeLeftOut([...path, key])) yield [...path, key];
    }
  }
}

/** A name for a workload that has none: that of its file. */
function nameFor(file: string | null): string {
  const stem = /([^/\\]+?)\.(?:ya?ml|json)$/i.exec(file ?? '')?.[1];
  return stem === undefined || stem === 'workload' ? 'catalogue-api' : stem.slice(0, 100);
}
