// What each tool answers, asked by the official client in memory: it holds every answer against the form that the tool states.
import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesUnder } from '../house/source.ts';
import { ROOT } from '../run.ts';
import { bytesOf, call, example, inMemory, textOf } from './client.ts';

const catalogue = example('catalogue.yaml');
const partners = example('partners.yaml');
const chat = example('chat.yaml');
const template = (name: string) => ({ name, text: readFileSync(join(ROOT, 'test/golden/scan', name), 'utf8') });

/** The published document of a tool's full answer. */
const CALLS: readonly [tool: string, document: string, args: Record<string, unknown>][] = [
  ['recommend_api_type', 'recommend', { workload: catalogue }],
  ['recommend_api_type', 'recommend', { workload: chat }],
  ['price_workload', 'cost', { workload: partners, alwaysFree: 'on' }],
  ['compare_workloads', 'diff', { workloads: [catalogue, catalogue.replace('100M', '120M')] }],
  ['compare_workloads', 'diff', { workloads: [catalogue, partners, chat] }],
  ['optimize', 'optimize', { workload: catalogue, fix: ['front-door=rest'] }],
  ['check_budget', 'cost', { workloads: [catalogue, partners], budget: '500/month' }],
  ['quote_rate', 'prices-quote', { sku: 'apigateway/http-requests', quantity: '432M', region: 'us-east-1' }],
  ['quote_rate', 'prices-quote', { sku: 'cloudfront/data-out', amount: '500', geography: 'us' }],
  ['lint_workload', 'lint', { workload: catalogue, candidate: 'all' }],
  ['scan_template', 'scan', { files: [template('search.json'), template('shop.yaml')], requests: '10M/month' }],
  ['explain', 'explain', { id: 'response-streaming' }],
  ['explain', 'explain-list', { list: 'rule' }],
];

describe('every tool', async () => {
  const client = await inMemory();
  const { tools } = await client.listTools();

  test('has an answer below', () => {
    expect(tools.map(({ name }) => name).filter((name) => !CALLS.some(([tool]) => tool === name))).toEqual([]);
  });

  test.each(CALLS)('%s fits into 8 KB, and says by what it goes', async (name, _document, args) => {
    const result = await call(client, name, args);
    expect(result.isError).toBeUndefined();
    expect(bytesOf(result)).toBeLessThan(8_000);
    const { basis } = result.structuredContent as { basis: { edition: string; asOf: string; lists: { newest: string }[] } };
    expect(basis).toMatchObject({ edition: 'aws', asOf: '2026-11-22', lists: [{ list: 'packaged', newest: '2026-10-02' }] });
    expect(textOf(result).length).toBeGreaterThan(100);
  });

  test.each(CALLS)('%s answers the whole published document where it is asked for', async (name, document, args) => {
    const { structuredContent } = await call(client, name, { ...args, detail: 'full' });
    const { basis: _, summary: prices, ...whole } = structuredContent as Record<string, unknown>;
    const schema = JSON.parse(readFileSync(join(ROOT, `schema/${document}.schema.json`), 'utf8')) as object;
    const valid = new Ajv({ strict: false }).compile(schema);
    valid(whole);
    expect(valid.errors).toBeNull();
    // A quote is the one document that does not say how old its prices are.
    expect(prices === undefined).toBe(name !== 'quote_rate');
  });

  const stories = filesUnder(join(ROOT, 'test/golden')).filter((path) => path.endsWith('/workload.yaml'));
  test('no workload of a fifth of the stories has a longer answer, and each either answers or says what is wrong', async () => {
    for (const path of stories.filter((_, index) => index % 5 === 0)) {
      const workload = readFileSync(path, 'utf8');
      for (const name of ['recommend_api_type', 'price_workload', 'lint_workload']) {
        const result = await call(client, name, { workload });
        expect(bytesOf(result), path).toBeLessThan(8_192);
        const { problems, results } = result.structuredContent as { problems?: unknown[]; results?: unknown[] };
        expect((problems ?? results)?.length, path).toBeGreaterThan(0);
        expect(result.isError ?? false, path).toBe(problems !== undefined);
      }
    }
  }, 120_000);
});

test('a workload is the same as text and as an object', async () => {
  const client = await inMemory();
  const [text, data] = await Promise.all(
    [catalogue, parse(catalogue) as unknown].map((workload) => call(client, 'price_workload', { workload })),
  );
  expect(data).toEqual(text);
});

test('the figures are those of the command line', async () => {
  const client = await inMemory();
  const { structuredContent } = await call(client, 'quote_rate', {
    sku: 'apigateway/http-requests',
    quantity: '432M',
    region: 'us-east-1',
  });
  // 300M × $1.00/M + 132M × $0.90/M, by hand.
  expect(structuredContent).toMatchObject({ listCost: '418.8', lineItems: [{ listCost: '300' }, { listCost: '118.8' }] });
  const budget = await call(client, 'check_budget', { workloads: [catalogue], budget: '200/month' });
  expect(textOf(budget).split('\n')[0]).toBe('**failed**: $262.45 a month, of $200.00');
  expect(budget.structuredContent).toMatchObject({ results: [{ summary: { gates: [{ verdict: 'failed' }] } }] });
});

test('what one template refers to is read only where the call gives it', async () => {
  const client = await inMemory();
  const api = {
    name: 'infra/template.yaml',
    text: 'Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders:\n    Type: AWS::Serverless::Api\n    Properties: { StageName: prod, DefinitionUri: api.yaml }\n',
  };
  const definition = {
    name: 'infra/api.yaml',
    text: 'openapi: 3.0.1\ninfo: { title: orders, version: "1" }\npaths:\n  /orders:\n    get:\n      x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/x/invocations" }\n      responses: {}\n',
  };
  const routes = async (files: object[]) => {
    const { structuredContent } = await call(client, 'scan_template', { files, detail: 'full' });
    const [first] = (structuredContent as { results: { routes: unknown[]; gaps: { because: string }[] }[] }).results;
    return { routes: first?.routes.length, gaps: first?.gaps.map(({ because }) => because).filter((one) => one.includes('the call')) };
  };
  expect(await routes([api])).toEqual({ routes: 0, gaps: ['infra/api.yaml is not read: the call does not give it'] });
  expect(await routes([api, definition])).toEqual({ routes: 1, gaps: [] });
});

test('resources are the published schemas, and no others', async () => {
  const client = await inMemory();
  const { resources } = await client.listResources();
  for (const { uri } of resources) {
    const { contents } = await client.readResource({ uri });
    const [first] = contents;
    expect(JSON.parse(first !== undefined && 'text' in first ? first.text : '')).toHaveProperty('$id');
  }
  for (const uri of ['apigw-advisor://schema/../package', 'apigw-advisor://schema/constructor', 'file:///etc/passwd'])
    await expect(client.readResource({ uri })).rejects.toThrow(/not found/i);
});
