// What workflows and the Action may do; and the release, step by step, with stand-ins for npm and GitHub.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../run.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly steps: readonly Step[];
}

const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-workflows-'));
afterAll(() => rmSync(home, { recursive: true }));

describe('workflows', () => {
  const files = [...readdirSync(join(ROOT, '.github/workflows')).map((one) => `.github/workflows/${one}`), 'action.yml'];
  const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
  const jobsOf = (file: string) => (parse(textOf(file)) as { readonly jobs?: Readonly<Record<string, Job>> }).jobs ?? {};

  test.each(files)('%s puts no expression into a script, and pins what others wrote', (file) => {
    const document = parse(textOf(file)) as { readonly runs?: Job };
    const steps = [...Object.values(jobsOf(file)), ...(document.runs ? [document.runs] : [])].flatMap((job) => job.steps);
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
    expect(steps.filter(({ uses }) => uses !== undefined && !/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/.test(uses))).toEqual([]);
    expect(
      textOf(file)
        .match(/uses: .+/g)
        ?.filter((line) => !/ # v\d+\.\d+\.\d+$/.test(line)),
    ).toEqual([]);
  });

  test('the release gives each job what it needs, and a token of npm to none', () => {
    const { pack, npm, tag } = jobsOf('.github/workflows/release.yml');
    expect(parse(textOf('.github/workflows/release.yml'))).toMatchObject({ permissions: {} });
    expect(pack?.permissions).toEqual({ contents: 'read' });
    expect(npm?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(tag?.permissions).toEqual({ contents: 'write' });
    expect(textOf('.github/workflows/release.yml')).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
    // What may write installs nothing of the registry.
    for (const { steps } of [npm, tag] as readonly Job[])
      expect(steps.filter(({ run }) => /npm (?:ci|install)/.test(run ?? ''))).toEqual([]);
    const scripts = [...textOf('.github/workflows/release.yml').matchAll(/build\/[\w-]+\.mjs/g)].map(([script]) => script);
    expect(scripts.filter((script) => !existsSync(join(ROOT, script)))).toEqual([]);
  });

  test('the release is packed once, published, tagged, and drafted with its part of the changelog', () => {
    const [work, bin] = [join(home, 'work'), join(home, 'bin')];
    for (const folder of [work, bin]) mkdirSync(folder);
    for (const name of ['build', 'action', 'action.yml', '.pre-commit-hooks.yaml']) symlinkSync(join(ROOT, name), join(work, name));
    writeFileSync(join(work, 'package.json'), '{ "name": "apigw-advisor", "version": "4.0.0-rc.1" }');
    writeFileSync(join(work, 'CHANGELOG.md'), '# Changelog\n\n## 4.0.0-rc.1 - 2026-12-01\n\n- New.\n');
    // What stands in for npm packs a package of the same form, in which nothing runs.
    const made = join(home, 'made/package');
    for (const folder of ['bin', 'dist/cli', 'dist/pricing-data', 'dist/wasm']) mkdirSync(join(made, folder), { recursive: true });
    for (const file of [
      'bin/a.cjs',
      'dist/cli/a.cjs',
      'dist/pricing-data/a.json',
      'dist/wasm/a.wasm',
      'dist/version.txt',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
    ])
      writeFileSync(join(made, file), file);
    cpSync(join(work, 'package.json'), join(made, 'package.json'));
    const stub = (name: string, script: string) => {
      writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "${home}/asked"\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    };
    stub(
      'npm',
      `case "$1" in pack) tar -czf "$3/apigw-advisor-4.0.0-rc.1.tgz" -C "${home}/made" package ;; view) echo "npm error code E404" >&2; exit 1 ;; esac`,
    );
    stub('sudo', '');
    stub('gh', 'case "$2" in view) exit 1 ;; esac');
    const git = (...argv: readonly string[]) => execFileSync('git', argv, { cwd: work, encoding: 'utf8' }).trim();
    git('init', '--quiet', '--initial-branch', 'main');
    git('-c', 'user.name=someone', '-c', 'user.email=someone@example.com', 'commit', '--quiet', '--allow-empty', '--message', 'source');
    execFileSync('git', ['init', '--quiet', '--bare', join(home, 'origin.git')]);
    git('remote', 'add', 'origin', join(home, 'origin.git'));

    for (const { name, run } of Object.values(jobsOf('.github/workflows/release.yml')).flatMap(({ steps }) => steps)) {
      if (run === undefined) continue;
      const { status, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', run], {
        cwd: work,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${bin}:${process.env['PATH'] ?? ''}`,
          GITHUB_SERVER_URL: 'https://github.com',
          GITHUB_REPOSITORY: 'someone/apigw-advisor',
        },
      });
      expect([name, status], stderr).toEqual([name, 0]);
    }
    expect(readFileSync(join(home, 'asked'), 'utf8').trim().split('\n')).toEqual([
      'sudo apt-get update -qq',
      'sudo apt-get install -y -qq --no-install-recommends zsh fish',
      'npm ci',
      'npm run check',
      'npm pkg set repository.type=git repository.url=git+https://github.com/someone/apigw-advisor.git',
      'npm pack --pack-destination packed',
      'npm view apigw-advisor@4.0.0-rc.1 dist.integrity',
      'npm publish packed/apigw-advisor-4.0.0-rc.1.tgz --provenance --access public --tag next',
      'gh release view v4.0.0-rc.1',
      'gh release create v4.0.0-rc.1 packed/apigw-advisor-4.0.0-rc.1.tgz --verify-tag --draft --prerelease --title v4.0.0-rc.1 --notes-file notes.md',
    ]);
    expect(readFileSync(join(work, 'notes.md'), 'utf8')).toBe('- New.\n');
    expect(git('ls-remote', '--tags', 'origin').match(/refs\/tags\/\S+/g)).toEqual(['refs/tags/v4', 'refs/tags/v4.0.0-rc.1']);
  });
});
