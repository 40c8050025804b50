// What a release is made of: the tag with what runs, npm, and the changelog.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../run.ts';
import { packed } from './runner.ts';

const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-release-'));
const [origin, work, tree, bin] = ['origin.git', 'work', 'tree', 'bin'].map((name) => join(home, name)) as [string, string, string, string];
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
};
let tgz: string;

function node(
  script: string,
  argv: readonly string[],
  cwd = work,
  path = process.env['PATH'],
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, 'build', script), ...argv], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
}
const git = (...argv: readonly string[]) => execFileSync('git', argv, { cwd: work, encoding: 'utf8', stdio: 'pipe' }).trim();
const at = (tag: string) => git('ls-remote', 'origin', `refs/tags/${tag}`).split('\t')[0] ?? '';

beforeAll(() => {
  for (const folder of [work, bin]) mkdirSync(folder);
  tgz = packed(home);
  expect(node('release-tree.mjs', [tgz, tree]).stderr).toBe('');
  execFileSync('git', ['init', '--quiet', '--bare', origin]);
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'someone');
  git('config', 'user.email', 'someone@example.com');
  git('remote', 'add', 'origin', origin);
  writeFileSync(join(work, 'source.ts'), '');
  git('add', '.');
  git('commit', '--quiet', '--message', 'source');
}, 60_000);
afterAll(() => rmSync(home, { recursive: true }));

describe('the tag', () => {
  test('holds what runs, without an install, in less than 3.6 MB', () => {
    expect(readdirSync(tree).toSorted()).toEqual(
      [
        '.pre-commit-hooks.yaml',
        'LICENSE',
        'README.md',
        'THIRD-PARTY-NOTICES.md',
        'action',
        'action.yml',
        'bin',
        'dist',
        'package.json',
      ].toSorted(),
    );
    expect(readdirSync(join(tree, 'dist')).toSorted()).toEqual(['cli', 'pricing-data', 'version.txt', 'wasm']);
    const files = readdirSync(tree, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0)).toBeLessThan(3_600_000);
    const ran = spawnSync(process.execPath, [join(tree, 'bin/apigw-advisor.cjs'), 'recommend', join(ROOT, 'examples/catalogue.yaml')], {
      encoding: 'utf8',
    });
    expect([ran.status, ran.stdout], ran.stderr).toEqual([0, expect.stringContaining('$262.45 a month')]);
  });

  const tagged = (wanted: string) => {
    const file = join(tree, 'package.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]+"/, `"version": "${wanted}"`));
    return node('release-tag.mjs', [tree]);
  };

  test('is a commit on top of the source, to which the major version points too; main stays as it is', () => {
    const source = git('rev-parse', 'HEAD');
    const { status, stderr } = tagged('3.0.0-rc.0');
    expect([status, stderr]).toEqual([0, '']);
    git('fetch', '--quiet', '--tags', 'origin');
    expect(git('rev-parse', 'v3.0.0-rc.0^')).toBe(source);
    expect(at('v3')).toBe(at('v3.0.0-rc.0'));
    expect(git('ls-tree', '--name-only', 'v3.0.0-rc.0').split('\n')).not.toContain('source.ts');
    expect([git('status', '--porcelain'), git('rev-parse', 'HEAD')]).toEqual(['', source]);
  });

  test('stands when a run is repeated, and never comes to hold something else', () => {
    const stood = at('v3.0.0-rc.0');
    expect(tagged('3.0.0-rc.0').status).toBe(0);
    expect(at('v3.0.0-rc.0')).toBe(stood);
    writeFileSync(join(tree, 'LICENSE'), 'another');
    const other = tagged('3.0.0-rc.0');
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('v3.0.0-rc.0 is there already, and holds something else')]);
    expect(at('v3.0.0-rc.0')).toBe(stood);
  });

  test('of a release moves the major version, and that of a later candidate does not', () => {
    expect(tagged('3.0.0').status).toBe(0);
    expect(at('v3')).toBe(at('v3.0.0'));
    expect(tagged('3.1.0-rc.0').status).toBe(0);
    expect(at('v3')).toBe(at('v3.0.0'));
    expect(tagged('3.1.0').status).toBe(0);
    expect(at('v3')).toBe(at('v3.1.0'));
  });
});

describe('npm', () => {
  const npm = (script: string) => {
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "$*" >> "${home}/asked"\ncase "$1" in view) ${script} ;; esac\n`);
    chmodSync(join(bin, 'npm'), 0o755);
    rmSync(join(home, 'asked'), { force: true });
    const ran = node('release-npm.mjs', [tgz], work, `${bin}:${process.env['PATH'] ?? ''}`);
    return { ...ran, asked: readFileSync(join(home, 'asked'), 'utf8').trim().split('\n') };
  };
  const view = `view ${name}@${version} dist.integrity`;

  test('gets what was packed, with its provenance, a candidate under a tag of its own', () => {
    const tag = version.includes('-') ? 'next' : 'latest';
    const { status, asked, stderr } = npm('echo "npm error code E404" >&2; exit 1');
    expect([status, asked], stderr).toEqual([0, [view, `publish ${tgz} --provenance --access public --tag ${tag}`]]);
  });

  test('is left alone where it has the same, and refused where it has something else or does not answer', () => {
    const integrity = `sha512-${createHash('sha512').update(readFileSync(tgz)).digest('base64')}`;
    expect(npm(`echo ${integrity}`)).toMatchObject({ status: 0, asked: [view] });
    expect(npm('echo sha512-other')).toMatchObject({ status: 1, asked: [view], stderr: expect.stringContaining('something else') });
    expect(npm('echo "npm error code ETIMEDOUT" >&2; exit 1')).toMatchObject({ status: 1, asked: [view] });
  });
});

test('the notes are the first part of the changelog, which needs its date', () => {
  const folder = join(home, 'notes');
  mkdirSync(folder);
  const notes = (changelog: string) => {
    writeFileSync(join(folder, 'package.json'), '{ "version": "1.0.0-rc.0" }');
    writeFileSync(join(folder, 'CHANGELOG.md'), `# Changelog\n\n${changelog}`);
    return node('release-notes.mjs', [], folder);
  };
  const older = '## 0.9.0 - 2026-01-01\n\n- Old.\n';
  expect(notes(`## 1.0.0-rc.0 - 2026-12-01\n\n### Added\n\n- New.\n\n${older}`)).toMatchObject({
    status: 0,
    stdout: '### Added\n\n- New.\n',
  });
  expect(notes(`## 1.0.0-rc.0 - unreleased\n\n- New.\n`)).toMatchObject({ status: 1, stderr: expect.stringContaining('no date') });
  expect(notes(older)).toMatchObject({ status: 1, stderr: expect.stringContaining('is of 0.9.0') });
  const [heading] = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').match(/^## .+/m) ?? [];
  expect(heading).toMatch(new RegExp(`^## (?:Unreleased|${version} - (?:unreleased|\\d{4}-\\d\\d-\\d\\d))$`));
});

test('after a release, new prices begin a new part of the changelog', () => {
  const entered = (changelog: string) => {
    const script = `import { withEntry } from './build/changelog.mjs'; process.stdout.write(withEntry(process.argv[1], 'New rates.'));`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', script, changelog], { cwd: ROOT, encoding: 'utf8' });
  };
  const released = '## 1.0.0 - 2026-12-01\n\n### Prices\n\n- Old.\n';
  expect(entered(`# Changelog\n\n${released}`)).toBe(`# Changelog\n\n## Unreleased\n\n### Prices\n\n- New rates.\n\n${released}`);
  const added = '# Changelog\n\n## Unreleased\n\n### Added\n\n- It.\n';
  expect(entered(`${added}\n${released}`)).toBe(`${added}\n### Prices\n\n- New rates.\n\n${released}`);
  expect(entered(`${added}\n### Prices\n\n- Rates.\n\n${released}`)).toBe(`${added}\n### Prices\n\n- New rates.\n- Rates.\n\n${released}`);
});
