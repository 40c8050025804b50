import { section, text, unknown } from '../build-value.ts';
import { eachText, entryAt } from '../each-branch.ts';
import { find, findItems, textOf, truthOf } from '../lookup.ts';
import type { Entry, Place, Value } from '../value.ts';
import { corsOf, type Event } from './functions.ts';
import { NAMES } from './names.ts';
import { deriveLogs } from './rest/stage.ts';
import { inside, invocationOf, linkTo, make, type Service } from './service.ts';
import { byFramework } from './variables/variables.ts';

/** The API that routes of the service are in: its own, or one that it shares. */
function apiIdOf(service: Service, at: Place): Value | Entry {
  return service.entry('provider', 'httpApi', 'id') ?? linkTo(service, NAMES.httpApi, at);
}

/** The HTTP API of the service, with its stage and its authorizers. */
export function deriveHttpApi(service: Service, at: Place): void {
  const setting = (...path: readonly string[]) => service.entry('provider', 'httpApi', ...path);
  const shared = setting('id');
  if (shared !== null) {
    const [because, give] = ['provider.httpApi.id names it', 'the template that makes it'];
    service.gaps.push({ at: shared.key, what: 'the HTTP API of the service is elsewhere', because, give, concerns: null });
    return;
  }
  const cors = setting('cors');
  make(service, {
    name: NAMES.httpApi,
    type: 'AWS::ApiGatewayV2::Api',
    at,
    properties: {
      Name: setting('name'),
      ProtocolType: text('HTTP', at),
      CorsConfiguration: cors === null || truthOf(cors.value) === false ? null : entryAt(cors, corsOf(cors)),
      DisableExecuteApiEndpoint: setting('disableDefaultEndpoint'),
    },
  });
  const logs = service.entry('provider', 'logs', 'httpApi');
  const isLogged = logs !== null && truthOf(logs.value) !== false;
  make(service, {
    name: NAMES.httpStage,
    type: 'AWS::ApiGatewayV2::Stage',
    at,
    properties: {
      ApiId: linkTo(service, NAMES.httpApi, at),
      StageName: byFramework('$default', at),
      AutoDeploy: byFramework('true', at),
      DefaultRouteSettings: setting('metrics') === null ? null : section(at, { DetailedMetricsEnabled: setting('metrics') }),
      AccessLogSettings: isLogged
        ? section(logs.key, {
            DestinationArn: linkTo(service, NAMES.httpLogs, logs.key, 'Arn'),
            Format: inside(logs.value, 'format') ?? byFramework(ACCESS_LOG, logs.key),
          })
        : null,
    },
  });
  if (isLogged) deriveLogs(service, NAMES.httpLogs, logs.key);
  for (const { value } of find(setting('authorizers')?.value ?? null)) {
    for (const [name, entry] of value.kind === 'section' ? value.entries : []) deriveAuthorizer(service, name, entry);
  }
}

const ACCESS_LOG = JSON.stringify({
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  requestTime: '$context.requestTime',
  httpMethod: '$context.httpMethod',
  routeKey: '$context.routeKey',
  status: '$context.status',
  protocol: '$context.protocol',
  responseLength: '$context.responseLength',
});

function deriveAuthorizer(service: Service, name: string, { key, value }: Entry): void {
  const setting = (one: string) => inside(value, one);
  const called = textOf(setting('functionName')?.value);
  const arn = setting('functionArn')?.value ?? (called === null ? null : linkTo(service, NAMES.function(called), key, 'Arn'));
  const isRequest = textOf(setting('type')?.value) === 'request';
  const [sources, audience] = [setting('identitySource'), setting('audience')];
  make(service, {
    name: NAMES.httpAuthorizer(name),
    id: name,
    type: 'AWS::ApiGatewayV2::Authorizer',
    at: key,
    properties: {
      ApiId: linkTo(service, NAMES.httpApi, key),
      Name: setting('name') ?? text(name, key),
      AuthorizerType: {
        key: setting('type')?.key ?? key,
        value: value.kind === 'unknown' ? value : text(isRequest ? 'REQUEST' : 'JWT', key),
      },
      IdentitySource: sources === null ? null : entryAt(sources, listOf(sources.value)),
      ...(isRequest
        ? {
            AuthorizerUri: invocationOf(arn ?? unknown(key, 'the authorizer names no function'), key),
            AuthorizerPayloadFormatVersion: setting('payloadVersion') ?? byFramework('2.0', key),
            AuthorizerResultTtlInSeconds: setting('resultTtlInSeconds'),
            EnableSimpleResponses: setting('enableSimpleResponses'),
          }
        : {
            JwtConfiguration: section(key, {
              Issuer: setting('issuerUrl'),
              Audience: audience === null ? null : entryAt(audience, listOf(audience.value)),
            }),
          }),
    },
  });
}

const listOf = (value: Value): Value => (value.kind === 'text' ? { kind: 'list', at: value.at, items: [value] } : value);

/** A route of the HTTP API for an `httpApi` event. */
export function deriveRoute(service: Service, event: Event): void {
  const { found, part, name } = event;
  const { value, at } = found;
  const key = routeKeyOf(value, at);
  const payload = inside(event.of, 'httpApi', 'payload') ?? service.entry('provider', 'httpApi', 'payload') ?? byFramework('2.0', at);
  const known = textOf(key.value);
  make(service, {
    name: known === null ? `${NAMES.function(name)}/${part}` : NAMES.route(known),
    id: name,
    part,
    type: 'AWS::ApiGatewayV2::Route',
    at,
    conditions: found.conditions,
    properties: {
      ApiId: apiIdOf(service, at),
      RouteKey: key,
      ...accessOf(service, inside(value, 'authorizer'), at),
      Integration: section(at, {
        IntegrationType: text('AWS_PROXY', at),
        IntegrationUri: event.arn,
        PayloadFormatVersion: payload,
        TimeoutInMillis: byFramework('30000', at),
      }),
    },
  });
}

/** `GET /orders`, or `*` for all that no other route takes. */
function routeKeyOf(value: Value, at: Place): Entry {
  if (value.kind === 'text') {
    const [method = '', path] = value.text.trim().split(/\s+/);
    return { key: at, value: { ...value, text: path === undefined ? '$default' : `${anyOf(method)} ${path}` } };
  }
  const [method, path] = [inside(value, 'method'), inside(value, 'path')];
  if (path === null) return { key: at, value: value.kind === 'unknown' ? value : unknown(at, 'the event states no path', 'its path') };
  if (textOf(path.value) === '*') return entryAt(path, '$default');
  const [known, where] = [method === null ? 'ANY' : textOf(method.value), textOf(path.value)];
  if (known === null || where === null) {
    const missing = known === null && method !== null ? method.value : path.value;
    return entryAt(path, missing.kind === 'unknown' ? missing : unknown(path.key, 'its method and path are not known'));
  }
  return entryAt(path, { ...path.value, ...text(`${anyOf(known)} ${where}`, path.value.at) });
}

const anyOf = (method: string) => (method === '*' ? 'ANY' : method.toUpperCase());

function accessOf(service: Service, authorizer: Entry | null, at: Place): Readonly<Record<string, Value | Entry | null>> {
  if (authorizer === null) return { AuthorizationType: text('NONE', at) };
  const { key, value } = authorizer;
  const [type, id, name, scopes] = ['type', 'id', 'name', 'scopes'].map((one) => inside(value, one) ?? null);
  if (type && textOf(type.value) === 'aws_iam') return { AuthorizationType: entryAt(type, 'AWS_IAM') };
  const named = textOf(value) ?? textOf(name?.value);
  const [declared] = named === null ? [] : findItems(service.entry('provider', 'httpApi', 'authorizers', named)?.value ?? null);
  const kind = type ?? inside(declared?.value ?? null, 'type');
  const missing = value.kind === 'unknown' ? value : unknown(key, 'the authorizer has neither id nor name');
  return {
    AuthorizationType: {
      key,
      value:
        named === null && !id
          ? missing
          : kind === null || kind === undefined
            ? text('JWT', key)
            : { ...eachText(kind.value, (one) => (one === 'request' ? 'CUSTOM' : 'JWT')), at: key },
    },
    AuthorizerId: id ?? (named === null ? null : { key, value: linkTo(service, NAMES.httpAuthorizer(named), key) }),
    AuthorizationScopes: scopes ?? null,
  };
}
