// Plans and states as `terraform show -json` prints them: each row is what one argument says, and what is read of it.
import { expect, test } from 'vitest';
import { find } from '../../../src/intake/templates/lookup.ts';
import type { Template } from '../../../src/intake/templates/template.ts';
import { joined } from '../../../src/intake/templates/terraform/joined.ts';
import { terraformPlanReader } from '../../../src/intake/templates/terraform/plan/plan.ts';
import { beside, plainly, templateIn, type Folder } from './folder.ts';

type Json = Readonly<Record<string, unknown>>;

/** One resource, with what the parts of a plan say of it. */
interface Row {
  readonly address: string;
  readonly values?: Json;
  readonly unknown?: Json;
  readonly sensitive?: Json;
}

const API = 'aws_api_gateway_rest_api.api';
const refers = (...references: readonly string[]) => ({ references });
const toApi = refers(`${API}.id`, API);

function resource({ address, values = {}, sensitive = {} }: Row) {
  const [, type = '', name = '', , number, key] = /([a-z]\w*)\.(\w+)(\[(?:(\d+)|"(.*)")\])?$/.exec(address) ?? [];
  const index = number === undefined ? key : Number(number);
  return { address, mode: 'managed', type, name, ...(index === undefined ? {} : { index }), values, sensitive_values: sensitive };
}

function plan(
  rows: readonly Row[],
  expressions: Readonly<Record<string, Json>> = {},
  more: { modules?: Json; inside?: readonly Row[] } = {},
): string {
  const all = [...rows, ...(more.inside ?? [])];
  const child = { address: 'module.m', resources: (more.inside ?? []).map(resource) };
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: { resources: rows.map(resource), child_modules: more.inside === undefined ? [] : [child] } },
    resource_changes: all.map(({ address, unknown = {} }) => ({ address, change: { after_unknown: unknown } })),
    configuration: {
      root_module: {
        resources: Object.entries(expressions).map(([address, inside]) => ({ address, expressions: inside })),
        module_calls: more.modules ?? {},
      },
    },
  });
}

async function read(text: string, folder: Folder = {}) {
  const { templates, problems } = await terraformPlanReader.read([{ file: 'plan.json', text }], beside(folder));
  const [template] = templates;
  return { template, problems, all: Object.fromEntries((template?.resources ?? []).map((one) => [one.id, plainly(one)])) };
}

test.each<[what: string, row: Omit<Row, 'address'>, expressions: Json, properties: object]>([
  ['a value', { values: { authorization: 'NONE' } }, { authorization: { constant_value: 'NONE' } }, { AuthorizationType: 'NONE' }],
  ['null, nothing and an empty block', { values: { a: null, b: '', c: [], d: {} } }, {}, {}],
  ['a number and a truth', { values: { api_key_required: true, x: 1 } }, {}, { ApiKeyRequired: 'true', X: '1' }],
  ['a reference', { unknown: { rest_api_id: true } }, { rest_api_id: toApi }, { RestApiId: `→ ${API}` }],
  [
    'another attribute of it',
    { unknown: { resource_id: true } },
    { resource_id: refers(`${API}.root_resource_id`, API) },
    { ResourceId: `→ ${API}.RootResourceId` },
  ],
  ['what AWS chooses', { unknown: { operation_name: true } }, {}, {}],
  [
    'what nothing in the plan gives',
    { unknown: { authorizer_id: true } },
    { authorizer_id: refers('local.x') },
    { AuthorizerId: '? it is known only after the plan is applied' },
  ],
  [
    'a data source',
    { unknown: { authorizer_id: true } },
    { authorizer_id: refers('data.aws_x.y.id', 'data.aws_x.y') },
    { AuthorizerId: '? data.aws_x.y.id is read when it is deployed' },
  ],
  [
    'what is sensitive',
    { values: { operation_name: 'secret' }, sensitive: { operation_name: true } },
    {},
    { OperationName: '? it is sensitive, and is not read' },
  ],
  [
    'inner names of maps',
    { values: { request_parameters: { 'method.request.path.order_id': true } } },
    {},
    { RequestParameters: { 'method.request.path.order_id': 'true' } },
  ],
])('%s', async (_, row, expressions, properties) => {
  const address = 'aws_api_gateway_method.m';
  const { all } = await read(
    plan(
      [
        { address: API, values: { name: 'x' } },
        { address, ...row },
      ],
      { [address]: expressions },
    ),
  );
  expect(all[address]).toEqual(properties);
});

test('a block in a plan, and a policy that is a text', async () => {
  const values = {
    endpoint_configuration: [{ types: ['PRIVATE'], vpc_endpoint_ids: null }],
    policy: '{"Statement": [{"Effect": "Allow"}]}',
    minimum_compression_size: '-1',
  };
  const { all, template } = await read(plan([{ address: API, values }]));
  expect(all[API]).toEqual({ EndpointConfiguration: { Types: ['PRIVATE'] }, Policy: { Statement: [{ Effect: 'Allow' }] } });
  expect(JSON.stringify([...(template?.resources[0]?.properties.entries ?? [])])).not.toMatch(/"line":\d/);
});

test('instances of one key belong together', async () => {
  const rows = ['a', 'b'].flatMap((key): readonly Row[] => [
    { address: `aws_api_gateway_resource.r["${key}"]`, values: { path_part: key } },
    { address: `aws_api_gateway_method.m["${key}"]`, unknown: { resource_id: true } },
  ]);
  const { all } = await read(plan(rows, { 'aws_api_gateway_method.m': { resource_id: refers('aws_api_gateway_resource.r', 'each.key') } }));
  expect(all['aws_api_gateway_method.m["b"]']).toEqual({ ResourceId: '→ aws_api_gateway_resource.r["b"]' });
});

test('references lead into modules and out of them', async () => {
  const inside: readonly Row[] = [
    { address: 'module.m.aws_api_gateway_integration.i', unknown: { rest_api_id: true, uri: true } },
    { address: 'module.m.aws_lambda_function.f', values: { function_name: 'f' } },
  ];
  const own = [
    {
      address: 'aws_api_gateway_integration.i',
      expressions: { rest_api_id: refers('var.api'), uri: refers('aws_lambda_function.f.invoke_arn') },
    },
    { address: 'aws_lambda_function.f', expressions: {} },
  ];
  const outputs = { arn: { expression: refers('aws_lambda_function.f.arn', 'aws_lambda_function.f') } };
  const modules = { m: { expressions: { api: toApi }, module: { resources: own, outputs } } };
  const url = 'aws_lambda_function_url.u';
  const { all } = await read(
    plan(
      [{ address: API }, { address: url, unknown: { function_name: true } }],
      { [url]: { function_name: refers('module.m.arn', 'module.m') } },
      { modules, inside },
    ),
  );
  expect(all['module.m.aws_api_gateway_integration.i']).toEqual({
    RestApiId: `→ ${API}`,
    Uri: 'arn:{? the partition is that of the provider}:apigateway:{? the Region is that of the provider}:lambda:path/2015-03-31/functions/{→ module.m.aws_lambda_function.f.Arn}/invocations',
  });
  expect(all[url]).toEqual({ TargetFunctionArn: '→ module.m.aws_lambda_function.f.Arn' });
});

test('a state has no references, so names lead from one to another', async () => {
  const lambda = 'arn:aws:lambda:eu-west-1:1:function:f';
  const rows: readonly Row[] = [
    { address: API, values: { id: 'abc', root_resource_id: 'root', name: 'x' } },
    { address: 'aws_lambda_function.f', values: { id: 'f', arn: lambda, function_name: 'f' } },
    {
      address: 'aws_api_gateway_integration.i',
      values: {
        id: 'agi',
        rest_api_id: 'abc',
        resource_id: 'root',
        http_method: 'GET',
        uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${lambda}/invocations`,
      },
    },
  ];
  const text = JSON.stringify({
    format_version: '1.0',
    terraform_version: '1.9.0',
    values: { root_module: { resources: rows.map(resource) } },
  });
  expect(terraformPlanReader.recognizes({ file: 'state.json', text })).toBe(true);
  expect((await read(text)).all['aws_api_gateway_integration.i']).toEqual({
    RestApiId: `→ ${API}`,
    ResourceId: `→ ${API}.RootResourceId`,
    HttpMethod: 'GET',
    Uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{→ aws_lambda_function.f.Arn}/invocations',
  });
});

test('what is no JSON is a problem, and other JSON is no plan', async () => {
  expect((await read('{"format_version": "1.2", "planned_values": {"root_module": ')).problems).toMatchObject([
    { file: 'plan.json', what: 'this is not valid JSON' },
  ]);
  expect(terraformPlanReader.recognizes({ file: 'a.json', text: '{"Resources": {}}' })).toBe(false);
});

test.each([
  '{"format_version":1,"planned_values":{"root_module":7}}',
  '{"planned_values":{"root_module":{"resources":[null,1,{"type":"__proto__"}]}},"configuration":[]}',
])('%s is read without a fault', async (text) => {
  expect((await read(text)).template?.resources).toEqual([]);
});

const SOURCE = `locals {
  types = ["REGIONAL"]
}
resource "aws_api_gateway_rest_api" "api" {
  name = "orders"
  endpoint_configuration {
    types = local.types
  }
}
`;

test('a plan of a folder that is read too is one template, with the lines of the folder', async () => {
  const values = { name: 'orders', api_key_source: 'HEADER', endpoint_configuration: [{ types: ['REGIONAL'] }] };
  const [source, planned] = await Promise.all([templateIn(SOURCE), read(plan([{ address: API, values }]))]);
  const [only, another] = joined([source, planned.template as Template]);
  expect(another).toBe(undefined);
  expect(only?.format).toBe('terraform-plan');
  const [api] = only?.resources ?? [];
  const lines = [...(api?.properties.entries ?? [])].map(([name, { key }]) => [name, key.file, key.line]);
  expect(api?.at).toMatchObject({ file: 'main.tf', line: 4 });
  expect(lines).toEqual([
    ['Name', 'main.tf', 5],
    ['ApiKeySourceType', 'main.tf', 4],
    ['EndpointConfiguration', 'main.tf', 6],
  ]);
  expect(find(api?.properties ?? null, 'EndpointConfiguration', 'Types')[0]).toMatchObject({
    at: { line: 7 },
    value: { said: { line: 2 } },
  });
});

test('a plan of another folder stays by itself', async () => {
  const planned = await read(plan([{ address: 'aws_api_gateway_rest_api.other' }]));
  expect(joined([await templateIn(SOURCE), planned.template as Template])).toHaveLength(2);
});

test('an edge network that nobody stated is not stated by the plan of a change', async () => {
  const values = { name: 'x', endpoint_configuration: [{ types: ['EDGE'] }] };
  const { all } = await read(plan([{ address: API, values }], { [API]: { name: { constant_value: 'x' } } }));
  expect(all[API]).toEqual({ Name: 'x' });
});

test('a command of API Gateway in a plan is a gap', async () => {
  const text = plan([{ address: 'null_resource.n' }]).replace(
    '"resources":[],"module_calls"',
    '"resources":[{"address":"null_resource.n","provisioners":[{"type":"local-exec","expressions":{"command":{"constant_value":"aws apigateway create-rest-api"}}}]}],"module_calls"',
  );
  expect((await read(text)).template?.gaps).toMatchObject([{ what: 'null_resource.n runs a command of API Gateway', concerns: null }]);
});
