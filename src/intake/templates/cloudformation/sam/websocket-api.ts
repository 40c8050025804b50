import { section, text } from '../../build-value.ts';
import { find, findEntries, textOf } from '../../lookup.ts';
import type { Resource } from '../../template.ts';
import type { Entry, Section } from '../../value.ts';
import type { Draft } from '../draft.ts';
import { invocationOf } from './arns.ts';
import { become, derived, kept, linkTo, siblingKey } from './derived.ts';
import { domainOf } from './domain.ts';
import { stageId } from './names.ts';

/** What SAM makes of an `AWS::Serverless::WebSocketApi`. */
export function webSocketApi(draft: Draft): readonly Resource[] {
  const { properties, at, id } = draft;
  const auth = find(properties, 'Auth').at(0);
  const authorizer =
    auth?.value.kind === 'section' && textOf(auth.value.entries.get('AuthType')?.value)?.toUpperCase() === 'CUSTOM' ? auth.value : null;
  const name = properties.entries.get('StageName');
  const place = name?.key ?? at;
  return [
    become(
      draft,
      'AWS::ApiGatewayV2::Api',
      section(properties.at, {
        ...kept(properties, [
          'Name',
          'Description',
          'RouteSelectionExpression',
          'ApiKeySelectionExpression',
          'DisableExecuteApiEndpoint',
          'DisableSchemaValidation',
          'IpAddressType',
          'Tags',
        ]),
        ProtocolType: text('WEBSOCKET', at),
      }),
    ),
    derived(
      draft,
      stageId(id),
      'StageName',
      'AWS::ApiGatewayV2::Stage',
      section(place, {
        ApiId: linkTo(draft.key, place),
        // Of a WebSocket API it may not begin with a dollar sign.
        StageName: name ?? text('default', place),
        AutoDeploy: text('true', place),
        ...kept(properties, ['StageVariables', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings']),
      }),
    ),
    ...(authorizer === null
      ? []
      : [derived(draft, authorizerId(id), 'Auth', 'AWS::ApiGatewayV2::Authorizer', authorizerProperties(draft, authorizer))]),
    ...routes(draft, auth, authorizer !== null),
    ...domainOf(draft, properties, 'v2'),
  ];
}

const authorizerId = (api: string) => `${api}ConnectAuthorizer`;

function authorizerProperties(draft: Draft, auth: Section): Section {
  const lambda = auth.entries.get('AuthArn');
  return section(auth.at, {
    ApiId: linkTo(draft.key, auth.at),
    AuthorizerType: text('REQUEST', auth.at),
    AuthorizerUri: lambda === undefined ? null : { key: lambda.key, value: invocationOf(lambda.value, lambda.value.at) },
    AuthorizerCredentialsArn: auth.entries.get('InvokeRole'),
    ...kept(auth, ['IdentitySource', 'Name']),
  });
}

/** Only `$connect` is authorized: it opens the connection for all other routes. */
function routes(
  draft: Draft,
  auth: { readonly at: Entry['key']; readonly value: Entry['value'] } | undefined,
  isCustom: boolean,
): readonly Resource[] {
  return findEntries(draft.properties, 'Routes').flatMap(({ name, at, value, conditions }) => {
    if (value.kind !== 'section') return [];
    const lambda = value.entries.get('FunctionArn');
    const type = find(auth?.value ?? null, 'AuthType').at(0);
    const isAuthorized = name === '$connect' && type !== undefined;
    const integration = section(value.at, {
      IntegrationType: text('AWS_PROXY', lambda?.key ?? at),
      IntegrationUri: lambda === undefined ? null : { key: lambda.key, value: invocationOf(lambda.value, lambda.value.at) },
      TimeoutInMillis: value.entries.get('IntegrationTimeout'),
    });
    const properties = section(at, {
      ApiId: linkTo(draft.key, at),
      RouteKey: text(name, at),
      AuthorizationType: isAuthorized ? { key: type.at, value: type.value } : null,
      AuthorizerId: isAuthorized && isCustom ? linkTo(siblingKey(draft, authorizerId(draft.id)), type.at) : null,
      Integration: { key: lambda?.key ?? at, value: integration },
      ...kept(value, [
        'ApiKeyRequired',
        'ModelSelectionExpression',
        'OperationName',
        'RequestModels',
        'RequestParameters',
        'RouteResponseSelectionExpression',
      ]),
    });
    const route = derived(draft, `${draft.id}.${name}`, `Routes.${name}`, 'AWS::ApiGatewayV2::Route', properties);
    return [{ ...route, conditions: [...route.conditions, ...conditions] }];
  });
}
