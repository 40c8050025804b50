// What stands under `resources`: CloudFormation, which may add to what the framework makes, and change it.
import { expect, test } from 'vitest';
import { plain, properties } from '../plain.ts';
import { FILE, method, read, service, typed } from './services.ts';

const GET = '- http: GET /orders';
const stated = (resources: string) => service(GET, `resources:\n${resources.replaceAll(/^/gm, '  ')}\n`);

test('a resource refers to what the framework makes', async () => {
  const template = await read(
    stated(
      'Resources:\n  Errors: { Type: AWS::ApiGateway::GatewayResponse, Properties: { RestApiId: !Ref ApiGatewayRestApi, ResponseType: DEFAULT_4XX } }',
    ),
  );
  expect(typed(template, 'AWS::ApiGateway::GatewayResponse')).toMatchObject([
    { key: `${FILE}#Errors`, id: 'Errors', madeBy: null, at: { line: 12 } },
  ]);
  expect(plain(typed(template, 'AWS::ApiGateway::GatewayResponse')[0]?.properties ?? null)).toEqual({
    RestApiId: `→ ${FILE}#ApiGatewayRestApi`,
    ResponseType: 'DEFAULT_4XX',
  });
});

test('functions of CloudFormation and variables are worked out together', async () => {
  const template = await read(
    stated(`Parameters: { Suffix: { Type: String, Default: x } }
Conditions: { IsLive: true }
Resources:
  Logs: { Type: AWS::Logs::LogGroup, Condition: IsLive, Properties: { LogGroupName: !Sub "\${self:service}-\${Suffix}-\${ListLambdaFunction}" } }`),
  );
  const [logs] = typed(template, 'AWS::Logs::LogGroup');
  expect(logs?.conditions).toEqual(['IsLive']);
  expect(properties(logs)).toEqual({ LogGroupName: `shop-x-{→ ${FILE}#ListLambdaFunction}` });
});

test.each([
  [
    'Resources',
    'Resources: { ApiGatewayRestApi: { Type: AWS::ApiGateway::RestApi, Properties: { EndpointConfiguration: { Types: [REGIONAL] } } } }',
  ],
  ['Resources without a type', 'Resources: { ApiGatewayRestApi: { Properties: { EndpointConfiguration: { Types: [REGIONAL] } } } }'],
  ['extensions', 'extensions: { ApiGatewayRestApi: { Properties: { EndpointConfiguration: { Types: [REGIONAL] } } } }'],
  [
    'a list of parts',
    '- Outputs: {}\n- Resources: { ApiGatewayRestApi: { Properties: { EndpointConfiguration: { Types: [REGIONAL] } } } }',
  ],
])('%s may change what the framework makes', async (_, resources) => {
  const apis = typed(await read(stated(resources)), 'AWS::ApiGateway::RestApi');
  expect(apis).toMatchObject([{ id: 'ApiGatewayRestApi', at: { line: 9 }, madeBy: 'Serverless Framework' }]);
  expect(properties(apis[0])).toEqual({ Name: 'dev-shop', EndpointConfiguration: { Types: ['REGIONAL'] } });
});

test('a method that is changed keeps what is not stated, and is where it is put', async () => {
  const template = await read(
    stated('Resources: { ApiGatewayMethodOrdersGet: { Properties: { ResourceId: { Ref: Other }, ApiKeyRequired: true } } }'),
  );
  expect(properties(method(template))).toMatchObject({ HttpMethod: 'GET', ApiKeyRequired: 'true', ResourceId: `→ ${FILE}#Other` });
  expect(properties(method(template))).not.toHaveProperty('Path');
});

test('an API that stands in resources has the body that is read beside it', async () => {
  const template = await read(stated('Resources: { Own: { Type: AWS::ApiGatewayV2::Api, Properties: { Body: { openapi: 3.0.1 } } } }'));
  expect(typed(template, 'AWS::ApiGatewayV2::Api').map(properties)).toEqual([{ Body: { openapi: '3.0.1' } }]);
});

test.each([
  ['a part in another file', '- ${file(absent.yml)}', 'resources of the service are not read', [`${FILE}#ApiGatewayRestApi`]],
  [
    'a nested stack',
    'Resources: { Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://e/t.yaml } } }',
    'the nested stack Inner is not read',
    null,
  ],
  ['a macro', 'Transform: Own', 'the macro Own is not run', null],
])('a gap: %s', async (_, resources, what, concerns) => {
  expect((await read(stated(resources))).gaps).toMatchObject([{ what, concerns }]);
});

test('resources in a file of their own', async () => {
  const files = { 'app/more.yml': 'Resources:\n  Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: "${self:service}-q" } }' };
  const [queue] = typed(await read(stated('- ${file(more.yml)}'), files), 'AWS::SQS::Queue');
  expect(queue?.at).toMatchObject({ file: 'app/more.yml', line: 2 });
  expect(properties(queue)).toEqual({ QueueName: 'shop-q' });
});
