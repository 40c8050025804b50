// At 80 columns the answer of `recommend` and of `cost` is one screen, with the verdict in its first lines, whatever the workload.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT, run } from '../run.ts';

const LINES = 40;
/** Where the verdict stands at the latest. */
const FIRST = 5;
/** Stories that take more, and why. At most five. */
const LONGER: Readonly<Record<string, string>> = {};

const golden = join(ROOT, 'test/golden');
const examples = readdirSync(join(ROOT, 'examples'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name: `examples/${name}`, folder: join(ROOT, 'examples'), file: name }));
const stories = readdirSync(golden)
  .filter((name) => !name.startsWith('bad-') && existsSync(join(golden, name, 'workload.yaml')))
  .filter((name) => /^"?(?:cost|recommend) /.test(commandOf(name)))
  .map((name) => ({ name, folder: join(golden, name), file: 'workload.yaml' }));

function commandOf(name: string): string {
  return (parse(readFileSync(join(golden, name, 'story.yaml'), 'utf8')) as { command: string }).command;
}

test('few stories take more than a screen', () => {
  expect(Object.keys(LONGER).length).toBeLessThanOrEqual(5);
  expect(stories.length).toBeGreaterThan(80);
});

describe.each(['recommend', 'cost'])('%s', (command) => {
  test.each([...examples, ...stories])('$name', async ({ name, folder, file }) => {
    const { stdout, exitCode } = await run([command, file], { folder });
    if (exitCode !== 0) return;
    const lines = stdout.trimEnd().split('\n');
    if (LONGER[name] === undefined) expect(lines.length, stdout).toBeLessThanOrEqual(LINES);
    expect(lines.findIndex((line) => line.startsWith('▶') || line.startsWith('Use ')), stdout).toBeLessThan(FIRST);
    expect(lines.filter((line) => line.length > 80 && !line.includes('https://'))).toEqual([]);
  });
});

test.each([[], ...examples.map(({ file }) => [file])])('doctor %s', async (...files) => {
  const { stdout } = await run(['doctor', ...files], { folder: join(ROOT, 'examples') });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length, stdout).toBeLessThanOrEqual(LINES);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
