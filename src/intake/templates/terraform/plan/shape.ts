/** What `terraform show -json` prints: https://developer.hashicorp.com/terraform/internals/json-format, read 2026-11-30. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

const NONE: JsonObject = {};

export const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : NONE;

export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

export const wordOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** An entry of its own, never what every object inherits. */
export const entryOf = (of: JsonObject, name: string): Json | undefined => (Object.hasOwn(of, name) ? of[name] : undefined);

/** One resource of a plan or a state. */
export interface Planned {
  readonly address: string;
  /** Address of its module with a dot at its end; empty of the root module. */
  readonly prefix: string;
  readonly type: string;
  readonly name: string;
  /** Its number or key, as text. */
  readonly index: string | null;
  readonly values: JsonObject;
  readonly sensitive: JsonObject;
  /** What is known only after it is applied. */
  readonly unknown: JsonObject;
  /** What its block says: references, where values are not known yet. */
  readonly expressions: JsonObject;
  readonly provisioners: Json | undefined;
}

export interface Plan {
  readonly resources: readonly Planned[];
  /** All that one block of any module makes, by `type.name`. */
  readonly byName: ReadonlyMap<string, readonly Planned[]>;
  /** The configuration of a module by its address, without numbers and keys. */
  configuration(prefix: string): JsonObject;
}

/** `module.a["x"].` is `module.a.` */
export const withoutIndex = (address: string): string => address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');

export function planOf(data: JsonObject): Plan {
  const changes = new Map(
    listOf(entryOf(data, 'resource_changes')).map((one) => [wordOf(entryOf(objectOf(one), 'address')), objectOf(one)]),
  );
  const top = objectOf(entryOf(objectOf(entryOf(data, 'configuration')), 'root_module'));
  const configurations = new Map<string, JsonObject>([['', top]]);
  const collect = (prefix: string, module: JsonObject, depth: number) => {
    for (const [name, call] of Object.entries(objectOf(entryOf(module, 'module_calls')))) {
      const inside = objectOf(entryOf(objectOf(call), 'module'));
      const address = `${prefix}module.${name}.`;
      configurations.set(address, inside);
      if (depth < MOST_DEPTH) collect(address, inside, depth + 1);
    }
  };
  collect('', top, 0);
  const configuration = (prefix: string) => configurations.get(withoutIndex(prefix)) ?? NONE;
  const blocks = new Map<string, JsonObject>();
  for (const [prefix, module] of configurations) {
    for (const block of listOf(entryOf(module, 'resources')).map(objectOf))
      blocks.set(`${prefix}${wordOf(entryOf(block, 'address'))}`, block);
  }
  const states = ['planned_values', 'values'].map((name) => objectOf(entryOf(data, name)));
  const resources: Planned[] = [];
  const walk = (module: JsonObject, depth: number) => {
    const address = wordOf(entryOf(module, 'address'));
    const prefix = address === '' ? '' : `${address}.`;
    for (const one of listOf(entryOf(module, 'resources')).map(objectOf)) {
      if (entryOf(one, 'mode') === 'data') continue;
      const index = entryOf(one, 'index');
      const own = wordOf(entryOf(one, 'address'));
      const block = blocks.get(withoutIndex(own)) ?? NONE;
      resources.push({
        address: own,
        prefix,
        type: wordOf(entryOf(one, 'type')),
        name: wordOf(entryOf(one, 'name')),
        index: typeof index === 'string' || typeof index === 'number' ? String(index) : null,
        values: objectOf(entryOf(one, 'values')),
        sensitive: objectOf(entryOf(one, 'sensitive_values')),
        unknown: objectOf(entryOf(objectOf(entryOf(changes.get(own) ?? NONE, 'change')), 'after_unknown')),
        expressions: objectOf(entryOf(block, 'expressions')),
        provisioners: entryOf(block, 'provisioners'),
      });
    }
    if (depth < MOST_DEPTH) for (const child of listOf(entryOf(module, 'child_modules'))) walk(objectOf(child), depth + 1);
  };
  for (const state of states) walk(objectOf(entryOf(state, 'root_module')), 0);
  const byName = new Map<string, Planned[]>();
  for (const one of resources) {
    const name = `${one.type}.${one.name}`;
    const before = byName.get(name);
    if (before === undefined) byName.set(name, [one]);
    else before.push(one);
  }
  return { resources, byName, configuration };
}

const MOST_DEPTH = 50;
