// Templates of one run that speak of one another, and what is around their resources.
import { expect, test } from 'vitest';
import { cloudFormationReader } from '../../../src/intake/templates/cloudformation/reader.ts';
import { plain } from '../plain.ts';
import { gaps, ofType, read } from './reading.ts';

const API = 'AWS::ApiGateway::RestApi';
const template = (resources: string, more = '') =>
  `AWSTemplateFormatVersion: '2010-09-09'\n${more}Resources:\n${resources.replaceAll(/^/gm, '  ')}`;

test.each<[string, string, boolean]>([
  ['a template', "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}", true],
  ['resources alone', 'Resources:\n  A:\n    Type: AWS::SNS::Topic\n', true],
  ['JSON', '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}', true],
  ['a template of SAM', 'Transform: AWS::Serverless-2016-10-31\nResources: {}', true],
  [
    'a serverless.yml',
    'service: a\nprovider: { name: aws }\nresources:\n  AWSTemplateFormatVersion: x\n  Resources:\n    A: { Type: AWS::SNS::Topic }',
    false,
  ],
  ['an API definition', 'openapi: "3.0.1"\npaths: {}\n', false],
  ['a chart', 'apiVersion: v1\nkind: ConfigMap\n', false],
  ['the tree of CDK', '{"version":"tree-0.1","tree":{"attributes":{"aws:cdk:cloudformation:type":"AWS::ApiGateway::RestApi"}}}', false],
  ['assets of CDK', '{"version":"36.0.0","files":{}}', false],
  ['an event', '{"Records":[{"eventSource":"aws:sqs"}]}', false],
])('%s is told by its content', (_, text, isOne) => {
  expect(cloudFormationReader.recognizes({ file: 'x.yaml', text })).toBe(isOne);
});

test('a nested stack has the arguments of the stack around it, and gives it its outputs', async () => {
  const files = {
    'main.yaml': template(`Inner:
  Type: AWS::CloudFormation::Stack
  Condition: IsOn
  Properties:
    TemplateURL: ./inner/api.yaml
    Parameters: { Size: '6.1' }
Stage:
  Type: AWS::ApiGateway::Stage
  Properties: { RestApiId: !GetAtt Inner.Outputs.Id }`),
    'inner/api.yaml': template(
      `Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: !Ref Size } }`,
      'Parameters: { Size: { Type: String, Default: "0.5" } }\nOutputs: { Id: { Value: !Ref Api } }\n',
    ),
  };
  const { templates } = await read(files);
  expect(templates.map(({ file }) => file)).toEqual(['main.yaml', 'inner/api.yaml']);
  const [api] = templates[1]?.resources ?? [];
  expect(api).toMatchObject({ id: 'Api', type: API, conditions: ['IsOn'] });
  expect(api?.properties.entries.get('Name')?.value).toMatchObject({
    text: '6.1',
    at: { file: 'inner/api.yaml', line: 5 },
    said: { file: 'main.yaml', line: 8 },
  });
  const stage = templates[0]?.resources.find(({ id }) => id === 'Stage');
  expect(plain(stage?.properties.entries.get('RestApiId')?.value ?? null)).toBe(`→ ${api?.key}`);
});

test('two nested stacks of one template are two', async () => {
  const inner = (id: string) => `${id}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: api.yaml } }\n`;
  const { templates } = await read({
    'main.yaml': template(inner('One') + inner('Two')),
    'api.yaml': template('Api: { Type: AWS::ApiGateway::RestApi }'),
  });
  const keys = templates.flatMap(({ resources }) => resources.filter(({ type }) => type === API).map(({ key }) => key));
  expect(keys).toEqual(['main.yaml#One/api.yaml#Api', 'main.yaml#Two/api.yaml#Api']);
});

test.each([
  ['from a bucket', 'https://bucket.s3.amazonaws.com/a.yaml', 'https://bucket.s3.amazonaws.com/a.yaml is not a file beside the template'],
  ['that is missing', 'b.yaml', 'it is not there'],
  ['that contains itself', 'main.yaml', 'main.yaml contains itself'],
])('a nested stack %s is a gap', async (_, url, because) => {
  const files = { 'main.yaml': template(`Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: '${url}' } }`) };
  expect(await gaps(files)).toEqual([`the nested stack Inner is not read: ${because}`]);
});

test('an application of the repository is a gap', async () => {
  const location = '{ ApplicationId: arn:x, SemanticVersion: 1.0.0 }';
  const files = { 'main.yaml': template(`Inner: { Type: AWS::Serverless::Application, Properties: { Location: ${location} } }`) };
  expect(await gaps(files)).toEqual(['the nested stack Inner is not read: it is an application of the repository']);
});

test('stacks of one run are joined by exports, in whichever order', async () => {
  const files = {
    'a.yaml': template('Method: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !ImportValue shared-api } }'),
    'b.yaml': template('Api: { Type: AWS::ApiGateway::RestApi }', 'Outputs: { Id: { Value: !Ref Api, Export: { Name: shared-api } } }\n'),
  };
  const { templates } = await read(files);
  expect(plain(templates[0]?.resources[0]?.properties ?? null)).toEqual({ RestApiId: '→ b.yaml#Api' });
});

test('an export that asks for itself, and one that two templates have, are not known', async () => {
  const loop = template(
    'A: { Type: AWS::X::Y, Properties: { V: !ImportValue x } }',
    'Outputs: { O: { Value: !ImportValue x, Export: { Name: x } } }\n',
  );
  const [own] = (await read({ 'a.yaml': loop })).templates;
  expect(plain(own?.resources[0]?.properties ?? null)).toEqual({ V: '? the output O depends on itself' });
  const [both] = (await read({ 'a.yaml': loop, 'b.yaml': loop })).templates;
  expect(plain(both?.resources[0]?.properties ?? null)).toEqual({ V: '? several templates export x' });
});

test('what CDK synthesised has constructs, and bodies among its assets', async () => {
  const hash = 'a'.repeat(64);
  const body = (location: string) =>
    `{"Resources":{"Api0":{"Type":"${API}","Properties":{"BodyS3Location":${location}},"Metadata":{"aws:cdk:path":"App/Api/Resource"}}}}`;
  const byKey = body(`{"Bucket":{"Fn::Sub":"assets-\${AWS::Region}"},"Key":"${hash}.json"}`);
  const definition = '{"openapi":"3.0.1","paths":{}}';
  const manifest = `{"version":"36","files":{"${hash}":{"source":{"path":"api.json"}}}}`;
  for (const beside of [
    { [`cdk.out/asset.${hash}.json`]: definition },
    { 'cdk.out/App.assets.json': manifest, 'cdk.out/api.json': definition },
  ]) {
    const { templates } = await read({ 'cdk.out/App.template.json': byKey, ...beside });
    expect(templates[0]).toMatchObject({ format: 'cdk', gaps: [] });
    expect(templates[0]?.resources[0]).toMatchObject({ id: 'Api0', construct: 'App/Api/Resource' });
    expect(plain(templates[0]?.resources[0]?.properties ?? null)).toEqual({ Body: { openapi: '3.0.1', paths: {} } });
  }
  expect(await gaps({ 'cdk.out/App.template.json': byKey })).toEqual(['body of Api0: it is in a bucket']);
});

test('a nested stack of CDK is the template that it put beside', async () => {
  const inner = '{"Resources":{"Api":{"Type":"AWS::ApiGateway::RestApi"}}}';
  const outer =
    '{"Resources":{"N":{"Type":"AWS::CloudFormation::Stack","Properties":{"TemplateURL":{"Fn::Join":["",["https://s3.",{"Ref":"AWS::URLSuffix"}]]}},"Metadata":{"aws:asset:path":"N.nested.template.json","aws:asset:property":"TemplateURL"}}}}';
  const { templates } = await read({ 'out/App.template.json': outer, 'out/N.nested.template.json': inner });
  expect(templates.map(({ file }) => file)).toEqual(['out/App.template.json', 'out/N.nested.template.json']);
});

test('resources that loops and includes make are read; those of macros are gaps', async () => {
  const looped = template(
    "Fn::ForEach::Apis: [Name, [One, Two], { '${Name}Api': { Type: AWS::ApiGateway::RestApi, Properties: { Name: !Ref Name } } }]",
  );
  expect(await ofType(API, looped)).toEqual([{ Name: 'One' }, { Name: 'Two' }]);
  const included = template('Fn::Transform: { Name: AWS::Include, Parameters: { Location: more.yaml } }');
  expect(await ofType(API, included, { 'beside/x': '', 'more.yaml': 'Api: { Type: AWS::ApiGateway::RestApi }' })).toEqual([{}]);
  const atTop = template('A: { Type: AWS::SNS::Topic }', 'Transform: [{ Name: AWS::Include, Parameters: { Location: top.yaml } }]\n');
  expect(await ofType(API, atTop, { 'top.yaml': 'Resources: { Api: { Type: AWS::ApiGateway::RestApi } }' })).toEqual([{}]);
  expect(await gaps({ 'a.yaml': included })).toEqual(['Fn::Transform is not read: more.yaml is not read: it is not there']);
  expect(await gaps({ 'a.yaml': template('A: { Type: AWS::SNS::Topic }', 'Transform: [AWS::Serverless-2016-10-31, Mine]\n') })).toEqual([
    'the macro Mine is not run: what it changes is not known',
  ]);
});

test('one damaged file is a problem with its line, and hides nothing', async () => {
  const good = template('Api: { Type: AWS::ApiGateway::RestApi }');
  const { templates, problems } = await read({ 'bad.yaml': `${good}\n  B: [ {{ cookiecutter }}\n`, 'good.yaml': good });
  expect(templates.map(({ file }) => file)).toEqual(['good.yaml']);
  expect(problems).toMatchObject([{ file: 'bad.yaml', line: 5 }]);
});

test('what depends on a resource is no link to it, and conditions stay', async () => {
  const { templates } = await read({ 'a.yaml': template('Api: { Type: AWS::ApiGateway::RestApi, DependsOn: [B], Condition: IsOn }') });
  expect(templates[0]?.resources[0]).toMatchObject({ conditions: ['IsOn'], properties: { entries: new Map() } });
});
