import type { FeatureId } from '../../../workload/features.ts';
import type { Api } from '../apis/api.ts';
import type { Fact, Item, Oddity, Step } from '../scanned.ts';
import type { Gap, Resource } from '../template.ts';
import type { Place, Said, Unknown, Value } from '../value.ts';
import type { OddityId } from '../verdict/oddity-kinds.ts';
import { ITEM_KINDS, type ItemId } from '../verdict/item-kinds.ts';

/** What one look at an API finds. */
export interface Seen {
  readonly facts?: readonly Fact[];
  readonly items?: readonly Item[];
  readonly gaps?: readonly Gap[];
  readonly steps?: readonly Step[];
  readonly breaks?: readonly Step[];
  readonly oddities?: readonly Oddity[];
}

/** Looks at an API for one kind of thing. */
export type Look = (api: Api) => Seen;

/** Where something was found, and under which conditions. */
export interface Where {
  readonly at: Place;
  readonly conditions?: readonly string[];
  readonly value?: Value;
  readonly said?: Said | undefined;
}

/** @param routes for which it holds; null for the whole API. */
export function fact(what: string, value: string, where: Where, resource: Resource, routes: readonly string[] | null = null): Fact {
  return { what, value, ...placed(where, resource), resource: resource.id, routes };
}

export function need(id: FeatureId, where: Where, resource: Resource, routes: readonly string[] | null = null): Fact {
  return fact(`needs.${id}`, 'yes', where, resource, routes);
}

/** @param other what of its kind is needed, where the kind stands for several. */
export function item(
  id: ItemId,
  where: Where,
  resource: Resource,
  because: string,
  routes: readonly string[] | null = null,
  other?: FeatureId,
): Item {
  const { class: hard, need: usual, remedy, source } = ITEM_KINDS[id];
  return { id, class: hard, need: other ?? usual, ...placed(where, resource), resource: resource.id, routes, because, remedy, source };
}

function placed({ at, conditions = [], value, said }: Where, resource: Resource) {
  return { at, said: said ?? value?.said ?? null, conditions: [...new Set([...resource.conditions, ...conditions])] };
}

/** @param what in the template's own words, without a full stop. */
export function oddity(id: OddityId, what: string, resource: Resource, at: Place): Oddity {
  return { id, what, resource: resource.id, at };
}

/** Something of an API that is not known. */
export function gap(api: Api, what: string, unknown: Unknown, at: Place = unknown.at): Gap {
  return { at, what, because: unknown.because, give: unknown.give, concerns: [api.resource.key] };
}

/** Where what a resource is there for is said. */
export const typeOf = (resource: Resource): Where => ({ at: resource.typeAt ?? resource.at });

/** All that several looks find. */
export function together(all: readonly Seen[]): Required<Seen> {
  return {
    facts: all.flatMap((one) => one.facts ?? []),
    items: all.flatMap((one) => one.items ?? []),
    gaps: all.flatMap((one) => one.gaps ?? []),
    steps: all.flatMap((one) => one.steps ?? []),
    breaks: all.flatMap((one) => one.breaks ?? []),
    oddities: all.flatMap((one) => one.oddities ?? []),
  };
}
