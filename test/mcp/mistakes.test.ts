// Bad arguments are answers that a client can act on, and never end the server.
import { describe, expect, test } from 'vitest';
import { noSheet } from '../../src/pricebook/compiled.ts';
import { priceData } from '../price-book.ts';
import { bytesOf, call, example, inMemory, textOf } from './client.ts';

const orders = 'name: orders\nregion: eu-west-1\ntraffic: { requests: 100M/month }\n';

interface Problem {
  readonly what: string;
  readonly because: string;
  readonly write: string | null;
  readonly line: number | null;
}

describe('a tool error has place, because and write', async () => {
  const client = await inMemory();
  await client.listTools();
  const problemsOf = async (name: string, args: Record<string, unknown>) => {
    const result = await call(client, name, args);
    expect(result.isError).toBe(true);
    expect(bytesOf(result)).toBeLessThan(8_192);
    const { problems } = result.structuredContent as { problems: readonly Problem[] };
    for (const { what } of problems.slice(0, 1)) expect(textOf(result)).toContain(what);
    return problems;
  };

  test.each<[string, string, Record<string, unknown>, Partial<Problem>]>([
    ['a field', 'price_workload', { workload: orders.replace('100M', 'lots') }, { line: 3, what: 'traffic.requests is "lots/month"' }],
    ['no argument', 'price_workload', {}, { what: 'workload is missing' }],
    [
      'an unknown argument',
      'price_workload',
      { workload: orders, regoin: 'x' },
      { what: 'price_workload takes no regoin', write: 'region' },
    ],
    ['a wrong type', 'price_workload', { workload: 7 }, { what: 'workload is 7' }],
    ['a word', 'explain', { id: 'rest', detail: 'all' }, { because: 'it is "short" or "full"' }],
    [
      'a Region',
      'price_workload',
      { workload: orders, region: 'eu-wst-1' },
      { what: 'region is "eu-wst-1", a Region without prices', write: 'region eu-west-1' },
    ],
    ['a candidate', 'recommend_api_type', { workload: orders, candidate: 'htp' }, { what: 'candidate is "htp"', write: 'candidate http' }],
    ['a budget', 'check_budget', { workloads: [orders], budget: 'much' }, { what: 'budget is "much"', write: 'budget 500/month' }],
    ['too few', 'compare_workloads', { workloads: [orders] }, { what: 'workloads has 1', because: 'it has >=2' }],
    ['too many', 'compare_workloads', { workloads: Array.from({ length: 51 }, () => orders) }, { what: 'workloads has 51' }],
    ['neither', 'quote_rate', { sku: 'apigateway/http-requests' }, { what: 'quote_rate takes quantity or amount, and neither is given' }],
    ['a sku', 'quote_rate', { sku: 'apigateway/http', quantity: '1' }, { what: '"apigateway/http" is not a sku' }],
    ['a lever', 'optimize', { workload: orders, fix: ['door=rest'] }, { what: 'fix door=rest names no lever' }],
    ['no page', 'explain', { id: 'nothing-of-this-name' }, { what: '"nothing-of-this-name" has no page' }],
    ['no template', 'scan_template', { files: [{ name: 'a.txt', text: 'hello' }] }, { what: 'is not a template that scan reads' }],
    ['a path', 'price_workload', { workload: 'infra/workload.yaml' }, { because: 'no file is opened here; its text is expected' }],
    ['nothing to read', 'price_workload', { workload: '' }, { what: 'the file is empty' }],
    ['prose', 'price_workload', { workload: 'price my API please' }, { because: 'a section with fields is expected here' }],
  ])('%s', async (_, name, args, expected) => {
    expect((await problemsOf(name, args))[0]).toMatchObject(expected);
  });

  test('all mistakes of a call at once', async () => {
    expect((await problemsOf('price_workload', { worklod: orders, detail: 'x' })).map(({ what }) => what)).toEqual([
      'workload is missing',
      'detail is "x"',
      'price_workload takes no worklod',
    ]);
  });

  test.each<[string, string, Record<string, unknown>, string]>([
    ['text', 'price_workload', { workload: `${orders}# ${'x'.repeat(1_000_000)}` }, 'is too large'],
    ['an object', 'price_workload', { workload: { name: 'x'.repeat(2_000_000) } }, 'is too large'],
    [
      'depth',
      'price_workload',
      { workload: JSON.parse(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`) as object },
      'the file is nested more than 50 levels deep',
    ],
    [
      'values',
      'price_workload',
      { workload: { tags: Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`k${n}`, 'v'])) } },
      'than 20,000 values',
    ],
    ['a template', 'scan_template', { files: [{ name: 'a.yaml', text: `Resources: {} #${'x'.repeat(10_000_001)}` }] }, 'is too large'],
  ])('the bounds of files hold: %s', async (_, name, args, what) => {
    const [first] = await problemsOf(name, args);
    expect(first?.what).toContain(what);
  });

  test('an answer of many workloads fits too, and says what it leaves out', async () => {
    const workloads = Array.from({ length: 50 }, (_, n) => orders.replace('name: orders', `name: ${'long-name-'.repeat(15)}${n}`));
    const result = await call(client, 'compare_workloads', { workloads });
    expect(result.isError).toBeUndefined();
    expect(bytesOf(result)).toBeLessThan(8_192);
    const { scenarios, leftOut } = result.structuredContent as { scenarios: { workloads: unknown[] }; leftOut: unknown[] };
    expect(leftOut).toContainEqual({ list: 'scenarios.workloads', shown: scenarios.workloads.length, of: 50 });
  });

  test('of several, those that cannot be read stand beside the answer', async () => {
    const { structuredContent, isError } = await call(client, 'check_budget', {
      workloads: [orders, orders.replace('100M', 'lots')],
      budget: '500/month',
    });
    expect(isError).toBeUndefined();
    expect(structuredContent).toMatchObject({ results: [{ workload: 'orders' }], errors: [{ file: 'workloads[1]', line: 3 }] });
  });

  test('an unknown tool is an error of the protocol that names the tools', async () => {
    await expect(call(client, 'price', {})).rejects.toThrow(/there is no tool price; the tools are recommend_api_type, price_workload/);
  });
});

test('damaged prices are a tool error, too', async () => {
  const damaged = {
    ...priceData,
    sheet: (region: string): never => {
      throw noSheet(region);
    },
  };
  const client = await inMemory('2025', { prices: damaged, edition: 'aws', asOf: '2026-11-22' });
  const result = await call(client, 'price_workload', { workload: example('catalogue.yaml') });
  expect(result).toMatchObject({ isError: true, structuredContent: { problems: [{ what: 'there is no price sheet for us-east-1' }] } });
});
