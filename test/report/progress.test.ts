import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-progress-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (let index = 0; index < 240; index += 1)
  writeFileSync(join(folder, `${index}.yaml`), `{ name: api-${index}, region: us-east-1, traffic: { requests: 1M/month } }`);

const shown = async (argv: readonly string[], terminal: boolean, more: Record<string, string> = {}) =>
  (await run(argv, { folder, terminal, columns: 80, env: { LANG: 'C.UTF-8', ...more } })).stderr;

test('on a terminal a long report shows how far it is, and takes it back', async () => {
  const lines = (await shown(['report', '.', '--json'], true)).split('\r');
  expect(lines.slice(1, 11)).toEqual([
    '[#####-------------------] 50 of 240 files read',
    '[##########--------------] 100 of 240 files read',
    '[###############---------] 150 of 240 files read',
    '[####################----] 200 of 240 files read',
    '\u001b[K',
    '[#####-------------------] 50 of 240 workloads priced',
    '[##########--------------] 100 of 240 workloads priced',
    '[###############---------] 150 of 240 workloads priced',
    '[####################----] 200 of 240 workloads priced',
    expect.stringMatching(/^\u001b\[K/),
  ]);
});

test.each([
  ['a pipe', ['.'], false, {}],
  ['CI', ['.'], true, { CI: 'true' }],
  ['a terminal that takes nothing back', ['.'], true, { TERM: 'dumb' }],
  ['few workloads', ['1.yaml', '2.yaml'], true, {}],
] as const)('%s sees none', async (_, named, terminal, more) => {
  expect(await shown(['report', ...named, '--json'], terminal, more)).not.toContain('\r');
});
