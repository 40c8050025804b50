import { section, text, unknown } from '../build-value.ts';
import { entryAt } from '../each-branch.ts';
import { patternOf, textOf, truthOf } from '../lookup.ts';
import type { Entry, Place, Value } from '../value.ts';
import type { Event } from './functions.ts';
import { NAMES } from './names.ts';
import { deriveLogs } from './rest/stage.ts';
import { inside, invocationOf, linkTo, make, type Service } from './service.ts';
import { byFramework } from './variables/variables.ts';

const sharedApi = (service: Service) => service.entry('provider', 'apiGateway', 'websocketApiId');

/** The WebSocket API of the service, with its stage. */
export function deriveWebSocketApi(service: Service, at: Place): void {
  const shared = sharedApi(service);
  if (shared !== null) {
    const [because, give] = ['provider.apiGateway.websocketApiId names it', 'the template that makes it'];
    service.gaps.push({ at: shared.key, what: 'the WebSocket API of the service is elsewhere', because, give, concerns: null });
    return;
  }
  make(service, {
    name: NAMES.webSocketApi,
    type: 'AWS::ApiGatewayV2::Api',
    at,
    properties: {
      Name: service.entry('provider', 'websocketsApiName'),
      ProtocolType: text('WEBSOCKET', at),
      RouteSelectionExpression:
        service.entry('provider', 'websocketsApiRouteSelectionExpression') ?? byFramework('$request.body.action', at),
    },
  });
  const logs = service.entry('provider', 'logs', 'websocket');
  const part = (name: string) => (logs === null ? null : inside(logs.value, name));
  const isOn = (name: string) => truthOf(part(name)?.value) !== false;
  const isLogged = logs !== null && truthOf(logs.value) !== false;
  make(service, {
    name: NAMES.webSocketStage,
    type: 'AWS::ApiGatewayV2::Stage',
    at,
    properties: {
      ApiId: linkTo(service, NAMES.webSocketApi, at),
      StageName: service.stage,
      DefaultRouteSettings: isLogged
        ? section(logs.key, {
            LoggingLevel: isOn('executionLogging')
              ? (part('level') ?? byFramework('INFO', logs.key))
              : entryAt(part('executionLogging') ?? logs, 'OFF'),
            DataTraceEnabled: part('fullExecutionData') ?? byFramework('true', logs.key),
          })
        : null,
      AccessLogSettings:
        isLogged && isOn('accessLogging')
          ? section(logs.key, {
              DestinationArn: linkTo(service, NAMES.webSocketLogs, logs.key, 'Arn'),
              Format: part('format') ?? byFramework(ACCESS_LOG, logs.key),
            })
          : null,
    },
  });
  if (isLogged) deriveLogs(service, NAMES.webSocketLogs, logs.key);
}

const ACCESS_LOG =
  '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] ' +
  '"$context.eventType $context.routeKey $context.connectionId" $context.requestId';

/** A route of the WebSocket API for a `websocket` event. */
export function deriveWebSocketRoute(service: Service, event: Event): void {
  const { found, part, arn, name } = event;
  const { value, at } = found;
  const route: Entry =
    value.kind === 'section'
      ? (value.entries.get('route') ?? { key: at, value: unknown(at, 'the event states no route', 'its route') })
      : { key: at, value };
  const authorizer = inside(value, 'authorizer');
  const known = textOf(route.value);
  make(service, {
    name: known === null ? `${NAMES.function(name)}/${part}` : NAMES.webSocketRoute(known),
    id: name,
    part,
    type: 'AWS::ApiGatewayV2::Route',
    at,
    conditions: found.conditions,
    properties: {
      ApiId: sharedApi(service) ?? linkTo(service, NAMES.webSocketApi, at),
      RouteKey: route,
      ...(authorizer === null ? { AuthorizationType: text('NONE', at) } : accessBy(service, authorizer)),
      RouteResponseSelectionExpression: inside(value, 'routeResponseSelectionExpression'),
      Integration: section(at, { IntegrationType: text('AWS_PROXY', at), IntegrationUri: invocationOf(arn, at) }),
    },
  });
}

/** A function of the service by its name, or one elsewhere by its ARN. */
function accessBy(service: Service, { key, value }: Entry): Readonly<Record<string, Value | Entry>> {
  const stated = inside(value, 'arn')?.value ?? inside(value, 'name')?.value ?? value;
  const name = textOf(inside(value, 'name')?.value) ?? patternOf(stated).split(':').at(-1) ?? '';
  const written = textOf(stated);
  const arn = written !== null && !written.includes(':') ? linkTo(service, NAMES.function(written), key, 'Arn') : stated;
  make(service, {
    name: NAMES.webSocketAuthorizer(name),
    id: name,
    type: 'AWS::ApiGatewayV2::Authorizer',
    at: key,
    properties: {
      ApiId: sharedApi(service) ?? linkTo(service, NAMES.webSocketApi, key),
      Name: text(name, key),
      AuthorizerType: text('REQUEST', key),
      AuthorizerUri: invocationOf(arn, key),
      IdentitySource: inside(value, 'identitySource') ?? byFramework('route.request.header.Auth', key),
    },
  });
  return { AuthorizationType: text('CUSTOM', key), AuthorizerId: linkTo(service, NAMES.webSocketAuthorizer(name), key) };
}
