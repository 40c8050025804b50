import type { Api, Route } from '../apis/api.ts';
import { find, numberOf, textOf } from '../lookup.ts';
import type { Oddity } from '../scanned.ts';
import { oddity, type Look } from './seen.ts';

/** What is odd in what exists, that only a template shows. */
export const oddities: Look = (api) => ({
  oddities: [...guardedPreflights(api), ...withoutRole(api), ...corsTwice(api), ...slowFunctions(api)],
});

/** Browsers send no credentials with a preflight request. */
function guardedPreflights({ preflights, routes, kind }: Api): readonly Oddity[] {
  const asked = [...preflights, ...(kind === 'rest' ? routes.filter(({ method }) => method === 'OPTIONS') : [])];
  const guarded = [...new Set(asked)].flatMap((route) =>
    find(route.properties, 'AuthorizationType')
      .filter(({ value }) => !['NONE', ''].includes(textOf(value)?.toUpperCase() ?? 'NONE'))
      .map((found) => ({ route, found })),
  );
  return guarded
    .slice(0, 1)
    .map(({ route, found }) =>
      oddity(
        'authorizer-on-preflight',
        `${route.label} demands authorization, and browsers send none with a preflight request`,
        route.resource,
        found.at,
      ),
    );
}

/** Execution logs need a role of the account, once for each Region. */
function withoutRole({ stage, world, kind }: Api): readonly Oddity[] {
  if (stage === null || kind !== 'rest' || world.ofType('AWS::ApiGateway::Account').length > 0) return [];
  const [written] = stage.settings.flatMap(({ properties, resource }) =>
    find(properties, 'LoggingLevel')
      .filter(({ value }) => ['INFO', 'ERROR'].includes(textOf(value)?.toUpperCase() ?? ''))
      .map((found) => ({ found, resource })),
  );
  if (written === undefined) return [];
  return [
    oddity(
      'log-role-not-in-sight',
      'execution logs are on, and no template that was read gives API Gateway a role to write them',
      written.resource,
      written.found.at,
    ),
  ];
}

function corsTwice({ kind, settings, routes, resource }: Api): readonly Oddity[] {
  const [stated] = find(settings, 'CorsConfiguration');
  const own = routes.find(({ method }) => method === 'OPTIONS');
  if (kind !== 'http' || stated === undefined || own === undefined) return [];
  return [oddity('cors-twice', `the CORS settings answer preflight requests, and so ${own.label} never does`, resource, own.at)];
}

const DEFAULT = { rest: 29_000, http: 30_000 } as const;

/** A function goes on, and bills, after API Gateway has answered 504. */
function slowFunctions(api: Api): readonly Oddity[] {
  if (api.kind !== 'rest' && api.kind !== 'http') return [];
  const longest = DEFAULT[api.kind];
  const seen = new Set<string>();
  return api.routes.flatMap((route) =>
    behind(api, route).flatMap((target): readonly Oddity[] => {
      const [timeout] = find(target.properties, 'Timeout');
      const seconds = timeout === undefined ? null : numberOf(timeout.value);
      const stated = route.integration === null ? null : numberOf(find(route.integration.properties, 'TimeoutInMillis')[0]?.value);
      const waits = (stated ?? longest) / 1000;
      if (timeout === undefined || seconds === null || seconds <= Math.ceil(waits) || seen.has(target.key)) return [];
      seen.add(target.key);
      const what = `the function may run ${seconds} s, and ${route.label} waits ${waits} s for it`;
      return [oddity('function-outlives-integration', what, target, timeout.at)];
    }),
  );
}

function behind({ world }: Api, { integration }: Route) {
  if (integration === null) return [];
  const uris = [...find(integration.properties, 'Uri'), ...find(integration.properties, 'IntegrationUri')];
  return uris.flatMap(({ value }) => world.targets(value)).filter(({ type }) => type === 'AWS::Lambda::Function');
}
