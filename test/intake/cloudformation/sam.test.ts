// What SAM makes of its resources: each row is a template and the resources of one type that come of it.
import { expect, test } from 'vitest';
import { cloudFormationReader } from '../../../src/intake/templates/cloudformation/reader.ts';
import { scanTemplates } from '../../../src/intake/templates/read-all.ts';
import { gaps, ofType, read, resources } from './reading.ts';

const METHOD = 'AWS::ApiGateway::Method';
const ROUTE = 'AWS::ApiGatewayV2::Route';
const STAGE = 'AWS::ApiGateway::Stage';
const REST = 'AWS::ApiGateway::RestApi';
const HTTP = 'AWS::ApiGatewayV2::Api';

/** A function with events, each a flow map, and what else a template has. */
const template = (
  events: readonly string[],
  more = '',
  top = '',
  owner = 'AWS::Serverless::Function',
  own = '',
) => `Transform: AWS::Serverless-2016-10-31
${top}
Resources:
  F:
    Type: ${owner}
    Properties:
${own.replaceAll(/^/gm, '      ')}
      Events:
${events.map((event, index) => `        E${index}: ${event}`).join('\n')}
${more.replaceAll(/^/gm, '  ')}`;

const get = (more = '') => `{ Type: Api, Properties: { Path: /orders, Method: get${more} } }`;
const httpGet = (more = '') => `{ Type: HttpApi, Properties: { Path: /orders, Method: get${more} } }`;
const ofApi = ', RestApiId: !Ref A';
const api = (more: string, events: readonly string[] = [get(ofApi)]) =>
  template(events, `A:\n  Type: AWS::Serverless::Api\n  Properties:\n    StageName: live\n${more.replaceAll(/^/gm, '    ')}`);
const httpApi = (more: string, events: readonly string[] = [httpGet(', ApiId: !Ref A')]) =>
  template(events, `A:\n  Type: AWS::Serverless::HttpApi\n  Properties:\n    StageName: live\n${more.replaceAll(/^/gm, '    ')}`);

const proxy = expect.objectContaining({
  Type: 'AWS_PROXY',
  Uri: expect.stringContaining('/functions/{→ template.yaml#F.Arn}/invocations'),
});
const open = { HttpMethod: 'GET', Path: '/orders', AuthorizationType: 'NONE', Integration: proxy };
const authorizer = 'Authorizers: { Pool: { UserPoolArn: arn:pool } }';

test.each<[string, string, string, unknown]>([
  ['an event makes a method of the implicit API', METHOD, template([get()]), [open]],
  ['and of its stage', STAGE, template([get()]), [{ StageName: 'Prod' }]],
  ['without events there is no implicit API', REST, template([]), []],
  [
    'Globals shape the implicit API',
    REST,
    template([get()], '', 'Globals: { Api: { EndpointConfiguration: REGIONAL } }'),
    [{ EndpointConfiguration: { Types: ['REGIONAL'] } }],
  ],
  [
    'but no plain resource',
    REST,
    template([], 'Plain: { Type: AWS::ApiGateway::RestApi }', 'Globals: { Api: { EndpointConfiguration: REGIONAL } }'),
    [{}],
  ],
  [
    'lists of Globals come first',
    REST,
    template(
      [get(ofApi)],
      'A: { Type: AWS::Serverless::Api, Properties: { StageName: x, BinaryMediaTypes: [b~1b] } }',
      'Globals: { Api: { BinaryMediaTypes: [a~1a] } }',
    ),
    [{ BinaryMediaTypes: ['a/a', 'b/b'] }],
  ],
  [
    'Globals are left out where a resource says so',
    REST,
    template(
      [get(ofApi)],
      'A: { Type: AWS::Serverless::Api, IgnoreGlobals: "*", Properties: { StageName: x } }',
      'Globals: { Api: { EndpointConfiguration: REGIONAL } }',
    ),
    [{}],
  ],
  [
    'any method',
    METHOD,
    template(['{ Type: Api, Properties: { Path: "/{proxy+}", Method: ANY } }']),
    [{ ...open, HttpMethod: 'ANY', Path: '/{proxy+}' }],
  ],
  [
    'an endpoint as a map',
    REST,
    api('EndpointConfiguration: { Type: PRIVATE, VPCEndpointIds: [vpce-1], IpAddressType: dualstack }'),
    [{ EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-1'], IpAddressType: 'dualstack' } }],
  ],
  ['a definition of the template takes no events', METHOD, api('DefinitionBody: { openapi: "3.0.1", paths: {} }'), []],
  ['unless they are merged', METHOD, api('MergeDefinitions: true\nDefinitionBody: { openapi: "3.0.1", paths: {} }'), [open]],
  [
    'the default authorizer holds',
    METHOD,
    api(`Auth: { DefaultAuthorizer: Pool, ${authorizer} }`),
    [{ ...open, AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: expect.any(String) }],
  ],
  [
    'unless an event says NONE',
    METHOD,
    api(`Auth: { DefaultAuthorizer: Pool, ${authorizer} }`, [get(`${ofApi}, Auth: { Authorizer: NONE }`)]),
    [open],
  ],
  ['an authorizer alone does nothing', METHOD, api(`Auth: { ${authorizer} }`), [open]],
  [
    'scopes of an event',
    METHOD,
    api(`Auth: { ${authorizer} }`, [get(`${ofApi}, Auth: { Authorizer: Pool, AuthorizationScopes: [a/b] }`)]),
    [{ ...open, AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: expect.any(String), AuthorizationScopes: ['a/b'] }],
  ],
  [
    'IAM, with the caller',
    METHOD,
    api('Auth: { DefaultAuthorizer: AWS_IAM }'),
    [{ ...open, AuthorizationType: 'AWS_IAM', Integration: expect.objectContaining({ Credentials: 'arn:aws:iam::*:user/*' }) }],
  ],
  [
    'IAM, without',
    METHOD,
    api('Auth: { DefaultAuthorizer: AWS_IAM, InvokeRole: NONE }'),
    [{ ...open, AuthorizationType: 'AWS_IAM', Integration: expect.not.objectContaining({ Credentials: expect.anything() }) }],
  ],
  ['a key for all', METHOD, api('Auth: { ApiKeyRequired: true }'), [{ ...open, ApiKeyRequired: 'true' }]],
  ['a key for all but one', METHOD, api('Auth: { ApiKeyRequired: true }', [get(`${ofApi}, Auth: { ApiKeyRequired: false }`)]), [open]],
  ['a key for one', METHOD, template([get(', Auth: { ApiKeyRequired: true }')]), [{ ...open, ApiKeyRequired: 'true' }]],
  [
    'a Lambda authorizer is TOKEN',
    'AWS::ApiGateway::Authorizer',
    api('Auth: { Authorizers: { Own: { FunctionArn: !GetAtt F.Arn, Identity: { Header: X, ReauthorizeEvery: 5 } } } }'),
    [expect.objectContaining({ Type: 'TOKEN', AuthorizerResultTtlInSeconds: '5', IdentitySource: 'method.request.header.X' })],
  ],
  [
    'or REQUEST',
    'AWS::ApiGateway::Authorizer',
    api(
      'Auth: { Authorizers: { Own: { FunctionArn: !GetAtt F.Arn, FunctionPayloadType: REQUEST, Identity: { Headers: [X], QueryStrings: [q] } } } }',
    ),
    [expect.objectContaining({ Type: 'REQUEST', IdentitySource: 'method.request.header.X, method.request.querystring.q' })],
  ],
  [
    'CORS makes OPTIONS',
    METHOD,
    api('Cors: "\'*\'"'),
    [
      open,
      expect.objectContaining({ HttpMethod: 'OPTIONS', AuthorizationType: 'NONE', Integration: expect.objectContaining({ Type: 'MOCK' }) }),
    ],
  ],
  [
    'which take the default authorizer',
    METHOD,
    api(`Cors: "'*'"\nAuth: { DefaultAuthorizer: Pool, ${authorizer} }`),
    [expect.anything(), expect.objectContaining({ HttpMethod: 'OPTIONS', AuthorizationType: 'COGNITO_USER_POOLS' })],
  ],
  [
    'unless it is left out',
    METHOD,
    api(`Cors: "'*'"\nAuth: { DefaultAuthorizer: Pool, AddDefaultAuthorizerToCorsPreflight: false, ${authorizer} }`),
    [expect.anything(), expect.objectContaining({ HttpMethod: 'OPTIONS', AuthorizationType: 'NONE' })],
  ],
  ['CORS makes none where there is no path', METHOD, api('Cors: "\'*\'"', []), []],
  [
    'a model validates with ValidateBody',
    METHOD,
    api('Models: { Order: { type: object } }', [get(`${ofApi}, RequestModel: { Model: Order, ValidateBody: true }`)]),
    [{ ...open, RequestModels: expect.anything(), RequestValidator: { ValidateRequestBody: 'true', ValidateRequestParameters: 'false' } }],
  ],
  [
    'but not without',
    METHOD,
    api('Models: { Order: { type: object } }', [get(`${ofApi}, RequestModel: { Model: Order }`)]),
    [{ ...open, RequestModels: expect.anything() }],
  ],
  [
    'parameters',
    METHOD,
    template([get(', RequestParameters: [method.request.header.A, { method.request.querystring.b: { Required: true, Caching: true } }]')]),
    [
      {
        ...open,
        RequestParameters: { 'method.request.header.A': 'false', 'method.request.querystring.b': 'true' },
        Integration: expect.objectContaining({ CacheKeyParameters: ['method.request.querystring.b'] }),
      },
    ],
  ],
  [
    'a timeout',
    METHOD,
    template([get(', TimeoutInMillis: 60000')]),
    [{ ...open, Integration: expect.objectContaining({ TimeoutInMillis: '60000' }) }],
  ],
  [
    'streaming',
    METHOD,
    template([get(', ResponseTransferMode: RESPONSE_STREAM')]),
    [
      {
        ...open,
        Integration: expect.objectContaining({
          ResponseTransferMode: 'STREAM',
          Uri: expect.stringContaining('response-streaming-invocations'),
        }),
      },
    ],
  ],
  [
    'a state machine is started',
    METHOD,
    template([get()], '', '', 'AWS::Serverless::StateMachine'),
    [
      {
        ...open,
        Integration: expect.objectContaining({
          Type: 'AWS',
          Uri: expect.stringContaining('states:action/StartExecution'),
          RequestTemplates: expect.anything(),
        }),
      },
    ],
  ],
  [
    'an alias is invoked',
    METHOD,
    template([get()], '', '', undefined, 'AutoPublishAlias: live'),
    [{ ...open, Integration: expect.objectContaining({ Uri: expect.stringContaining('/functions/{→ template.yaml#F.Alias}/') }) }],
  ],
  [
    'with its concurrency',
    'AWS::Lambda::Alias',
    template([], '', '', undefined, 'AutoPublishAlias: live\nProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 }'),
    [{ FunctionName: '→ template.yaml#F', Name: 'live', ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: '5' } }],
  ],
  [
    'what a stage has',
    STAGE,
    api(
      'CacheClusterEnabled: true\nCacheClusterSize: "0.5"\nTracingEnabled: true\nMethodSettings: [{ CachingEnabled: true }]\nVariables: { a: b }\nCanarySetting: { PercentTraffic: 5 }\nAccessLogSetting: { Format: x }',
    ),
    [
      {
        StageName: 'live',
        CacheClusterEnabled: 'true',
        CacheClusterSize: '0.5',
        TracingEnabled: 'true',
        MethodSettings: [{ CachingEnabled: 'true' }],
        Variables: { a: 'b' },
        CanarySetting: { PercentTraffic: '5' },
        AccessLogSetting: { Format: 'x' },
      },
    ],
  ],
  [
    'what an API has',
    REST,
    api(
      'DisableExecuteApiEndpoint: true\nMinimumCompressionSize: 5\nApiKeySourceType: AUTHORIZER\nSecurityPolicy: SecurityPolicy_TLS13_2025_EDGE',
    ),
    [
      {
        DisableExecuteApiEndpoint: 'true',
        MinimumCompressionSize: '5',
        ApiKeySourceType: 'AUTHORIZER',
        SecurityPolicy: 'SecurityPolicy_TLS13_2025_EDGE',
      },
    ],
  ],
  [
    'a usage plan of one API',
    'AWS::ApiGateway::UsagePlan',
    api('Auth: { UsagePlan: { CreateUsagePlan: PER_API, Quota: { Limit: 5, Period: DAY } } }'),
    [{ ApiStages: [{ ApiId: '→ template.yaml#A', Stage: '→ template.yaml#A.Stage' }], Quota: { Limit: '5', Period: 'DAY' } }],
  ],
  ['none', 'AWS::ApiGateway::UsagePlan', api('Auth: { UsagePlan: { CreateUsagePlan: NONE } }'), []],
  [
    'gateway responses',
    'AWS::ApiGateway::GatewayResponse',
    api('GatewayResponses: { DEFAULT_4XX: { StatusCode: 400, ResponseParameters: { Headers: { X: "\'*\'" } } } }'),
    [
      expect.objectContaining({
        ResponseType: 'DEFAULT_4XX',
        StatusCode: '400',
        ResponseParameters: { 'gatewayresponse.header.X': "'*'" },
      }),
    ],
  ],
  [
    'a domain',
    'AWS::ApiGateway::DomainName',
    api(
      'Domain: { DomainName: a.example, CertificateArn: arn:c, SecurityPolicy: TLS_1_2, BasePath: [v1], MutualTlsAuthentication: { TruststoreUri: s3://t } }',
    ),
    [
      {
        DomainName: 'a.example',
        RegionalCertificateArn: 'arn:c',
        SecurityPolicy: 'TLS_1_2',
        MutualTlsAuthentication: { TruststoreUri: 's3://t' },
        EndpointConfiguration: { Types: ['REGIONAL'] },
      },
    ],
  ],
  [
    'its mappings',
    'AWS::ApiGateway::BasePathMapping',
    api('Domain: { DomainName: a.example, CertificateArn: arn:c, BasePath: [/v1, v2] }'),
    [expect.objectContaining({ BasePath: 'v1' }), expect.objectContaining({ BasePath: 'v2' })],
  ],
  [
    'a private domain',
    'AWS::ApiGateway::DomainNameV2',
    api(
      'Domain: { DomainName: a.example, CertificateArn: arn:c, EndpointConfiguration: PRIVATE, AccessAssociation: { VpcEndpointId: vpce-1 } }',
    ),
    [{ DomainName: 'a.example', CertificateArn: 'arn:c', EndpointConfiguration: { Types: ['PRIVATE'] } }],
  ],
  [
    'a route of the implicit HTTP API',
    ROUTE,
    template([httpGet()]),
    [
      {
        RouteKey: 'GET /orders',
        AuthorizationType: 'NONE',
        Integration: expect.objectContaining({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' }),
      },
    ],
  ],
  ['its stage', 'AWS::ApiGatewayV2::Stage', template([httpGet()]), [{ StageName: '$default', AutoDeploy: 'true' }]],
  ['the default route', ROUTE, template(['{ Type: HttpApi }']), [expect.objectContaining({ RouteKey: '$default' })]],
  ['CORS of an HTTP API', HTTP, httpApi('CorsConfiguration: true'), [{ ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: ['*'] } }]],
  [
    'JWT',
    ROUTE,
    httpApi(
      'Auth: { DefaultAuthorizer: J, Authorizers: { J: { IdentitySource: $request.header.Authorization, AuthorizationScopes: [s], JwtConfiguration: { issuer: https://i, audience: [a] } } } }',
    ),
    [expect.objectContaining({ AuthorizationType: 'JWT', AuthorizationScopes: ['s'] })],
  ],
  [
    'a Lambda authorizer of an HTTP API',
    'AWS::ApiGatewayV2::Authorizer',
    httpApi(
      'Auth: { Authorizers: { L: { FunctionArn: !GetAtt F.Arn, AuthorizerPayloadFormatVersion: 2.0, EnableSimpleResponses: true, Identity: { Headers: [X] } } } }',
    ),
    [expect.objectContaining({ AuthorizerType: 'REQUEST', EnableSimpleResponses: 'true', IdentitySource: ['$request.header.X'] })],
  ],
  [
    'IAM of an HTTP API',
    ROUTE,
    httpApi('Auth: { EnableIamAuthorizer: true, DefaultAuthorizer: AWS_IAM }'),
    [expect.objectContaining({ AuthorizationType: 'AWS_IAM' })],
  ],
  [
    'settings of a route',
    'AWS::ApiGatewayV2::Stage',
    httpApi('DefaultRouteSettings: { ThrottlingBurstLimit: 5 }', [httpGet(', ApiId: !Ref A, RouteSettings: { ThrottlingRateLimit: 9 }')]),
    [
      {
        StageName: 'live',
        AutoDeploy: 'true',
        DefaultRouteSettings: { ThrottlingBurstLimit: '5' },
        RouteSettings: { 'GET /orders': { ThrottlingRateLimit: '9' } },
      },
    ],
  ],
  [
    'events add to a definition of an HTTP API',
    ROUTE,
    httpApi('DefinitionBody: { openapi: "3.0.1", paths: {} }'),
    [expect.objectContaining({ RouteKey: 'GET /orders' })],
  ],
  [
    'a function URL',
    'AWS::Lambda::Url',
    template([], '', '', undefined, 'FunctionUrlConfig: { AuthType: NONE, InvokeMode: RESPONSE_STREAM }'),
    [{ TargetFunctionArn: '→ template.yaml#F', AuthType: 'NONE', InvokeMode: 'RESPONSE_STREAM' }],
  ],
  [
    'a function with Globals',
    'AWS::Lambda::Function',
    template([], '', 'Globals: { Function: { MemorySize: 512, Tracing: Active } }', undefined, 'Timeout: 9'),
    [{ MemorySize: '512', Timeout: '9', TracingConfig: { Mode: 'Active' } }],
  ],
])('%s', async (_, type, text, expected) => {
  expect(await ofType(type, text)).toEqual(expected);
});

test('a method whose authorizer is not known is not open', async () => {
  const zone = 'Parameters: { Zone: { Type: String } }';
  for (const text of [
    template([get(', Auth: { Authorizer: !Ref Zone }')], '', zone),
    template([get()], '', `${zone}\nGlobals: { Api: { Auth: { DefaultAuthorizer: !Ref Zone } } }`),
  ]) {
    const { apis } = await scanTemplates([{ file: 'template.yaml', text }], { read: () => ({ because: '' }), list: () => [] }, [
      cloudFormationReader,
    ]);
    expect(apis[0]?.gaps.map(({ because }) => because)).toEqual(['the name of the authorizer is not known']);
    expect(apis[0]?.facts.filter(({ what }) => what === 'auth.open')).toEqual([]);
    expect(apis[0]?.verdict).toBe('unknown');
  }
});

const SOCKET = `Transform: AWS::Serverless-2016-10-31
Resources:
  S:
    Type: AWS::Serverless::WebSocketApi
    Properties:
      RouteSelectionExpression: $request.body.action
      Auth: { AuthType: CUSTOM, AuthArn: arn:f }
      Routes: { $connect: { FunctionArn: arn:g }, send: { FunctionArn: arn:h } }
`;

test('a WebSocket API, of which only $connect is authorized', async () => {
  expect(await ofType(HTTP, SOCKET)).toEqual([{ ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' }]);
  const integration = expect.objectContaining({ IntegrationType: 'AWS_PROXY' });
  expect(await ofType(ROUTE, SOCKET)).toEqual([
    { RouteKey: '$connect', AuthorizationType: 'CUSTOM', AuthorizerId: '→ template.yaml#SConnectAuthorizer', Integration: integration },
    { RouteKey: 'send', Integration: integration },
  ]);
  expect(await ofType('AWS::ApiGatewayV2::Stage', SOCKET)).toEqual([{ StageName: 'default', AutoDeploy: 'true' }]);
});

test('a usage plan that APIs share is one', async () => {
  const one = (id: string) =>
    `${id}: { Type: AWS::Serverless::Api, Properties: { StageName: x, Auth: { UsagePlan: { CreateUsagePlan: SHARED } } } }`;
  const plans = await ofType('AWS::ApiGateway::UsagePlan', template([], `${one('A')}\n${one('B')}`));
  expect(plans).toEqual([
    { ApiStages: [expect.objectContaining({ ApiId: '→ template.yaml#A' }), expect.objectContaining({ ApiId: '→ template.yaml#B' })] },
  ]);
});

test.each([
  ['IpRangeWhitelist: [10.0.0.0/8]', 'Deny', { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }],
  ['IpRangeBlacklist: [10.0.0.0/8]', 'Deny', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }],
  ['SourceVpcWhitelist: [vpc-1, vpce-2]', 'Deny', { StringNotEquals: { 'aws:SourceVpc': ['vpc-1'], 'aws:SourceVpce': ['vpce-2'] } }],
  ['IntrinsicVpceBlacklist: [!Ref Endpoint]', 'Deny', { StringEquals: { 'aws:SourceVpce': [expect.anything()] } }],
  ['AwsAccountWhitelist: ["111111111111"]', 'Allow', undefined],
  ['CustomStatements: [{ Effect: Deny, Principal: "*", Condition: { Bool: { a: true } } }]', 'Deny', { Bool: { a: 'true' } }],
])('ResourcePolicy %s', async (list, effect, condition) => {
  const { templates } = await read({ 'template.yaml': api(`Auth: { ResourcePolicy: { ${list} } }`) });
  const made = templates[0]?.resources.find(({ type }) => type === REST)?.properties;
  const { plain } = await import('../plain.ts');
  const body = plain(made?.entries.get('Body')?.value ?? null) as {
    'x-amazon-apigateway-policy': { Statement: readonly Record<string, unknown>[] };
  };
  const last = body['x-amazon-apigateway-policy'].Statement.at(-1);
  expect(last?.['Effect']).toBe(effect);
  expect(last?.['Condition']).toEqual(condition);
});

test('what is made under a condition is there under it', async () => {
  const conditional = template([get()]).replace(
    '    Type: AWS::Serverless::Function',
    '    Type: AWS::Serverless::Function\n    Condition: IsOn',
  );
  const all = await resources(conditional);
  for (const type of [REST, METHOD, STAGE]) expect(all.find((one) => one.type === type)?.conditions).toContain('IsOn');
});

test.each([
  [
    'an API of another template',
    template(['{ Type: Api, Properties: { Path: /, Method: get, RestApiId: !ImportValue other } }']),
    'event E0 of F adds a route to an API that is not in this template: no template that is read exports other',
  ],
  [
    'a path that is not known',
    template(['{ Type: Api, Properties: { Path: !Sub "/${Zone}", Method: get } }'], '', 'Parameters: { Zone: { Type: String } }'),
    'the route of event E0 of F is not known: its Path is not known',
  ],
  [
    'a definition in a bucket',
    api('DefinitionUri: s3://bucket/api.yaml'),
    'body of A: s3://bucket/api.yaml is not a file beside the template',
  ],
  [
    'an include that is missing',
    api('DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api.yaml } } }'),
    'body of A: api.yaml is not read: it is not there',
  ],
  [
    'a stack set',
    template([], 'S: { Type: AWS::CloudFormation::StackSet }'),
    'S is not read: what AWS::CloudFormation::StackSet makes is in another template',
  ],
])('%s is a gap', async (_, text, expected) => {
  expect(await gaps({ 'template.yaml': text })).toEqual([expected]);
});

test('a definition beside the template is read, with functions in it only if it is included', async () => {
  const definition =
    'openapi: "3.0.1"\npaths:\n  /a:\n    get:\n      x-amazon-apigateway-integration: { type: http_proxy, uri: { Fn::Sub: "https://${AWS::Region}/x" } }\n';
  const included = api('DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api.yaml } } }');
  expect(await ofType(METHOD, included, { 'api.yaml': definition })).toEqual([
    expect.objectContaining({ Path: '/a', Integration: expect.objectContaining({ Uri: expect.stringContaining('https://') }) }),
  ]);
  const uri = api('DefinitionUri: api.yaml');
  expect(await ofType(METHOD, uri, { 'api.yaml': definition })).toEqual([expect.objectContaining({ Path: '/a' })]);
});
