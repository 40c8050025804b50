// What variables of the Serverless Framework stand for; what cannot be known here says why.
import { expect, test } from 'vitest';
import { openVariables } from '../../../src/intake/templates/serverless/variables/variables.ts';
import { rawText } from '../../../src/intake/templates/text/raw.ts';
import type { Section } from '../../../src/intake/templates/value.ts';
import { plain } from '../plain.ts';
import { beside, FILE } from './services.ts';

const SERVICE = `service: shop
frameworkVersion: "3"
params:
  default: { size: 1, colour: red }
  dev: { size: 2 }
custom:
  stages: { dev: { size: 512 } }
  list: [a, b]
  twice: \${self:custom.once}
  once: 1
  loop: \${self:custom.loop2}
  loop2: \${self:custom.loop}
  whole: \${file(more.yml)}
  none: \${opt:x, null}
provider:
  name: aws
  environment: { TABLE: "\${self:service}-\${sls:stage}" }
`;

const FILES = {
  'app/more.yml': 'a: { b: 7 }\nname: ${self:service}',
  'app/config/dev.json': '{ "port": 8080 }',
  'app/key.txt': 'secret',
  'app/broken.yml': 'a: "',
};

const of = (text: string) => {
  const root = rawText(`${SERVICE}asked: ${JSON.stringify(text)}\n`, FILE).value as Section;
  return openVariables(root, beside(FILES)).at('asked')?.value ?? null;
};

test.each([
  ['plain text', 'plain text'],
  ['${self:service}', 'shop'],
  ['${self:custom.once}', '1'],
  ['${self:custom.twice}', '1'],
  ['${self:custom.list.1}', 'b'],
  ['${self:custom.list}', ['a', 'b']],
  ['${self:custom.stages.${sls:stage}.size}', '512'],
  ['${self:custom.stages.${opt:stage, self:provider.stage}.size}', '512'],
  ['${self:provider.stage}', 'dev'],
  ['${self:provider.region}', 'us-east-1'],
  ['${aws:region}', 'us-east-1'],
  ['${self:provider.environment.TABLE}', 'shop-dev'],
  ['${sls:stage}', 'dev'],
  ['${param:size}', '2'],
  ['${param:colour}', 'red'],
  ["${opt:stage, 'prod'}", 'prod'],
  ['${opt:stage, "a, b"}', 'a, b'],
  ['${opt:size, 256}', '256'],
  ['${opt:open, true}', 'true'],
  ["${opt:a, opt:b, env:C, 'd'}", 'd'],
  ["${opt:a, '${self:service}'}", '${self:service}'],
  ['${opt:a, ${self:service}}', 'shop'],
  ["${env:NAME, 'n'}-${self:service}", 'n-shop'],
  ['${self:custom.absent, "x"}', 'x'],
  ['${file(more.yml):a.b}', '7'],
  ['${file(./more.yml):a}', { b: '7' }],
  ['${file(more.yml):name}', 'shop'],
  ['${file(config/${sls:stage}.json):port}', '8080'],
  ['${file(key.txt)}', 'secret'],
  ['${self:custom.whole.a.b}', '7'],
  ["${strToBool('true')}", 'true'],
  ['${opt:x, null}', null],
  ['${self:custom.none}', '? ${self:custom.none} has no value'],
  // Left to CloudFormation and to templates of API Gateway.
  ['${AWS::Region}', '${AWS::Region}'],
  ['${Table}', '${Table}'],
  ['\\${self:service}', '${self:service}'],
  ['$input.json("$") ${self:service}', '$input.json("$") shop'],
  ['${self:service', '${self:service'],
])('%s', (text, expected) => {
  expect(plain(of(text))).toEqual(expected);
});

test.each([
  ['${opt:stage}', '${opt:stage} is given when it is deployed, and has no fallback'],
  ['${env:KEY}', '${env:KEY} is given when it is deployed, and has no fallback'],
  ['${self:custom.absent}', '${self:custom.absent} has no value'],
  ['${self:custom.loop}', 'self:custom.loop refers to itself'],
  ['${ssm:/shop/key}', '${ssm:/shop/key} is a parameter of Systems Manager'],
  ["${ssm:/shop/key, 'fallback'}", '${ssm:/shop/key} is a parameter of Systems Manager'],
  ['${cf:other.Output}', '${cf:other.Output} is an output of another stack'],
  ['${cf(eu-west-1):other.Output}', '${cf:other.Output} is an output of another stack'],
  ['${s3:bucket/key}', '${s3:bucket/key} is an object in S3'],
  ['${aws:accountId}', 'aws:accountId is known when it is deployed'],
  ['${sls:instanceId}', 'sls:instanceId is known when it is deployed'],
  ['${vault:x}', '${vault:x} is not known to this reader'],
  ['${param:absent}', '${param:absent} is given when it is deployed, and has no fallback'],
  ['${file(absent.yml):a}', 'absent.yml: it is not there'],
  ['${file(config.js):a}', 'config.js is a program, which is not run'],
  ['${file(broken.yml):a}', 'broken.yml: '],
  ['${file(more.yml):c}', 'more.yml has no c'],
  ['${file(${opt:x}.yml):c}', 'a variable in file:c is not known'],
  ['${opt:a, what}', '${opt:a, what} is no variable that is known'],
])('%s is unknown', (text, because) => {
  const value = of(text);
  expect(value).toMatchObject({ kind: 'unknown', at: { file: FILE, line: 18 } });
  expect(value?.kind === 'unknown' ? value.because : '').toContain(because);
});

test('what is known of a text stays', () => {
  expect(plain(of('arn:aws:sns:${aws:region}:${aws:accountId}:${self:service}'))).toBe(
    'arn:aws:sns:us-east-1:{? aws:accountId is known when it is deployed}:shop',
  );
});

test('a value keeps the place where it is used, and the one where it is said', () => {
  expect(of('${self:custom.twice}')).toMatchObject({
    at: { file: FILE, line: 18 },
    said: { file: FILE, line: 10, by: 'self:custom.once' },
  });
  expect(of('${file(more.yml):a.b}')).toMatchObject({ said: { file: 'app/more.yml', line: 1, by: 'file(more.yml)' } });
  expect(of('${self:provider.stage}')).toMatchObject({ said: { line: 15, by: 'default of the Serverless Framework' } });
  expect(of("${opt:stage, 'prod'}")).toMatchObject({ said: { by: "fallback of ${opt:stage, 'prod'}" } });
});

test('variables that double one another do not grow without end', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `  v${index}: "\${self:custom.v${index + 1}}\${self:custom.v${index + 1}}"`);
  const sections = Array.from(
    { length: 40 },
    (_, index) => `  s${index}: { a: "\${self:custom.s${index + 1}}", b: "\${self:custom.s${index + 1}}" }`,
  );
  const text = `custom:\n${[...lines, '  v40: abcdefgh', ...sections, '  s40: x'].join('\n')}\n`;
  const variables = openVariables(rawText(text, FILE).value as Section, beside());
  const too = '? what the variables stand for would become too large';
  expect(JSON.stringify(plain(variables.at('custom', 'v0')?.value ?? null))).toContain(too);
  expect(variables.at('custom', 's0')).not.toBeNull();
});
