// `init --example`: each example as a start, from what is in the package.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';

const names = readdirSync(`${ROOT}examples`)
  .filter((name) => name.endsWith('.yaml') && name !== 'starter.yaml')
  .map((name) => name.slice(0, -5));

test.each(names)('%s is written as it stands in the package, with a schema that an editor finds', async (name) => {
  const { written, stderr, exitCode } = await run(['init', '--example', name]);
  expect([exitCode, stderr]).toEqual([0, `Wrote ${name}.yaml. Change what differs, then: apigw-advisor recommend ${name}.yaml\n`]);
  const [first, ...rest] = (written.get(`${name}.yaml`) ?? '').split('\n');
  expect(first).toBe('# yaml-language-server: $schema=https://unpkg.com/apigw-advisor/schema/workload.schema.json');
  expect(rest).toEqual(readFileSync(`${ROOT}examples/${name}.yaml`, 'utf8').split('\n').slice(1));
});

test('every example is listed in a line that says what it is about', async () => {
  const { stdout } = await run(['init', '--example']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(names.toSorted());
  for (const line of lines) expect(line).toMatch(/^\w+ {2,}[A-Z].{20,}\.$/);
});

test('it goes where it is told, and replaces nothing unless told', async () => {
  const { written } = await run(['init', '--example', 'chat', 'mine.yaml']);
  expect([...written.keys()]).toEqual(['mine.yaml']);
  const refused = await run(['init', '--example', 'chat', 'mine.yaml'], { refuses: { 'mine.yaml': 'EEXIST' } });
  expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('apigw-advisor init --example chat mine.yaml --force')]);
});
