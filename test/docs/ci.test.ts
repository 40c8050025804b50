// What docs/ci.md tells people to run, run: the monthly workflow step by step, the crontab, and every single command. Stand-ins
// take the place of what is not ours: the calendar and npm. The Action is run by tests of its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../run.ts';

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}
interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Hooks {
  readonly repos: readonly { readonly rev: string; readonly hooks: readonly { readonly id: string }[] }[];
}

const action = parse(readFileSync(`${ROOT}action.yml`, 'utf8')) as Record<'inputs' | 'outputs', Readonly<Record<string, { readonly default: string }>>>;
const page = readFileSync(`${ROOT}docs/ci.md`, 'utf8');
const blocks = (language: string) => [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const workflows = blocks('yaml')
  .map((text) => parse(text) as Partial<Workflow>)
  .filter((one): one is Workflow => one.jobs !== undefined);
const manifest = blocks('yaml').find((text) => text.includes('workloads:')) ?? '';

const { name, version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { readonly name: string; readonly version: string };

const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-ci-'));
const folder = join(home, 'work');
const bin = join(home, 'bin');
const env = {
  PATH: `${bin}:${process.env['PATH'] ?? ''}`,
  HOME: home,
  LANG: 'C.UTF-8',
  GITHUB_STEP_SUMMARY: join(home, 'summary.md'),
};

function stub(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

function shell(script: string): { readonly status: number | null; readonly stderr: string; readonly stdout: string } {
  return spawnSync('sh', ['-e', '-c', script], { cwd: folder, env, encoding: 'utf8' });
}

const git = (...argv: readonly string[]) => execFileSync('git', [...argv], { cwd: folder, env, stdio: 'pipe' });

beforeAll(() => {
  mkdirSync(bin);
  mkdirSync(folder);
  stub('apigw-advisor', `exec "${process.execPath}" "${ROOT}bin/apigw-advisor.cjs" "$@"`);
  stub('date', 'echo 2026-11');
  stub('npm', `test "$*" = "install --global ${name}@${version}"`);
  const story = join(ROOT, 'test/golden');
  cpSync(join(story, 'report/workloads'), join(folder, 'workloads'), { recursive: true });
  cpSync(join(story, 'report-budgets/budgets.yaml'), join(folder, 'budgets.yaml'));
  cpSync(join(ROOT, 'pricing-data'), join(folder, 'pricing-data'), { recursive: true });
  cpSync(join(story, 'diff/before.yaml'), join(folder, 'workload.yaml'));
  writeFileSync(join(folder, 'manifest.yaml'), manifest);
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'someone');
  git('config', 'user.email', 'someone@example.com');
  git('add', 'workload.yaml', 'workloads');
  git('commit', '--quiet', '--message', 'before');
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', join(home, 'origin.git')], { env });
  git('remote', 'add', 'origin', join(home, 'origin.git'));
  git('push', '--quiet', '--set-upstream', 'origin', 'main');
  cpSync(join(story, 'diff/workload.yaml'), join(folder, 'workload.yaml'));
});
afterAll(() => rmSync(home, { recursive: true }));

const stepsOf = (workflow: Workflow | undefined) => Object.values(workflow?.jobs ?? {}).flatMap(({ steps }) => steps);

describe('docs/ci.md', () => {
  test('the workflow of a pull request gives the Action inputs that it has, and what it needs to comment', () => {
    const [{ permissions } = { permissions: {} }] = workflows;
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    const used = stepsOf(workflows[0]).find(({ uses }) => uses?.startsWith('OWNER/'));
    expect(used?.uses).toBe(`OWNER/${name}@v${version.split('.')[0]}`);
    expect(Object.keys(used?.with ?? {}).filter((input) => !(input in action.inputs))).toEqual([]);
  });

  test.each(['inputs', 'outputs'] as const)('all %s of the Action stand in a table', (kind) => {
    const [, table = ''] = new RegExp(`^\\| ${kind === 'inputs' ? 'Input' : 'Output'} \\|.*\n.*\n((?:\\|.*\n)+)`, 'm').exec(page) ?? [];
    expect([...table.matchAll(/^\| `([^`]+)`/gm)].map(([, id]) => id)).toEqual(Object.keys(action[kind]));
    const defaults = [...table.matchAll(/^\| `([^`]+)` \|.*\| `([^`]+)` \|$/gm)].map(([, id, text]) => [id, text]);
    const own = Object.entries(action.inputs).flatMap(([id, input]) => (input.default === '' ? [] : [[id, input.default]]));
    if (kind === 'inputs') expect(defaults.filter(([id]) => id !== 'policy')).toEqual(own);
  });

  test('pre-commit is told hooks that there are, of this version', () => {
    const repo = blocks('yaml').map((text) => parse(text) as Partial<Hooks>).find(({ repos }) => repos !== undefined)?.repos?.[0];
    const hooks = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8')) as readonly { readonly id: string }[];
    expect(repo?.rev).toBe(`v${version}`);
    expect(repo?.hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
  });

  test('the month is reported without an earlier one, and then with it', () => {
    const monthly = stepsOf(workflows[1]).flatMap(({ name = '', run }) => (run ? [{ name, run }] : []));
    for (const { name, run } of monthly) {
      const { status, stderr } = shell(run);
      expect([name, status], stderr).toEqual([name, 0]);
    }
    expect(existsSync(join(folder, 'reports/report-2026-11.json'))).toBe(true);
    cpSync(join(folder, 'reports/report-2026-11.json'), join(folder, 'reports/report-2026-10.json'));
    const again = shell(monthly.find(({ name }) => name === 'Report')?.run ?? 'false');
    expect(again.status, again.stderr).toBe(0);
    expect(readFileSync(join(folder, 'reports/report-2026-11.md'), 'utf8')).toContain('Unchanged since');
  });

  test('the crontab line', () => {
    const [, , , , , ...words] = (blocks('crontab')[0] ?? '').trim().split(' ');
    // cron takes an unescaped percent sign for the end of the line.
    expect(words.join(' ').replaceAll('\\%', '')).not.toContain('%');
    const ran = shell(words.join(' ').replaceAll('\\%', '%').replace('/srv/api-costs', '.'));
    expect(ran.status, ran.stderr).toBe(0);
  });

  test.each(blocks('sh').flatMap((text) => text.trim().split('\n')))('%s', (command) => {
    const { status, stderr } = shell(command);
    // 1 is an answer too: a limit that is not met.
    expect([0, 1], stderr).toContain(status);
  });
});
