// What holds of every reader of templates.
import { describe, expect, test } from 'vitest';
import { READERS } from '../../src/intake/templates/readers.ts';
import type { TemplateFile } from '../../src/intake/templates/template.ts';
import { ALONE, restTemplate } from './scanned.ts';

/** One template of each kind, which has an API. */
const FILES: Readonly<Record<string, TemplateFile>> = {
  serverless: {
    file: 'serverless.yml',
    text: 'service: shop\nprovider:\n  name: aws\nfunctions:\n  list:\n    handler: a.b\n    events:\n      - http: GET orders\n',
  },
  'terraform-plan': {
    file: 'plan.json',
    text: JSON.stringify({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            {
              address: 'aws_api_gateway_rest_api.shop',
              mode: 'managed',
              type: 'aws_api_gateway_rest_api',
              name: 'shop',
              values: { name: 'shop' },
            },
          ],
        },
      },
      configuration: { root_module: {} },
    }),
  },
  cloudformation: { file: 'template.json', text: restTemplate({}) },
  terraform: { file: 'main.tf', text: 'resource "aws_api_gateway_rest_api" "shop" {\n  name = "shop"\n}\n' },
  openapi: {
    file: 'api.yaml',
    text: 'openapi: 3.0.1\ninfo: {}\npaths:\n  /orders:\n    get:\n      x-amazon-apigateway-integration:\n        type: mock\n',
  },
};

test('there is a template for each', () => {
  expect(READERS.map(({ id }) => id).toSorted()).toEqual(Object.keys(FILES).toSorted());
});

describe.each(READERS.map((reader) => [reader.id, reader] as const))('%s', (id, reader) => {
  const own = FILES[id] as TemplateFile;

  test('takes its own files, and none that an earlier one takes', () => {
    expect(reader.endings.test(own.file)).toBe(true);
    expect(reader.signs.test(own.text)).toBe(true);
    expect(READERS.find((one) => one.recognizes(own))).toBe(reader);
  });

  test('finds an API, whose resources have keys of their own and places in the file', async () => {
    const { templates, problems } = await reader.read([own], ALONE);
    expect(problems).toEqual([]);
    const resources = templates.flatMap((one) => one.resources);
    expect(resources.some(({ type }) => type === 'AWS::ApiGateway::RestApi')).toBe(true);
    expect(new Set(resources.map(({ key }) => key)).size).toBe(resources.length);
    expect(new Set(resources.map(({ at }) => at.file))).toEqual(new Set([own.file]));
  });

  test.each([
    ['nothing', ''],
    ['no text', '\0\u0001'],
    ['half of a template', own.text.slice(0, own.text.length / 2)],
    ['what is nested without end', '['.repeat(5000)],
    ['something else', 'all: [of, this]\n'],
  ])('of %s says what is wrong, or reads it, and hides no other file', async (_, text) => {
    const file = `broken-${own.file}`;
    const { templates } = await reader.read(
      [
        { file, text },
        { ...own, file: `beside/${own.file}` },
      ],
      ALONE,
    );
    expect(templates.some((one) => one.resources.length > 0)).toBe(true);
  });
});
