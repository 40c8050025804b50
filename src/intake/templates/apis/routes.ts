import { section } from '../build-value.ts';
import { find, findEntries, findItems, textOf } from '../lookup.ts';
import type { Resource } from '../template.ts';
import type { Place, Section, Value } from '../value.ts';
import type { Integration, Route } from './api.ts';
import type { World } from './world.ts';

/** The methods of a REST API. */
export function restRoutes(api: Resource, world: World): readonly Route[] {
  return world.members(api, 'AWS::ApiGateway::Method').map((method) => {
    const [verb, path] = [upper(textAt(method.properties, 'HttpMethod')), pathOf(method, api, world)];
    return {
      method: verb,
      path,
      label: labelOf(verb, path),
      at: method.at,
      resource: method,
      properties: method.properties,
      conditions: method.conditions,
      integration: restIntegration(method, api, world),
    };
  });
}

/** The routes of an HTTP or WebSocket API. */
export function laterRoutes(api: Resource, world: World): readonly Route[] {
  const routes = world
    .members(api, 'AWS::ApiGatewayV2::Route')
    .map((route) => routeOf(route, textAt(route.properties, 'RouteKey'), laterIntegration(route, world)));
  // `Target` of the API itself makes the $default route and stage: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html
  return find(api.properties, 'Target').length === 0 ? routes : [...routes, routeOf(api, '$default', quickIntegration(api))];
}

function routeOf(resource: Resource, key: string | null, integration: Integration | null): Route {
  const [first = null, path = null] = key?.split(/\s+/) ?? [];
  const isHttp = path !== null;
  return {
    method: isHttp ? upper(first) : first,
    path: isHttp ? path : key,
    label: key ?? '?',
    at: resource.at,
    resource,
    properties: resource.properties,
    conditions: resource.conditions,
    integration,
  };
}

const upper = (text: string | null) => text?.toUpperCase() ?? null;
const labelOf = (method: string | null, path: string | null) => `${method ?? '?'} ${path ?? '?'}`;

function textAt(properties: Section, name: string): string | null {
  return textOf(find(properties, name)[0]?.value);
}

/** The path of a method, from its chain of resources; null where a part of it is not known. */
function pathOf(method: Resource, api: Resource, world: World): string | null {
  const stated = find(method.properties, 'Path')[0];
  if (stated !== undefined) return textOf(stated.value);
  const parts: string[] = [];
  let at: Value | undefined = find(method.properties, 'ResourceId')[0]?.value;
  for (const seen = new Set<Resource>(); at !== undefined;) {
    const [next] = world.targets(at);
    if (next === api) return `/${parts.join('/')}`;
    if (next === undefined || seen.has(next) || next.type !== 'AWS::ApiGateway::Resource') return null;
    seen.add(next);
    const part = textAt(next.properties, 'PathPart');
    if (part === null) return null;
    parts.unshift(part);
    at = find(next.properties, 'ParentId')[0]?.value;
  }
  return null;
}

function restIntegration(method: Resource, api: Resource, world: World): Integration | null {
  const [inline] = find(method.properties, 'Integration');
  if (inline?.value.kind === 'section') return integrationOf(method, inline.value, inline.at, []);
  const isOfMethod = (one: Resource) => sameTarget(one, method, 'ResourceId', world) && sameVerb(one, method, world);
  const stated = world.members(api, 'AWS::ApiGateway::Integration').find(isOfMethod);
  if (stated === undefined) return null;
  const responses = world.members(api, 'AWS::ApiGateway::IntegrationResponse').filter(isOfMethod);
  return integrationOf(
    stated,
    stated.properties,
    stated.at,
    responses.map((one) => ({ resource: one, properties: one.properties })),
  );
}

function integrationOf(resource: Resource, properties: Section, at: Place, apart: Integration['responses']): Integration {
  const inside = findItems(properties, 'IntegrationResponses').flatMap(({ value }) =>
    value.kind === 'section' ? [{ resource, properties: value }] : [],
  );
  return { resource, properties, at, responses: [...inside, ...apart] };
}

function sameTarget(one: Resource, other: Resource, property: string, world: World): boolean {
  const [mine] = find(one.properties, property);
  const [theirs] = find(other.properties, property);
  if (mine === undefined || theirs === undefined) return false;
  const targets = world.targets(theirs.value);
  return world.targets(mine.value).some((target) => targets.includes(target));
}

/** Terraform names the method by its verb, or by the argument of the method that holds it. */
function sameVerb(one: Resource, method: Resource, world: World): boolean {
  const verb = find(one.properties, 'HttpMethod')[0]?.value;
  const text = textOf(verb);
  if (text !== null) return upper(text) === upper(textAt(method.properties, 'HttpMethod'));
  return world.targets(verb).includes(method);
}

function laterIntegration(route: Resource, world: World): Integration | null {
  const [inline] = find(route.properties, 'Integration');
  if (inline?.value.kind === 'section') return integrationOf(route, inline.value, inline.at, []);
  const stated = find(route.properties, 'Target').flatMap(({ value }) => world.targets(value))[0];
  return stated?.type === 'AWS::ApiGatewayV2::Integration' ? integrationOf(stated, stated.properties, stated.at, []) : null;
}

/** An address or a function that `Target` names, as the integration that API Gateway makes of it. */
function quickIntegration(api: Resource): Integration | null {
  const [target] = find(api.properties, 'Target');
  if (target === undefined) return null;
  const isAddress = /^https?:/.test(textOf(target.value) ?? '');
  const properties = section(target.at, {
    IntegrationType: { kind: 'text', at: target.at, text: isAddress ? 'HTTP_PROXY' : 'AWS_PROXY' },
    IntegrationUri: target.value,
    PayloadFormatVersion: { kind: 'text', at: target.at, text: isAddress ? '1.0' : '2.0' },
  });
  return integrationOf(api, properties, target.at, []);
}

/** A mock that sets Access-Control headers only answers preflight requests. */
export function isPreflight({ method, integration }: Route): boolean {
  if (method !== 'OPTIONS' || integration === null) return false;
  if (textAt(integration.properties, 'Type')?.toUpperCase() !== 'MOCK') return false;
  return integration.responses.some(({ properties }) =>
    findEntries(properties, 'ResponseParameters').some(({ name }) => /\.access-control-allow-/i.test(name)),
  );
}
