// What plugins add to a service, and those that are only named; each row is what a service states and what comes of it.
import { expect, test } from 'vitest';
import { plain, properties } from '../plain.ts';
import { FILE, method, read, service, typed } from './services.ts';

const REGION = '{? the Region is known when it is deployed}';
const uri = (rest: string) => `arn:{? the partition is known when it is deployed}:apigateway:${REGION}:${rest}`;

/** A service without functions that states a proxy of a service. */
const proxied = (proxy: string) => `service: shop
provider: { name: aws }
plugins: [serverless-apigateway-service-proxy]
custom:
  apiGatewayServiceProxies:
    - ${proxy}
`;

test.each([
  [
    'sqs',
    'sqs: { path: /queue, method: post, queueName: !GetAtt Queue.QueueName }',
    {
      Type: 'AWS',
      IntegrationHttpMethod: 'POST',
      Uri: uri(`sqs:path//{? the account is known when it is deployed}/{→ ${FILE}#Queue.QueueName}`),
      RequestParameters: {
        'integration.request.querystring.Action': "'SendMessage'",
        'integration.request.querystring.MessageBody': 'method.request.body',
      },
      RequestTemplates: { 'application/json': '{statusCode:200}' },
    },
  ],
  [
    'sns',
    'sns: { path: /t, method: post, topicName: orders }',
    { Uri: uri('sns:path//'), RequestTemplates: { 'application/json': expect.stringContaining('Action=Publish') } },
  ],
  [
    'kinesis',
    'kinesis: { path: /s, method: post, streamName: orders, partitionKey: p }',
    { Uri: uri('kinesis:action/PutRecord'), RequestTemplates: { 'application/json': expect.stringContaining('"StreamName":"orders"') } },
  ],
  [
    'several records',
    'kinesis: { path: /s, method: post, action: PutRecords, streamName: orders }',
    { Uri: uri('kinesis:action/PutRecords'), RequestTemplates: { 'application/json': expect.stringContaining('#foreach') } },
  ],
  [
    'eventbridge',
    'eventbridge: { path: /e, method: post, source: shop, detailType: order, eventBusName: bus }',
    { Uri: uri('events:action/PutEvents'), RequestTemplates: { 'application/json': expect.stringContaining('"EventBusName":"bus"') } },
  ],
  [
    'dynamodb',
    'dynamodb: { path: /d, method: put, tableName: orders, action: PutItem, hashKey: id }',
    { Uri: uri('dynamodb:action/PutItem'), PassthroughBehavior: 'NEVER' },
  ],
  [
    's3',
    's3: { path: /f, method: get, action: GetObject, bucket: b, key: k }',
    { IntegrationHttpMethod: 'GET', Uri: uri('s3:path/{bucket}/{object}') },
  ],
  [
    'templates and answers of its own',
    "sqs: { path: /q, method: post, queueName: q, request: { template: { application/json: own } }, response: [{ statusCode: 202, selectionPattern: '2..' }] }",
    {
      RequestTemplates: { 'application/json': 'own' },
      IntegrationResponses: [{ StatusCode: '202', SelectionPattern: '2..' }],
    },
  ],
  [
    'templates of answers',
    "sns: { path: /q, method: post, topicName: q, response: { template: { success: 'ok' } } }",
    {
      IntegrationResponses: [
        { StatusCode: '200', ResponseTemplates: { 'application/json': 'ok' } },
        { StatusCode: '400' },
        { StatusCode: '500' },
      ],
    },
  ],
  ['a service that is not known', 'athena: { path: /q, method: post }', { Uri: uri('{? athena is not known to this reader}') }],
])('a proxy of a service: %s', async (_, proxy, expected) => {
  const template = await read(proxied(proxy));
  expect(typed(template, 'AWS::ApiGateway::RestApi')).toMatchObject([{ at: { line: 6 } }]);
  expect(properties(method(template))).toMatchObject({ AuthorizationType: 'NONE', Integration: expected });
});

test('a proxy may demand a key, and answer preflight requests', async () => {
  const template = await read(
    proxied('sqs: { path: /q, method: post, queueName: q, private: true, cors: true, authorizationType: AWS_IAM }'),
  );
  expect(typed(template, 'AWS::ApiGateway::Method').map(properties)).toMatchObject([
    { HttpMethod: 'POST', Path: '/q', ApiKeyRequired: 'true', AuthorizationType: 'AWS_IAM' },
    { HttpMethod: 'OPTIONS', Path: '/q', Integration: { Type: 'MOCK' } },
  ]);
});

test('without the plugin, and before version 4, a proxy does nothing', async () => {
  const text = proxied('sqs: { path: /q, method: post, queueName: q }').replace('plugins: [serverless-apigateway-service-proxy]', '#');
  expect((await read(`${text}frameworkVersion: "3"\n`)).resources).toEqual([]);
  expect(typed(await read(text), 'AWS::ApiGateway::Method')).toHaveLength(1);
});

const machine = (http: string) => `service: shop
provider: { name: aws }
plugins: { modules: [serverless-step-functions] }
stepFunctions:
  stateMachines:
    order:
      type: EXPRESS
      events:
        - http: ${http}
`;

test.each([
  [
    'an execution that is started',
    '{ path: order, method: post }',
    {
      Uri: uri('states:action/StartExecution'),
      RequestTemplates: { 'application/json': expect.stringContaining(`{→ ${FILE}#OrderStepFunctionsStateMachine}`) },
    },
  ],
  [
    'one that is waited for, without a template',
    '{ path: order, method: post, action: StartSyncExecution }',
    { Uri: uri('states:action/StartSyncExecution') },
  ],
  [
    'a template of its own, and a template of the answer',
    '{ path: order, method: post, request: { template: { application/json: own } }, response: { template: { application/json: "done" }, headers: { X: "\'y\'" } } }',
    {
      RequestTemplates: { 'application/json': 'own' },
      IntegrationResponses: [
        { StatusCode: '200', ResponseTemplates: { 'application/json': 'done' }, ResponseParameters: { 'method.response.header.X': "'y'" } },
        { StatusCode: '400', SelectionPattern: '400' },
      ],
    },
  ],
  [
    'answers of its own',
    '{ path: order, method: post, responses: { 201: { selectionPattern: "", responseTemplates: { application/json: t } } } }',
    { IntegrationResponses: [{ StatusCode: '201', SelectionPattern: '', ResponseTemplates: { 'application/json': 't' } }] },
  ],
])('a state machine: %s', async (_, http, expected) => {
  const template = await read(machine(http));
  expect(method(template)).toMatchObject({ id: 'order', part: 'events.0', at: { line: 9 } });
  expect(properties(method(template))).toMatchObject({ HttpMethod: 'POST', Path: '/order', Integration: { Type: 'AWS', ...expected } });
  expect(typed(template, 'AWS::StepFunctions::StateMachine').map(properties)).toEqual([{ StateMachineType: 'EXPRESS' }]);
});

test('a state machine has the authorizers of events', async () => {
  expect(properties(method(await read(machine('{ path: order, method: post, private: true, authorizer: aws_iam }'))))).toMatchObject({
    ApiKeyRequired: 'true',
    AuthorizationType: 'AWS_IAM',
  });
});

const GET = '- http: GET /orders';
const withPlugin = (plugin: string, custom: string, events = GET) => service(events, `plugins: [${plugin}]\ncustom: ${custom}\n`);

test.each([
  [
    'a REST API',
    '{ customDomain: { domainName: api.example.com, basePath: v1, securityPolicy: tls_1_2, tlsTruststoreUri: s3://b/k, stage: live } }',
    GET,
    [
      [
        'AWS::ApiGateway::DomainName',
        {
          DomainName: 'api.example.com',
          MutualTlsAuthentication: { TruststoreUri: 's3://b/k' },
          EndpointConfiguration: { Types: ['REGIONAL'] },
          SecurityPolicy: 'TLS_1_2',
        },
      ],
      [
        'AWS::ApiGateway::BasePathMapping',
        { DomainName: `→ ${FILE}#CustomDomain0`, RestApiId: `→ ${FILE}#ApiGatewayRestApi`, Stage: 'live', BasePath: 'v1' },
      ],
    ],
  ],
  [
    'an HTTP API, in a list by types',
    '{ customDomains: [{ http: { domainName: api.example.com, endpointType: regional } }] }',
    '- httpApi: GET /orders',
    [
      ['AWS::ApiGatewayV2::DomainName', { DomainName: 'api.example.com', DomainNameConfigurations: [{ EndpointType: 'REGIONAL' }] }],
      [
        'AWS::ApiGatewayV2::ApiMapping',
        { DomainName: `→ ${FILE}#CustomDomain0.http`, ApiId: `→ ${FILE}#HttpApi`, Stage: `→ ${FILE}#HttpApiStage` },
      ],
    ],
  ],
  ['one that is off', '{ customDomain: { domainName: api.example.com, enabled: false } }', GET, []],
  ['one of an API that is not there', '{ customDomain: { domainName: api.example.com, apiType: websocket } }', GET, []],
])('a domain name: %s', async (_, custom, events, expected) => {
  const { resources } = await read(withPlugin('serverless-domain-manager', custom, events));
  const found = resources.filter(({ id }) => id === 'customDomain');
  expect(found.map((one) => [one.type, type(one.type, one.properties)])).toEqual(expected);
});

/** Properties; of a mapping with the link to its API. */
const type = (name: string, value: Parameters<typeof plain>[0]) =>
  name.endsWith('Mapping') ? plain(value) : properties({ properties: value } as never);

test('a domain name of version 4', async () => {
  const domains = typed(
    await read(service(GET, '', 'domain: api.example.com\ndomains: [{ name: b.example.com }]')),
    'AWS::ApiGateway::DomainName',
  );
  expect(domains.map(properties)).toMatchObject([{ DomainName: 'api.example.com' }, { DomainName: 'b.example.com' }]);
  expect(typed(await read(service(GET, 'frameworkVersion: "3"', 'domain: api.example.com')), 'AWS::ApiGateway::DomainName')).toEqual([]);
});

test('a domain name that is not known is a gap of its API', async () => {
  const { gaps } = await read(withPlugin('serverless-domain-manager', '{ customDomain: "${ssm:/domain}" }'));
  expect(gaps).toMatchObject([{ what: 'the domain name of the API is not known', concerns: [`${FILE}#ApiGatewayRestApi`] }]);
});

test.each([
  ['of WAF', '{ associateWaf: { name: acl, version: V2 } }', 'AWS::WAFv2::WebACLAssociation', 'WebACLArn'],
  ['of WAF Classic', '{ associateWaf: { name: acl } }', 'AWS::WAFRegional::WebACLAssociation', 'WebACLId'],
])('a web ACL %s', async (_, custom, type, property) => {
  const [association] = typed(await read(withPlugin('serverless-associate-waf', custom)), type);
  expect(properties(association)).toEqual({
    ResourceArn: `arn:{? the partition is known when it is deployed}:apigateway:${REGION}::/restapis/{→ ${FILE}#ApiGatewayRestApi}/stages/dev`,
    [property]: '? the web ACL acl is elsewhere',
  });
});

test('a cache, where an event says so, and limits', async () => {
  const events = `- http: { method: get, path: 'orders/{id}', caching: { enabled: true, ttlInSeconds: 60, cacheKeyParameters: [{ name: request.path.id }, { name: integration.request.header.X, mappedFrom: context.stage }] } }
- http: { method: any, path: items, throttling: { maxRequestsPerSecond: 5, maxConcurrentRequests: 2 } }`;
  const custom =
    '{ apiGatewayCaching: { enabled: true, clusterSize: "0.5", ttlInSeconds: 300, dataEncrypted: true }, apiGatewayThrottling: { maxRequestsPerSecond: 100, maxConcurrentRequests: 50 } }';
  const template = await read(withPlugin('serverless-api-gateway-caching, serverless-api-gateway-throttling', custom, events));
  expect(typed(template, 'AWS::ApiGateway::Stage').map(properties)).toEqual([
    {
      StageName: 'dev',
      CacheClusterEnabled: 'true',
      CacheClusterSize: '0.5',
      MethodSettings: [
        { HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: '100', ThrottlingBurstLimit: '50' },
        {
          HttpMethod: 'GET',
          ResourcePath: '/~1orders~1{id}',
          CachingEnabled: 'true',
          CacheTtlInSeconds: '60',
          CacheDataEncrypted: 'true',
          RequireAuthorizationForCacheControl: 'true',
        },
        { HttpMethod: '*', ResourcePath: '/~1items', ThrottlingRateLimit: '5', ThrottlingBurstLimit: '2' },
      ],
    },
  ]);
  expect(properties(method(template))).toMatchObject({
    Integration: { CacheKeyParameters: ['method.request.path.id', 'integration.request.header.X'] },
  });
});

test('a cache that is off, or whose plugin is not there, caches nothing', async () => {
  const events = '- http: { method: get, path: o, caching: { enabled: true } }';
  for (const text of [
    withPlugin('serverless-api-gateway-caching', '{ apiGatewayCaching: { enabled: false } }', events),
    withPlugin('serverless-api-gateway-caching', '{ apiGatewayCaching: { clusterSize: 0.5 } }', events),
    withPlugin('serverless-offline', '{ apiGatewayCaching: { enabled: true } }', events),
  ]) {
    expect(typed(await read(text), 'AWS::ApiGateway::Stage').map(properties)).toEqual([{ StageName: 'dev' }]);
  }
});

test('binary types and documentation', async () => {
  const template = await read(
    withPlugin('serverless-apigw-binary, serverless-aws-documentation', '{ apigwBinary: { types: ["*/*"] }, documentation: { api: {} } }'),
  );
  expect(typed(template, 'AWS::ApiGateway::RestApi').map(properties)).toMatchObject([{ BinaryMediaTypes: ['*/*'] }]);
  expect(typed(template, 'AWS::ApiGateway::DocumentationPart')).toHaveLength(1);
});

test.each([
  ['serverless-offline', []],
  ['serverless-api-gateway-caching', []],
  ['serverless-apigateway-plugin', [`${FILE}#ApiGatewayRestApi`]],
  ['serverless-aws-apigw-xray', [`${FILE}#ApiGatewayRestApi`]],
  ['serverless-basic-authentication', [`${FILE}#ApiGatewayRestApi`]],
  ['serverless-reqvalidator-plugin', [`${FILE}#ApiGatewayRestApi`]],
])('a plugin that is not read is named: %s', async (name, concerns) => {
  const { gaps } = await read(service(GET, `plugins:\n  - ${name}\n`));
  expect(gaps).toMatchObject(concerns.length === 0 ? [] : [{ what: `the plugin ${name} is not read`, at: { line: 11 }, concerns }]);
});

test.each([
  ['servers of version 4', 'mcp: { tools: {} }', { what: 'mcp is not read', concerns: [`${FILE}#ApiGatewayRestApi`] }],
  ['a webhook', 'constructs: { hook: { type: webhook }, jobs: { type: queue } }', { what: 'the webhook hook is not read', concerns: null }],
])('a part that is not read is named: %s', async (_, more, gap) => {
  expect((await read(service(GET, more))).gaps).toMatchObject([{ ...gap, at: { line: 10 } }]);
});
