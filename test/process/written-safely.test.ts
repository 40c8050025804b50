// What is written: over no input, through links as `cp` does, all files or none, with nothing left behind.
import { spawn, type SpawnSyncOptions } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';
import { advisor, BIN, contents, ENV, folderOf, shell, workload } from './files.ts';

const SET = ['csv', 'html', 'json', 'md', 'xlsx'].map((ending) => `report-2026-11.${ending}`);
const MONTH = ['--month', '2026-11', '--as-of', '2025-11-22'];

/** Who may not do everything; in a container, tests may run as root. */
const AS_SOMEONE: SpawnSyncOptions = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

describe('over an input', async () => {
  const { stdout: october } = await run(['report', 'c.yaml', '--month', '2026-10', '--json'], {
    folder: folderOf({ 'c.yaml': workload('orders') }),
  });
  const inputs = () => {
    const folder = folderOf({
      'c.yaml': workload('orders'),
      'manifest.yaml': 'workloads: [c.yaml]\n',
      'budgets.yaml': 'budgets: [{ monthly: 500/month }]\n',
    });
    writeFileSync(join(folder, 'report-2026-10.json'), october);
    for (const [link, target] of [
      ['to-workload.json', 'c.yaml'],
      ['to-manifest.md', 'manifest.yaml'],
      ['to-budgets.csv', 'budgets.yaml'],
      ['to-earlier.html', 'report-2026-10.json'],
    ] as const)
      symlinkSync(target, join(folder, link));
    linkSync(join(folder, 'c.yaml'), join(folder, 'hard.json'));
    return folder;
  };

  test.each([
    ['an earlier report', 'c.yaml --previous report-2026-10.json --output report-2026-10.json', 'report-2026-10.json', ''],
    ['an earlier report, in a set', 'c.yaml --previous report-2026-10.json --month 2026-10 --output .', 'report-2026-10.json', ''],
    [
      'an earlier report, by a link',
      'c.yaml --previous report-2026-10.json --output to-earlier.html',
      'to-earlier.html',
      'report-2026-10.json',
    ],
    ['a workload, by a link', 'c.yaml --output to-workload.json', 'to-workload.json', 'c.yaml'],
    ['a workload, by a link of the file system', 'c.yaml --output hard.json', 'hard.json', 'c.yaml'],
    ['a workload that a manifest lists', 'manifest.yaml --output to-workload.json', 'to-workload.json', 'c.yaml'],
    ['a manifest', 'manifest.yaml --output to-manifest.md', 'to-manifest.md', 'manifest.yaml'],
    ['budgets', 'c.yaml --budgets budgets.yaml --output to-budgets.csv', 'to-budgets.csv', 'budgets.yaml'],
  ])('%s is refused', (_, argv, path, input) => {
    const folder = inputs();
    const before = contents(folder);
    const ran = advisor(folder, ['report', ...argv.split(' ')]);
    const as = input === '' ? '' : `, under the name ${input}`;
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([
      2,
      '',
      `apigw-advisor: --output would write over ${path}\n  because   the report is made of it${as}\n  write     --output reports/\n`,
    ]);
    expect(contents(folder)).toEqual(before);
  });

  test('and so is another file of the same report', () => {
    const folder = inputs();
    writeFileSync(join(folder, 'report-2026-11.md'), 'earlier');
    symlinkSync('report-2026-11.md', join(folder, 'report-2026-11.html'));
    const ran = advisor(folder, ['report', 'c.yaml', ...MONTH, '--output', '.']);
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('another file of this report goes there')]);
    expect(contents(folder)['report-2026-11.md']).toBe('earlier');
  });
});

describe('through a link', () => {
  test('what it leads to is written, with its permissions, and the link stays', () => {
    const folder = folderOf({ 'c.yaml': workload('orders'), 'real.md': 'earlier' });
    mkdirSync(join(folder, 'reports'));
    chmodSync(join(folder, 'real.md'), 0o640);
    symlinkSync('../real.md', join(folder, 'reports', 'november.md'));
    const ran = advisor(folder, ['report', 'c.yaml', ...MONTH, '--output', 'reports/november.md']);
    expect([ran.status, ran.stderr]).toEqual([
      0,
      `wrote reports/november.md\nnote: reports/november.md is a link to ${join(folder, 'real.md')}, which was written.\n`,
    ]);
    expect(readlinkSync(join(folder, 'reports', 'november.md'))).toBe('../real.md');
    expect(readFileSync(join(folder, 'real.md'), 'utf8')).toMatch(/^## API costs, 2026-11/);
    expect(statSync(join(folder, 'real.md')).mode & 0o7777).toBe(0o640);
    expect([readdirSync(folder), readdirSync(join(folder, 'reports'))]).toEqual([['c.yaml', 'real.md', 'reports'], ['november.md']]);
  });

  test('that leads nowhere, nothing is', () => {
    const folder = folderOf({ 'c.yaml': workload('orders') });
    symlinkSync('nowhere.md', join(folder, 'november.md'));
    const ran = advisor(folder, ['report', 'c.yaml', '--output', 'november.md']);
    expect([ran.status, ran.stderr]).toEqual([
      2,
      'apigw-advisor: november.md cannot be written\n  because   it is a link to a file that is not there\n  write     --output reports/\n',
    ]);
    expect(readdirSync(folder)).toEqual(['c.yaml', 'november.md']);
  });

  test('init follows it only when told to replace', () => {
    const folder = folderOf({ 'real.yaml': 'mine' });
    symlinkSync('real.yaml', join(folder, 'workload.yaml'));
    expect(advisor(folder, ['init']).status).toBe(2);
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe('mine');
    const ran = advisor(folder, ['init', '--force']);
    expect([ran.status, ran.stderr]).toEqual([
      0,
      expect.stringContaining(`note: workload.yaml is a link to ${join(folder, 'real.yaml')}, which was written.`),
    ]);
    expect(lstatSync(join(folder, 'workload.yaml')).isSymbolicLink()).toBe(true);
    expect(advisor(folder, ['cost', 'workload.yaml']).status).toBe(0);
  });
});

test('permissions of every file of a set stay; a new file gets those of the process', () => {
  const folder = folderOf({ 'c.yaml': workload('orders'), 'report-2026-11.html': 'earlier' });
  chmodSync(join(folder, 'report-2026-11.html'), 0o604);
  expect(shell(folder, `umask 027; $ADVISOR report c.yaml ${MONTH.join(' ')} --output .`).status).toBe(0);
  const modes = Object.fromEntries(SET.map((name) => [name, statSync(join(folder, name)).mode & 0o7777]));
  expect(modes).toEqual({ ...Object.fromEntries(SET.map((name) => [name, 0o640])), 'report-2026-11.html': 0o604 });
});

test.skipIf(process.platform === 'win32')('a pipe is written to, not replaced', () => {
  const folder = folderOf({});
  const ran = shell(folder, 'mkfifo pipe.yaml; cat pipe.yaml > read & $ADVISOR init pipe.yaml --force; wait');
  expect([ran.status, lstatSync(join(folder, 'pipe.yaml')).isFIFO()]).toEqual([0, true]);
  expect(readFileSync(join(folder, 'read'), 'utf8')).toBe(readFileSync(join(ROOT, 'examples/starter.yaml'), 'utf8'));
});

describe('what fails leaves everything as it was:', () => {
  const earlier = () => ({ ...folderFiles(), 'c.yaml': workload('orders') });
  const folderFiles = () => Object.fromEntries(SET.slice(0, 3).map((name) => [name, `earlier ${name}`]));
  const report = ['report', 'c.yaml', ...MONTH, '--output'];

  test.skipIf(process.platform === 'win32')('a disk that has room for some of the files', () => {
    const folder = folderOf(earlier());
    const ran = shell(folder, `ulimit -f 8; $ADVISOR ${report.join(' ')} .`);
    expect([ran.status, ran.stderr]).toEqual([
      2,
      'apigw-advisor: . cannot be written\n  because   the file would be larger than files may be\n  write     --output reports/\n',
    ]);
    expect(contents(folder)).toEqual(earlier());
    expect(shell(folder, `ulimit -f 8; $ADVISOR ${report.join(' ')} new/folders`).status).toBe(2);
    expect(readdirSync(folder)).toEqual(Object.keys(earlier()).toSorted());
  });

  test('a folder where a file should be', () => {
    const folder = folderOf(earlier());
    mkdirSync(join(folder, 'report-2026-11.xlsx'));
    const ran = advisor(folder, [...report, '.']);
    expect([ran.status, ran.stderr]).toEqual([
      2,
      'apigw-advisor: report-2026-11.xlsx cannot be written\n  because   it is a folder\n  write     --output reports/\n',
    ]);
    expect(contents(folder)).toEqual(earlier());
  });

  test('a file where a folder should be', () => {
    const folder = folderOf(earlier());
    const ran = advisor(folder, [...report, 'c.yaml/reports']);
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('because   a part of its path is not a folder')]);
    expect(contents(folder)).toEqual(earlier());
  });

  test('a rename that fails halfway: those before it are put back', () => {
    const folder = folderOf({
      ...earlier(),
      'hook.cjs': `
const fs = require('node:fs');
const { renameSync } = fs;
let renames = 0;
fs.renameSync = (from, to) => {
  if (!String(from).endsWith('.old') && ++renames === 4) throw Object.assign(new Error('EIO'), { code: 'EIO' });
  renameSync(from, to);
};`,
    });
    const before = contents(folder);
    const inode = () => statSync(join(folder, SET[0] ?? '')).ino;
    const was = inode();
    const ran = advisor(folder, [...report, '.'], { env: { ...ENV, NODE_OPTIONS: `--require ${join(folder, 'hook.cjs')}` } });
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('because   the system says EIO')]);
    expect(contents(folder)).toEqual(before);
    expect([readdirSync(folder), inode()]).toEqual([Object.keys(before).toSorted(), was]);
  });

  test.skipIf(process.platform === 'win32')('a folder that only others may write, and a file that is protected', () => {
    const folder = folderOf(earlier());
    // Someone else may not see this checkout.
    const installed = folderOf({});
    chmodSync(installed, 0o755);
    chmodSync(join(installed, '..'), 0o755);
    for (const part of ['bin', 'dist', 'examples', 'package.json']) cpSync(join(ROOT, part), join(installed, part), { recursive: true });
    const someone = (argv: readonly string[]) => advisor(folder, argv, { ...AS_SOMEONE }, join(installed, 'bin/apigw-advisor.cjs'));
    chmodSync(folder, 0o555);
    const because = expect.stringContaining('because   you may not write there');
    expect(someone([...report, '.'])).toMatchObject({ status: 2, stderr: because });
    expect(someone([...report, 'new/folder'])).toMatchObject({ status: 2, stderr: because });
    expect(someone(['init'])).toMatchObject({ status: 2, stderr: because });
    chmodSync(folder, 0o777);
    chmodSync(join(folder, SET[0] ?? ''), 0o444);
    expect(someone([...report, '.'])).toMatchObject({ status: 2, stderr: because });
    expect(contents(folder)).toEqual(earlier());
  });
});

describe.skipIf(process.platform === 'win32')('a signal while it writes', () => {
  /** Slow disks: each file takes a while. */
  const HOOK = `
const fs = require('node:fs');
const { writeFileSync } = fs;
fs.writeFileSync = (...all) => {
  writeFileSync(...all);
  fs.writeSync(2, 'writing\\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
};`;

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s waits for the whole set, then ends the process', async (signal) => {
    const folder = folderOf({ 'c.yaml': workload('orders') });
    const hook = join(folderOf({ 'hook.cjs': HOOK }), 'hook.cjs');
    const child = spawn(process.execPath, [BIN, 'report', 'c.yaml', ...MONTH, '--output', '.'], {
      cwd: folder,
      env: { ...ENV, NODE_OPTIONS: `--require ${hook}` },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await once(child.stderr, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    expect(readdirSync(folder)).toEqual(['c.yaml', ...SET]);
  });

  test('but nobody waits for the reader of a pipe longer than they like', async () => {
    const folder = folderOf({});
    shell(folder, 'mkfifo pipe.yaml');
    const child = spawn(process.execPath, [BIN, 'init', 'pipe.yaml', '--force'], { cwd: folder, env: ENV, stdio: 'ignore' });
    await new Promise((resolved) => setTimeout(resolved, 1000));
    expect(child.exitCode).toBe(null);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
  });

  test('init too', async () => {
    const folder = folderOf({});
    const hook = join(folderOf({ 'hook.cjs': HOOK }), 'hook.cjs');
    const child = spawn(process.execPath, [BIN, 'init'], {
      cwd: folder,
      env: { ...ENV, NODE_OPTIONS: `--require ${hook}` },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await once(child.stderr, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
    expect(readdirSync(folder)).toEqual(['workload.yaml']);
  });
});

test.skipIf(!existsSync('/proc/self'))('folders that cannot be made end no command and hang none', () => {
  const folder = folderOf({ 'c.yaml': workload('orders') });
  const nowhere = '/proc/nope';
  const homes = [
    'HOME',
    'LOCALAPPDATA',
    'TMPDIR',
    'XDG_CACHE_HOME',
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'XDG_RUNTIME_DIR',
    'XDG_STATE_HOME',
  ];
  const env = { ...ENV, ...Object.fromEntries(homes.map((name) => [name, nowhere])) };
  for (const argv of [
    ['cost', 'c.yaml'],
    ['report', 'c.yaml'],
    ['init', 'new.yaml'],
    ['prices', 'list'],
    ['report', 'c.yaml', '--output', 'reports'],
  ])
    expect(advisor(folder, argv, { env }), argv.join(' ')).toMatchObject({ status: 0, signal: null });
  const ran = advisor(folder, ['report', 'c.yaml', '--output', `${nowhere}/deeper/november.html`]);
  expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('because   there is no such folder') as string });
});
