// Where a definition says each thing, and definitions that are meant to do harm: reading ends, and never throws.
import { expect, test } from 'vitest';
import { openApiReader } from '../../../src/intake/templates/openapi/reader.ts';
import { scanOf } from '../../../src/intake/templates/scan.ts';
import { claims } from '../plain.ts';

const NOTHING = { read: () => ({ because: 'it is not there' }), list: () => [] };
const read = (text: string) => openApiReader.read([{ file: 'api.yaml', text }], NOTHING);

const DEFINITION = `openapi: 3.0.1
info:
  title: Orders
x-amazon-apigateway-minimum-compression-size: 1024
x-amazon-apigateway-request-validator: all
x-amazon-apigateway-request-validators:
  all:
    validateRequestBody: true
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX:
    statusCode: 418
paths:
  /orders/{id}:
    parameters:
      - in: path
        name: id
        required: true
    x-amazon-apigateway-any-method:
      security:
        - key: []
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
      responses:
        200:
          headers:
            X-Page: {}
      x-amazon-apigateway-integration:
        type: aws
        uri: arn:aws:apigateway:eu-west-1:sqs:path/1/q
        timeoutInMillis: 5000
        requestTemplates:
          application/json: |
            Action=SendMessage
        responses:
          default:
            statusCode: 200
components:
  securitySchemes:
    key:
      type: apiKey
      name: x-api-key
      in: header
`;

/** Names of CloudFormation whose line holds another word. */
const WORDS: Readonly<Record<string, string>> = {
  Name: 'title',
  MinimumCompressionSize: 'minimum-compression-size',
  HttpMethod: 'any-method',
  Path: '/orders/{id}',
  AuthorizationType: 'security',
  ApiKeyRequired: 'key',
  RequestValidator: 'request-validator',
  ValidateRequestBody: 'validateRequestBody',
  RequestModels: 'requestBody',
  'application/json': 'application/json',
  RequestParameters: 'parameters',
  'method.request.path.id': 'required',
  MethodResponses: 'responses',
  'method.response.header.X-Page': 'X-Page',
  Integration: 'x-amazon-apigateway-integration',
  Type: 'type',
  Uri: 'uri',
  TimeoutInMillis: 'timeoutInMillis',
  RequestTemplates: 'requestTemplates',
  IntegrationResponses: 'responses',
  ResponseType: 'DEFAULT_4XX',
};

test('every thing is where the definition says it', async () => {
  const { templates } = await read(DEFINITION);
  const lines = DEFINITION.split('\n');
  const known = (templates[0]?.resources ?? [])
    .flatMap(({ properties }) => claims(properties))
    .filter(({ words: [name = ''] }) => WORDS[name] !== undefined);
  expect(new Set(known.map(({ words }) => words[0]))).toEqual(new Set(Object.keys(WORDS)));
  const wrong = known.filter(({ at, words: [name = ''] }) => lines[(at.line ?? 0) - 1]?.includes(WORDS[name] ?? '') !== true);
  expect(wrong.map(({ at, words }) => `${words[0]}: ${lines[(at.line ?? 0) - 1]}`)).toEqual([]);
});

const AWS = 'x-amazon-apigateway-integration';

test.each([
  ['references in a circle', `paths: { /a: { $ref: "#/paths/~1b" }, /b: { $ref: "#/paths/~1a" } }\n${AWS}: {}`],
  ['a reference to all', `paths: { /a: { $ref: "#" } }\n${AWS}: {}`],
  ['a reference that is no text', `paths: { /a: { $ref: [1] }, /b: { get: { ${AWS}: { $ref: {} } } } }`],
  ['a broken escape', `paths: { /a: { $ref: "#/%E0%A4%A/~" } }\n${AWS}: {}`],
  ['odd kinds', `paths: [1]\nsecurity: 3\ninfo: []\nservers: { a: 1 }\ncomponents: [{}]\n${AWS}: 1`],
  [
    'odd operations',
    `paths: { /a: 1, /b: [2], /c: { get: 3, put: [4], post: { ${AWS}: 5, security: 6, parameters: 7, requestBody: 8, responses: 9 } } }`,
  ],
  ['odd schemes', `components: { securitySchemes: { a: 1, b: { x-amazon-apigateway-authorizer: 2 }, c: [] } }\npaths: {}`],
  ['names of prototypes', `paths: { __proto__: { get: { security: [{ constructor: [] }], ${AWS}: { type: mock } } } }`],
  ['deep nesting', `paths: { /a: { get: { ${AWS}: ${'{a: '.repeat(150)}1${'}'.repeat(150)} } } }`],
])('reading ends without a fault: %s', async (_, text) => {
  const { templates, problems } = await read(`openapi: 3.0.1\n${text}\n`);
  expect(scanOf(templates, problems).templates).toBe(templates.length);
});

test('references that double one another are not followed where nothing asks', async () => {
  const schemas = Array.from(
    { length: 60 },
    (_, index) =>
      `      s${index}: { a: { $ref: "#/components/schemas/s${index + 1}" }, b: { $ref: "#/components/schemas/s${index + 1}" } }`,
  );
  const text = `openapi: 3.0.1
paths:
  /a: { get: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/s0" } } } }, ${AWS}: { type: mock } } }
components:
  schemas:
${schemas.join('\n')}
`;
  expect((await read(text)).templates[0]?.resources).toHaveLength(2);
});
