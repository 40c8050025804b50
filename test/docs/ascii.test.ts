// Where the locale has no UTF-8, whatever a command prints of its own accord is ASCII.
import { expect, test } from 'vitest';
import { run } from '../run.ts';

const plain = async (...argv: string[]) => (await run(argv, { env: { LANG: 'C' } })).stdout;
const foreign = (text: string) => text.match(/[^\n -~]/g) ?? [];

test.each([
  ['cost', 'examples/catalogue.yaml', '--full'],
  ['cost', 'examples/uploads.yaml', '--full'],
  ['recommend', 'examples/catalogue.yaml'],
  ['recommend', 'examples/chat.yaml'],
  ['prices', 'list'],
  ['prices', 'show', 'data-transfer/out', '--region', 'ap-southeast-3'],
  ['prices', 'quote', 'data-transfer/out', '150', '--region', 'us-east-1', '--always-free', 'on'],
  ['--help'],
])('%s %s', async (...argv) => {
  expect(foreign(await plain(...argv))).toEqual([]);
});

test('every page of explain', async () => {
  const { results } = JSON.parse(await plain('explain', '--list', '--json')) as { results: readonly { id: string }[] };
  const ids = results.map((one) => one.id);
  expect(ids.length).toBeGreaterThan(100);
  for (const id of new Set(ids)) expect(foreign(await plain('explain', id)), id).toEqual([]);
});
