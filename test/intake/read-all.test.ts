// Files of a run that are parts of one another are counted once, whichever reader would take them.
import { expect, test } from 'vitest';
import { scanTemplates } from '../../src/intake/templates/read-all.ts';
import { READERS } from '../../src/intake/templates/readers.ts';

const DEFINITION = `openapi: "3.0.1"
info: { title: orders, version: "1" }
paths:
  /orders:
    get:
      x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: https://example.com }
`;
const INCLUDING = `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api.yaml } } }
`;

const scan = (files: Readonly<Record<string, string>>) =>
  scanTemplates(
    Object.entries(files).map(([file, text]) => ({ file, text })),
    { read: (path) => files[path] ?? { because: 'it is not there' }, list: () => [] },
    READERS,
  );

test('a definition that a template includes is a part of it', async () => {
  const { apis, unrecognized } = await scan({ 'template.yaml': INCLUDING, 'api.yaml': DEFINITION });
  expect(apis.map(({ id, routes }) => [id, routes.length])).toEqual([['Api', 1]]);
  expect(unrecognized).toEqual([]);
});

test('a definition that none includes is an API', async () => {
  const { apis } = await scan({ 'api.yaml': DEFINITION });
  expect(apis).toHaveLength(1);
});
