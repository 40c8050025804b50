// What stands in a folder beside good workloads: it is a problem of its own file, and hides nothing.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));
const GOOD = 'name: good\nregion: us-east-1\ntraffic: { requests: 1M }\n';

beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(join(folder, 'all'), { recursive: true });
  writeFileSync(join(folder, 'all/good.yaml'), GOOD);
});

test.each([
  ['a manifest with a tab', 'workloads:\n\t- good.yaml\n', /^all\/bad\.yaml:2:1 /m],
  ['a manifest that lists nothing', 'workloads: []\n', /^all\/bad\.yaml:1:\d+ {2}workloads lists nothing/m],
  ['a manifest of other fields', 'workloads: [good.yaml]\ncolour: red\n', /^all\/bad\.yaml:2:1 {2}colour is not a field/m],
  ['a manifest that lists twice', 'workloads: [good.yaml, good.yaml]\n', /^all\/bad\.yaml:1:\d+ {2}all\/good\.yaml is listed again/m],
  ['a manifest of a name that no file has', 'workloads: ["a\\0b.yaml"]\n', /^all\/bad\.yaml:1:\d+ /m],
  ['a manifest of aliases without end', 'workloads: &a [*a]\n', /^all\/bad\.yaml:1:\d+ {2}\*a is inside/m],
  ['nested braces', `region: ${'{ a: '.repeat(5000)}`, /^all\/bad\.yaml:1:\d+ {2}the file is nested more than 50 levels deep/m],
  [
    'a session of no length',
    `${GOOD}realtime: { connections: 1, sessionLength: 0 ms }\n`,
    /^all\/bad\.yaml:\d+:\d+ {2}realtime\.sessionLength is "0 ms"/m,
  ],
  ['a key that every object has', `${GOOD}toString: [1]\n`, /^all\/bad\.yaml:4:1 {2}toString is not a field/m],
  ['no text', Buffer.from([0xff, 0xfe, 0, 0]), /^all\/bad\.yaml:1:1 /m],
])('%s hides no workload', async (_, text, told) => {
  writeFileSync(join(folder, 'all/bad.yaml'), text);
  const ran = await run(['report', 'all', '--as-of', '2025-07-01', '--format', 'json'], { folder });
  expect(ran.exitCode).toBe(3);
  expect(ran.stderr).toMatch(told);
  const { workloads } = JSON.parse(ran.stdout) as { workloads: { workload: string }[] };
  expect(workloads.map((one) => one.workload)).toEqual(['good']);
});

test('a link to nothing, a link to itself and a folder with the name of a file hide no workload', async () => {
  symlinkSync('nothing', join(folder, 'all/gone.yaml'));
  symlinkSync('loop.yaml', join(folder, 'all/loop.yaml'));
  mkdirSync(join(folder, 'all/inner.yaml'));
  const ran = await run(['report', 'all', '--as-of', '2025-07-01', '--format', 'json'], { folder });
  expect([0, 3]).toContain(ran.exitCode);
  const { workloads } = JSON.parse(ran.stdout) as { workloads: { workload: string }[] };
  expect(workloads.map((one) => one.workload)).toEqual(['good']);
});

test.each(['gone.yaml', 'loop.yaml', 'x'.repeat(5000)])(
  'what cannot be looked at is a mistake of its name, and the others are priced: %s',
  async (name) => {
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    for (const command of ['cost', 'recommend', 'lint', 'throttle', 'report']) {
      const ran = await run([command, 'all/good.yaml', name, '--json'], { folder });
      expect([command, ran.exitCode]).toEqual([command, 3]);
      expect(ran.stdout).toContain('good');
      expect(ran.stderr).toContain('cannot be read');
    }
  },
);
