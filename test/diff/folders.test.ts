// Two folders of which one lacks what the other has.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-folders-'));

beforeAll(() => {
  for (const name of ['none', 'one', 'bad']) mkdirSync(join(folder, name));
  copyFileSync(join(ROOT, 'test/golden/diff-folders/now/orders.yaml'), join(folder, 'one/orders.yaml'));
  writeFileSync(join(folder, 'bad/orders.yaml'), 'nothing');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the first file of a folder is an addition, the last a removal', async () => {
  const added = await run(['diff', 'none', 'one', '--format', 'markdown'], { folder });
  expect([added.exitCode, added.stderr]).toEqual([0, '']);
  expect(added.stdout).toMatch(/\| orders +\| orders\.yaml +\| +added \| \$73\.43 \| \+\$73\.43 \|/);
  const removed = await run(['diff', 'one', 'none', '--format', 'markdown'], { folder });
  expect(removed.stdout).toMatch(/\| orders +\| orders\.yaml +\| \$73\.43 \| removed \| -\$73\.43 \|/);
});

test('two folders without a workload are a mistake', async () => {
  const { exitCode, stderr } = await run(['diff', 'none', 'none'], { folder });
  expect(exitCode).toBe(3);
  expect(stderr).toContain('none  holds no workload file');
});

test('the mistakes of a file that is new are told once', async () => {
  const { exitCode, stderr } = await run(['diff', 'none', 'bad'], { folder });
  expect(exitCode).toBe(3);
  expect(stderr.match(/the file is "nothing"/g)).toHaveLength(1);
});
