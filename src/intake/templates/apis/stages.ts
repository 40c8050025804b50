import { find, findEntries, findItems, textOf } from '../lookup.ts';
import type { Resource } from '../template.ts';
import type { Entry, Section } from '../value.ts';
import type { MethodSetting, Stage } from './api.ts';
import type { World } from './world.ts';

/** The stages of a REST API: a deployment that names one makes it. */
export function restStages(api: Resource, world: World): readonly Stage[] {
  const stages = world.members(api, 'AWS::ApiGateway::Stage');
  const deployments = world.members(api, 'AWS::ApiGateway::Deployment').filter((one) => find(one.properties, 'StageName').length > 0);
  const apart = world.members(api, 'AWS::ApiGateway::MethodSettings');
  return [...stages, ...deployments].map((resource) => {
    const properties = resource.type.endsWith('::Deployment') ? described(resource.properties) : resource.properties;
    const name = textOf(find(properties, 'StageName')[0]?.value);
    const own = findItems(properties, 'MethodSettings').flatMap(({ value }) =>
      value.kind === 'section' ? settingOf(resource, value) : [],
    );
    const joined = apart.filter((one) => isOfStage(one, resource, name, world)).flatMap((one) => settingOf(one, one.properties));
    return { name, resource, at: resource.at, properties, settings: [...own, ...joined] };
  });
}

/** What `StageDescription` of a deployment says is said of its stage. */
function described(properties: Section): Section {
  const inner = find(properties, 'StageDescription')[0]?.value;
  if (inner?.kind !== 'section') return properties;
  return { ...properties, entries: new Map<string, Entry>([...properties.entries, ...inner.entries]) };
}

function isOfStage(setting: Resource, stage: Resource, name: string | null, world: World): boolean {
  return find(setting.properties, 'StageName').some(({ value }) => {
    const targets = world.targets(value);
    if (targets.length > 0) return targets.includes(stage);
    // Of names that are not known, each may be the other.
    return textOf(value) === null || name === null || textOf(value) === name;
  });
}

/** Of a setting without a path, all methods: so SAM reads it. `/~1orders` is `/orders`. */
function settingOf(resource: Resource, properties: Section): readonly MethodSetting[] {
  const joined = textOf(find(properties, 'MethodPath')[0]?.value);
  if (joined !== null) {
    const end = joined.lastIndexOf('/');
    return [{ resource, properties, method: joined.slice(end + 1).toUpperCase(), path: pathOf(joined.slice(0, end)) }];
  }
  const method = textOf(find(properties, 'HttpMethod')[0]?.value)?.toUpperCase() ?? '*';
  return [{ resource, properties, method, path: pathOf(textOf(find(properties, 'ResourcePath')[0]?.value) ?? '/*') }];
}

function pathOf(written: string): string {
  const path = `/${written.replace(/^\//, '')}`.replaceAll('~1', '/').replace(/^\/\//, '/');
  return path === '/*' ? '/*' : path;
}

/** The stages of an HTTP or WebSocket API. Quick create makes $default, deployed automatically. */
export function laterStages(api: Resource, world: World): readonly Stage[] {
  const stages = world.members(api, 'AWS::ApiGatewayV2::Stage');
  return stages.map((resource) => ({
    name: textOf(find(resource.properties, 'StageName')[0]?.value),
    resource,
    at: resource.at,
    properties: resource.properties,
    settings: findEntries(resource.properties, 'RouteSettings').flatMap(({ name, value }) =>
      value.kind === 'section'
        ? [
            {
              resource,
              properties: value,
              ...partsOf(name),
            },
          ]
        : [],
    ),
  }));
}

function partsOf(key: string): { readonly method: string; readonly path: string } {
  const [method = '*', path = '/*'] = key.split(/\s+/);
  return path === '/*' && !key.includes(' ') ? { method: '*', path: key } : { method: method.toUpperCase(), path };
}

const PRODUCTION = ['prod', 'production', 'live', '$default'];

/** The stage that facts are of: the only one, else the one by whose name it is in production, else the first. */
export function spokenOf(stages: readonly Stage[]): Stage | null {
  return stages.find(({ name }) => PRODUCTION.includes(name?.toLowerCase() ?? '')) ?? stages[0] ?? null;
}
