/**
 * What a JSON Schema promises, as a list of paths: short enough to be read as a diff. Texts, forms and limits that tell nothing about
 * what a program may rely on are left out.
 */
export type Promised = ReadonlyMap<string, Field>;

export interface Field {
  readonly required: boolean;
  /** Kinds of values: `string`, `null`, `{}`, `[]`, `"a value"`, `/a form/`, `<a kind of quantity>`. */
  readonly kinds: readonly string[];
  /** What bounds an input, such as `minimum=0`. */
  readonly limits: readonly string[];
}

interface Node extends Partial<Readonly<Record<(typeof LIMITS)[number], unknown>>> {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly $ref?: string;
  /** The definition whose form it has. */
  readonly named?: string;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly not?: object;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Node;
  readonly additionalProperties?: Node | boolean;
}

const LIMITS = ['minimum', 'maximum', 'minItems', 'maxItems', 'minLength', 'maxLength', 'format'] as const;

export function promisedBy(schema: object): Promised {
  const { definitions = {} } = schema as { readonly definitions?: Readonly<Record<string, Node>> };
  const found = new Map<string, { required: boolean; kinds: Set<string>; limits: Set<string> }>();
  const at = (path: string, required: boolean) => {
    const field = found.get(path) ?? { required, kinds: new Set<string>(), limits: new Set<string>() };
    found.set(path, field);
    return field;
  };

  function walk(all: readonly Node[], path: string, required: boolean): void {
    const nodes = all.flatMap((one) => alternatives(one, definitions));
    const field = at(path, required);
    const objects = nodes.filter((one) => one.properties !== undefined || one.additionalProperties !== undefined);
    for (const node of nodes) {
      for (const kind of kindsOf(node)) field.kinds.add(kind);
      for (const limit of LIMITS) if (node[limit] !== undefined) field.limits.add(`${limit}=${String(node[limit])}`);
    }
    const items = nodes.flatMap((one) => one.items ?? []);
    if (items.length > 0) walk(items, `${path}[]`, true);
    const told = tellsApart(objects);
    if (told === null) members(objects, path);
    else for (const one of objects) members([one], `${path}(${told}=${String(one.properties?.[told]?.const)})`);
  }

  function members(objects: readonly Node[], path: string): void {
    const below = (key: string) => (path === '' ? key : `${path}.${key}`);
    for (const key of new Set(objects.flatMap((one) => Object.keys(one.properties ?? {})))) {
      const always = objects.every((one) => one.required?.includes(key) === true);
      walk(
        objects.flatMap((one) => one.properties?.[key] ?? []),
        below(key),
        always,
      );
    }
    const open = objects.filter((one) => typeof one.additionalProperties === 'object' && one.additionalProperties.not === undefined);
    if (open.length === 0) return;
    walk(
      open.map((one) => one.additionalProperties as Node),
      below('*'),
      false,
    );
    const names = open.flatMap((one) => one.propertyNames ?? []);
    if (names.length > 0) walk(names, below('*name'), false);
  }

  walk([schema as Node], '', true);
  return new Map([...found].map(([path, { required, kinds, limits }]) => [path, { required, kinds: [...kinds], limits: [...limits] }]));
}

/** Of `a or b`, each; of what nothing is, none. A definition is what it says, and its form, which grows with each unit, its name. */
function alternatives(node: Node, definitions: Readonly<Record<string, Node>>): readonly Node[] {
  if (node.$ref !== undefined) {
    const name = node.$ref.split('/').at(-1) ?? '';
    return alternatives(definitions[name] ?? {}, definitions).map((one) => (one.pattern === undefined ? one : { ...one, named: name }));
  }
  const several = node.anyOf ?? node.oneOf;
  if (several !== undefined) return several.flatMap((one) => alternatives(one, definitions));
  return node.not !== undefined && node.type === undefined ? [] : [node];
}

function kindsOf({ const: only, enum: values, named, pattern, type, ...rest }: Node): readonly string[] {
  if (only !== undefined) return [JSON.stringify(only)];
  if (values !== undefined) return values.map((value) => JSON.stringify(value));
  const types = typeof type === 'string' ? [type] : (type ?? (rest.properties === undefined ? ['anything'] : ['object']));
  const form = named === undefined ? pattern && `/${pattern}/` : `<${named}>`;
  if (form !== undefined) return [form, ...types.filter((one) => one !== 'string' && one !== 'anything')];
  return types.map((one) => (one === 'object' ? '{}' : one === 'array' ? '[]' : one));
}

/** The field by whose value alternatives are told apart; null where there is none. */
function tellsApart(objects: readonly Node[]): string | null {
  if (objects.length < 2) return null;
  const fields = Object.keys(objects[0]?.properties ?? {});
  const values = (key: string) => new Set(objects.map((one) => one.properties?.[key]?.const));
  return fields.find((key) => !values(key).has(undefined) && values(key).size === objects.length) ?? null;
}
