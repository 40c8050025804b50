import type { Resource } from '../../template.ts';
import type { Entry, Link, Place, Section, Value } from '../../value.ts';
import type { Draft } from '../draft.ts';

/** A resource that SAM makes of another. */
export function derived(from: Draft, id: string, part: string, type: string, properties: Section): Resource {
  return { ...bare(from), key: siblingKey(from, id), part, type, properties, at: properties.at };
}

/** A resource of a template as a resource of CloudFormation. */
export function become(from: Draft, type: string, properties: Section): Resource {
  return { ...bare(from), type, properties };
}

function bare({ key, id, part, type, properties, at, conditions, construct, madeBy }: Draft): Resource {
  return { key, id, part, type, properties, at, conditions, construct, madeBy };
}

/** The key of another resource of the same stack. */
export function siblingKey(of: { readonly key: string; readonly id: string }, id: string): string {
  return `${of.key.slice(0, of.key.length - of.id.length)}${id}`;
}

export const linkTo = (key: string, at: Place): Link => ({ kind: 'link', at, target: key, attribute: null });

/** The entries of a section with these names, as they are. */
export function kept(from: Section, names: readonly string[]): Record<string, Entry> {
  return Object.fromEntries(names.flatMap((name) => (from.entries.has(name) ? [[name, from.entries.get(name) as Entry]] : [])));
}

export const listOf = (items: readonly Value[], at: Place): Value => ({ kind: 'list', at, items });
