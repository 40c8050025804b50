import { posix } from 'node:path';
import type { Resource, Template } from '../template.ts';
import type { Entry, Place, Value } from '../value.ts';
import { isApi } from './strangers.ts';

/**
 * A plan and the folder that it is of are one template: the plan knows the values, and the folder knows where they are said.
 */
export function joined(templates: readonly Template[]): readonly Template[] {
  const sources = templates.filter(({ format }) => format === 'terraform');
  const pairs = new Map(
    templates.flatMap((plan): readonly (readonly [Template, Template])[] => {
      const source = plan.format === 'terraform-plan' ? sourceOf(plan, sources) : null;
      return source === null ? [] : [[plan, source]];
    }),
  );
  const told = new Set(pairs.values());
  return templates.filter((one) => !told.has(one)).map((one) => placed(one, pairs.get(one)));
}

/** The folder that makes all APIs of a plan: the only one, or the one that the plan lies in. */
function sourceOf(plan: Template, sources: readonly Template[]): Template | null {
  const apis = plan.resources.filter(isApi);
  if (apis.length === 0) return null;
  const isMadeBy = ({ resources }: Template) => apis.every(({ id, type }) => resources.some((one) => one.id === id && one.type === type));
  const all = sources.filter(isMadeBy);
  const beside = all.filter(({ file }) => [file, posix.dirname(file)].includes(posix.dirname(plan.file)));
  const [only, another] = beside.length > 0 ? beside : all;
  return only !== undefined && another === undefined ? only : null;
}

function placed(plan: Template, source: Template | undefined): Template {
  if (source === undefined) return plan;
  const byId = new Map(source.resources.map((one) => [one.id, one]));
  return { ...plan, resources: plan.resources.map((one) => placedResource(one, byId.get(one.id))) };
}

function placedResource(resource: Resource, source: Resource | undefined): Resource {
  if (source === undefined) return resource;
  const { value } = placedEntry({ key: resource.at, value: resource.properties }, { key: source.at, value: source.properties }, source.at);
  return value.kind === 'section' ? { ...resource, at: source.at, properties: value } : resource;
}

/** What is stated, at the place where it is; what the provider adds to it, where the resource is. */
function placedEntry({ value }: Entry, source: Entry | undefined, otherwise: Place): Entry {
  const key = source?.key ?? otherwise;
  const stated = source?.value;
  const at = stated?.at ?? key;
  const said = stated?.said === undefined ? {} : { said: stated.said };
  const inner = (name: string | number, one: Value): Entry =>
    placedEntry({ key, value: one }, stated === undefined ? undefined : insideOf(stated, name), key);
  switch (value.kind) {
    case 'section': {
      const entries = [...value.entries].map(([name, entry]) => [name, inner(name, entry.value)] as const);
      return { key, value: { ...value, at, ...said, entries: new Map(entries) } };
    }
    case 'list':
      return { key, value: { ...value, at, ...said, items: value.items.map((item, index) => inner(index, item).value) } };
    case 'text': {
      const begins = stated?.kind === 'text' || stated?.kind === 'composed' ? stated.begins : undefined;
      return { key, value: { ...value, at, ...said, ...(begins === undefined ? {} : { begins }) } };
    }
    default:
      return { key, value: { ...value, at, ...said } };
  }
}

function insideOf(value: Value, name: string | number): Entry | undefined {
  if (value.kind === 'section') return value.entries.get(String(name));
  const item = value.kind === 'list' && typeof name === 'number' ? value.items[name] : undefined;
  return item && { key: item.at, value: item };
}
