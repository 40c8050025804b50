import type { ApiKind, ScannedRoute } from '../scanned.ts';
import type { Gap, Resource, Template } from '../template.ts';
import type { Place, Section } from '../value.ts';
import type { World } from './world.ts';

/** An API with all that belongs to it, from however many resources and files. */
export interface Api {
  readonly kind: ApiKind;
  readonly resource: Resource;
  readonly template: Template;
  readonly world: World;
  /** What it says of itself, with what its body says beneath. */
  readonly settings: Section;
  readonly routes: readonly Route[];
  /** Methods that only answer preflight requests. */
  readonly preflights: readonly Route[];
  readonly stages: readonly Stage[];
  /** The one that facts are of; null where there is none. */
  readonly stage: Stage | null;
  /** What is missing before all is known of it. */
  readonly gaps: readonly Gap[];
}

/** A method of a REST API, a route of an HTTP or WebSocket API. */
export interface Route extends Omit<ScannedRoute, 'verdict' | 'authorizer'> {
  /** Such as `GET /orders/{id}`. */
  readonly label: string;
  readonly resource: Resource;
  readonly properties: Section;
  readonly conditions: readonly string[];
  readonly integration: Integration | null;
}

export interface Integration {
  /** What says it: in Terraform a resource of its own. */
  readonly resource: Resource;
  readonly properties: Section;
  readonly at: Place;
  /** What it does with answers, one for each pattern. */
  readonly responses: readonly { readonly resource: Resource; readonly properties: Section }[];
}

export interface Stage {
  readonly name: string | null;
  readonly resource: Resource;
  readonly at: Place;
  readonly properties: Section;
  readonly settings: readonly MethodSetting[];
}

/** Settings of a stage for some methods. */
export interface MethodSetting {
  /** `*` stands for all. */
  readonly method: string;
  /** `/*` stands for all. */
  readonly path: string;
  readonly resource: Resource;
  readonly properties: Section;
}
