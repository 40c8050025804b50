import type { Fact } from '../../intake/templates/scanned.ts';
import type { Said } from '../../workload/draft.ts';
import { takes } from '../../workload/field-words.ts';
import { dotted } from '../../workload/mistakes.ts';
import { fieldAt, itemOf, schemaAt, unwrap, type Path } from '../../workload/schema-at.ts';

/** What facts say of a workload, as a file would say it, and where each field of it comes from. */
export interface LaidOut {
  readonly said: Said;
  /** By the dotted path of the field: all that say it. */
  readonly origins: ReadonlyMap<string, readonly Fact[]>;
  /** Facts of a field that takes one value, where templates say several: none of them is stated. */
  readonly apart: readonly (readonly [Fact, ...Fact[]])[];
}

/** Facts as fields of a workload file. One that no field can say is left out. */
export function laidOut(facts: readonly Fact[]): LaidOut {
  const said: Record<string, unknown> = {};
  const origins = new Map<string, Fact[]>();
  const apart = new Map<string, [Fact, ...Fact[]]>();
  const entryOf = entries();
  const values = new Map<string, Set<string>>();
  for (const { what, value } of facts) values.set(what, (values.get(what) ?? new Set()).add(value));
  for (const fact of facts) {
    const { what } = fact;
    const others = apart.get(what);
    if (!what.includes('[]') && (values.get(what)?.size ?? 0) > 1) {
      if (others === undefined) apart.set(what, [fact]);
      else others.push(fact);
      continue;
    }
    const taken = valueFor(fact);
    if (taken === null) continue;
    const path = entryOf(fact);
    const name = dotted(path);
    const known = origins.get(name);
    if (known === undefined) put(said, path, taken);
    origins.set(name, [...(known ?? []), fact]);
  }
  return { said, origins, apart: [...apart.values()] };
}

/** The value as its field takes it; null where there is no such field, or it takes no such value. */
function valueFor({ what, value }: Fact): string | readonly string[] | null {
  const path = what.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]));
  const schema = fieldAt(path);
  // Of a record, such as needs, not every key is one.
  const keys = schemaAt(path.slice(0, -1))?.key;
  if (keys && !takes(keys, String(path.at(-1)))) return null;
  if (schema === null || takes(schema, value)) return schema && value;
  const item = unwrap(itemOf(schema) ?? null);
  const values = value.split(/,\s*/);
  return item !== null && values.every((one) => takes(item, one)) ? values : null;
}

/**
 * Gives each fact its path. One of an entry of a list belongs to the last entry of its resource, or begins one where that
 * says the field already.
 */
function entries(): (fact: Fact) => Path {
  const lists = new Map<string, { readonly resource: string; readonly says: Set<string> }[]>();
  return ({ what, resource }) => {
    const steps = what.split('.');
    const path: (string | number)[] = [];
    for (const [depth, step] of steps.entries()) {
      path.push(step.replace('[]', ''));
      if (!step.endsWith('[]')) continue;
      const name = dotted(path);
      const list = lists.get(name) ?? [];
      lists.set(name, list);
      const rest = steps.slice(depth + 1).join('.');
      const last = list.at(-1);
      const entry = last === undefined || last.resource !== resource || last.says.has(rest) ? { resource, says: new Set<string>() } : last;
      if (entry !== last) list.push(entry);
      if (!rest.includes('[]')) entry.says.add(rest);
      path.push(list.length - 1);
    }
    return path;
  };
}

function put(into: Record<string, unknown>, path: Path, value: unknown): void {
  let at = into as Record<string | number, unknown>;
  for (const [depth, step] of path.entries()) {
    const next = path[depth + 1];
    at[step] = next === undefined ? value : (at[step] ?? (typeof next === 'number' ? [] : {}));
    at = at[step] as Record<string | number, unknown>;
  }
}
