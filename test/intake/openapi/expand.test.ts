// What an API definition says, as the resources that an import of it makes: each row is a definition and one of them.
import { expect, test } from 'vitest';
import { expandBody } from '../../../src/intake/templates/openapi/expand.ts';
import type { Beside } from '../../../src/intake/templates/template.ts';
import { rawText } from '../../../src/intake/templates/text/raw.ts';
import type { Section } from '../../../src/intake/templates/value.ts';
import { api, plain, properties } from '../plain.ts';

const beside = (files: Readonly<Record<string, string>>): Beside => ({
  read: (path) => files[path] ?? { because: 'it is not there' },
  list: () => [],
});

function expand(text: string, type: 'rest' | 'http' = 'rest', files?: Readonly<Record<string, string>>) {
  const { value } = rawText(text, 'api.yaml');
  return expandBody(api(), value as Section, type, files === undefined ? null : beside(files));
}

const of = (text: string, part: string, type: 'rest' | 'http' = 'rest') => expand(text, type).resources.find((one) => one.part === part);

const LAMBDA = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations';
const proxy = `x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: '${LAMBDA}' }`;
const PROXY = { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: LAMBDA };

/** A definition of one operation, with more at its top. */
const one = (operation: string, top = '') => `openapi: "3.0.1"
paths:
  /orders:
    get:
      ${proxy}
${operation.replaceAll(/^/gm, '      ')}
${top}`;

test.each([
  ['a proxy', one(''), { HttpMethod: 'GET', Path: '/orders', AuthorizationType: 'NONE', Integration: PROXY }],
  ['no security', one('security: []'), { AuthorizationType: 'NONE' }],
  [
    'a key',
    one('security: [{ key: [] }]', 'components: { securitySchemes: { key: { type: apiKey, name: x-api-key, in: header } } }'),
    { AuthorizationType: 'NONE', ApiKeyRequired: 'true' },
  ],
  [
    'IAM, of Swagger 2',
    one(
      'security: [{ sigv4: [] }]',
      'securityDefinitions: { sigv4: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 } }',
    ),
    { AuthorizationType: 'AWS_IAM' },
  ],
  ['IAM, of the operation', one('x-amazon-apigateway-auth: { type: aws_iam }'), { AuthorizationType: 'AWS_IAM' }],
  [
    'an authorizer and a key',
    one(
      'security: [{ pool: [orders/read], key: [] }]',
      `securityDefinitions:
  key: { type: apiKey, name: x-api-key, in: header }
  pool: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [arn:pool] } }`,
    ),
    {
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizerId: '→ template.yaml#Api/authorizer pool',
      AuthorizationScopes: ['orders/read'],
      ApiKeyRequired: 'true',
    },
  ],
  [
    'a validator of the definition',
    one(
      '',
      'x-amazon-apigateway-request-validator: all\nx-amazon-apigateway-request-validators: { all: { validateRequestBody: true, validateRequestParameters: false } }',
    ),
    { RequestValidator: { ValidateRequestBody: 'true', ValidateRequestParameters: 'false' } },
  ],
  [
    'a validator of the operation',
    one(
      'x-amazon-apigateway-request-validator: params',
      'x-amazon-apigateway-request-validator: all\nx-amazon-apigateway-request-validators: { all: { validateRequestBody: true }, params: { validateRequestParameters: true } }',
    ),
    { RequestValidator: { ValidateRequestParameters: 'true' } },
  ],
  [
    'a validator that is not there',
    one('x-amazon-apigateway-request-validator: all'),
    { RequestValidator: '? validator all is not in the definition' },
  ],
  [
    'a body with a schema',
    one('requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }'),
    { RequestModels: { 'application/json': 'Order' } },
  ],
  ['a body without one', one('requestBody: { content: { application/json: {} } }'), {}],
  [
    'a body of Swagger 2',
    one('consumes: [text/xml]\nparameters: [{ in: body, name: order, schema: { type: object } }]'),
    { RequestModels: { 'text/xml': { type: 'object' } } },
  ],
  [
    'parameters',
    one(
      'parameters: [{ in: query, name: page, required: true }, { in: header, name: X-Trace }, { in: cookie, name: c, required: true }, { $ref: "#/components/parameters/id" }]',
      'components: { parameters: { id: { in: path, name: id, required: true } } }',
    ),
    {
      RequestParameters: {
        'method.request.querystring.page': 'true',
        'method.request.header.X-Trace': 'false',
        'method.request.path.id': 'true',
      },
    },
  ],
  [
    'answers, with codes that are numbers',
    one(
      'responses: { 200: { headers: { X-Page: { schema: { type: string } } }, content: { application/json: { schema: { $ref: "#/components/schemas/Empty" } } } } }',
    ),
    {
      MethodResponses: [
        {
          StatusCode: '200',
          ResponseParameters: { 'method.response.header.X-Page': 'true' },
          ResponseModels: { 'application/json': 'Empty' },
        },
      ],
    },
  ],
])('%s', (_, text, expected) => {
  const usual = { HttpMethod: 'GET', Path: '/orders', AuthorizationType: 'NONE', Integration: PROXY };
  expect(properties(of(text, 'GET /orders'))).toEqual({ ...usual, ...expected });
});

test('an integration with templates', () => {
  const text = `swagger: "2.0"
paths:
  /queue:
    POST:
      x-amazon-apigateway-integration:
        type: aws
        uri: arn:aws:apigateway:eu-west-1:sqs:path/1/q
        credentials: arn:aws:iam::1:role/r
        passthroughBehavior: never
        contentHandling: convert_to_text
        connectionType: vpc_link
        connectionId: link
        timeoutInMillis: 5000
        cacheKeyParameters: [method.request.querystring.page]
        responseTransferMode: stream
        tlsConfig: { insecureSkipVerification: true }
        requestTemplates: { application/json: "#foreach" }
        requestParameters: { integration.request.header.Content-Type: "'x'" }
        responses:
          default: { statusCode: 200 }
          4\\d{2}: { statusCode: 400, responseTemplates: { application/json: bad }, responseParameters: { method.response.header.X: "'y'" } }
`;
  expect(properties(of(text, 'POST /queue'))).toMatchObject({
    HttpMethod: 'POST',
    Integration: {
      Type: 'AWS',
      Uri: 'arn:aws:apigateway:eu-west-1:sqs:path/1/q',
      Credentials: 'arn:aws:iam::1:role/r',
      PassthroughBehavior: 'NEVER',
      ContentHandling: 'CONVERT_TO_TEXT',
      ConnectionType: 'VPC_LINK',
      ConnectionId: 'link',
      TimeoutInMillis: '5000',
      CacheKeyParameters: ['method.request.querystring.page'],
      ResponseTransferMode: 'STREAM',
      TlsConfig: { InsecureSkipVerification: 'true' },
      RequestTemplates: { 'application/json': '#foreach' },
      RequestParameters: { 'integration.request.header.Content-Type': "'x'" },
      IntegrationResponses: [
        { StatusCode: '200' },
        {
          SelectionPattern: '4\\d{2}',
          StatusCode: '400',
          ResponseTemplates: { 'application/json': 'bad' },
          ResponseParameters: { 'method.response.header.X': "'y'" },
        },
      ],
    },
  });
});

test('methods in any case, any method, and what is no method', () => {
  const text = `paths:
  x-note: nothing
  /a:
    summary: nothing
    parameters: []
    Get: { ${proxy} }
    x-amazon-apigateway-any-method: { ${proxy} }
    trace: { ${proxy} }
`;
  expect(expand(text).resources.map((one) => one.part)).toEqual(['GET /a', 'ANY /a']);
});

test.each([
  [
    'a TOKEN authorizer takes its header from the scheme',
    'rest',
    'scheme: { type: apiKey, name: X-Token, in: header, x-amazon-apigateway-authorizer: { type: token, authorizerUri: f, authorizerCredentials: role, authorizerResultTtlInSeconds: 0, identityValidationExpression: ^x } }',
    {
      Name: 'scheme',
      Type: 'TOKEN',
      IdentitySource: 'method.request.header.X-Token',
      AuthorizerUri: 'f',
      AuthorizerCredentials: 'role',
      AuthorizerResultTtlInSeconds: '0',
      IdentityValidationExpression: '^x',
    },
  ],
  [
    'a REQUEST authorizer states its own',
    'rest',
    'scheme: { type: apiKey, name: Unused, in: header, x-amazon-apigateway-authorizer: { type: request, identitySource: method.request.querystring.t } }',
    { Name: 'scheme', Type: 'REQUEST', IdentitySource: 'method.request.querystring.t' },
  ],
  [
    'a JWT authorizer',
    'http',
    'scheme: { type: oauth2, x-amazon-apigateway-authorizer: { type: jwt, jwtConfiguration: { issuer: https://i, audience: [a] }, identitySource: $request.header.Authorization } }',
    {
      Name: 'scheme',
      AuthorizerType: 'JWT',
      JwtConfiguration: { Issuer: 'https://i', Audience: ['a'] },
      IdentitySource: '$request.header.Authorization',
    },
  ],
  [
    'a Lambda authorizer of an HTTP API',
    'http',
    'scheme: { type: apiKey, name: n, in: header, x-amazon-apigateway-authorizer: { type: request, authorizerUri: f, authorizerPayloadFormatVersion: 2.0, enableSimpleResponses: true } }',
    { Name: 'scheme', AuthorizerType: 'REQUEST', AuthorizerUri: 'f', AuthorizerPayloadFormatVersion: '2.0', EnableSimpleResponses: 'true' },
  ],
] as const)('%s', (_, type, scheme, expected) => {
  const text = `openapi: 3.0.1\ncomponents:\n  securitySchemes:\n    ${scheme}\n`;
  expect(properties(of(text, 'authorizer scheme', type))).toEqual(expected);
});

test.each([
  [
    'a route',
    `paths: { /o: { get: { x-amazon-apigateway-integration: { type: http_proxy, httpMethod: get, uri: https://e, payloadFormatVersion: 1.0 } } } }`,
    'GET /o',
    {
      RouteKey: 'GET /o',
      AuthorizationType: 'NONE',
      Integration: { IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'GET', IntegrationUri: 'https://e', PayloadFormatVersion: '1.0' },
    },
  ],
  [
    'the default route',
    `paths: { /$default: { x-amazon-apigateway-any-method: { isDefaultRoute: true, x-amazon-apigateway-integration: { type: aws_proxy } } } }`,
    '$default',
    { RouteKey: '$default', Integration: { IntegrationType: 'AWS_PROXY' } },
  ],
  [
    'an integration that several routes name',
    `paths: { /o: { post: { x-amazon-apigateway-integration: { $ref: "#/components/x-amazon-apigateway-integrations/send" } } } }
components: { x-amazon-apigateway-integrations: { send: { type: aws_proxy, integrationSubtype: SQS-SendMessage, credentials: r, requestParameters: { QueueUrl: q }, responseParameters: { "200": { "overwrite:statuscode": "202" } } } } }`,
    'POST /o',
    {
      RouteKey: 'POST /o',
      Integration: {
        IntegrationType: 'AWS_PROXY',
        IntegrationSubtype: 'SQS-SendMessage',
        CredentialsArn: 'r',
        RequestParameters: { QueueUrl: 'q' },
        ResponseParameters: { '200': { ResponseParameters: [{ Destination: 'overwrite:statuscode', Source: '202' }] } },
      },
    },
  ],
  [
    'a key, which an HTTP API does not know',
    'paths: { /o: { get: { security: [{ k: [] }], x-amazon-apigateway-integration: { type: aws_proxy } } } }\ncomponents: { securitySchemes: { k: { type: apiKey } } }',
    'GET /o',
    { RouteKey: 'GET /o', AuthorizationType: 'NONE', Integration: { IntegrationType: 'AWS_PROXY' } },
  ],
])('of an HTTP API: %s', (_, text, part, expected) => {
  expect(properties(of(text, part, 'http'))).toEqual({ AuthorizationType: 'NONE', ...expected });
});

test('settings of a REST API', () => {
  const text = `openapi: 3.0.1
info: { title: Orders, version: 1 }
servers: [{ url: https://x, x-amazon-apigateway-endpoint-configuration: { vpcEndpointIds: [vpce-1], disableExecuteApiEndpoint: true } }]
x-amazon-apigateway-policy: { Version: 2012-10-17 }
x-amazon-apigateway-api-key-source: authorizer
x-amazon-apigateway-minimum-compression-size: 1024
x-amazon-apigateway-binary-media-types: [image/png]
x-amazon-apigateway-security-policy: SecurityPolicy_TLS13_1_3_2025_09
x-amazon-apigateway-importexport-version: 1.0
x-amazon-apigateway-tag-value: t
x-amazon-apigateway-cors: { allowOrigins: ["*"] }
`;
  expect(plain(expand(text).settings)).toEqual({
    Name: 'Orders',
    Version: '1',
    Policy: { Version: '2012-10-17' },
    ApiKeySourceType: 'AUTHORIZER',
    MinimumCompressionSize: '1024',
    BinaryMediaTypes: ['image/png'],
    SecurityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09',
    EndpointConfiguration: { VpcEndpointIds: ['vpce-1'] },
    DisableExecuteApiEndpoint: 'true',
  });
});

test('settings of an HTTP API', () => {
  const text = `x-amazon-apigateway-cors: { allowOrigins: ["*"], allowCredentials: true, maxAge: 60 }\nx-amazon-apigateway-policy: {}\n`;
  expect(plain(expand(text, 'http').settings)).toEqual({
    CorsConfiguration: { AllowOrigins: ['*'], AllowCredentials: 'true', MaxAge: '60' },
  });
});

test('gateway responses and documentation of a REST API', () => {
  const text = `swagger: 2.0
x-amazon-apigateway-gateway-responses: { DEFAULT_4XX: { statusCode: 418, responseParameters: { gatewayresponse.header.X: "'y'" }, responseTemplates: { application/json: t } } }
x-amazon-apigateway-documentation: { version: 1, documentationParts: [{ location: { type: API }, properties: { info: {} } }] }
`;
  const { resources } = expand(text);
  expect(resources.map((one) => [one.type, properties(one)])).toEqual([
    [
      'AWS::ApiGateway::GatewayResponse',
      {
        ResponseType: 'DEFAULT_4XX',
        StatusCode: '418',
        ResponseParameters: { 'gatewayresponse.header.X': "'y'" },
        ResponseTemplates: { 'application/json': 't' },
      },
    ],
    ['AWS::ApiGateway::DocumentationPart', { Location: { type: 'API' }, Properties: { info: {} } }],
  ]);
});

test('the base path is left out, unless the import says otherwise', () => {
  const { value } = rawText(
    `swagger: "2.0"\nbasePath: /v1/shop\npaths: { /o: { get: { ${proxy} } }, /: { get: { ${proxy} } } }`,
    'api.yaml',
  );
  const at = { file: 'template.yaml', line: 1, column: 1 };
  const parts = (mode: string) => {
    const parameters = rawText(`{ basepath: ${mode} }`, 'template.yaml').value as Section;
    return expandBody(api({ Parameters: { ...parameters, at } }), value as Section, 'rest').resources.map((one) => one.part);
  };
  expect(parts('ignore')).toEqual(['GET /o', 'GET /']);
  expect(parts('prepend')).toEqual(['GET /v1/shop/o', 'GET /v1/shop']);
  expect(parts('split')).toEqual(['GET /shop/o', 'GET /shop']);
});

test.each([
  ['an operation without integration', 'paths: { /o: { get: {} } }', 'GET /o has no integration in the definition'],
  ['an empty operation', 'paths:\n  /o:\n    get:\n', 'GET /o has no integration in the definition'],
  ['a path in another file', 'paths: { /o: { $ref: other.yaml } }', '/o of the definition is not known'],
  ['a path that refers to itself', 'paths: { /o: { $ref: "#/paths/~1o" } }', '/o of the definition is not known'],
  ['a path on another server', 'paths: { /o: { $ref: "https://e/o.yaml" } }', '/o of the definition is not known'],
  ['a path by an inclusion', 'paths: { Fn::Transform: { Name: AWS::Include } }', 'a part of the paths of the definition is not known'],
  ['a scheme that is not there', one('security: [{ pool: [] }]'), 'the authorizer of GET /orders is not known: scheme pool'],
  [
    'an authorizer that is elsewhere',
    one('security: [{ pool: [] }]', 'securityDefinitions: { pool: { type: apiKey, x-amazon-apigateway-authtype: custom } }'),
    'the authorizer of GET /orders is not known: scheme pool',
  ],
])('a gap, with the API that it concerns: %s', (_, text, what) => {
  expect(expand(text).gaps).toMatchObject([{ what, concerns: ['template.yaml#Api'] }]);
});

test('what an integration lacks is unknown', () => {
  const text =
    'paths: { /o: { get: { x-amazon-apigateway-integration: { uri: u } }, put: { x-amazon-apigateway-integration: { $ref: other.yaml#/i } } } }';
  expect(properties(of(text, 'GET /o'))).toMatchObject({ Integration: { Uri: 'u', Type: '? the integration states no type' } });
  expect(properties(of(text, 'PUT /o'))).toMatchObject({ Integration: '? other.yaml: files beside it are not read here' });
});

test('security at the top is not known to hold for operations that state none', () => {
  const top = 'security: [{ key: [] }]\nsecurityDefinitions: { key: { type: apiKey, name: x-api-key, in: header } }';
  const because = 'AWS does not document whether security at the top of a definition (key) holds for operations that state none';
  expect(properties(of(one('', top), 'GET /orders'))).toMatchObject({ AuthorizationType: `? ${because}` });
  expect(properties(of(one('security: []', top), 'GET /orders'))).toMatchObject({ AuthorizationType: 'NONE' });
});

test('references lead to other files, and from there into them', () => {
  const text = 'paths: { /o: { $ref: paths/o.yaml } }';
  const files = {
    'paths/o.yaml': `get: { $ref: "#/operations/get" }\noperations: { get: { parameters: [{ $ref: ../parts.json#/page }], ${proxy} } }`,
    'parts.json': '{ "page": { "in": "query", "name": "page", "required": true } }',
  };
  const { resources, gaps } = expand(text, 'rest', files);
  expect(gaps).toEqual([]);
  expect(resources.map(properties)).toMatchObject([
    { Path: '/o', RequestParameters: { 'method.request.querystring.page': 'true' }, Integration: PROXY },
  ]);
  expect(resources[0]?.at).toEqual({ file: 'paths/o.yaml', line: 1, column: 1 });
});

test('a scheme that only describes is a remark', () => {
  const { remarks, resources } = expand(one('security: [{ basic: [] }]', 'securityDefinitions: { basic: { type: basic } }'));
  expect(remarks).toMatchObject([{ what: 'the scheme basic of GET /orders has no effect', at: { line: 6 } }]);
  expect(resources.map(properties)).toMatchObject([{ AuthorizationType: 'NONE' }]);
});

test('what stands under a condition keeps it, and the branches of a value stay', () => {
  const raw = (text: string) => rawText(text, 'api.yaml').value as Section;
  const at = { file: 'api.yaml', line: 1, column: 1 };
  const either = (...branches: readonly (Section | null)[]) => ({ kind: 'either', condition: 'IsOpen', branches, at }) as const;
  const operation = raw(`{ ${proxy}, security: [] }`);
  const paths = {
    ...raw('{ a: b }'),
    entries: new Map([
      ['/o', { key: at, value: either({ ...operation, entries: new Map([['get', { key: at, value: operation }]]) }, null) }],
    ]),
  };
  const body = { ...operation, entries: new Map([['paths', { key: at, value: paths }]]) };
  expect(expandBody(api(), body, 'rest').resources).toMatchObject([{ part: 'GET /o', conditions: ['IsOpen'] }]);
});
