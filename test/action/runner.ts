// Runs the Action as a runner does: from what a release tag holds, in a checkout, with its inputs in the variables of action.yml.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../run.ts';
import { TOKEN } from './github.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[] };
}

/** What npm packs now, as a file. */
export function packed(folder: string): string {
  // Nothing is built: the tests' setup has done so.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' });
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  return join(folder, `${name}-${version}.tgz`);
}

/** Lays out a release, as the workflow does. */
export function released(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const tree = join(folder, 'tree');
  execFileSync(process.execPath, [join(ROOT, 'build/release-tree.mjs'), packed(folder), tree]);
  return tree;
}

export interface Checkout {
  /** The checkout in which the workflow runs. */
  readonly folder: string;
  readonly git: (...argv: readonly string[]) => string;
  readonly event: object;
}

/** Runs share one, as steps of a job do. */
const HOME = mkdtempSync(join(tmpdir(), 'apigw-advisor-home-'));
const PERSON = ['-c', 'user.name=someone', '-c', 'user.email=someone@example.com', '-c', 'init.defaultBranch=main'];

/**
 * A repository whose pull request changes files from one state to another, checked out as actions/checkout does: the merge commit
 * alone, of a clone whose origin has the rest.
 * @param drifts what main has become since the pull request was merged with it.
 */
export function checkedOut(before: Files, now: Files, { depth = 1, drifts }: { depth?: number; drifts?: Files } = {}): Checkout {
  const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-action-'));
  const origin = join(home, 'origin');
  mkdirSync(origin);
  const gitIn =
    (cwd: string) =>
    (...argv: readonly string[]) =>
      execFileSync('git', [...PERSON, ...argv], { cwd, encoding: 'utf8', stdio: 'pipe' }).trim();
  const git = gitIn(origin);
  const commit = (files: Files, message: string) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(origin, path)), { recursive: true });
      writeFileSync(join(origin, path), text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', message);
  };
  git('init', '--quiet');
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  commit({ 'README.md': 'apis', ...before }, 'before');
  const base = git('rev-parse', 'HEAD');
  git('switch', '--quiet', '--create', 'change');
  for (const path of Object.keys(before).filter((one) => !(one in now))) git('rm', '--quiet', '--', path);
  commit(now, 'now');
  const head = git('rev-parse', 'HEAD');
  git('switch', '--quiet', 'main');
  git('merge', '--quiet', '--no-ff', '--message', 'merge', 'change');
  git('update-ref', 'refs/pull/7/merge', 'HEAD');
  git('reset', '--quiet', '--hard', base);
  if (drifts !== undefined) commit(drifts, 'drifted');
  const folder = join(home, 'work');
  mkdirSync(folder);
  const work = gitIn(folder);
  work('init', '--quiet');
  work('remote', 'add', 'origin', `file://${origin}`);
  work('fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', '+refs/pull/7/merge:refs/remotes/pull/7/merge');
  work('checkout', '--quiet', 'refs/remotes/pull/7/merge');
  const event = { pull_request: { number: 7, head: { sha: head }, base: { sha: git('rev-parse', 'main') } } };
  return { folder, git: work, event };
}

export type Files = Readonly<Record<string, string>>;

export interface Ran {
  readonly status: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the step of a release that compares. The stand-in of GitHub answers meanwhile, so nothing here waits without letting it. */
export async function runAction(release: string, { folder, event }: Checkout, api: string, inputs: Files = {}): Promise<Ran> {
  const action = parse(readFileSync(join(release, 'action.yml'), 'utf8')) as Action;
  const step = action.runs.steps.find(({ run }) => run !== undefined);
  const temp = mkdtempSync(join(tmpdir(), 'apigw-advisor-runner-'));
  const at = (name: string) => join(temp, name);
  for (const name of ['summary', 'output']) writeFileSync(at(name), '');
  writeFileSync(at('event.json'), JSON.stringify(event));
  const known: Files = {
    'github.token': TOKEN,
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, inputs[name] ?? input.default])),
  };
  const given = Object.entries(step?.env ?? {}).map(([name, text]) => [
    name,
    text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, expression: string) => known[expression] ?? `no ${expression}`),
  ]);
  const ran = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step?.run ?? 'exit 99'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME,
      LANG: 'C.UTF-8',
      GITHUB_ACTION_PATH: release,
      GITHUB_API_URL: api,
      GITHUB_EVENT_PATH: at('event.json'),
      GITHUB_OUTPUT: at('output'),
      GITHUB_REPOSITORY: 'someone/apis',
      GITHUB_STEP_SUMMARY: at('summary'),
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: temp,
      ...(Object.fromEntries(given) as Record<string, string>),
    },
  });
  let log = '';
  for (const stream of [ran.stdout, ran.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => ran.on('close', resolve));
  return { status, log, summary: readFileSync(at('summary'), 'utf8'), outputs: outputsIn(readFileSync(at('output'), 'utf8')) };
}

/** A file of outputs, as a runner reads it. */
function outputsIn(text: string): Files {
  return Object.fromEntries([...text.matchAll(/^(\w+)<<(\S+)\n([^]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [name, value]));
}

/** The lines of a log that a runner obeys: those outside of what is marked to be left alone. */
export function commandsIn(log: string): readonly string[] {
  let closing: string | undefined;
  return log.split('\n').filter((line) => {
    if (closing !== undefined) {
      if (line === `::${closing}::`) closing = undefined;
      return false;
    }
    closing = /^::stop-commands::(.+)$/.exec(line)?.[1];
    return closing === undefined && /^\s*(?:::|##\[)/.test(line);
  });
}
