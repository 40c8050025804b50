// What npm packs: small, whole, and installed by the npm of this Node offline and without a word of warning.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packed } from '../action/runner.ts';
import { ROOT } from '../run.ts';

const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-package-'));
const installed = join(home, 'node_modules/apigw-advisor');
afterAll(() => rmSync(home, { recursive: true }));

describe('the package', () => {
  let tgz = '';
  let told = { status: null as number | null, stdout: '', stderr: '' };

  beforeAll(() => {
    tgz = packed(home);
    writeFileSync(join(home, 'package.json'), '{ "private": true }');
    // Without what other npm settings of this machine say.
    const env = { PATH: process.env['PATH'], HOME: home, npm_config_update_notifier: 'false' };
    told = spawnSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--loglevel', 'warn', tgz], {
      cwd: home,
      encoding: 'utf8',
      env,
    });
  }, 60_000);

  test('is no larger than 1.5 MB', () => {
    expect(statSync(tgz).size).toBeLessThan(1_500_000);
  });

  test('is installed without a network, without dependencies and without a warning', () => {
    expect([told.status, told.stderr, told.stdout.trim()]).toEqual([0, '', expect.stringMatching(/^added 1 package/)]);
    expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['apigw-advisor']);
  });

  test('holds what runs, what it runs on, and what one starts from', () => {
    const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly files: readonly string[] };
    const tops = [...new Set([...files.map((file) => file.split('/')[0] as string), 'LICENSE', 'README.md', 'package.json'])];
    expect(readdirSync(installed).toSorted()).toEqual(tops.toSorted());
    expect(tops).not.toContain('docs');
  });

  test('answers as a command and as a module', () => {
    const bin = join(home, 'node_modules/.bin/apigw-advisor');
    const example = join(installed, 'examples/catalogue.yaml');
    const run =
      process.platform === 'win32'
        ? spawnSync(`"${bin}.cmd"`, ['cost', `"${example}"`], { encoding: 'utf8', shell: true })
        : spawnSync(bin, ['cost', example], { encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('$262.45');
    const code =
      "import { advisor, packagedPrices } from 'apigw-advisor'; console.log(advisor(packagedPrices()).quote('apigateway/http-requests', '1M', { region: 'us-east-1' }).listCost)";
    expect(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: home, encoding: 'utf8' })).toBe('1\n');
  });

  test('has pages whose links lead to what is in it; those of README lead to the repository, as npm shows it', () => {
    const pages = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.md') && name !== 'README.md',
    );
    const holds = new Set(readdirSync(installed, { recursive: true, encoding: 'utf8' }));
    const broken = pages.flatMap((name) =>
      [...readFileSync(join(installed, name), 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)]
        .map(([, link = '']) => normalize(join(dirname(name), link)))
        .filter((path) => !holds.has(path.replace(/[/\\]$/, '')))
        .map((path) => `${name} → ${path}`),
    );
    expect(broken).toEqual([]);
  });
});
