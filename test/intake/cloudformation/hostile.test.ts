// Templates that are meant to do harm, or are broken in odd ways: reading ends, and never throws.
import { expect, test } from 'vitest';
import { plain } from '../plain.ts';
import { read } from './reading.ts';

const resources = (text: string, top = '') => `AWSTemplateFormatVersion: '2010-09-09'\n${top}Resources:\n${text.replaceAll(/^/gm, '  ')}`;
const sam = (text: string, top = '') => resources(text, `Transform: AWS::Serverless-2016-10-31\n${top}`);
const nested = (inner: string, depth: number, open: string, close: string) => open.repeat(depth) + inner + close.repeat(depth);

test.each<[string, string]>([
  ['resources that are a list', "AWSTemplateFormatVersion: '2010-09-09'\nResources: [a, b]"],
  ['resources that are a text', "AWSTemplateFormatVersion: '2010-09-09'\nResources: a"],
  ['a resource that is a list', resources('A: [1, 2]')],
  ['a resource without a type', resources('A: { Properties: {} }')],
  ['a type that is a function', resources('A: { Type: !Ref B }')],
  ['no properties', sam('A: { Type: AWS::Serverless::Api }\nF: { Type: AWS::Serverless::Function }')],
  ['properties that are a text', sam('A: { Type: AWS::Serverless::Api, Properties: x }')],
  ['properties that are a list', sam('A: { Type: AWS::Serverless::HttpApi, Properties: [x] }')],
  ['events that are a list', sam('F: { Type: AWS::Serverless::Function, Properties: { Events: [{ Type: Api }] } }')],
  ['an event that is a text', sam('F: { Type: AWS::Serverless::Function, Properties: { Events: { E: Api } } }')],
  [
    'an event without a path',
    sam('F: { Type: AWS::Serverless::Function, Properties: { Events: { E: { Type: Api, Properties: { Method: get } } } } }'),
  ],
  [
    'Auth that is a text',
    sam('A: { Type: AWS::Serverless::Api, Properties: { Auth: x, Cors: [1], Domain: y, GatewayResponses: z, Models: 5 } }'),
  ],
  [
    'authorizers that are texts',
    sam('A: { Type: AWS::Serverless::Api, Properties: { Auth: { DefaultAuthorizer: X, Authorizers: { X: y } } } }'),
  ],
  ['Globals that are a list', sam('F: { Type: AWS::Serverless::Function }', 'Globals: [1]\n')],
  ['Globals of Globals', sam('F: { Type: AWS::Serverless::Function }', 'Globals: { Function: !Ref F, Api: x }\n')],
  ['a definition that is a text', sam('A: { Type: AWS::Serverless::Api, Properties: { DefinitionBody: x } }')],
  [
    'paths that are a list',
    sam('A: { Type: AWS::Serverless::Api, Properties: { Cors: x, DefinitionBody: { openapi: 3, paths: [{ get: 1 }] } } }'),
  ],
  [
    'names of JavaScript',
    sam(
      '__proto__: { Type: AWS::Serverless::Api, Properties: { __proto__: { a: 1 }, constructor: x } }\ntoString: { Type: AWS::SNS::Topic, Properties: { V: !Ref __proto__ } }',
    ),
  ],
  [
    'functions without arguments',
    resources(
      'A: { Type: X::Y, Properties: { a: !Sub , b: !If , c: !Join [], d: !FindInMap [x], e: !Select [], f: !Split [], g: !GetAtt [], h: !Ref [], i: !ImportValue {} } }',
    ),
  ],
  [
    'a parameter of itself',
    resources('A: { Type: X::Y, Properties: { V: !Ref P } }', 'Parameters: { P: { Type: String, Default: !Ref P } }\n'),
  ],
  [
    'a mapping of itself',
    resources(
      'A: { Type: X::Y, Properties: { V: !FindInMap [M, !FindInMap [M, a, b], b] } }',
      'Mappings: { M: { a: { b: !FindInMap [M, a, b] } } }\n',
    ),
  ],
  ['an output of itself', resources('A: { Type: X::Y }', 'Outputs: { O: { Value: !ImportValue o, Export: { Name: !ImportValue o } } }\n')],
  ['a loop of loops', resources("'Fn::ForEach::A': [N, !Ref N, { 'Fn::ForEach::B': [N, [x], {}] }]")],
  ['deep functions', resources(`A: { Type: X::Y, Properties: { V: ${nested('x', 80, "{ 'Fn::Sub': ['${a}', { a: ", ' }] }')} } }`)],
  ['deep lists', resources(`A: { Type: X::Y, Properties: { V: ${nested('', 150, '[', ']')} } }`)],
  ['too deep', resources(`A: { Type: X::Y, Properties: { V: ${nested('', 5000, '[', ']')} } }`)],
])('%s', async (_, text) => {
  const { templates, problems } = await read({ 'template.yaml': text });
  expect(templates.length + problems.length).toBe(1);
});

test('stacks that nest one another in a circle end', async () => {
  const inner = (id: string, file: string) =>
    resources(
      `${id}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${file}, Parameters: { P: !GetAtt ${id}.Outputs.O } } }`,
    );
  const { templates } = await read({ 'a.yaml': inner('B', 'b.yaml'), 'b.yaml': inner('A', 'a.yaml') });
  expect(templates.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml']);
  expect(templates.flatMap(({ gaps }) => gaps.map(({ because }) => because))).toEqual(['a.yaml contains itself']);
});

test('stacks that double at every level end', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, level) => {
      const inner = (id: string) => `${id}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: t${level + 1}.yaml } }`;
      return [`t${level}.yaml`, resources(`${inner('A')}\n${inner('B')}`)];
    }),
  );
  const { templates } = await read(files);
  expect(templates.length).toBeLessThan(3000);
});

test('includes that double at every level end', async () => {
  const include = (level: number) => `{ 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: i${level}.yaml } } }`;
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, level) => [`i${level}.yaml`, `a: ${include(level + 1)}\nb: ${include(level + 1)}\n`]),
  );
  const { templates } = await read({ 'template.yaml': resources(`A: { Type: X::Y, Properties: { V: ${include(0)} } }`), ...files });
  expect(templates).toHaveLength(1);
});

test('Globals for many resources end', async () => {
  const large = Array.from({ length: 2000 }, (_, index) => `a${index}: b`).join(', ');
  const functions = Array.from({ length: 1000 }, (_, index) => `F${index}: { Type: AWS::Serverless::Function }`).join('\n');
  const { templates } = await read({ 'template.yaml': sam(functions, `Globals: { Function: { Environment: { ${large} } } }\n`) });
  expect(templates[0]?.resources).toHaveLength(1000);
});

test('names of JavaScript are names like others', async () => {
  const { templates } = await read({
    'a.yaml': resources('__proto__: { Type: X::Y }\nA: { Type: X::Y, Properties: { V: !Ref __proto__, W: !Ref toString } }'),
  });
  expect(templates[0]?.resources.map(({ id }) => id)).toEqual(['__proto__', 'A']);
  expect(plain(templates[0]?.resources[1]?.properties ?? null)).toEqual({ V: '→ a.yaml#__proto__', W: '? the template has no toString' });
});
