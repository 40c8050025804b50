// What functions of CloudFormation give: each row is a value as a template has it, and what it says.
import { expect, test } from 'vitest';
import { plain } from '../plain.ts';
import { read } from './reading.ts';

/** The value `V` of a resource, in a template that has parameters, a mapping, conditions and other resources. */
async function valueOf(written: string, beside: Readonly<Record<string, string>> = {}) {
  const text = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Stage: { Type: String, Default: dev }
  Zone: { Type: String }
  Secret: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /a/b }
  Nets: { Type: CommaDelimitedList, Default: 'a, b' }
Mappings:
  Sizes:
    dev: { cache: '0.5', log: INFO }
    prod: { cache: '1.6', log: INFO }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Api: { Type: 'AWS::ApiGateway::RestApi' }
  It:
    Type: AWS::Other::Thing
    Properties:
      V: ${written}
`;
  const { templates } = await read({ 'template.yaml': text, ...beside });
  const it = templates[0]?.resources.find(({ id }) => id === 'It');
  return it?.properties.entries.get('V')?.value ?? null;
}

const API = '→ template.yaml#Api';

test.each<[string, unknown]>([
  ['!Ref Stage', 'dev'],
  ['{ Ref: Stage }', 'dev'],
  ['!Ref Zone', '? parameter Zone has no default'],
  ['!Ref Secret', '? parameter Secret is read from Systems Manager'],
  ['!Ref Nets', ['a', 'b']],
  ['!Ref AWS::NoValue', null],
  ['!Ref AWS::Region', '? AWS::Region is known when the stack is deployed'],
  ['!Ref Api', API],
  ['!Ref Nobody', '? the template has no Nobody'],
  ['!GetAtt Api.RootResourceId', `${API}.RootResourceId`],
  ['{ Fn::GetAtt: Api.RootResourceId }', `${API}.RootResourceId`],
  ['{ Fn::GetAtt: [Api, RootResourceId] }', `${API}.RootResourceId`],
  ['!Sub "${Stage}-x"', 'dev-x'],
  ['!Sub "${!Stage}"', '${Stage}'],
  ['!Sub "a/${Api}/${Api.RootResourceId}"', `a/{${API}}/{${API}.RootResourceId}`],
  ['!Sub ["${a}-${Stage}", { a: !Ref Api }]', `{${API}}-dev`],
  ['!Sub "arn:${AWS::Partition}:x"', 'arn:{? AWS::Partition is known when the stack is deployed}:x'],
  ['!Join ["/", [a, !Ref Stage]]', 'a/dev'],
  ['!Join ["/", [integrations, !Ref Api]]', `integrations/{${API}}`],
  ['!Join ["", [a, !Ref AWS::NoValue, b]]', 'ab'],
  ['!Join [",", !Ref Nets]', 'a,b'],
  ['!FindInMap [Sizes, !Ref Stage, cache]', '0.5'],
  ['!FindInMap [Sizes, !Ref Zone, cache]', '? a key of mapping Sizes is known when the stack is deployed'],
  ['!FindInMap [Sizes, !Ref Zone, log]', 'INFO'],
  ['!FindInMap [Sizes, test, cache]', '? mapping Sizes has no such key'],
  ['{ Fn::FindInMap: [Sizes, test, cache, { DefaultValue: "6.1" }] }', '6.1'],
  ['!If [IsProd, a, b]', { 'if IsProd': ['a', 'b'] }],
  ['!If [IsProd, a, a]', 'a'],
  ['!If [IsProd, a, !Ref AWS::NoValue]', { 'if IsProd': ['a', null] }],
  ['!If [IsProd, !If [IsProd, a, b], c]', { 'if IsProd': ['a', 'c'] }],
  ['!Select [1, [a, b]]', 'b'],
  ['!Select [5, [a, b]]', '? the list of Fn::Select has no item 5'],
  ['!Split [",", "a,b"]', ['a', 'b']],
  ['!Select [2, !Split ["/", !GetAtt Api.Url]]', `{${API}.Url}`],
  ['!Base64 a', '? it is encoded'],
  ['!ImportValue nowhere', '? no template that is read exports nowhere'],
  ['{ Fn::ToJsonString: { id: !Ref Api, n: 5 } }', `{"id":"{${API}}","n":5}`],
  ['{ Fn::Length: !Ref Nets }', '2'],
  ['!Rain::Embed x', '? Fn::Rain::Embed is not known here'],
  ['{ Fn::Transform: { Name: Mine } }', '? what the macro Mine makes is not known'],
  ['{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: part.yaml } } }', { a: 'dev', b: '${AWS::Region}' }],
  ['{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: loop.yaml } } }', { again: '? loop.yaml includes itself' }],
  [
    '{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/x.yaml } } }',
    '? s3://bucket/x.yaml is not a file beside the template',
  ],
  ['{ own: 1, Fn::Transform: { Name: AWS::Include, Parameters: { Location: part.yaml } } }', { own: '1', a: 'dev', b: '${AWS::Region}' }],
  [
    '{ Fn::ForEach::Each: [N, [x, y], { "${N}Key": { n: !Ref N, s: !Sub "${N}/${Stage}" } }] }',
    { xKey: { n: 'x', s: 'x/dev' }, yKey: { n: 'y', s: 'y/dev' } },
  ],
])('%s is %j', async (written, expected) => {
  const beside = {
    'part.yaml': 'a: { Fn::Sub: "${Stage}" }\nb: ${AWS::Region}\n',
    'loop.yaml': 'again: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: loop.yaml } } }\n',
  };
  expect(plain(await valueOf(written, beside))).toEqual(expected);
});

test('a value that is said elsewhere keeps both places', async () => {
  expect(await valueOf('!Ref Stage')).toMatchObject({ at: { line: 18 }, said: { line: 3, by: 'parameter Stage' } });
  expect(await valueOf('!FindInMap [Sizes, dev, cache]')).toMatchObject({ at: { line: 18 }, said: { line: 9, by: 'mapping Sizes' } });
});

test('a text that would grow without end is not known', async () => {
  const doubled = (depth: number): string => (depth === 0 ? 'x' : `{ 'Fn::Sub': ['\${a}\${a}', { a: ${doubled(depth - 1)} }] }`);
  expect(plain(await valueOf(doubled(60)))).toMatch(/it would become too large|^\{?\?/);
});
