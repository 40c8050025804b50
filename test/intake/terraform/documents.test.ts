// Bodies and policies that stand in Terraform as text, as maps, in files, in templates: what they are, and in which lines.
import { expect, test } from 'vitest';
import { plain } from '../plain.ts';
import { templateIn, type Folder } from './folder.ts';

const BODY = { openapi: '3.0.1', paths: { '/orders': {} } };

const bodyIn = async (folder: Folder | string) => {
  const { resources } = await templateIn(folder);
  return resources[0]?.properties.entries.get('Body')?.value ?? null;
};

const api = (body: string) => `variable "asked" {}
resource "aws_api_gateway_rest_api" "api" {
  body = ${body}
}
`;

test.each<[what: string, folder: Folder | string, line: number]>([
  ['a map', api('jsonencode({\n    openapi = "3.0.1"\n    paths = {\n      "/orders" = {}\n    }\n  })'), 6],
  ['a map as YAML', api('yamlencode({\n    openapi = "3.0.1"\n    paths = { "/orders" = {} }\n  })'), 5],
  ['JSON in a heredoc', api('<<EOF\n{\n  "openapi": "3.0.1",\n  "paths": {\n    "/orders": {}\n  }\n}\nEOF'), 7],
  ['YAML in a heredoc', api('<<-EOF\n    openapi: 3.0.1\n    paths:\n      /orders: {}\n  EOF'), 6],
  ['a file', { 'main.tf': api('file("api.yaml")'), 'api.yaml': 'openapi: 3.0.1\npaths:\n  /orders: {}\n' }, 3],
  [
    'a template',
    {
      'main.tf': api('templatefile("${path.module}/api.yaml", { path = "orders" })'),
      'api.yaml': 'openapi: 3.0.1\npaths:\n  /${path}: {}\n',
    },
    3,
  ],
  [
    'a template as a data source',
    {
      'main.tf': `data "template_file" "t" {\n  template = file("api.yaml")\n  vars = { path = "orders" }\n}\n${api('data.template_file.t.rendered')}`,
      'api.yaml': 'openapi: 3.0.1\npaths:\n  /${path}: {}\n',
    },
    3,
  ],
  [
    'a heredoc in another file',
    {
      'main.tf': api('local.body'),
      'locals.tf': 'locals {\n  body = <<-EOF\n    openapi: 3.0.1\n    paths:\n      /orders: {}\n  EOF\n}\n',
    },
    5,
  ],
  [
    'a definition that is put on the API',
    `${api('null')}resource "aws_api_gateway_rest_api_put" "p" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  body = jsonencode({ openapi = "3.0.1",
    paths = { "/orders" = {} } })
}
`,
    8,
  ],
])('%s', async (_, folder, line) => {
  const body = await bodyIn(folder);
  expect(plain(body)).toEqual(BODY);
  const paths = body?.kind === 'section' ? body.entries.get('paths')?.value : null;
  expect(paths?.kind === 'section' ? paths.entries.get('/orders')?.key.line : null).toBe(line);
});

test('what is not known inside a body is not known there, and the rest is', async () => {
  const body = await bodyIn(api('<<EOF\n{\n  "a": ${var.asked},\n  "b": "x-${var.asked}",\n  "c": 1\n}\nEOF'));
  expect(plain(body)).toEqual({ a: '? variable asked has no default', b: 'x-{? variable asked has no default}', c: '1' });
});

test.each<[what: string, folder: Folder | string, because: RegExp]>([
  ['a file that is not there', api('file("none.json")'), /the file none.json is not read/],
  ['a file above the folders', api('file("../../etc/passwd")'), /is not read/],
  ['what is no definition', api('"words"'), /neither JSON nor YAML/],
  ['what is broken', api('<<EOF\n{ "a": \nEOF'), /in line 5/],
])('%s is an unknown body', async (_, folder, because) => {
  const body = await bodyIn(folder);
  expect(body).toMatchObject({ kind: 'unknown' });
  expect(body?.kind === 'unknown' ? body.because : '').toMatch(because);
});

const POLICY = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: ['execute-api:Invoke'], Principal: '*' }] };

test.each<[what: string, policy: string]>([
  ['a data source', 'data.aws_iam_policy_document.p.json'],
  ['a map', 'jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = ["execute-api:Invoke"], Principal = "*" }] })'],
  [
    'a text',
    '<<EOF\n{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": ["execute-api:Invoke"], "Principal": "*"}]}\nEOF',
  ],
])('a policy as %s', async (_, policy) => {
  const { resources } = await templateIn(`data "aws_iam_policy_document" "p" {
  statement {
    effect  = "Deny"
    actions = ["execute-api:Invoke"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
resource "aws_api_gateway_rest_api_policy" "p" {
  rest_api_id = "x"
  policy      = ${policy}
}
`);
  expect(plain(resources[0]?.properties.entries.get('Policy')?.value ?? null)).toEqual(POLICY);
});

test('conditions, other principals and documents that a policy takes in', async () => {
  const { resources } = await templateIn(`variable "asked" {}
data "aws_iam_policy_document" "base" {
  statement { actions = ["a"] }
}
data "aws_iam_policy_document" "p" {
  source_policy_documents = [data.aws_iam_policy_document.base.json, var.asked]
  statement {
    principals {
      type        = "AWS"
      identifiers = ["arn:role"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpce"
      values   = ["vpce-1"]
    }
  }
}
resource "aws_api_gateway_rest_api_policy" "p" {
  policy = data.aws_iam_policy_document.p.json
}
`);
  expect(plain(resources[0]?.properties.entries.get('Policy')?.value ?? null)).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: ['arn:role'] }, Condition: { StringEquals: { 'aws:SourceVpce': ['vpce-1'] } } },
      { Effect: 'Allow', Action: ['a'] },
      '? a policy that it takes in is not known',
    ],
  });
});
