import type { Problem } from '../../errors/errors.ts';
import type { Api, Route } from './apis/api.ts';
import { isPreflight, laterRoutes, restRoutes } from './apis/routes.ts';
import { laterStages, restStages, spokenOf } from './apis/stages.ts';
import { worldOf, type World } from './apis/world.ts';
import { section } from './build-value.ts';
import { authorization, authorizerOf } from './facts/authorization.ts';
import { backend } from './facts/backend.ts';
import { cache } from './facts/cache.ts';
import { clients } from './facts/clients.ts';
import { definition } from './facts/definition.ts';
import { domains } from './facts/domains.ts';
import { endpoint, endpointOf } from './facts/endpoint.ts';
import { inFront } from './facts/in-front.ts';
import { inUse } from './facts/in-use.ts';
import { integrations } from './facts/integrations.ts';
import { logs } from './facts/logs.ts';
import { merged } from './facts/merged.ts';
import { move } from './facts/move.ts';
import { oddities } from './facts/oddities.ts';
import { policy } from './facts/policy.ts';
import { together, type Look } from './facts/seen.ts';
import { stageSettings } from './facts/stage-settings.ts';
import { validation } from './facts/validation.ts';
import { find, textOf } from './lookup.ts';
import { expandBody } from './openapi/expand.ts';
import type { ApiKind, ScannedApi } from './scanned.ts';
import type { Gap, Remark, Resource, Template } from './template.ts';
import type { Section } from './value.ts';
import { verdictOf, verdictOfRoute, worstOf } from './verdict/verdict.ts';

/** What the templates of a run say. */
export interface Scan {
  readonly apis: readonly ScannedApi[];
  readonly problems: readonly Problem[];
  /** What is odd in the templates themselves. */
  readonly remarks: readonly Remark[];
  /** What is elsewhere, and may hold an API of its own. */
  readonly unread: readonly Gap[];
  /** How many templates were read. */
  readonly templates: number;
}

const LOOKS: readonly Look[] = [
  endpoint,
  policy,
  authorization,
  clients,
  integrations,
  validation,
  stageSettings,
  cache,
  logs,
  inFront,
  domains,
  definition,
  backend,
  move,
  oddities,
];

/** Finds every API in templates that readers have read, and says of each what it is and whether it can be an HTTP API. */
export function scanOf(templates: readonly Template[], problems: readonly Problem[]): Scan {
  const { whole, settings, gaps, remarks } = expanded(templates);
  const world = worldOf(whole);
  const apis = apisIn(world).map(({ resource, kind }) =>
    scanned(linked(resource, kind, world, settings.get(resource) ?? resource.properties, gaps)),
  );
  return {
    apis,
    problems,
    remarks: [...whole.flatMap((one) => one.remarks), ...remarks],
    unread: gaps.filter(({ concerns }) => concerns === null),
    templates: whole.length,
  };
}

interface Expanded {
  readonly whole: readonly Template[];
  /** What an API says of itself, with what its body says beneath. */
  readonly settings: ReadonlyMap<Resource, Section>;
  readonly gaps: readonly Gap[];
  readonly remarks: readonly Remark[];
}

/** Reads bodies that are OpenAPI definitions. */
function expanded(templates: readonly Template[]): Expanded {
  const settings = new Map<Resource, Section>();
  const gaps: Gap[] = templates.flatMap((one) => one.gaps);
  const remarks: Remark[] = [];
  const whole = templates.map((template): Template => {
    const resources = template.resources.flatMap((resource): readonly Resource[] => {
      const type = resource.type === 'AWS::ApiGateway::RestApi' ? 'rest' : resource.type === 'AWS::ApiGatewayV2::Api' ? 'http' : null;
      if (type === null) return [resource];
      const made = find(resource.properties, 'Body').flatMap(({ value, at }) => {
        if (value.kind === 'section') return [expandBody(resource, value, type)];
        const because = value.kind === 'unknown' ? value.because : 'its body is not known here';
        const give = value.kind === 'unknown' ? value.give : null;
        gaps.push({ at, what: `the body of ${resource.id}`, because, give, concerns: [resource.key] });
        return [];
      });
      gaps.push(...made.flatMap((one) => one.gaps));
      remarks.push(...made.flatMap((one) => one.remarks));
      const beneath = made.flatMap((one) => [...one.settings.entries]);
      settings.set(resource, section(resource.at, Object.fromEntries([...beneath, ...resource.properties.entries])));
      return [resource, ...made.flatMap((one) => one.resources)];
    });
    return { ...template, resources };
  });
  return { whole, settings, gaps, remarks };
}

function apisIn(world: World): readonly { readonly resource: Resource; readonly kind: ApiKind }[] {
  const rest = world.ofType('AWS::ApiGateway::RestApi').map((resource) => ({ resource, kind: 'rest' as const }));
  const later = world.ofType('AWS::ApiGatewayV2::Api').map((resource) => {
    const isWebSocket = textOf(find(resource.properties, 'ProtocolType')[0]?.value)?.toUpperCase() === 'WEBSOCKET';
    return { resource, kind: isWebSocket ? ('websocket' as const) : ('http' as const) };
  });
  const urls = world.ofType('AWS::Lambda::Url').map((resource) => ({ resource, kind: 'function-url' as const }));
  return [...rest, ...later, ...urls];
}

function linked(resource: Resource, kind: ApiKind, world: World, settings: Section, gaps: readonly Gap[]): Api {
  const all = kind === 'rest' ? restRoutes(resource, world) : kind === 'function-url' ? [] : laterRoutes(resource, world);
  const preflights = kind === 'rest' ? all.filter(isPreflight) : [];
  const stages = kind === 'rest' ? restStages(resource, world) : kind === 'function-url' ? [] : laterStages(resource, world);
  const routes: readonly Route[] = all.filter((one) => !preflights.includes(one));
  return {
    kind,
    resource,
    world,
    settings,
    routes,
    preflights,
    stages,
    template: world.templateOf(resource),
    stage: spokenOf(stages),
    gaps: gaps.filter(({ concerns }) => concerns?.includes(resource.key) === true),
  };
}

function scanned(api: Api): ScannedApi {
  const { resource, kind, template } = api;
  const seen = together([...LOOKS.map((look) => look(api)), { gaps: api.gaps }]);
  const facts = merged(seen.facts);
  const items = kind === 'rest' ? merged(seen.items) : [];
  const gaps = kind === 'rest' ? seen.gaps : api.gaps;
  const atLeast = kind === 'rest' ? worstOf(items) : 'already-http';
  return {
    id: resource.id,
    kind,
    format: template.format,
    at: resource.at,
    madeBy: resource.madeBy,
    construct: resource.construct,
    name: textOf(find(api.settings, 'Name')[0]?.value),
    conditions: resource.conditions,
    endpoint: endpointOf(api),
    stages: api.stages.map((one) => ({
      name: one.name,
      at: one.at,
      isSpokenOf: one === api.stage,
    })),
    routes: api.routes.map((route) => ({
      method: route.method,
      path: route.path,
      at: route.at,
      authorizer: authorizerOf(api, route),
      verdict: kind === 'rest' ? verdictOfRoute(route.label, items) : 'already-http',
    })),
    facts: [...inUse(api, facts), ...facts],
    verdict: verdictOf(atLeast, gaps.length),
    atLeast,
    items,
    gaps,
    steps: seen.steps,
    breaks: seen.breaks,
    oddities: seen.oddities,
  };
}
