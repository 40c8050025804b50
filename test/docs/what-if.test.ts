// What docs/what-if.md shows is what the commands print; files without a folder are those of a story.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';

const page = readFileSync(`${ROOT}docs/what-if.md`, 'utf8');
const blocks = [...page.matchAll(/```console\n\$ apigw-advisor ([^\n]+)\n([\s\S]*?)```/g)].map(([, command = '', printed = '']) => [command, printed] as const);

test('there are commands to run', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(2);
});

test.each(blocks)('$ apigw-advisor %s', async (command, printed) => {
  const { stdout } = await run(command.split(' '), command.includes('examples/') ? {} : { folder: `${ROOT}test/golden/diff-scenarios` });
  expect(stdout).toBe(printed);
});
