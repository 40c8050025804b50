// What `http` events make: each row is an event and the method of the REST API.
import { expect, test } from 'vitest';
import { plain, properties } from '../plain.ts';
import { FILE, invokes, method, read, service, typed } from './services.ts';

const PROXY = { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: invokes('ListLambdaFunction') };
const USUAL = { HttpMethod: 'GET', Path: '/orders', AuthorizationType: 'NONE', Integration: PROXY };

const event = (more: string) => `- http: { method: get, path: orders${more === '' ? '' : `, ${more}`} }`;

test.each([
  ['in short', '- http: GET orders', {}],
  ['in short, with a slash', '- http: get /orders/', {}],
  ['in full', event(''), {}],
  ['the root', '- http: { method: get, path: / }', { Path: '/' }],
  ['any method', '- http: ANY /{proxy+}', { HttpMethod: 'ANY', Path: '/{proxy+}' }],
  ['a key', event('private: true'), { ApiKeyRequired: 'true' }],
  ['IAM in short', event('authorizer: aws_iam'), { AuthorizationType: 'AWS_IAM' }],
  ['IAM in full', event('authorizer: { type: AWS_IAM }'), { AuthorizationType: 'AWS_IAM' }],
  ['a function', event('authorizer: check'), { AuthorizationType: 'CUSTOM', AuthorizerId: `→ ${FILE}#CheckApiGatewayAuthorizer` }],
  [
    'a function elsewhere',
    event('authorizer: arn:aws:lambda:eu-west-1:1:function:shop-dev-check'),
    { AuthorizationType: 'CUSTOM', AuthorizerId: `→ ${FILE}#CheckApiGatewayAuthorizer` },
  ],
  [
    'a user pool by its ARN',
    event('authorizer: { arn: "arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_x", scopes: [orders/read] }'),
    {
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizerId: `→ ${FILE}#1UnderscorexApiGatewayAuthorizer`,
      AuthorizationScopes: ['orders/read'],
    },
  ],
  [
    'an authorizer that stands elsewhere',
    event('authorizer: { type: CUSTOM, authorizerId: { Ref: Own } }'),
    { AuthorizationType: 'CUSTOM', AuthorizerId: `→ ${FILE}#Own` },
  ],
  [
    'an authorizer whose ARN is not known',
    event('authorizer: { name: check, arn: "${ssm:/arn}" }'),
    {
      AuthorizationType: '? ${ssm:/arn} is a parameter of Systems Manager',
      AuthorizerId: `→ ${FILE}#CheckApiGatewayAuthorizer`,
    },
  ],
  [
    'a schema',
    event('request: { schemas: { application/json: { type: object } } }'),
    {
      RequestValidator: { ValidateRequestBody: 'true', ValidateRequestParameters: 'true' },
      RequestModels: { 'application/json': { type: 'object' } },
    },
  ],
  [
    'parameters, of which one is required',
    event('request: { parameters: { querystrings: { page: true, size: false }, paths: { id: { required: false } }, headers: { X: {} } } }'),
    {
      RequestValidator: { ValidateRequestBody: 'true', ValidateRequestParameters: 'true' },
      RequestParameters: {
        'method.request.querystring.page': 'true',
        'method.request.querystring.size': 'false',
        'method.request.header.X': 'true',
        'method.request.path.id': 'false',
      },
    },
  ],
  [
    'parameters, of which none is',
    event('request: { parameters: { querystrings: { page: false } } }'),
    { RequestParameters: { 'method.request.querystring.page': 'false' } },
  ],
  ['a timeout', event('timeoutInMillis: 29000'), { Integration: { ...PROXY, TimeoutInMillis: '29000' } }],
  [
    'a stream',
    event('response: { transferMode: stream }'),
    {
      Integration: {
        ...PROXY,
        Uri: invokes('ListLambdaFunction', '/response-streaming-invocations', '2021-11-15'),
        ResponseTransferMode: 'STREAM',
      },
    },
  ],
  [
    'an HTTP proxy behind a VPC link',
    event('integration: http-proxy, connectionType: vpc-link, connectionId: link, request: { uri: "https://e/o" }'),
    {
      Integration: {
        Type: 'HTTP_PROXY',
        IntegrationHttpMethod: 'GET',
        Uri: 'https://e/o',
        ConnectionType: 'VPC_LINK',
        ConnectionId: 'link',
      },
    },
  ],
  ['a mock', event('integration: mock'), { Integration: { Type: 'MOCK' } }],
])('%s', async (_, events, expected) => {
  expect(properties(method(await read(service(events))))).toEqual({ ...USUAL, ...expected });
});

test('a function without the proxy comes with templates that nobody wrote', async () => {
  const made = method(await read(service(event('integration: lambda, cors: true'))));
  expect(properties(made)).toMatchObject({
    Integration: {
      Type: 'AWS',
      Uri: invokes('ListLambdaFunction'),
      PassthroughBehavior: 'NEVER',
      RequestTemplates: {
        'application/json': expect.stringContaining('$input.json("$")'),
        'application/x-www-form-urlencoded': expect.anything(),
      },
    },
  });
  const responses = (properties(made) as { Integration: { IntegrationResponses: readonly { StatusCode: string }[] } }).Integration
    .IntegrationResponses;
  expect(responses.map((one) => one.StatusCode)).toEqual(['200', '400', '401', '403', '404', '422', '500', '502', '504']);
  expect(responses[0]).toEqual({
    StatusCode: '200',
    ResponseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" },
  });
  const integration = made?.properties.entries.get('Integration')?.value;
  const template = integration?.kind === 'section' ? integration.entries.get('RequestTemplates') : undefined;
  expect(template?.value.kind === 'section' && template.value.entries.get('application/json')?.value).toMatchObject({
    said: { by: 'default of the Serverless Framework' },
  });
});

test('templates and answers of its own take the place of the usual ones', async () => {
  const text = `- http:
    method: post
    path: orders
    integration: lambda
    request:
      passThrough: WHEN_NO_MATCH
      template:
        application/json: '{ "own": 1 }'
        application/x-www-form-urlencoded:
      parameters: { querystrings: { page: { required: false, mappedValue: context.requestId } }, headers: { X: false } }
    response:
      headers: { Content-Type: "'text/html'" }
      template: $input.path('$')
      statusCodes:
        201: { pattern: '' }
        409: { pattern: '.*taken.*', template: taken, headers: { X-Why: "'taken'" } }`;
  const template = await read(service(text));
  expect(properties(method(template))).toMatchObject({
    Integration: {
      RequestTemplates: { 'application/json': '{ "own": 1 }' },
      PassthroughBehavior: 'WHEN_NO_MATCH',
      RequestParameters: {
        'integration.request.querystring.page': 'context.requestId',
        'integration.request.header.X': 'method.request.header.X',
      },
      IntegrationResponses: [
        {
          StatusCode: '201',
          SelectionPattern: '',
          ResponseParameters: { 'method.response.header.Content-Type': "'text/html'" },
          ResponseTemplates: { 'application/json': "$input.path('$')" },
        },
        {
          StatusCode: '409',
          SelectionPattern: '.*taken.*',
          ResponseParameters: { 'method.response.header.Content-Type': "'text/html'", 'method.response.header.X-Why': "'taken'" },
          ResponseTemplates: { 'application/json': 'taken' },
        },
      ],
    },
  });
});

test('a function that is not waited for', async () => {
  expect(properties(method(await read(service(event('async: true')))))).toMatchObject({
    Integration: { Type: 'AWS', RequestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } },
  });
});

test('preflight requests are answered once for each path', async () => {
  const events = `${event('cors: true')}\n- http: { method: post, path: orders, cors: { origin: "https://a", allowCredentials: true, maxAge: 60 } }
- http: { method: put, path: item, cors: { origins: [https://a, https://b], headers: [X], methods: [PUT] } }\n- http: { method: head, path: x, cors: false }`;
  const preflights = typed(await read(service(events)), 'AWS::ApiGateway::Method').filter(({ part }) => part?.endsWith('.cors') === true);
  expect(preflights.map(({ id, part, at }) => [id, part, at.line])).toEqual([
    ['list', 'events.0.cors', 9],
    ['list', 'events.2.cors', 11],
  ]);
  const answers = preflights.map(
    (one) => (properties(one) as { Integration: { IntegrationResponses: readonly unknown[] } }).Integration.IntegrationResponses[0],
  );
  expect(answers).toMatchObject([
    { ResponseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" } },
    {
      ResponseParameters: {
        'method.response.header.Access-Control-Allow-Origin': "'https://a'",
        'method.response.header.Access-Control-Allow-Headers': "'X'",
        'method.response.header.Access-Control-Allow-Methods': "'PUT'",
      },
      ResponseTemplates: { 'application/json': expect.stringContaining('"https://a" "https://b"') },
    },
  ]);
});

test.each([
  [
    'a function of the service, a TOKEN authorizer',
    'authorizer: check',
    { Name: 'check', Type: 'TOKEN', AuthorizerUri: invokes('CheckLambdaFunction'), IdentitySource: 'method.request.header.Authorization' },
  ],
  [
    'a REQUEST authorizer without cache',
    'authorizer: { name: check, type: request, resultTtlInSeconds: 0 }',
    { Name: 'check', Type: 'REQUEST', AuthorizerUri: invokes('CheckLambdaFunction'), AuthorizerResultTtlInSeconds: '0' },
  ],
  [
    'what a TOKEN authorizer states',
    'authorizer: { name: check, identitySource: method.request.header.X, identityValidationExpression: ^x, resultTtlInSeconds: 60 }',
    {
      Name: 'check',
      Type: 'TOKEN',
      AuthorizerUri: invokes('CheckLambdaFunction'),
      IdentitySource: 'method.request.header.X',
      IdentityValidationExpression: '^x',
      AuthorizerResultTtlInSeconds: '60',
    },
  ],
  [
    'a user pool of the same template',
    'authorizer: { name: pool, type: COGNITO_USER_POOLS, arn: { "Fn::GetAtt": [Pool, Arn] } }',
    {
      Name: 'pool',
      Type: 'COGNITO_USER_POOLS',
      ProviderARNs: [`→ ${FILE}#Pool.Arn`],
      IdentitySource: 'method.request.header.Authorization',
    },
  ],
])('an authorizer: %s', async (_, stated, expected) => {
  const template = await read(service(event(stated), 'resources: { Resources: { Pool: { Type: AWS::Cognito::UserPool } } }'));
  expect(typed(template, 'AWS::ApiGateway::Authorizer').map(properties)).toEqual([expected]);
});

test.each([
  ['an event that is not known', '- http: ${ssm:/event}', 'events.0 of list is not known'],
  ['an event of any kind', '- ${ssm:/event}', 'events.0 of the function list is not known'],
])('a gap: %s', async (_, events, what) => {
  expect((await read(service(events))).gaps).toMatchObject([{ what, at: { line: 9 } }]);
});

test('method and path that are not known stay unknown, and what is known of a path stays', async () => {
  const [first, second] = typed(
    await read(service('- http: { method: "${env:M}", path: "v1/${env:P}" }\n- http: {}')),
    'AWS::ApiGateway::Method',
  );
  expect(properties(first)).toMatchObject({
    HttpMethod: '? ${env:M} is given when it is deployed, and has no fallback',
    Path: '/v1/{? ${env:P} is given when it is deployed, and has no fallback}',
  });
  expect(properties(second)).toMatchObject({ HttpMethod: '? the event states no method', Path: '? the event states no path' });
});

test('before version 2, required parameters brought no validator', async () => {
  const text = service(event('request: { parameters: { querystrings: { page: true } } }'), 'frameworkVersion: ">=1.28.0 <2.0.0"');
  expect(properties(method(await read(text)))).not.toHaveProperty('RequestValidator');
});

test('a schema may be named that stands at the provider', async () => {
  const text = service(
    event('request: { schemas: { application/json: order } }'),
    '',
    'apiGateway: { request: { schemas: { order: { schema: {} } } } }',
  );
  const models = method(await read(text))?.properties.entries.get('RequestModels')?.value;
  expect(plain(models ?? null)).toEqual({ 'application/json': 'order' });
  expect(models?.kind === 'section' && models.entries.get('application/json')?.value).toMatchObject({
    said: { line: 4, by: 'provider.apiGateway.request.schemas' },
  });
});
