// Where each thing is said, what stays whole of services that are meant to do harm, and what comes of a whole service.
import { expect, test } from 'vitest';
import { scanOf } from '../../../src/intake/templates/scan.ts';
import { serverlessReader } from '../../../src/intake/templates/serverless/reader.ts';
import { FRAMEWORK } from '../../../src/intake/templates/serverless/variables/variables.ts';
import { claims } from '../plain.ts';
import { beside, FILE, read, service } from './services.ts';

const SERVICE = `service: shop
provider:
  name: aws
  stage: prod
  endpointType: regional
  tracing:
    apiGateway: true
  logs:
    restApi:
      level: ERROR
  apiGateway:
    minimumCompressionSize: 1024
    usagePlan:
      throttle:
        rateLimit: 10
functions:
  list:
    handler: h
    memorySize: 256
    events:
      - http:
          path: orders
          method: get
          private: true
          authorizer:
            name: check
            type: request
            identitySource: method.request.header.X
          request:
            parameters:
              querystrings:
                page: true
      - httpApi:
          path: /orders
          method: get
  check:
    handler: h
resources:
  Resources:
    Errors:
      Type: AWS::ApiGateway::GatewayResponse
      Properties:
        ResponseType: DEFAULT_4XX
`;

/** Where the framework names a thing otherwise than the service does, the line holds another word. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  EndpointConfiguration: ['endpointType'],
  Types: ['endpointType'],
  MinimumCompressionSize: ['minimumCompressionSize'],
  StageName: ['stage', 'name'],
  Name: ['stage', 'name'],
  TracingEnabled: ['apiGateway'],
  LoggingLevel: ['level'],
  RateLimit: ['rateLimit'],
  Throttle: ['throttle'],
  MemorySize: ['memorySize'],
  HttpMethod: ['method'],
  Path: ['path'],
  RouteKey: ['path'],
  ApiKeyRequired: ['private'],
  Type: ['type', 'http'],
  IdentitySource: ['identitySource'],
  RequestParameters: ['parameters'],
  RequestValidator: ['page'],
  AuthorizationType: ['authorizer', 'httpApi'],
  AuthorizerId: ['authorizer'],
  'method.request.querystring.page': ['page'],
};

test('every stated thing is where the service says it', async () => {
  const { resources } = await read(SERVICE);
  const lines = SERVICE.split('\n');
  const stated = resources.flatMap(({ id, properties }) => claims(properties).map((claim) => ({ id, ...claim })));
  const known = stated.filter(({ by, words: [name = ''] }) => by !== FRAMEWORK && WORDS[name] !== undefined);
  expect(known.length).toBeGreaterThan(20);
  const wrong = known.filter(
    ({ at, words: [name = ''] }) => !(WORDS[name] ?? []).some((word) => lines[(at.line ?? 0) - 1]?.includes(word)),
  );
  expect(wrong.map(({ id, at, words }) => `${id} ${words[0]}: ${lines[(at.line ?? 0) - 1]}`)).toEqual([]);
});

test.each([
  ['a loop of files', 'custom: ${file(a.yml)}', { 'app/a.yml': 'x: ${self:custom.x}' }],
  ['a file that is read by itself', 'custom: ${file(serverless.yml)}', { [FILE]: 'custom: ${file(serverless.yml)}' }],
  ['deep nesting', `custom: ${'{a: '.repeat(150)}1${'}'.repeat(150)}`, {}],
  ['variables in variables', `custom: "${'${self:'.repeat(500)}x${'}'.repeat(500)}"`, {}],
  [
    'odd kinds',
    'functions: 3\nresources: [1, [2], { Resources: [3] }]\nplugins: { modules: 4 }\nstepFunctions: { stateMachines: [1] }',
    {},
  ],
  [
    'odd events',
    'functions: { a: { events: [1, [2], { http: [3] }, { http: { path: {}, method: [] } }, { httpApi: 5 }, { websocket: [] }] }, b: 7, c: [] }',
    {},
  ],
  [
    'odd settings',
    'provider: { name: aws, apiGateway: 3, logs: 4, httpApi: [5], tracing: x }\nfunctions: { a: { events: [{ http: GET / }, { httpApi: GET / }] } }',
    {},
  ],
  [
    'names of prototypes',
    'functions: { __proto__: { events: [{ http: GET /__proto__ }] }, constructor: { events: [{ http: { path: toString, method: constructor } }] } }',
    {},
  ],
])('reading ends without a fault: %s', async (_, text, files) => {
  const { templates, problems } = await serverlessReader.read([{ file: FILE, text: `service: shop\n${text}\n` }], beside(files));
  expect(scanOf(templates, problems).templates).toBe(templates.length);
});

test('one file that cannot be read hides no other', async () => {
  const files = [
    { file: 'bad.yml', text: 'service: a\nprovider: { name: aws\nfunctions: {' },
    { file: 'good.yml', text: service('- http: GET /') },
  ];
  const { templates, problems } = await serverlessReader.read(files, beside());
  expect(templates.map(({ file }) => file)).toEqual(['good.yml']);
  expect(problems).toMatchObject([{ file: 'bad.yml', line: expect.any(Number) }]);
});

test.each([
  ['plain proxies', '- http: { method: get, path: /, cors: true }', '', 'drop-in', []],
  ['a key', '- http: { method: get, path: /, private: true }', '', 'rewrite', ['api-key']],
  ['a function without the proxy', '- http: { method: get, path: /, integration: lambda }', '', 'rewrite', ['lambda-without-proxy']],
  ['a function that is not waited for', '- http: { method: get, path: /, async: true }', '', 'rewrite', ['lambda-asynchronous']],
  ['a TOKEN authorizer', '- http: { method: get, path: /, authorizer: check }', '', 'workaround', ['token-authorizer']],
  ['a schema', '- http: { method: post, path: /, request: { schemas: { application/json: {} } } }', '', 'rewrite', ['body-validated']],
  ['a private API', '- http: GET /', 'endpointType: private\nvpcEndpointIds: [vpce-1]', 'blocked', ['private-endpoint']],
  ['traces', '- http: GET /', 'tracing: { apiGateway: true }', 'workaround', ['traces']],
  ['a stream', '- http: { method: get, path: /, response: { transferMode: STREAM } }', '', 'blocked', ['response-streaming']],
  ['an event that is not known', '- http: GET /\n- http: ${ssm:/event}', '', 'unknown', []],
  ['an event of a kind that is not known', '- http: GET /\n- ${ssm:/event}', '', 'unknown', []],
  ['an HTTP API', '- httpApi: GET /', '', 'already-http', []],
])('whether it can be an HTTP API: %s', async (_, events, provider, verdict, items) => {
  const template = await read(service(events, '', provider));
  const { apis } = scanOf([template], []);
  expect(apis.map((api) => [api.verdict, [...new Set(api.items.map(({ id }) => id))]])).toEqual([[verdict, items]]);
});
