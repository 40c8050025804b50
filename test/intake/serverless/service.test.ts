// What a service makes beside the methods of its REST API: each row is a service and a resource.
import { expect, test } from 'vitest';
import { READERS } from '../../../src/intake/templates/readers.ts';
import { serverlessReader } from '../../../src/intake/templates/serverless/reader.ts';
import { plain, properties } from '../plain.ts';
import { beside, FILE, invokes, method, read, service, typed } from './services.ts';

test.each([
  ['a service', 'service: shop\nprovider: { name: aws }', true],
  ['a service in short', 'service: shop\nprovider: aws', true],
  ['a service in JSON', '{ "service": "shop", "provider": { "name": "aws" } }', true],
  ['a service whose provider stands in a file', 'service: shop\nprovider: ${file(provider.yml)}', true],
  ['another cloud', 'service: shop\nprovider: { name: google }', false],
  ['a composition of services', 'services: { a: { path: a } }', false],
  ['something with a provider', 'provider: { name: aws }', false],
  ['a service that cannot be read, which is then listed', 'service: shop\nprovider:\n  name: aws\nfunctions: [', true],
])('recognized: %s', (_, text, expected) => {
  expect(serverlessReader.recognizes({ file: FILE, text })).toBe(expected);
});

test('a service in JSON that has resources is a service, not a template', () => {
  const text = '{ "service": "shop", "provider": { "name": "aws" }, "resources": { "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } } }';
  expect(READERS.find((one) => one.recognizes({ file: 'serverless.json', text }))?.id).toBe('serverless');
});

const GET = '- http: GET /orders';
const rest = async (provider: string, more = '') =>
  typed(await read(service(GET, more, provider)), 'AWS::ApiGateway::RestApi').map(properties);

test.each([
  ['no type of endpoint', '', {}],
  ['a Regional endpoint', 'endpointType: regional', { EndpointConfiguration: { Types: ['REGIONAL'] } }],
  [
    'a private one',
    'endpointType: private\nvpcEndpointIds: [vpce-1]',
    { EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-1'] } },
  ],
  ['a name', 'apiName: orders', { Name: 'orders' }],
  ['another stage', 'stage: prod', { Name: 'prod-shop' }],
  [
    'settings',
    'apiGateway: { binaryMediaTypes: ["*/*"], minimumCompressionSize: 1024, disableDefaultEndpoint: true, apiKeySourceType: authorizer, description: d }',
    {
      BinaryMediaTypes: ['*/*'],
      MinimumCompressionSize: '1024',
      DisableExecuteApiEndpoint: 'true',
      ApiKeySourceType: 'AUTHORIZER',
      Description: 'd',
    },
  ],
  [
    'a security policy',
    'apiGateway: { endpoint: { securityPolicy: SecurityPolicy_TLS13_1_3_2025_09 } }',
    { SecurityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' },
  ],
  [
    'a resource policy',
    'apiGateway: { resourcePolicy: [{ Effect: Allow, Principal: "*" }] }',
    { Policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*' }] } },
  ],
  ['a resource policy where version 3 does not read it', 'resourcePolicy: [{ Effect: Deny }]', {}],
])('the REST API: %s', async (_, provider, expected) => {
  expect(await rest(provider)).toEqual([{ Name: 'dev-shop', ...expected }]);
});

test('version 2 reads keys and policies at the provider too', async () => {
  const provider = 'resourcePolicy: [{ Effect: Deny }]';
  expect(await rest(provider, 'frameworkVersion: "2"')).toMatchObject([{ Policy: { Statement: [{ Effect: 'Deny' }] } }]);
  const { remarks } = await read(service(GET, 'frameworkVersion: ^3.0.0', provider));
  expect(remarks).toMatchObject([{ what: 'provider.resourcePolicy has no effect', at: { line: 4 } }]);
});

test('the API stands where its first event does, and says what made it', async () => {
  const template = await read(service(`- sqs: q\n${GET}`));
  expect(typed(template, 'AWS::ApiGateway::RestApi')).toMatchObject([
    { key: `${FILE}#ApiGatewayRestApi`, id: 'ApiGatewayRestApi', at: { line: 10 }, madeBy: 'Serverless Framework' },
  ]);
  expect(method(template)).toMatchObject({ id: 'list', part: 'events.1', at: { line: 10 } });
});

test.each([
  ['no settings', '', {}],
  ['a stage of its own', 'apiGateway: { stage: live }', { StageName: 'live' }],
  ['traces', 'tracing: { apiGateway: true }', { TracingEnabled: 'true' }],
  ['metrics', 'apiGateway: { metrics: true }', { MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', MetricsEnabled: 'true' }] }],
  [
    'all logs',
    'logs: { restApi: true }',
    {
      AccessLogSetting: { DestinationArn: `→ ${FILE}#ApiGatewayLogGroup.Arn`, Format: expect.stringContaining('$context.requestId') },
      MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'INFO', DataTraceEnabled: 'true' }],
    },
  ],
  [
    'some logs',
    'logs: { restApi: { accessLogging: false, level: ERROR, fullExecutionData: false } }',
    { MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'ERROR', DataTraceEnabled: 'false' }] },
  ],
  [
    'access logs only',
    'logs: { restApi: { executionLogging: false, format: $context.requestId } }',
    {
      AccessLogSetting: { DestinationArn: `→ ${FILE}#ApiGatewayLogGroup.Arn`, Format: '$context.requestId' },
      MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'OFF', DataTraceEnabled: 'true' }],
    },
  ],
  ['no logs', 'logs: { restApi: false }', {}],
])('the stage: %s', async (_, provider, expected) => {
  const [stage] = typed(await read(service(GET, '', provider)), 'AWS::ApiGateway::Stage');
  expect(properties(stage)).toEqual({ StageName: 'dev', ...expected });
});

test.each([
  ['keys without limits', 'apiGateway: { apiKeys: [web] }', [{}]],
  [
    'limits',
    'apiGateway: { usagePlan: { throttle: { burstLimit: 20, rateLimit: 10 }, quota: { limit: 1000, period: MONTH, offset: 2 } } }',
    [{ Throttle: { BurstLimit: '20', RateLimit: '10' }, Quota: { Limit: '1000', Period: 'MONTH', Offset: '2' } }],
  ],
  ['plans by name', 'apiGateway: { usagePlan: [{ free: { quota: { limit: 5 } } }, { paid: {} }] }', [{ Quota: { Limit: '5' } }, {}]],
  ['keys where version 3 does not read them', 'apiKeys: [web]', []],
])('usage plans: %s', async (_, provider, expected) => {
  const plans = typed(await read(service(GET, '', provider)), 'AWS::ApiGateway::UsagePlan');
  const stages = [{ ApiId: `→ ${FILE}#ApiGatewayRestApi`, Stage: `→ ${FILE}#ApiGatewayStage` }];
  expect(plans.map((one) => plain(one.properties))).toEqual(expected.map((one) => ({ ApiStages: stages, ...one })));
});

test.each([
  ['a REST API', GET, 'apiGateway: { restApiId: abc, restApiRootResourceId: def }', 'the REST API of the service is elsewhere'],
  ['an HTTP API', '- httpApi: GET /orders', 'httpApi: { id: abc }', 'the HTTP API of the service is elsewhere'],
  ['a WebSocket API', '- websocket: $connect', 'apiGateway: { websocketApiId: abc }', 'the WebSocket API of the service is elsewhere'],
])('%s of another stack is a gap', async (_, events, provider, what) => {
  const { gaps, resources } = await read(service(events, '', provider));
  expect(gaps).toMatchObject([{ what, at: { line: 4 }, concerns: null }]);
  expect(resources.filter(({ type }) => /::(?:RestApi|Api)$/.test(type))).toEqual([]);
});

test('an API that another service of the run exports is that API', async () => {
  const shared = `service: shared
provider: { name: aws }
functions: { ping: { handler: p, events: [{ http: GET /ping }] } }
resources: { Outputs: { Id: { Value: { Ref: ApiGatewayRestApi }, Export: { Name: "\${self:service}-id" } } } }
`;
  const user = service(GET, '', 'apiGateway: { restApiId: { "Fn::ImportValue": shared-id } }');
  const files = [
    { file: 'user.yml', text: user },
    { file: 'shared.yml', text: shared },
  ];
  const { templates } = await serverlessReader.read(files, beside());
  expect(templates[0]?.gaps).toEqual([]);
  expect(plain(method(templates[0] as never)?.properties ?? null)).toMatchObject({ RestApiId: '→ shared.yml#ApiGatewayRestApi' });
});

test.each([
  ['in short', '- httpApi: GET /orders', '', { RouteKey: 'GET /orders' }],
  ['in full', '- httpApi: { method: post, path: /orders }', '', { RouteKey: 'POST /orders' }],
  ['any method', '- httpApi: { method: "*", path: /orders }', '', { RouteKey: 'ANY /orders' }],
  ['all the rest', '- httpApi: "*"', '', { RouteKey: '$default' }],
  ['IAM', '- httpApi: { method: get, path: /o, authorizer: { type: aws_iam } }', '', { RouteKey: 'GET /o', AuthorizationType: 'AWS_IAM' }],
  [
    'a JWT authorizer',
    '- httpApi: { method: get, path: /o, authorizer: { name: jwt, scopes: [read] } }',
    'httpApi: { authorizers: { jwt: { issuerUrl: "https://i", audience: [a] } } }',
    { RouteKey: 'GET /o', AuthorizationType: 'JWT', AuthorizerId: `→ ${FILE}#HttpApiAuthorizerJwt`, AuthorizationScopes: ['read'] },
  ],
  [
    'a Lambda authorizer',
    '- httpApi: { method: get, path: /o, authorizer: check }',
    'httpApi: { authorizers: { check: { type: request, functionName: check } } }',
    { RouteKey: 'GET /o', AuthorizationType: 'CUSTOM', AuthorizerId: `→ ${FILE}#HttpApiAuthorizerCheck` },
  ],
])('a route: %s', async (_, events, provider, expected) => {
  const [route] = typed(await read(service(events, '', provider)), 'AWS::ApiGatewayV2::Route');
  const Integration = {
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: `→ ${FILE}#ListLambdaFunction.Arn`,
    PayloadFormatVersion: '2.0',
    TimeoutInMillis: '30000',
  };
  expect(properties(route)).toEqual({ AuthorizationType: 'NONE', Integration, ...expected });
});

test('an HTTP API with its settings', async () => {
  const provider = `httpApi:
  name: orders
  payload: "1.0"
  metrics: true
  disableDefaultEndpoint: true
  cors: { allowedOrigins: [https://a], allowCredentials: true, maxAge: 60 }
  authorizers:
    check: { type: request, functionName: check, identitySource: $request.header.X, resultTtlInSeconds: 60, enableSimpleResponses: true }
    jwt: { issuerUrl: "https://i", audience: a, identitySource: $request.header.Authorization }
logs: { httpApi: true }`;
  const template = await read(service('- httpApi: GET /orders', '', provider));
  const only = (type: string) => typed(template, type).map(properties);
  expect(only('AWS::ApiGatewayV2::Api')).toEqual([
    {
      Name: 'orders',
      ProtocolType: 'HTTP',
      CorsConfiguration: { AllowOrigins: ['https://a'], AllowCredentials: 'true', MaxAge: '60' },
      DisableExecuteApiEndpoint: 'true',
    },
  ]);
  expect(only('AWS::ApiGatewayV2::Stage')).toEqual([
    {
      StageName: '$default',
      AutoDeploy: 'true',
      DefaultRouteSettings: { DetailedMetricsEnabled: 'true' },
      AccessLogSettings: { DestinationArn: `→ ${FILE}#HttpApiLogGroup.Arn`, Format: expect.stringContaining('$context.routeKey') },
    },
  ]);
  expect(only('AWS::ApiGatewayV2::Authorizer')).toEqual([
    {
      Name: 'check',
      AuthorizerType: 'REQUEST',
      IdentitySource: ['$request.header.X'],
      AuthorizerUri: invokes('CheckLambdaFunction'),
      AuthorizerPayloadFormatVersion: '2.0',
      AuthorizerResultTtlInSeconds: '60',
      EnableSimpleResponses: 'true',
    },
    {
      Name: 'jwt',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://i', Audience: ['a'] },
    },
  ]);
  expect(only('AWS::ApiGatewayV2::Route')).toMatchObject([{ Integration: { PayloadFormatVersion: '1.0' } }]);
});

test('a WebSocket API', async () => {
  const events = '- websocket: $connect\n- websocket: { route: send, authorizer: check }';
  const template = await read(service(events, '', 'websocketsApiName: chat\nlogs: { websocket: { level: ERROR } }'));
  const only = (type: string) => typed(template, type).map(properties);
  expect(only('AWS::ApiGatewayV2::Api')).toEqual([
    { Name: 'chat', ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' },
  ]);
  expect(only('AWS::ApiGatewayV2::Stage')).toMatchObject([
    { StageName: 'dev', DefaultRouteSettings: { LoggingLevel: 'ERROR', DataTraceEnabled: 'true' } },
  ]);
  expect(only('AWS::ApiGatewayV2::Route')).toMatchObject([
    { RouteKey: '$connect', AuthorizationType: 'NONE', Integration: { IntegrationUri: invokes('ListLambdaFunction') } },
    { RouteKey: 'send', AuthorizationType: 'CUSTOM', AuthorizerId: `→ ${FILE}#CheckWebsocketsAuthorizer` },
  ]);
  expect(only('AWS::ApiGatewayV2::Authorizer')).toEqual([
    {
      Name: 'check',
      AuthorizerType: 'REQUEST',
      AuthorizerUri: invokes('CheckLambdaFunction'),
      IdentitySource: 'route.request.header.Auth',
    },
  ]);
});

const functions = (stated: string, provider = '') =>
  `service: shop\nprovider: { name: aws${provider} }\nfunctions: { list-all: { handler: h${stated} } }\n`;

test.each([
  ['what the framework takes where nothing is stated', functions(''), { MemorySize: '1024', Timeout: '6' }],
  [
    'what the provider states',
    functions('', ', memorySize: 256, timeout: 20, architecture: arm64'),
    { MemorySize: '256', Timeout: '20', Architectures: ['arm64'] },
  ],
  ['what the function states', functions(', memorySize: 128', ', memorySize: 256'), { MemorySize: '128', Timeout: '6' }],
])('a function: %s', async (_, text, expected) => {
  const [made] = typed(await read(text), 'AWS::Lambda::Function');
  expect(made).toMatchObject({ key: `${FILE}#ListDashallLambdaFunction`, id: 'list-all' });
  expect(properties(made)).toEqual(expected);
});

test('what nobody stated says so', async () => {
  const [made] = typed(await read(functions('')), 'AWS::Lambda::Function');
  expect(made?.properties.entries.get('MemorySize')?.value).toMatchObject({
    text: '1024',
    said: { by: 'default of the Serverless Framework' },
  });
});

test('with provisioned concurrency, an alias is called', async () => {
  const template = await read(functions(', provisionedConcurrency: 3, events: [{ http: GET / }]'));
  expect(typed(template, 'AWS::Lambda::Alias').map(properties)).toMatchObject([
    { FunctionName: `→ ${FILE}#ListDashallLambdaFunction`, ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: '3' } },
  ]);
  expect(properties(method(template))).toMatchObject({
    Integration: { Uri: expect.stringContaining('ListDashallProvConcLambdaAlias') },
  });
});

test.each([
  ['in short', 'url: true', { AuthType: 'NONE' }],
  ['with IAM', 'url: { authorizer: aws_iam }', { AuthType: 'AWS_IAM' }],
  ['with CORS', 'url: { cors: true }', { AuthType: 'NONE', Cors: { AllowOrigins: '*' } }],
  [
    'with CORS of its own',
    'url: { cors: { allowedOrigins: [https://a], maxAge: 9 } }',
    { AuthType: 'NONE', Cors: { AllowOrigins: ['https://a'], MaxAge: '9' } },
  ],
  ['as a stream', 'url: { invokeMode: RESPONSE_STREAM }', { AuthType: 'NONE', InvokeMode: 'RESPONSE_STREAM' }],
])('a function URL: %s', async (_, stated, expected) => {
  const [url] = typed(await read(functions(`, ${stated}`)), 'AWS::Lambda::Url');
  expect(url).toMatchObject({ id: 'list-all', part: 'url' });
  expect(properties(url)).toEqual({ TargetFunctionArn: `→ ${FILE}#ListDashallLambdaFunction.Arn`, ...expected });
});

test('no URL where none is wanted, and a load balancer is no API', async () => {
  const template = await read(functions(', url: false, events: [{ alb: { listenerArn: a } }, { sqs: q }]'));
  expect(template.resources.map(({ type }) => type)).toEqual(['AWS::Lambda::Function']);
});

test('functions in files of their own, and in a list', async () => {
  const files = { 'app/a.yml': 'a: { handler: a, events: [{ http: GET /a }] }', 'app/b.yml': 'handler: b' };
  const text = 'service: shop\nprovider: { name: aws }\nfunctions: ["${file(a.yml)}", { b: "${file(b.yml)}" }, { c: "${file(c.js)}" }]\n';
  const { resources, gaps } = await read(text, files);
  expect(resources.filter(({ type }) => type === 'AWS::Lambda::Function').map(({ id, at }) => [id, at.file])).toEqual([
    ['a', 'app/a.yml'],
    ['b', FILE],
  ]);
  expect(gaps).toMatchObject([{ what: 'the function c is not known', because: 'c.js is a program, which is not run' }]);
});
