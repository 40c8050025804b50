// What expressions of Terraform come to: each row is an expression and its value.
import { expect, test } from 'vitest';
import { resourcesIn } from './folder.ts';

const AROUND = `
variable "stage" { default = "prod" }
variable "asked" {}
variable "sizes" {
  default = { small = 1, large = 2 }
}
variable "on" { default = true }
variable "shape" {
  type    = object({ name = string, size = optional(number, 5) })
  default = { name = "a" }
}
locals {
  name  = "orders-\${var.stage}"
  names = ["b", "a", "b"]
  rows  = [{ id = "x", to = ["1", "2"] }, { id = "y", to = ["3"] }]
}
data "aws_region" "now" {}
resource "aws_sqs_queue" "q" { name = "jobs" }
resource "aws_sqs_queue" "two" {
  count = 2
  name  = "q\${count.index}"
}
resource "aws_sqs_queue" "each" {
  for_each = { a = "x", b = "y" }
  name     = "\${each.key}-\${each.value}"
}
`;

const valueOf = async (expression: string) => {
  const all = await resourcesIn(`${AROUND}resource "aws_api_gateway_rest_api" "api" {\n  description = ${expression}\n}\n`);
  return (all['aws_api_gateway_rest_api.api'] as { Description?: unknown }).Description;
};

test.each([
  ['"plain"', 'plain'],
  ['" edges "', ' edges '],
  [String.raw`"a\n\"b\"\\ \u00e9"`, 'a\n"b"\\ é'],
  ['"$${not} %%{a}"', '${not} %{a}'],
  ['12', '12'],
  ['true', 'true'],
  ['null', undefined],
  ['var.stage', 'prod'],
  ['var.asked', '? variable asked has no default'],
  ['var.missing', '? var.missing is not declared in what is read'],
  ['var.sizes["large"]', '2'],
  ['var.sizes.small', '1'],
  ['var.shape.size', '5'],
  ['local.name', 'orders-prod'],
  ['"${local.name}/${var.asked}"', 'orders-prod/{? variable asked has no default}'],
  ['"${var.on ? "yes" : "no"}"', 'yes'],
  ['var.asked ? "yes" : "no"', { 'if var.asked': ['yes', 'no'] }],
  ['var.asked != "" ? "yes" : null', { 'if var.asked != ""': ['yes', null] }],
  ['var.on && !false ? 1 + 2 * 3 : 0', '7'],
  ['var.asked || true ? "yes" : "no"', 'yes'],
  ['-1', '-1'],
  ['5 % 3 >= 2 ? "yes" : "no"', 'yes'],
  ['"%{ if var.on }in%{ else }out%{ endif }"', 'in'],
  ['"%{ for one in local.names }${one};%{ endfor }"', 'b;a;b;'],
  ['<<EOT\n  #set($a = 1)\n#foreach($x in $y)\nEOT', '  #set($a = 1)\n#foreach($x in $y)\n'],
  ['<<-EOT\n    a\n      ${var.stage}\n    EOT', 'a\n  prod\n'],
  ['[for n in local.names : upper(n) if n != "a"]', ['B', 'B']],
  ['{ for i, r in local.rows : r.id => i }', { x: '0', y: '1' }],
  ['{ for r in flatten([for r in local.rows : [for t in r.to : { k = r.id, t = t }]]) : r.k => r.t... }', { x: ['1', '2'], y: ['3'] }],
  ['local.rows[*].id', ['x', 'y']],
  ['local.rows.*.id[1]', 'y'],
  ['aws_sqs_queue.q.name', 'jobs'],
  ['aws_sqs_queue.q.arn', '→ aws_sqs_queue.q.Arn'],
  ['aws_sqs_queue.q.id', '→ aws_sqs_queue.q'],
  ['aws_sqs_queue.two[1].name', 'q1'],
  ['aws_sqs_queue.two[*].name', ['q0', 'q1']],
  ['aws_sqs_queue.two.*.arn[0]', '→ aws_sqs_queue.two[0].Arn'],
  ['aws_sqs_queue.each["b"].name', 'b-y'],
  ['[for k, q in aws_sqs_queue.each : q.name]', ['a-x', 'b-y']],
  ['values(aws_sqs_queue.each)[0].arn', '→ aws_sqs_queue.each["a"].Arn'],
  ['data.aws_region.now.name', '? data.aws_region.now is read when it is deployed'],
  ['join("-", ["a", aws_sqs_queue.q.arn])', 'a-{→ aws_sqs_queue.q.Arn}'],
  ['format("%s/%s%%", "a", aws_sqs_queue.q.arn)', 'a/{→ aws_sqs_queue.q.Arn}%'],
  // What is made of the text of a link still refers to it.
  ['replace(aws_sqs_queue.q.url, "https://", "")', '{→ aws_sqs_queue.q.Url}'],
  ['replace("a-b", "-", "_")', 'a_b'],
  ['split(",", "a,b")', ['a', 'b']],
  ['element(["a", "b"], 3)', 'b'],
  ['lookup(var.sizes, "none", "7")', '7'],
  ['merge(var.sizes, { small = 3 })', { small: '3', large: '2' }],
  ['concat(["a"], ["b"])', ['a', 'b']],
  ['length(local.names)', '3'],
  ['toset(local.names)', ['b', 'a']],
  ['keys({ b = 1, a = 2 })', ['a', 'b']],
  ['compact(["", "a", null])', ['a']],
  ['contains(local.names, "a") ? "yes" : "no"', 'yes'],
  ['coalesce(null, "", "c")', 'c'],
  ['try(local.rows[7].id, "none")', 'none'],
  ['try(var.asked.id, "none")', '? variable asked has no default'],
  ['can(local.rows[0].none) ? "yes" : "no"', 'no'],
  ['zipmap(["a"], [1])', { a: '1' }],
  ['trimprefix("/a", "/")', 'a'],
  ['substr("orders", 0, 2)', 'or'],
  ['jsonencode({ a = [1, "x"] })', '{"a":["1","x"]}'],
  ['jsondecode("{\\"a\\": 1}").a', '1'],
  ['filesha1("x")', '? the function filesha1 is not worked out'],
  ['replace("a", "/(a+)+$/", "b")', '? it is known only after deployment'],
  ['aws_sqs_queue.none.arn', '? aws_sqs_queue.none is not declared in what is read'],
])('%s', async (expression, value) => {
  expect(await valueOf(expression)).toEqual(value);
});
