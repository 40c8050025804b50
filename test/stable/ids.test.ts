// Ids that were printed once stay: scripts, policies and notes name them. So do exit codes. `npx vitest run test/stable -u` adds.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEVERS } from '../../src/compose/levers.ts';
import { EXIT_CODES } from '../../src/errors/exit-codes.ts';
import { ROOT, run } from '../run.ts';

/** Fails where a line of the record is not said any more; adds those that are new. */
async function keeps(name: string, now: readonly string[]): Promise<void> {
  const path = join(ROOT, 'test/stable/published', `${name}.txt`);
  const before = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  expect(before.filter((line) => !now.includes(line)).map((line) => `${line} is gone`)).toEqual([]);
  await expect(`${now.toSorted().join('\n')}\n`).toMatchFileSnapshot(path);
}

test('ids stay', async () => {
  const { stdout } = await run(['explain', '--list', '--json']);
  const { results } = JSON.parse(stdout) as { readonly results: readonly { readonly kind: string; readonly id: string }[] };
  const levers = Object.entries(LEVERS).flatMap(([id, { all }]) => [`lever ${id}`, ...all.map((value) => `lever ${id}=${value}`)]);
  // Fields of the workload are those of its schema.
  await keeps('ids', [...results.filter(({ kind }) => kind !== 'field').map(({ kind, id }) => `${kind} ${id}`), ...levers]);
});

test('exit codes stay', async () => {
  await keeps(
    'exit-codes',
    Object.entries(EXIT_CODES).map(([id, { code }]) => `${code} ${id}`),
  );
});
