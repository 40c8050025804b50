// Which resources there are: what count, for_each, dynamic blocks, conditions and modules make of blocks.
import { expect, test } from 'vitest';
import { scanOf } from '../../../src/intake/templates/scan.ts';
import { terraformReader } from '../../../src/intake/templates/terraform/source.ts';
import { beside, readFolder, resourcesIn, templateIn } from './folder.ts';

const ids = async (text: string) => Object.keys(await resourcesIn(text));
const conditions = async (text: string) => Object.fromEntries((await templateIn(text)).resources.map((one) => [one.id, one.conditions]));
const gaps = async (folder: Readonly<Record<string, string>> | string) =>
  (await templateIn(folder)).gaps.map(({ what, because, give, concerns }) => ({ what, because, give, concerns }));

const api = (more: string) => `resource "aws_api_gateway_rest_api" "api" {\n  ${more}\n}\n`;

test.each<[more: string, ids: readonly string[]]>([
  ['count = 0', []],
  ['count = 2', ['[0]', '[1]']],
  ['count = false ? 1 : 0', []],
  ['for_each = toset(["a", "b"])', ['["a"]', '["b"]']],
  ['for_each = { x = 1 }', ['["x"]']],
  ['for_each = false ? {} : { x = 1 }', ['["x"]']],
])('%s makes %j', async (more, suffixes) => {
  expect(await ids(api(more))).toEqual(suffixes.map((suffix) => `aws_api_gateway_rest_api.api${suffix}`));
});

test.each<[more: string, conditions: object]>([
  ['count = var.on ? 1 : 0', { 'aws_api_gateway_rest_api.api[0]': ['var.on'] }],
  ['count = var.on ? 0 : 1', { 'aws_api_gateway_rest_api.api[0]': ['!(var.on)'] }],
  ['count = var.on ? 2 : 1', { 'aws_api_gateway_rest_api.api[0]': [], 'aws_api_gateway_rest_api.api[1]': ['var.on'] }],
  ['for_each = var.on ? { x = 1 } : {}', { 'aws_api_gateway_rest_api.api["x"]': ['var.on'] }],
  ['count = var.on', { 'aws_api_gateway_rest_api.api["?"]': ['var.on > 0'] }],
  ['for_each = data.aws_x.y.all', { 'aws_api_gateway_rest_api.api["?"]': ['length(data.aws_x.y.all) > 0'] }],
])('of %s it is not known whether there is one', async (more, expected) => {
  expect(await conditions(`variable "on" {}\ndata "aws_x" "y" {}\n${api(more)}`)).toEqual(expected);
});

test('what is not known of one that stands for all is a gap', async () => {
  expect(await gaps(`data "aws_x" "y" {}\n${api('for_each = data.aws_x.y.all')}`)).toEqual([
    {
      what: 'how many of aws_api_gateway_rest_api.api there are',
      because: 'data.aws_x.y is read when it is deployed',
      give: 'a plan: terraform show -json',
      concerns: ['.#aws_api_gateway_rest_api.api["?"]'],
    },
  ]);
});

test('a count that would fill the memory is one that stands for all', async () => {
  const [gap] = await gaps(api('count = 1000000000'));
  expect(gap).toMatchObject({ because: 'there are 1000000000 of them' });
});

test.each<[each: string, settings: unknown]>([
  ['[1]', { RateLimit: '1' }],
  ['[]', undefined],
  ['true ? [] : [1]', undefined],
  ['var.on ? [5] : []', { 'if var.on': [{ RateLimit: '5' }, null] }],
  ['var.on', { 'if length(var.on) > 0': [{ RateLimit: '? variable on has no default' }, null] }],
])('a dynamic block of %s', async (each, settings) => {
  const all = await resourcesIn(`variable "on" {}
resource "aws_api_gateway_usage_plan" "p" {
  dynamic "throttle_settings" {
    for_each = ${each}
    content {
      rate_limit = throttle_settings.value
    }
  }
}`);
  expect((all['aws_api_gateway_usage_plan.p'] as { Throttle?: unknown }).Throttle).toEqual(settings);
});

const MODULE = {
  'main.tf': `
variable "name" {}
module "m" {
  source   = "./api"
  for_each = toset(["a"])
  name     = "\${var.name}-\${each.key}"
}
resource "aws_api_gateway_stage" "s" {
  rest_api_id = module.m["a"].id
  stage_name  = module.m["a"].stage
}`,
  'terraform.tfvars': 'name = "orders"\n',
  'late.auto.tfvars': 'name = "late"\n',
  'api/main.tf': `
variable "name" {}
variable "stage" { default = "prod" }
resource "aws_api_gateway_rest_api" "api" {
  name = var.name
  body = file("\${path.module}/api.json")
}
output "id" { value = aws_api_gateway_rest_api.api.id }
output "stage" { value = var.stage }`,
  'api/api.json': '{"openapi": "3.0.1"}',
};

test('a module is read with what it is called with, and is no root of its own', async () => {
  expect(await resourcesIn(MODULE)).toEqual({
    'module.m["a"].aws_api_gateway_rest_api.api': { Name: '{late}-{a}'.replaceAll(/[{}]/g, ''), Body: { openapi: '3.0.1' } },
    'aws_api_gateway_stage.s': { RestApiId: '→ module.m["a"].aws_api_gateway_rest_api.api', StageName: 'prod' },
  });
});

test('a folder is the same however its files were named', async () => {
  const renamed = Object.fromEntries(Object.entries(MODULE).map(([file, text]) => [`infra/${file}`, text]));
  const files = Object.entries(renamed).flatMap(([file, text]) => (file.endsWith('.tf') ? [{ file: `./${file}`, text }] : []));
  const { templates } = await terraformReader.read(files, beside(renamed));
  expect(templates.map(({ file, resources }) => [file, resources.length])).toEqual([['infra', 2]]);
});

test.each<[files: Readonly<Record<string, string>>, name: string]>([
  [{ 'terraform.tfvars.json': '{"name": "json"}' }, 'json'],
  [{ 'terraform.tfvars': 'name = "plain"\n', 'a.auto.tfvars.json': '{"name": "auto"}' }, 'auto'],
  [{ 'other.tfvars': 'name = "other"\n' }, '? variable name has no default'],
])('values of variables in %j', async (files, name) => {
  const all = await resourcesIn({ 'main.tf': `variable "name" {}\n${api('name = var.name')}`, ...files });
  expect(all['aws_api_gateway_rest_api.api']).toEqual({ Name: name });
});

test('what standard input holds is a root by itself', async () => {
  const { templates } = await terraformReader.read([{ file: '-', text: api('name = "x"') }], beside({}));
  expect(templates.map(({ file, resources }) => [file, resources.length])).toEqual([['-', 1]]);
});

test('a value keeps the place where it is said', async () => {
  const { resources } = await templateIn(MODULE);
  const stage = resources.find(({ id }) => id === 'aws_api_gateway_stage.s')?.properties.entries.get('StageName');
  expect(stage?.key.line).toBe(10);
  expect(stage?.value.said).toMatchObject({ file: 'api/main.tf', line: 3 });
});

test('a module alone is a root, whose variables are not known', async () => {
  const { templates } = await readFolder({ 'api/main.tf': MODULE['api/main.tf'] });
  expect(templates.map(({ file }) => file)).toEqual(['api/main.tf']);
});

test.each<[source: string, what: string]>([
  ['terraform-aws-modules/lambda/aws', 'module.m is not read'],
  ['terraform-aws-modules/apigateway-v2/aws', 'module.m is not read, and by its name it may make an API'],
  ['git::https://example.com/x.git', 'module.m is not read'],
  ['./none', 'module.m is not read'],
])('a module of %s is a gap', async (source, what) => {
  const all = await gaps(`module "m" {\n  source = "${source}"\n}\n`);
  expect(all.map((one) => one.what)).toEqual([what]);
});

test('a module that is not read and is given an API may add to it; one that is given its ARN cannot', async () => {
  const called = (given: string) => `${api('name = "x"')}module "m" {\n  source = "a/cors/aws"\n  given  = ${given}\n}\n`;
  expect(await gaps(called('aws_api_gateway_rest_api.api.id'))).toMatchObject([{ concerns: ['.#aws_api_gateway_rest_api.api'] }]);
  expect(await gaps(called('aws_api_gateway_rest_api.api.execution_arn'))).toMatchObject([{ concerns: null }]);
});

test('folders that call each other are read once, and end', async () => {
  const { templates } = await readFolder({
    'a/main.tf': `module "b" {\n  source = "../b"\n}\n${api('name = "a"')}`,
    'b/main.tf': `module "a" {\n  source = "../a"\n}\n${api('name = "b"')}`,
  });
  expect(templates.map(({ file, resources }) => [file, resources.map(({ id }) => id)])).toEqual([
    ['a', ['aws_api_gateway_rest_api.api', 'module.b.aws_api_gateway_rest_api.api']],
  ]);
  expect(templates[0]?.gaps.map(({ because }) => because)).toEqual(['it calls itself']);
});

test('a part of an API that is elsewhere is kept, and said', async () => {
  const text = `variable "api" {}
resource "aws_api_gateway_resource" "r" { rest_api_id = var.api }
resource "aws_api_gateway_method" "m" { rest_api_id = var.api }
`;
  expect(await ids(text)).toEqual(['aws_api_gateway_resource.r', 'aws_api_gateway_method.m']);
  expect(await gaps(text)).toEqual([
    {
      what: 'aws_api_gateway_resource.r and 1 more: the API that it is a part of',
      because: 'variable api has no default',
      give: 'its value in a file terraform.tfvars',
      concerns: null,
    },
  ]);
});

test('a command of API Gateway may make or change an API', async () => {
  const command = (id: string) => `${api('name = "x"')}resource "null_resource" "n" {
  provisioner "local-exec" {
    command = "aws apigateway put-integration --rest-api-id ${id}"
  }
}
`;
  expect(await gaps(command('${aws_api_gateway_rest_api.api.id}'))).toMatchObject([{ concerns: ['.#aws_api_gateway_rest_api.api'] }]);
  expect(await gaps(command('abc'))).toMatchObject([{ what: 'null_resource.n runs a command of API Gateway', concerns: null }]);
});

test.each(['var.stage', 'aws_api_gateway_stage.s.stage_name', '"${var.stage}-x"'])(
  'settings of a stage whose name is not known, as %s',
  async (name) => {
    const { templates, problems } = await readFolder(`variable "stage" {}
${api('name = "x"')}resource "aws_api_gateway_stage" "s" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = var.stage
}
resource "aws_api_gateway_method_settings" "s" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = ${name}
  method_path = "*/*"
  settings {
    logging_level = "INFO"
  }
}
`);
    const [one] = scanOf(templates, problems).apis;
    expect(one?.items.map(({ id }) => id)).toEqual(['execution-logs']);
  },
);
