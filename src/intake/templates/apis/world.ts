import { find, linksIn } from '../lookup.ts';
import type { Resource, Template } from '../template.ts';
import type { Value } from '../value.ts';

/** All resources of a run, of all templates, so that one can be found from another. */
export interface World {
  ofType(...types: readonly string[]): readonly Resource[];
  /** The resources that a value refers to. */
  targets(value: Value | null | undefined): readonly Resource[];
  /** The resources of some types that say that they belong to an API. */
  members(api: Resource, ...types: readonly string[]): readonly Resource[];
  /** The resources of some types that refer to one of several, wherever in them. */
  referring(to: readonly Resource[], ...types: readonly string[]): readonly Resource[];
  templateOf(resource: Resource): Template;
}

export function worldOf(templates: readonly Template[]): World {
  const byKey = new Map<string, Resource>();
  const byType = new Map<string, Resource[]>();
  const owners = new Map<Resource, Template>();
  for (const template of templates) {
    for (const resource of template.resources) {
      byKey.set(resource.key, resource);
      owners.set(resource, template);
      const same = byType.get(resource.type);
      if (same === undefined) byType.set(resource.type, [resource]);
      else same.push(resource);
    }
  }
  const targets = (value: Value | null | undefined) => [...new Set(linksIn(value).flatMap(({ target }) => byKey.get(target) ?? []))];
  const [members, referring] = [new Map<Resource, Resource[]>(), new Map<Resource, Resource[]>()];
  const add = (to: Map<Resource, Resource[]>, key: Resource, resource: Resource) => {
    const same = to.get(key);
    if (same === undefined) to.set(key, [resource]);
    else same.push(resource);
  };
  for (const resource of byKey.values()) {
    const stated = ['RestApiId', 'ApiId'].flatMap((property) => find(resource.properties, property));
    for (const api of new Set(stated.flatMap(({ value }) => targets(value)))) add(members, api, resource);
    for (const target of targets(resource.properties)) add(referring, target, resource);
  }
  return {
    targets,
    members: (api, ...types) => (members.get(api) ?? []).filter(({ type }) => types.includes(type)),
    referring: (to, ...types) => [...new Set(to.flatMap((one) => referring.get(one) ?? []).filter(({ type }) => types.includes(type)))],
    ofType: (...types) => types.flatMap((type) => byType.get(type) ?? []),
    templateOf: (resource) => owners.get(resource) as Template,
  };
}
