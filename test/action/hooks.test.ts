// The hooks of pre-commit, installed from a release tag as pre-commit does it, and run with the files that it would give them.
// https://github.com/pre-commit/pre-commit/blob/main/pre_commit/languages/node.py
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../run.ts';
import { released } from './runner.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-hooks-'));
const work = join(home, 'work');
const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];
const FILES = ['workload.yaml', 'workloads/shop.yaml', 'notes.yaml', 'src/workload.ts', 'apis/chat/workload.json'];

beforeAll(() => {
  const tree = released(home);
  const git = (...argv: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=someone', '-c', 'user.email=someone@example.com', ...argv], { cwd: tree, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', 'release');
  const install = [
    'install',
    '--allow-git=root',
    '--install-links',
    '--global',
    '--offline',
    '--no-audit',
    '--no-fund',
    `git+file://${tree}`,
  ];
  execFileSync('npm', install, { env: { ...process.env, NPM_CONFIG_PREFIX: join(home, 'env') }, stdio: 'pipe' });
  for (const folder of ['workloads', 'apis/chat']) mkdirSync(join(work, folder), { recursive: true });
  for (const file of ['workload.yaml', 'workloads/shop.yaml']) copyFileSync(join(ROOT, 'test/golden/diff/workload.yaml'), join(work, file));
  writeFileSync(join(work, 'workloads/bad.yaml'), readFileSync(join(ROOT, 'test/golden/lint-fail-on/workload.yaml')));
}, 60_000);
afterAll(() => rmSync(home, { recursive: true }));

function ran(id: string, files: readonly string[], args?: readonly string[]) {
  const hook = hooks.find((one) => one.id === id);
  if (hook === undefined) throw new Error(`there is no hook ${id}`);
  const [command = '', ...rest] = hook.entry.split(' ');
  const given = hook.pass_filenames === false ? [] : files;
  return spawnSync(command, [...rest, ...(args ?? hook.args ?? []), ...given], {
    cwd: work,
    env: { ...process.env, PATH: `${join(home, 'env/bin')}:${process.env['PATH'] ?? ''}` },
    encoding: 'utf8',
  });
}

test.each(hooks)('$id takes workload files, by their usual names', ({ files, language }) => {
  expect(language).toBe('node');
  expect(FILES.filter((file) => new RegExp(files).test(file))).toEqual(['workload.yaml', 'workloads/shop.yaml', 'apis/chat/workload.json']);
});

test('findings fail the commit', () => {
  expect(ran('apigw-advisor-lint', ['workload.yaml', 'workloads/shop.yaml'])).toMatchObject({ status: 0 });
  const failed = ran('apigw-advisor-lint', ['workload.yaml', 'workloads/bad.yaml']);
  expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('failed --fail-on blocker:')]);
});

test('a budget of all workloads fails the commit, whichever of them is a part of it', () => {
  // By hand, as in the story diff: $622.40 for each of two.
  expect(ran('apigw-advisor-budget', ['workload.yaml'], ['workload.yaml', 'workloads/shop.yaml', '--budget=1300/month'])).toMatchObject({
    status: 0,
  });
  const failed = ran('apigw-advisor-budget', [], ['workload.yaml', 'workloads/shop.yaml', '--budget=1200/month']);
  expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('failed --budget')]);
});
