// What SECURITY.md promises of every command, held by the built command line under a watch.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../run.ts';
import { RUNS, type Run } from './runs.ts';

const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-watched-'));
afterAll(() => rmSync(home, { recursive: true }));

interface Watched {
  readonly refused: readonly string[];
  readonly read: readonly string[];
  readonly written: readonly string[];
  readonly wasm: readonly string[];
  readonly loaded: readonly string[];
  readonly code: number;
  readonly stderr: string;
  readonly work: string;
}

const TEMPLATE = 'Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties: { Name: orders }\n';
const HCL = 'resource "aws_api_gateway_rest_api" "orders" {\n  name = "orders"\n}\n';

let count = 0;
async function watched({ argv }: Run): Promise<Watched> {
  const work = join(home, String((count += 1)));
  mkdirSync(join(work, 'prices'), { recursive: true });
  for (const name of ['catalogue.yaml', 'starter.yaml']) cpSync(join(ROOT, 'examples', name), join(work, name));
  writeFileSync(join(work, 'answers.yaml'), 'server-push: no\nregion: eu-central-1\ntraffic.requests: 20M/month\n');
  writeFileSync(join(work, 'api.yaml'), TEMPLATE);
  writeFileSync(join(work, 'main.tf'), HCL);
  writeFileSync(join(work, 'offers.csv'), 'no price list\n');
  const before = new Set(readdirSync(work));
  const log = join(home, `${count}.json`);
  const flags = ['--disallow-code-generation-from-strings', '--require', join(ROOT, 'test/promises/watch.cjs')];
  const env = { PATH: process.env['PATH'], HOME: work, WATCHED: log, NODE_DISABLE_COMPILE_CACHE: '1', LANG: 'C.UTF-8' };
  const [code, stderr] = await new Promise<readonly [number, string]>((ended) => {
    const child = execFile(
      process.execPath,
      [...flags, join(ROOT, 'bin/apigw-advisor.cjs'), ...argv],
      { cwd: work, env, maxBuffer: 1e9 },
      (error, _, told) => ended([(error?.code as number | undefined) ?? 0, told]),
    );
    child.stdin?.end();
  });
  const added = readdirSync(work).filter((name) => !before.has(name));
  const seen = JSON.parse(readFileSync(log, 'utf8')) as Omit<Watched, 'code' | 'stderr' | 'work'>;
  return { ...seen, code, stderr, work, written: [...new Set([...added, ...seen.written])] };
}

const all = new Map<Run, Watched>();
beforeAll(async () => {
  const waiting = [...RUNS];
  const next = async (): Promise<void> => {
    const run = waiting.shift();
    if (run === undefined) return;
    all.set(run, await watched(run));
    await next();
  };
  await Promise.all([next(), next()]);
}, 120_000);

const seen = (run: Run) => all.get(run) as Watched;

test.each(RUNS.map((run) => [run.argv.join(' '), run] as const))('%s', (_, run) => {
  const { refused, read, written, code, stderr, work } = seen(run);
  expect([code, refused], stderr).toEqual([run.exits ?? 0, []]);
  const named = (run.reads ?? []).map((name) => resolve(work, name));
  const own = [ROOT, join(work, '.local/share/apigw-advisor')];
  const strange = [...new Set(read.map((path) => resolve(work, path)))].filter(
    (path) => !own.some((folder) => path.startsWith(folder)) && !named.includes(path) && !isAside(path),
  );
  expect(strange).toEqual([]);
  // Each is written aside in its folder first, and then renamed.
  const outside = written.map((path) => resolve(work, path)).filter((path) => !isAside(path));
  expect([...new Set(outside)]).toEqual((run.writes ?? []).map((name) => resolve(work, name)));
});

test('no command is forgotten', () => {
  const usages = readdirSync(join(ROOT, 'src/cli/usage'))
    .map((file) => basename(file, '.ts'))
    .filter((name) => name !== 'usage');
  expect(usages.filter((name) => !RUNS.some(({ argv }) => argv[0] === name))).toEqual([]);
});

/** Where a file is written before it is put in its place. */
function isAside(path: string): boolean {
  return path.includes('/.apigw-advisor-');
}

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const WASM = { 'web-tree-sitter.wasm': 'web-tree-sitter', 'tree-sitter-terraform.wasm': '@tree-sitter-grammars/tree-sitter-hcl' };

test('the WebAssembly that runs is that of two packages of npm, as SECURITY.md names it, and only Terraform needs it', () => {
  const page = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
  const sums = Object.entries(WASM).map(([file, name]) => {
    const sum = sha256(join(ROOT, 'dist/wasm', file));
    expect(sum).toBe(sha256(join(ROOT, 'node_modules', name, file)));
    expect(page).toContain(sum);
    return sum;
  });
  expect(readdirSync(join(ROOT, 'dist/wasm')).toSorted()).toEqual(Object.keys(WASM).toSorted());
  const used = RUNS.filter((run) => seen(run).wasm.length > 0);
  expect(used.map(({ argv }) => argv.join(' '))).toEqual(['scan main.tf']);
  expect(used.flatMap((run) => seen(run).wasm).every((sum) => sums.includes(sum))).toBe(true);
});

/** Kilobytes of JavaScript, prices and WebAssembly that a run reads of the package. */
function shareOf({ loaded, read }: Watched): number {
  const files = new Set([...loaded, ...read].filter((path) => path.startsWith(ROOT) && !path.includes('/test/')));
  return Math.round([...files].reduce((sum, path) => sum + statSync(path).size, 0) / 1024);
}

test('what each command loads stands in docs/performance.md, within a tenth', async () => {
  const path = join(ROOT, 'docs/performance.md');
  const page = readFileSync(path, 'utf8');
  const [open, close] = ['<!-- loaded -->\n', '<!-- /loaded -->'];
  const [start, end] = [page.indexOf(open) + open.length, page.indexOf(close)];
  const rows = RUNS.map((run) => {
    const name = `\`${run.argv.join(' ')}\``;
    const share = shareOf(seen(run));
    const stated = Number(
      page
        .slice(start, end)
        .split('\n')
        .find((line) => line.startsWith(`| ${name} |`))
        ?.split('|')[2]
        ?.replaceAll(',', ''),
    );
    return `| ${name} | ${(Math.abs(share - stated) <= share / 10 ? stated : share).toLocaleString('en-US')} |`;
  });
  const table = ['', '| Run | KB of the package that it loads |', '|---|---:|', ...rows, '', ''].join('\n');
  await expect(`${page.slice(0, start)}${table}${page.slice(end)}`).toMatchFileSnapshot(path);
});
