import type { Api, Route } from '../apis/api.ts';
import { find, findItems, numberOf, patternOf, textOf, truthOf, type Found } from '../lookup.ts';
import type { Fact, ScannedRoute } from '../scanned.ts';
import type { Resource } from '../template.ts';
import { fact, gap, item, need, together, type Look, type Seen, type Where } from './seen.ts';

/** Who may call: the authorization of each route, and the authorizers that routes name. */
export const authorization: Look = (api) =>
  together([
    ...api.routes.flatMap((route) => [ofRoute(api, route)]),
    ...authorizersOf(api).map((one) => ofAuthorizer(api, one)),
    opened(api),
  ]);

/** How a route asks who calls; null where it is not known. */
export function authorizerOf(api: Api, route: Route): ScannedRoute['authorizer'] {
  const [found] = typesOf(route);
  if (found === undefined) return api.kind === 'function-url' ? null : 'none';
  switch (textOf(found.value)?.toUpperCase()) {
    case 'NONE':
    case '':
      return 'none';
    case 'AWS_IAM':
      return 'iam';
    case 'COGNITO_USER_POOLS':
      return 'cognito';
    case 'JWT':
      return 'jwt';
    case 'CUSTOM': {
      const [authorizer] = named(api, route);
      return authorizer === undefined || kindOf(authorizer) !== 'cognito' ? 'lambda' : 'cognito';
    }
    default:
      return null;
  }
}

const typesOf = ({ properties }: Route): readonly Found[] => find(properties, 'AuthorizationType');

function ofRoute(api: Api, route: Route): Seen {
  return together(
    typesOf(route).map((found) => {
      if (found.value.kind === 'unknown') return { gaps: [gap(api, `the authorization of ${route.label}`, found.value, found.at)] };
      const isIam = textOf(found.value)?.toUpperCase() === 'AWS_IAM';
      const scopes = find(route.properties, 'AuthorizationScopes').filter(({ value }) => value.kind === 'list' && value.items.length > 0);
      return {
        facts: [
          ...(isIam ? [need('auth-iam', found, route.resource, [route.label])] : []),
          ...scopes.flatMap((one) => [
            need('auth-scopes-per-route', one, route.resource, [route.label]),
            ...(authorizerOf(api, route) === 'jwt' ? [fact('auth.jwt.scopes', 'yes', one, route.resource, [route.label])] : []),
          ]),
        ],
      };
    }),
  );
}

function named({ world }: Api, route: Route): readonly Resource[] {
  return find(route.properties, 'AuthorizerId').flatMap(({ value }) => world.targets(value));
}

interface Used {
  readonly authorizer: Resource;
  readonly routes: readonly string[];
}

/** The authorizers that a route names: one that none names does nothing. */
function authorizersOf(api: Api): readonly Used[] {
  const used = new Map<Resource, string[]>();
  for (const route of api.routes) for (const one of named(api, route)) used.set(one, [...(used.get(one) ?? []), route.label]);
  return [...used].map(([authorizer, routes]) => ({ authorizer, routes }));
}

type Kind = 'cognito' | 'token' | 'request' | 'jwt' | null;

function typeFound({ properties }: Resource): Found | undefined {
  return [...find(properties, 'Type'), ...find(properties, 'AuthorizerType')][0];
}

function kindOf(authorizer: Resource): Kind {
  const word = textOf(typeFound(authorizer)?.value)?.toLowerCase();
  return word === 'cognito_user_pools' ? 'cognito' : word === 'token' || word === 'request' || word === 'jwt' ? word : null;
}

function ofAuthorizer(api: Api, { authorizer, routes }: Used): Seen {
  const type = typeFound(authorizer);
  const kind = kindOf(authorizer);
  const where: Where = type ?? authorizer;
  if (kind === null)
    return type?.value.kind === 'unknown' ? { gaps: [gap(api, `the type of the authorizer ${authorizer.id}`, type.value, type.at)] } : {};
  if (kind === 'cognito')
    return {
      facts: [need('auth-cognito-native', where, authorizer, routes)],
      items: [item('cognito-authorizer', where, authorizer, 'a Cognito user pool decides who may call', routes)],
    };
  if (kind === 'jwt') {
    const audiences = find(authorizer.properties, 'JwtConfiguration', 'Audience').filter(({ value }) => value.kind === 'list');
    const count = ({ value }: Found) => String(value.kind === 'list' ? value.items.length : 0);
    return {
      facts: [
        need('auth-jwt', where, authorizer, routes),
        ...audiences.filter((one) => count(one) !== '0').map((one) => fact('auth.jwt.audiences', count(one), one, authorizer, routes)),
      ],
    };
  }
  const facts = [
    need(kind === 'token' ? 'auth-lambda-token' : 'auth-lambda-request', where, authorizer, routes),
    ...identity(authorizer, where, routes),
    ...cached(api, authorizer, where, routes),
    ...formats(authorizer, routes),
  ];
  const because = 'a Lambda function decides from one token';
  return kind === 'token' ? { facts, items: [item('token-authorizer', where, authorizer, because, routes)] } : { facts };
}

/** From what the function decides; without a source it is asked each time. */
function identity(authorizer: Resource, type: Where, routes: readonly string[]): readonly Fact[] {
  const sources = findItems(authorizer.properties, 'IdentitySource');
  const [first] = sources;
  if (first === undefined)
    return kindOf(authorizer) === 'request' ? [fact('auth.lambdaAuthorizer.identity', 'none', type, authorizer, routes)] : [];
  const patterns = sources.map(({ value }) => patternOf(value)).join(' ');
  const kind = /\bheader\./.test(patterns) ? 'header' : /querystring\./.test(patterns) ? 'query-string' : null;
  return kind === null ? [] : [fact('auth.lambdaAuthorizer.identity', kind, first, authorizer, routes)];
}

/** REST APIs keep a decision for 300 seconds unless told otherwise: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html */
function cached({ kind }: Api, authorizer: Resource, type: Where, routes: readonly string[]): readonly Fact[] {
  const [stated] = find(authorizer.properties, 'AuthorizerResultTtlInSeconds');
  const hasIdentity = find(authorizer.properties, 'IdentitySource').length > 0;
  if (stated === undefined) {
    if (kind !== 'rest' || (kindOf(authorizer) === 'request' && !hasIdentity)) return [];
    const byDefault = { ...type, said: { ...type.at, by: 'default of API Gateway' } };
    return keeps('300', byDefault, authorizer, routes);
  }
  const seconds = numberOf(stated.value);
  return seconds === null || seconds === 0 ? [] : keeps(String(seconds), stated, authorizer, routes);
}

function keeps(seconds: string, where: Where, authorizer: Resource, routes: readonly string[]): readonly Fact[] {
  return [
    need('authorizer-cache', where, authorizer, routes),
    fact('auth.lambdaAuthorizer.cacheTtl', `${seconds} s`, where, authorizer, routes),
  ];
}

function formats(authorizer: Resource, routes: readonly string[]): readonly Fact[] {
  const simple = find(authorizer.properties, 'EnableSimpleResponses').filter(({ value }) => truthOf(value) === true);
  const version = find(authorizer.properties, 'AuthorizerPayloadFormatVersion');
  return [
    ...simple.map((one) => need('auth-lambda-simple-response', one, authorizer, routes)),
    ...version.map((one) => need('auth-lambda-payload-formats', one, authorizer, routes)),
  ];
}

/** Which routes anybody may call; nothing is said where that is not known of each. */
function opened(api: Api): Seen {
  if (api.kind === 'websocket' || api.routes.length === 0) return {};
  const known = api.routes.map((route) => ({ route, by: authorizerOf(api, route), key: demandsKey(route) }));
  const open = known.filter(({ by, key }) => by === 'none' && key === false);
  const writing = open.find(({ route }) => route.method !== null && !['GET', 'HEAD'].includes(route.method));
  const first = writing ?? open[0] ?? known[0];
  if (first === undefined) return {};
  if (writing === undefined && known.some(({ by, key }) => by === null || (by === 'none' && key === null))) return {};
  const where = placeOf(first.route);
  const value = writing !== undefined ? 'writes' : open.length > 0 ? 'reads' : 'none';
  return {
    facts: [fact('auth.open', value, where, first.route.resource, open.length === 0 ? null : open.map(({ route }) => route.label))],
  };
}

/** Where a route says that anybody may call, or what it is, where it says nothing. */
function placeOf({ properties, at }: Route): Where {
  return find(properties, 'AuthorizationType')[0] ?? find(properties, 'HttpMethod')[0] ?? { at };
}

/** Whether a route demands an API key; null where it is not known. */
export function demandsKey({ properties }: Route): boolean | null {
  const stated = find(properties, 'ApiKeyRequired');
  if (stated.some(({ value }) => truthOf(value) === true)) return true;
  return stated.some(({ value }) => truthOf(value) === null) ? null : false;
}
