import { section } from '../build-value.ts';
import type { Gap, Remark, Resource } from '../template.ts';
import type { Entry, Link, Place, Value } from '../value.ts';
import type { Document } from './document.ts';

/** A definition on its way to being resources: what is read from, and what is found. */
export interface Expansion {
  readonly api: Resource;
  readonly type: 'rest' | 'http';
  readonly document: Document;
  readonly resources: Resource[];
  readonly gaps: Gap[];
  readonly remarks: Remark[];
}

/** What a derived resource is; its properties begin with the link to its API. */
interface Derived {
  readonly type: string;
  readonly part: string;
  readonly at: Place;
  readonly conditions: readonly string[];
  readonly properties: Readonly<Record<string, Value | Entry | null | undefined>>;
}

/** Adds a resource that the definition brings into being; its id is the API's, for nobody named it. */
export function derive({ api, type, resources }: Expansion, { part, at, conditions, properties, ...derived }: Derived): Resource {
  const link: Link = { kind: 'link', target: api.key, attribute: null, at };
  const kin = `${api.key}/${part}`;
  const twins = resources.filter(({ key }) => key === kin || key.startsWith(`${kin}~`)).length;
  const resource: Resource = {
    ...api,
    type: derived.type,
    key: twins === 0 ? kin : `${kin}~${twins}`,
    part,
    at,
    conditions: [...new Set([...api.conditions, ...conditions])],
    properties: section(at, { [type === 'rest' ? 'RestApiId' : 'ApiId']: link, ...properties }),
  };
  resources.push(resource);
  return resource;
}

/** Says that a part of the API is not known. */
export function lacks({ api, gaps }: Expansion, at: Place, what: string, because: string, give: string | null): void {
  gaps.push({ at, what, because, give, concerns: [api.key] });
}
