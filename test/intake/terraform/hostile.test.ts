// What is broken, or meant to do harm, is said with its line and hides nothing else.
import { expect, test } from 'vitest';
import { terraformReader } from '../../../src/intake/templates/terraform/source.ts';
import { claims } from '../plain.ts';
import { readFolder, resourcesIn, templateIn } from './folder.ts';

const API = 'resource "aws_api_gateway_rest_api" "api" {\n  name = "x"\n}\n';

test.each<[what: string, text: string, line: number]>([
  ['a block without its end', 'resource "aws_x" "y" {\n  a = 1\n', 3],
  ['a value that is missing', 'locals {\n  a = \n}\n', 2],
  ['a text without its end', 'locals {\n  a = "x\n}\n', 2],
  ['no Terraform', 'hello, world\n', 1],
])('%s is a problem, and other files are read', async (_, text, line) => {
  const { templates, problems } = await readFolder({ 'broken.tf': text, 'main.tf': API });
  expect(problems).toMatchObject([{ file: 'broken.tf', line, what: 'this is not valid Terraform' }]);
  expect(templates[0]?.resources.map(({ id }) => id)).toEqual(['aws_api_gateway_rest_api.api']);
  expect(templates[0]?.gaps).toMatchObject([{ what: 'broken.tf is not read', concerns: ['.#aws_api_gateway_rest_api.api'] }]);
});

const named = (value: string, around = '') =>
  resourcesIn(`${around}\nresource "aws_api_gateway_rest_api" "api" {\n  name = ${value}\n}\n`).then(
    (all) => (all['aws_api_gateway_rest_api.api'] as { Name?: unknown }).Name,
  );

test.each<[what: string, value: string, around: string]>([
  ['a local of itself', 'local.a', 'locals {\n  a = local.b\n  b = local.a\n}'],
  ['a resource of itself', 'aws_x.y.a', 'resource "aws_x" "y" {\n  a = aws_x.y.b\n  b = aws_x.y.a\n}'],
  ['a long chain', 'local.l0', `locals {\n${Array.from({ length: 5_000 }, (_, i) => `  l${i} = local.l${i + 1}`).join('\n')}\n}`],
  [
    'a text that doubles',
    'local.l0',
    `locals {\n${Array.from({ length: 60 }, (_, i) => `  l${i} = "\${local.l${i + 1}}\${local.l${i + 1}}"`).join('\n')}\n  l60 = "x"\n}`,
  ],
  [
    'a list that doubles',
    'local.l0',
    `locals {\n${Array.from({ length: 60 }, (_, i) => `  l${i} = [local.l${i + 1}, local.l${i + 1}]`).join('\n')}\n  l60 = "x"\n}`,
  ],
  ['a path without end', `local.a${'.b'.repeat(9_000)}`, 'locals {\n  a = aws_x.y\n}'],
  ['items of items without end', `local.a${'[*]'.repeat(9_000)}`, 'locals {\n  a = []\n}'],
  ['a range without end', 'length([for x in range(1000000000) : x])', ''],
  ['loops in loops', 'join("", [for a in range(9999) : join("", [for b in range(9999) : join("", [for c in range(9999) : "x"])])])', ''],
])('%s ends, and is not known, or only to AWS', async (_, value, around) => {
  expect(String(JSON.stringify(await named(value, around)))).toMatch(/\? |→ /);
});

test('a file of the folder that may not be read is a gap', async () => {
  const { templates } = await terraformReader.read([{ file: 'main.tf', text: API }], {
    read: () => ({ because: 'it is too large' }),
    list: () => ['main.tf', 'more.tf'],
  });
  expect(templates[0]?.gaps).toMatchObject([
    { what: 'more.tf is not read', because: 'it is too large', concerns: ['.#aws_api_gateway_rest_api.api'] },
  ]);
});

test.each([
  ['many blocks', 'a {}\n'.repeat(150_000), null],
  ['many items', `locals {\n  a = [${'1,'.repeat(150_000)}]\n}\n`, null],
  ['a file that is too large', '\n'.repeat(1_000_001), /is too large/],
])('%s', async (_, text, problem) => {
  const { problems } = await readFolder(`${text}${API}`);
  expect(problems.map(({ what }) => what)).toEqual(problem === null ? [] : [expect.stringMatching(problem)]);
});

test('deep nesting is refused', async () => {
  const { problems } = await readFolder(`locals {\n  a = ${'['.repeat(5_000)}${']'.repeat(5_000)}\n}\n`);
  expect(problems).toMatchObject([{ what: expect.stringMatching(/nested/) as string }]);
});

test('names of JavaScript are names like others', async () => {
  expect(await named('local.constructor', 'locals {\n  constructor = "a"\n}')).toBe('a');
  expect(await named('local.toString')).toBe('? local.toString is not declared in what is read');
  expect(await named('jsondecode("{\\"__proto__\\": \\"b\\"}").__proto__')).toBe('b');
  expect(await named('hasOwnProperty("a")')).toBe('? the function hasOwnProperty is not worked out');
  const all = await resourcesIn('resource "aws_api_gateway_rest_api" "__proto__" {\n  __proto__ = "x"\n}\n');
  expect(Object.keys(all)).toEqual(['aws_api_gateway_rest_api.__proto__']);
});

test.each([
  ['main.tf', 'anything', true],
  ['-', 'resource "aws_api_gateway_rest_api" "api" {\n}\n', true],
  ['-', '{"resource": 1}', false],
  ['template.yaml', 'Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n', false],
])('%s of %j', (file, text, is) => {
  expect(terraformReader.recognizes({ file, text })).toBe(is);
});

test('what calls modules beside it may hold the values of an API', () => {
  expect(terraformReader.signs.test('module "m" {\n  source = "./api"\n}')).toBe(true);
  expect(terraformReader.signs.test('resource "aws_s3_bucket" "b" {}')).toBe(false);
});

const WHOLE = `locals {
  stage = "prod"
}

resource "aws_api_gateway_rest_api" "api" {
  name = "orders"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
  body = <<EOF
{
  "openapi": "3.0.1",
  "paths": {
    "/orders": { "get": { "summary": "all" } }
  }
}
EOF
}

resource "aws_api_gateway_stage" "prod" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = local.stage
  variables = {
    size = "large"
  }
  dynamic "access_log_settings" {
    for_each = ["arn:log"]
    content {
      destination_arn = access_log_settings.value
      format          = "plain"
    }
  }
}

resource "aws_api_gateway_integration" "i" {
  type = "AWS"
  request_templates = {
    "application/json" = <<-EOT
      #set($a = 1)
    EOT
  }
}
`;

test('at every place stands what is said there', async () => {
  const { resources } = await templateIn(WHOLE);
  const lines = WHOLE.split('\n');
  // CloudFormation's names are not in the text.
  const isOwn = (word: string) => /^[A-Z]/.test(word) === false || word === 'REGIONAL' || word === 'AWS';
  const wrong = resources
    .flatMap(({ properties }) => claims(properties))
    .filter(({ at, words }) => {
      const line = lines[(at.line ?? 0) - 1] ?? '';
      const own = words.filter(isOwn);
      return (
        own.length > 0 &&
        !own.some((word) => line.includes(word.trim())) &&
        !line.includes('local.stage') &&
        !line.includes('access_log_settings.value')
      );
    });
  expect(wrong).toEqual([]);
});
