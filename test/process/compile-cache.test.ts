// What Node keeps of compiled code between runs (Node 22.1 and newer): never another answer, never a hang, never for others.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../run.ts';

const keeps = 'enableCompileCache' in nodeModule;
const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-'));
afterAll(() => rmSync(home, { recursive: true }));

const BIN = join(ROOT, 'bin/apigw-advisor.cjs');
const EXAMPLE = join(ROOT, 'examples/catalogue.yaml');

/** Runs `cost --json`, as long as a hang would not. */
function cost(env: Record<string, string>, bin = BIN) {
  const base = { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8' };
  return spawnSync(process.execPath, [bin, 'cost', EXAMPLE, '--json'], { encoding: 'utf8', env: { ...base, ...env }, timeout: 20_000 });
}

const answer = cost({}).stdout;

/** A cache folder of its own, and the files in it. */
function cacheHome(name: string): { readonly XDG_CACHE_HOME: string; files(): readonly string[] } {
  const folder = join(home, name);
  mkdirSync(folder);
  const under = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? under(join(path, one.name)) : [join(path, one.name)]));
  return { XDG_CACHE_HOME: folder, files: () => under(folder) };
}

test('same input, same bytes: compiled afresh, from what was kept, without keeping', () => {
  const { files, ...env } = cacheHome('same');
  const runs = [env, env, { ...env, NODE_DISABLE_COMPILE_CACHE: '1' }].map((one) => cost(one));
  expect(runs.map((one) => [one.status, one.stdout === answer])).toEqual([
    [0, true],
    [0, true],
    [0, true],
  ]);
  expect(files().length > 0).toBe(keeps);
});

test.each(['/proc/nope', '/dev/null/nope', join(home, 'no/such/folder'), 'relative'])('a cache home that cannot be made: %s', (folder) => {
  const ran = cost({ XDG_CACHE_HOME: folder });
  expect([ran.status, ran.signal, ran.stdout === answer]).toEqual([0, null, true]);
});

test.runIf(keeps)(
  'damaged code is compiled over',
  () => {
    const { files, ...env } = cacheHome('damaged');
    cost(env);
    for (const file of files()) {
      const bytes = readFileSync(file);
      // Every place of the head, then all over the code.
      for (let at = 0; at < bytes.length; at += at < 32 ? 8 : Math.ceil(bytes.length / 3)) {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ 0x55;
        writeFileSync(file, damaged);
        const ran = cost(env);
        expect([file, at, ran.status, ran.signal, ran.stdout === answer]).toEqual([file, at, 0, null, true]);
      }
      writeFileSync(file, bytes);
    }
  },
  120_000,
);

test.runIf(keeps)('an upgrade whose files carry the old time runs', () => {
  const { files: _, ...env } = cacheHome('upgrade');
  execFileSync('cp', ['-r', join(ROOT, 'bin'), join(ROOT, 'dist'), home]);
  const bin = join(home, 'bin/apigw-advisor.cjs');
  cost(env, bin);
  const chunks = join(home, 'dist/cli/chunks');
  for (const name of readdirSync(chunks)) {
    const { atime, mtime } = statSync(join(chunks, name));
    const text = readFileSync(join(chunks, name), 'utf8');
    writeFileSync(join(chunks, name), text.replaceAll('schemaVersion:', 'schemaVersiom:'));
    utimesSync(join(chunks, name), atime, mtime);
  }
  expect(cost(env, bin).stdout).toContain('schemaVersiom');
});

test.runIf(keeps && process.getuid !== undefined)('nothing is kept where others may write, or could put another folder', () => {
  const { files, ...env } = cacheHome('open');
  const own = join(env.XDG_CACHE_HOME, 'apigw-advisor');
  mkdirSync(own);
  chmodSync(own, 0o777);
  expect(cost(env).status).toBe(0);
  expect(files()).toEqual([]);
  chmodSync(own, 0o700);
  chmodSync(env.XDG_CACHE_HOME, 0o777);
  expect(cost(env).status).toBe(0);
  expect(files()).toEqual([]);
  const behind = join(home, 'link');
  symlinkSync(env.XDG_CACHE_HOME, behind);
  expect(cost({ XDG_CACHE_HOME: behind }).status).toBe(0);
  expect(files()).toEqual([]);
  expect(existsSync(own)).toBe(true);
});
