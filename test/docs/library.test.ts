// What docs/library.md shows compiles against the types of the package, all of them checked, and prints what it says.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../run.ts';

const page = join(ROOT, 'docs/library.md');
const code = /```ts\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';

describe('the library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-library-'));
  beforeAll(() => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules/apigw-advisor'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'example.ts'), code);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('its types hold without skipLibCheck', () => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2023'];
    const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...strict, ...types, 'example.ts'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  }, 60_000);

  test('the example prints what the page says', async () => {
    const printed = execFileSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
    await expect(readFileSync(page, 'utf8').replace(/(```text\n)[\s\S]*?(?=```)/, (_, fence: string) => fence + printed)).toMatchFileSnapshot(page);
  });
});
