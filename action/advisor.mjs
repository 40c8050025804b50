// Runs the command line that lies beside the Action, and reads what it answers.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Mistake } from './log.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function advisor(argv, cwd) {
  if (!existsSync(`${root}dist/cli/cli.cjs`))
    throw new Mistake('this version of the Action holds no command line: name a release in uses:, such as v1');
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'ADVISOR_TOKEN'));
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [`${root}bin/apigw-advisor.cjs`, ...argv], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  // 1: a limit is not met. 3: a file has mistakes. Both come with an answer; anything else is no answer.
  if (![0, 1, 3].includes(status)) throw new Mistake(stderr?.trim() || `apigw-advisor ended with ${status ?? error?.message}`);
  return { status, stdout, said: stderr };
}

const options = (all) => Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`--${name}=${value}`]));

/** Compares both sides: as Markdown, and as data, which is null where the only file has mistakes. */
export function compared({ before, now }, folder, { policy, budget, failOnIncrease }) {
  const limits = options({ policy, budget, 'fail-on-increase': failOnIncrease });
  const isOne = before.length === 1 && now.length === 1 && before[0] === now[0];
  const sides = isOne ? [`before/${before[0]}`, `now/${now[0]}`] : ['before/', 'now/'];
  const { stdout: markdown } = advisor(['diff', ...sides, '--format=markdown', ...limits], folder);
  const { status, stdout, said } = advisor(['diff', ...sides, '--format=json', ...limits], folder);
  return { status, said, markdown, document: stdout === '' ? null : JSON.parse(stdout) };
}

/** The findings about the files as they are now. */
export function linted(files, workspace, { policy, failOn }) {
  if (files.length === 0) return { status: 0, said: '', sarif: '' };
  const { status, stdout, said } = advisor(
    ['lint', '--format=sarif', ...options({ policy, 'fail-on': failOn }), '--', ...files],
    workspace,
  );
  return { status, said, sarif: stdout };
}
