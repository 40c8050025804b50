import type { Api, MethodSetting, Route, Stage } from '../apis/api.ts';
import { find, numberOf, patternOf, textOf, truthOf, type Found } from '../lookup.ts';
import type { Resource } from '../template.ts';
import { fact, gap, item, need, together, type Look, type Seen } from './seen.ts';

/** A setting of a stage for methods, as it is in effect. */
export interface Setting extends Found {
  readonly resource: Resource;
  readonly setting: MethodSetting;
  /** Whether it holds for all methods. */
  readonly isForAll: boolean;
}

const isForAll = ({ method, path }: MethodSetting) => method === '*' && path === '/*';

/** Every place at which a setting is stated for methods that exist. What is said of one method wins over what is said of all. */
export function settingsOf(stage: Stage, field: string, routes: readonly Route[]): readonly Setting[] {
  const all = stage.settings.flatMap((setting) =>
    find(setting.properties, field).map((found): Setting => ({
      ...found,
      resource: setting.resource,
      setting,
      isForAll: isForAll(setting),
    })),
  );
  const single = all.filter((one) => !one.isForAll);
  const isOverridden = (one: Setting) => {
    if (!one.isForAll || routes.length === 0) return false;
    return routes.every((route) => single.some(({ setting }) => names(setting, route)));
  };
  return all.filter((one) => !isOverridden(one));
}

/** Whether a setting names a method: `*` is each of a path. */
function names({ method, path }: MethodSetting, route: Route): boolean {
  return path === route.path && (method === '*' || method === route.method);
}

/** Throttling, variables, canary releases, certificates and metrics of the stage. */
export const stageSettings: Look = (api) => {
  const { stage, routes } = api;
  if (stage === null) return withoutStage(api);
  const { properties, resource } = stage;
  const metrics = [...settingsOf(stage, 'MetricsEnabled', routes), ...settingsOf(stage, 'DetailedMetricsEnabled', routes)];
  const ofDefault = find(properties, 'DefaultRouteSettings', 'DetailedMetricsEnabled').map((one) => ({ ...one, resource }));
  const detailed = [...metrics, ...ofDefault].find(({ value }) => truthOf(value) === true);
  return together([
    throttled(api, stage),
    variables(api, stage),
    canary(api, stage),
    certificate(api, stage),
    traced(api, stage),
    detailed === undefined ? {} : { facts: [need('metrics-detailed', detailed, detailed.resource)] },
  ]);
};

/** A stage that is elsewhere may have a cache, a web ACL or anything else. HTTP APIs are not judged by it. */
function withoutStage(api: Api): Seen {
  if (api.kind !== 'rest') return {};
  const because = 'the templates that were read have no stage of it';
  return {
    gaps: [gap(api, 'the settings of its stage', { kind: 'unknown', at: api.resource.at, because, give: 'the template that deploys it' })],
  };
}

/** One that is a limit: Terraform says -1 where nothing is limited. */
const isLimit = ({ value }: Found) => (numberOf(value) ?? -1) >= 0;

function throttled({ routes }: Api, stage: Stage): Seen {
  const { resource } = stage;
  const ofAll = (field: string) => [
    ...settingsOf(stage, field, routes).filter((one) => one.isForAll),
    ...find(stage.properties, 'DefaultRouteSettings', field).map((one) => ({ ...one, resource })),
  ];
  const [rates, bursts] = [ofAll('ThrottlingRateLimit').filter(isLimit), ofAll('ThrottlingBurstLimit').filter(isLimit)];
  const [first] = [...rates, ...bursts];
  const single = (field: string, what: 'rate' | 'burst') =>
    settingsOf(stage, field, routes)
      .filter((one) => !one.isForAll && isLimit(one))
      .flatMap((one) => {
        const labels = [`${one.setting.method} ${one.setting.path}`];
        const limit = fact(`throttling.methods[].${what}`, textOf(one.value) ?? '', one, one.resource, labels);
        return what === 'rate' ? [need('throttle-route-or-method', one, one.resource, labels), limit] : [limit];
      });
  return {
    facts: [
      ...(first === undefined ? [] : [need('throttle-stage', first, first.resource)]),
      ...rates.map((one) => fact('throttling.stage.rate', textOf(one.value) ?? '', one, one.resource)),
      ...bursts.map((one) => fact('throttling.stage.burst', textOf(one.value) ?? '', one, one.resource)),
      ...single('ThrottlingRateLimit', 'rate'),
      ...single('ThrottlingBurstLimit', 'burst'),
    ],
  };
}

function variables({ routes }: Api, { properties, resource }: Stage): Seen {
  const stated = [...find(properties, 'Variables'), ...find(properties, 'StageVariables')].filter(
    ({ value }) => value.kind !== 'section' || value.entries.size > 0,
  );
  const isUsed = ({ integration }: Route) =>
    integration !== null &&
    [...find(integration.properties, 'Uri'), ...find(integration.properties, 'IntegrationUri')].some(({ value }) =>
      /stageVariables\./.test(patternOf(value)),
    );
  const use = routes.some(isUsed) ? 'backend' : 'settings';
  return {
    facts: stated.flatMap((one) => [need('stage-variables', one, resource), fact('operations.stageVariables', use, one, resource)]),
  };
}

/** A canary without a share of the traffic tries nothing. */
function canary({ world, resource: api }: Api, { properties, resource }: Stage): Seen {
  const deployed = world
    .members(api, 'AWS::ApiGateway::Deployment')
    .flatMap((one) => find(one.properties, 'DeploymentCanarySettings').map((found) => ({ found, of: one })));
  const stated = [...find(properties, 'CanarySetting').map((found) => ({ found, of: resource })), ...deployed];
  return together(
    stated
      .filter(({ found: { value } }) => find(value, 'PercentTraffic').some((one) => numberOf(one.value) !== 0))
      .map(({ found, of }) => ({
        facts: [need('canary', found, of)],
        items: [item('canary', found, of, 'a canary takes a share of the traffic')],
      })),
  );
}

function certificate(api: Api, { properties, resource }: Stage): Seen {
  if (api.kind !== 'rest') return {};
  const stated = find(properties, 'ClientCertificateId');
  const because = 'the gateway shows the backend a client certificate';
  return {
    facts: stated.map((one) => need('backend-client-certificate', one, resource)),
    items: stated.map((one) => item('backend-certificate', one, resource, because)),
  };
}

function traced(api: Api, { properties, resource }: Stage): Seen {
  const [stated] = find(properties, 'TracingEnabled');
  if (stated === undefined || truthOf(stated.value) === false) return {};
  if (stated.value.kind === 'unknown') return { gaps: [gap(api, 'whether the stage is traced', stated.value, stated.at)] };
  return { facts: [need('xray', stated, resource)], items: [item('traces', stated, resource, 'the gateway writes segments of X-Ray')] };
}
