// Where each thing is said: at every place that a value claims, the line of the file holds its key or its text.
import { expect, test } from 'vitest';
import type { Value } from '../../../src/intake/templates/value.ts';
import { claims } from '../plain.ts';
import { read } from './reading.ts';

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Size: { Type: String, Default: '0.5' }
Globals:
  Api:
    TracingEnabled: true
    MethodSettings:
      - LoggingLevel: INFO
Resources:
  Orders:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      CacheClusterSize: !Ref Size
      EndpointConfiguration: REGIONAL
      Auth:
        DefaultAuthorizer: Pool
        Authorizers:
          Pool:
            UserPoolArn: arn:pool
        ResourcePolicy:
          IpRangeBlacklist: [10.0.0.0/8]
  Read:
    Type: AWS::Serverless::Function
    Properties:
      MemorySize: 256
      Events:
        List:
          Type: Api
          Properties:
            RestApiId: !Ref Orders
            Path: /orders
            Method: get
`;

const stands = (value: Value | null | undefined) => ({ line: value?.at.line, said: value?.said?.line });

test('what SAM makes is where the template says it', async () => {
  const { templates } = await read({ 'template.yaml': TEMPLATE });
  const all = templates[0]?.resources ?? [];
  const api = all.find(({ type }) => type === 'AWS::ApiGateway::RestApi');
  const stage = all.find(({ type }) => type === 'AWS::ApiGateway::Stage');
  expect(api?.at.line).toBe(10);
  const line = (value: Value | undefined, name: string) => (value?.kind === 'section' ? value.entries.get(name) : undefined);
  expect(line(api?.properties, 'EndpointConfiguration')?.key.line).toBe(15);
  const body = api?.properties.entries.get('Body')?.value;
  const path = line(line(body, 'paths')?.value, '/orders');
  expect(path?.key.line).toBe(32);
  const method = line(path?.value, 'get');
  expect(method?.key.line).toBe(33);
  expect(line(method?.value, 'x-amazon-apigateway-integration')?.key.line).toBe(29);
  expect(line(method?.value, 'security')?.key.line).toBe(17);
  expect(line(body, 'x-amazon-apigateway-policy')?.key.line).toBe(21);
  expect(stands(stage?.properties.entries.get('CacheClusterSize')?.value)).toEqual({ line: 14, said: 3 });
});

test('what Globals say is said there, and holds at the resource', async () => {
  const { templates } = await read({ 'template.yaml': TEMPLATE });
  const stage = templates[0]?.resources.find(({ type }) => type === 'AWS::ApiGateway::Stage');
  const tracing = stage?.properties.entries.get('TracingEnabled');
  expect(tracing).toMatchObject({ key: { line: 10 }, value: { text: 'true', said: { line: 6, by: 'Globals' } } });
  const settings = stage?.properties.entries.get('MethodSettings')?.value;
  expect(settings).toMatchObject({
    items: [
      {
        entries: new Map([
          ['LoggingLevel', expect.objectContaining({ value: expect.objectContaining({ said: expect.objectContaining({ line: 8 }) }) })],
        ]),
      },
    ],
  });
});

const PLAIN = `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
      EndpointConfiguration:
        Types: [EDGE]
      BinaryMediaTypes:
        - image/png
      Policy:
        Statement:
          - Effect: Allow
            Principal: '*'
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      MethodSettings:
        - HttpMethod: '*'
          CachingEnabled: !If [IsOn, true, false]
`;

test.each([
  ['YAML', PLAIN],
  ['YAML with other ends of lines', PLAIN.replaceAll('\n', '\r\n')],
  [
    'JSON',
    '{\n"Resources": {\n"Api": {\n"Type": "AWS::ApiGateway::RestApi",\n"Properties": {\n"Name": "orders",\n"EndpointConfiguration": {\n"Types": ["EDGE"]\n}\n}\n}\n}\n}',
  ],
])('every place of %s holds what it says', async (_, text) => {
  const { templates } = await read({ 'template.yaml': text });
  const all = (templates[0]?.resources ?? []).flatMap(({ properties }) => claims(properties));
  const lines = text.split('\n');
  expect(all.length).toBeGreaterThan(2);
  expect(all.filter(({ at, words }) => !words.some((word) => lines[(at.line ?? 0) - 1]?.includes(word) === true))).toEqual([]);
});
