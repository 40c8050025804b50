// What docs/ci.md tells people to run, run: the workflows step by step, the crontab, and every single command. Stand-ins
// take the place of what is not ours: the calendar, npm, and GitHub.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../run.ts';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly name?: string; readonly run?: string }[] }>>;
}

const page = readFileSync(`${ROOT}docs/ci.md`, 'utf8');
const blocks = (language: string) => [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const workflows = blocks('yaml')
  .map((text) => parse(text) as Partial<Workflow>)
  .filter((one): one is Workflow => one.jobs !== undefined);
const manifest = blocks('yaml').find((text) => text.includes('workloads:')) ?? '';

const { name, version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { readonly name: string; readonly version: string };
const packed = `${name}-${version}.tgz`;

const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-ci-'));
const folder = join(home, 'work');
const bin = join(home, 'bin');
const env = {
  PATH: `${bin}:${process.env['PATH'] ?? ''}`,
  HOME: home,
  LANG: 'C.UTF-8',
  GITHUB_BASE_REF: 'main',
  GITHUB_STEP_SUMMARY: join(home, 'summary.md'),
  PULL_REQUEST: '7',
  GITHUB_REPOSITORY: 'someone/apis',
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
  // Packs a file of the real name, and installs what is there.
  stub('npm', `case "$1" in pack) mkdir -p "$3"; touch "$3/${packed}" ;; install) test -f "$3" ;; esac`);
  // Lists the comment that was posted, and keeps what is posted or put in its place.
  stub('gh', `case "$*" in *--jq*) test -f "${home}/comment.md" && echo 41 || true ;; *) echo "$1" >> "${home}/posted"; cp comment.md "${home}/comment.md" ;; esac`);
  const story = join(ROOT, 'test/golden');
  cpSync(join(story, 'report/workloads'), join(folder, 'workloads'), { recursive: true });
  cpSync(join(story, 'report-budgets/budgets.yaml'), join(folder, 'budgets.yaml'));
  cpSync(join(ROOT, 'pricing-data'), join(folder, 'pricing-data'), { recursive: true });
  cpSync(join(story, 'diff/before.yaml'), join(folder, 'workload.yaml'));
  writeFileSync(join(folder, 'manifest.yaml'), manifest);
  mkdirSync(join(folder, 'tools'));
  writeFileSync(join(folder, 'tools', packed), '');
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'someone');
  git('config', 'user.email', 'someone@example.com');
  git('add', 'workload.yaml');
  git('commit', '--quiet', '--message', 'before');
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', join(home, 'origin.git')], { env });
  git('remote', 'add', 'origin', join(home, 'origin.git'));
  git('push', '--quiet', '--set-upstream', 'origin', 'main');
  cpSync(join(story, 'diff/workload.yaml'), join(folder, 'workload.yaml'));
});
afterAll(() => rmSync(home, { recursive: true }));

const stepsOf = (workflow: Workflow | undefined) => Object.values(workflow?.jobs ?? {}).flatMap(({ steps }) => steps.flatMap(({ name = '', run }) => (run ? [{ name, run }] : [])));

describe('docs/ci.md', () => {
  test('the pull request gets its comment, and the limits end the job', () => {
    for (const { name, run } of stepsOf(workflows[0])) {
      const { status, stderr } = shell(run);
      expect([name, status], stderr).toEqual([name, name === 'Hold the limits' ? 1 : 0]);
      if (status === 1) expect(stderr).toContain('failed --fail-on-increase: $622.40 a month after $492.92, 26.3% more; the limit is 10%.');
    }
    const comment = readFileSync(join(home, 'comment.md'), 'utf8');
    expect(comment).toContain('**+$129.48 a month (+26.3%): $622.40 after $492.92.**');
    expect(comment).toBe(`<!-- apigw-advisor -->\n${readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')}`);
  });

  test('a new workload file is priced, and passes limits that it keeps', () => {
    const steps = stepsOf(workflows[0]).map(({ run }) => run.replaceAll('$GITHUB_BASE_REF', 'nowhere'));
    expect(steps.map((run) => shell(run).status)).toEqual(steps.map(() => 0));
    expect(readFileSync(join(home, 'comment.md'), 'utf8')).toContain('REST API, in use · $622.40 a month');
    expect(readFileSync(join(home, 'posted'), 'utf8')).toBe('pr\napi\n');
  });

  test('the month is reported without an earlier one, and then with it', () => {
    const monthly = stepsOf(workflows[1]);
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
