/** Proves of the fuzzer that it says the same twice, sees a fault when there is one, and makes what fails small. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDocument } from '../printed-json.ts';
import { run } from '../run.ts';
import { cut } from './bytes.ts';
import { bake, cases } from './cases.ts';
import { corpora } from './corpus.ts';
import { smallest } from './smallest.ts';
import { edited, type Edit } from './tree.ts';

test('one seed tries the same files, and most are not what they were', async () => {
  const corpus = await corpora();
  const files = (seed: number) =>
    fc
      .sample(cases, { seed, numRuns: 100 })
      .map((one) => ('file' in one ? bake(one.recipe, corpus[one.file]).toString('latin1') : one.argv.join(' ')));
  const once = files(7);
  expect(files(7)).toEqual(once);
  expect(files(8)).not.toEqual(once);
  expect(new Set(once).size).toBeGreaterThan(90);
});

test('an edit changes the tree that it makes, and not the one it is made of; a shared value may hold itself', () => {
  const tree = { name: 'a', traffic: { requests: '1M' } };
  const all: readonly Edit[] = [
    { do: 'rename', at: 1, key: '__proto__', value: null },
    { do: 'share', at: 0, to: 1 },
  ];
  const made = edited(tree, all, []) as Record<string, unknown>;
  expect(Object.keys(made)).toEqual(['traffic', '__proto__']);
  expect(made['traffic']).toBe(made);
  expect(tree).toEqual({ name: 'a', traffic: { requests: '1M' } });
});

test('cuts are made one after the other, where they say', () => {
  const made = cut(
    Buffer.from('0123456789'),
    [
      { do: 'remove', at: 500_000, length: 2 },
      { do: 'insert', at: 0, text: 'ab', times: 2 },
      { do: 'splice', at: 1_000_000, other: 0, from: 500_000, length: 2 },
    ],
    [Buffer.from('xyz!')],
  );
  expect(made.toString()).toBe('abab01234789z!');
});

test('a wrong product, a wrong sum and a negative row are seen', async () => {
  const { stdout } = await run(['cost', 'examples/chat.yaml', '--json']);
  const spoilt = (
    change: (candidate: { listCost: string; lineItems: { pricingQuantity: string; listUnitPrice: string; listCost: string }[] }) => void,
  ) => {
    const document = JSON.parse(stdout) as { results: { candidates: Parameters<typeof change>[0][] }[] };
    const candidate = document.results[0]?.candidates[0];
    if (candidate) change(candidate);
    return () => checkDocument('cost', document);
  };
  expect(spoilt(() => {})).not.toThrow();
  expect(spoilt((one) => (one.listCost = '1'))).toThrow(/add up to/);
  expect(spoilt((one) => one.lineItems.forEach((row) => (row.listCost = '7')))).toThrow(/ is .*, not 7/);
  expect(spoilt((one) => one.lineItems.forEach((row) => (row.pricingQuantity = '-1')))).toThrow(/pricingQuantity of a row is -1/);
});

test('the smallest input that still fails in the same way', async () => {
  const fails = (bytes: Buffer): Promise<void> => {
    const text = bytes.toString();
    if (text.includes('b') && text.includes('y')) throw new Error(`both "b" and "y", at ${text.indexOf('b')}`);
    if (text === '') throw new Error('another failure');
    return Promise.resolve();
  };
  expect((await smallest(Buffer.from('abcdefghijklmnopqrstuvwxyz'), async (bytes) => fails(bytes))).toString()).toBe('by');
});
