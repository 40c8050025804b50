// Definitions in files of their own: which files are any, and what they are imported as.
import { expect, test } from 'vitest';
import { openApiReader } from '../../../src/intake/templates/openapi/reader.ts';
import { plain } from '../plain.ts';

const NOTHING = { read: () => ({ because: 'it is not there' }), list: () => [] };

const read = async (text: string) => (await openApiReader.read([{ file: 'api.yaml', text }], NOTHING)).templates[0];

test.each([
  ['OpenAPI with an extension', 'openapi: 3.0.1\nx-amazon-apigateway-cors: {}', true],
  ['Swagger with an extension, in JSON', '{ "x-amazon-apigateway-policy": {}, "swagger": "2.0" }', true],
  ['OpenAPI without one', 'openapi: 3.0.1\npaths: {}', false],
  ['a template with a body', 'Resources: { Api: { Properties: { Body: { openapi: 3.0.1, x-amazon-apigateway-cors: {} } } } }', false],
  ['a part of a definition', 'get:\n  x-amazon-apigateway-integration: {}', false],
  ['a definition that cannot be read, which is then listed', 'openapi: 3.0.1\npaths: [\nx-amazon-apigateway-cors: {', true],
])('%s', (_, text, expected) => {
  expect(openApiReader.recognizes({ file: 'api.yaml', text })).toBe(expected);
});

const operation = (integration: string) =>
  `openapi: 3.0.1\npaths: { /o: { get: { x-amazon-apigateway-integration: { ${integration} } } } }\n`;

test.each([
  ['CORS of HTTP APIs', `${operation('type: aws_proxy')}x-amazon-apigateway-cors: {}`, 'http'],
  ['a first-class integration', operation('type: aws_proxy, integrationSubtype: SQS-SendMessage'), 'http'],
  ['payload format 2.0', operation('type: aws_proxy, payloadFormatVersion: 2.0'), 'http'],
  ['a default route', 'openapi: 3.0.1\npaths: { /$default: { x-amazon-apigateway-any-method: {} } }', 'http'],
  ['shared integrations', 'openapi: 3.0.1\ncomponents: { x-amazon-apigateway-integrations: {} }', 'http'],
  [
    'a JWT authorizer',
    'openapi: 3.0.1\ncomponents: { securitySchemes: { a: { type: oauth2, x-amazon-apigateway-authorizer: { type: jwt } } } }',
    'http',
  ],
  ['Swagger 2', 'swagger: "2.0"\npaths: { /o: { get: { x-amazon-apigateway-integration: { type: aws_proxy } } } }', 'rest'],
  ['gateway responses', 'openapi: 3.0.1\nx-amazon-apigateway-gateway-responses: {}', 'rest'],
  ['an integration without the proxy, which makes payload format 2.0 nothing', operation('type: aws, payloadFormatVersion: 2.0'), 'rest'],
  [
    'a token authorizer',
    'openapi: 3.0.1\ncomponents: { securitySchemes: { a: { x-amazon-apigateway-authorizer: { type: token } } } }',
    'rest',
  ],
])('imported as one type only: %s', async (_, text, type) => {
  const template = await read(text);
  expect(template?.resources[0]?.type).toBe(type === 'http' ? 'AWS::ApiGatewayV2::Api' : 'AWS::ApiGateway::RestApi');
  expect(template?.gaps.filter(({ what }) => what.includes('imported'))).toEqual([]);
});

test.each([
  ['neither', operation('type: aws_proxy'), 'it holds nothing that only REST APIs or only HTTP APIs know'],
  ['both', `${operation('type: aws')}x-amazon-apigateway-cors: {}`, 'it holds what only HTTP APIs and what only REST APIs know'],
])('not known what it is imported as: %s', async (_, text, because) => {
  expect((await read(text))?.gaps).toMatchObject([
    { what: 'what the definition is imported as is not stated', because, concerns: ['api.yaml#'] },
  ]);
});

test('an API with what the definition states, and no type of endpoint', async () => {
  const template = await read('info: { title: Orders }\nx-amazon-apigateway-binary-media-types: ["*/*"]\nswagger: "2.0"');
  const [api] = template?.resources ?? [];
  expect(api).toMatchObject({ key: 'api.yaml#', id: 'Orders', at: { file: 'api.yaml', line: 3 } });
  expect(plain(api?.properties ?? null)).toEqual({
    Name: 'Orders',
    BinaryMediaTypes: ['*/*'],
    EndpointConfiguration: '? a definition does not state the type of endpoint',
  });
});

test('an API with VPC endpoints is private, and one without a title is named by its file', async () => {
  const template = await read('swagger: "2.0"\nx-amazon-apigateway-endpoint-configuration: { vpcEndpointIds: [vpce-1] }');
  const [api] = template?.resources ?? [];
  expect(api?.id).toBe('api.yaml');
  expect(plain(api?.properties ?? null)).toEqual({ EndpointConfiguration: { VpcEndpointIds: ['vpce-1'], Types: ['PRIVATE'] } });
});

test('functions of CloudFormation are parts that are not known', async () => {
  const uri = '{ "Fn::Sub": "arn:aws:apigateway:${AWS::Region}:sqs:path/${Queue}" }';
  const method = (await read(operation(`type: aws, credentials: !GetAtt Role.Arn, uri: ${uri}`)))?.resources[1];
  const later = 'is in the template that includes the definition';
  expect(plain(method?.properties ?? null)).toMatchObject({
    Integration: { Credentials: `? Role ${later}`, Uri: `arn:aws:apigateway:{? AWS::Region ${later}}:sqs:path/{? Queue ${later}}` },
  });
});

test('a file that cannot be read is a problem with its line, and hides no other', async () => {
  const files = [
    { file: 'bad.yaml', text: 'openapi: 3.0.1\npaths: "' },
    { file: 'api.yaml', text: operation('type: mock') },
  ];
  const { templates, problems } = await openApiReader.read(files, NOTHING);
  expect(templates.map(({ file }) => file)).toEqual(['api.yaml']);
  expect(problems).toMatchObject([{ file: 'bad.yaml', line: 2 }]);
});
