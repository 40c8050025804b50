// What a pull request changes in the cost of its workloads: a comment, a summary, outputs, and an end that holds the limits.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compared, linted } from './advisor.mjs';
import { Refused, settled } from './comment.mjs';
import { baseCommit, gitIn } from './git.mjs';
import { annotate, Mistake, print, setOutputs, summarize } from './log.mjs';
import { laidOut } from './sides.mjs';
import { COMMENT, differs, SUMMARY, verdictOf, written } from './words.mjs';

const { env } = process;
const input = (name) => (env[`ADVISOR_${name}`] ?? '').trim();

async function main() {
  const wanted = {
    policy: input('POLICY'),
    budget: input('BUDGET'),
    failOnIncrease: input('FAIL_ON_INCREASE'),
    failOn: input('FAIL_ON'),
  };
  if (!['true', 'false'].includes(input('COMMENT'))) throw new Mistake('comment is true or false');
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  const event = env.GITHUB_EVENT_PATH ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')) : {};
  const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'apigw-advisor-'));

  const git = gitIn(workspace);
  const base = baseCommit(git, input('BASE'), event);
  const sides = laidOut(git, { workspace, folder, files: env.ADVISOR_FILES ?? '', base });
  const compare = compared(sides, folder, wanted);
  const lint = linted(sides.now, workspace, wanted);

  // One comment for each choice of files, so that two steps with other files do not write over each other's.
  const key = createHash('sha256').update(input('FILES')).digest('hex').slice(0, 8);
  const { document } = compare;
  const summary = document?.totals ?? document?.results[0]?.summary;
  const verdict = verdictOf(document, { compare, lint, failOn: wanted.failOn });
  const sarif = lint.sarif === '' ? '' : join(folder, 'findings.sarif');
  if (sarif !== '') writeFileSync(sarif, lint.sarif);
  const known = compare.status !== 3 && summary !== undefined;
  setOutputs({
    cost: known ? summary.monthly : '',
    change: known ? summary.change : '',
    bound: known ? summary.bound : '',
    verdict,
    sarif,
    category: `apigw-advisor-${key}`,
  });

  const told = { markdown: compare.markdown, remarks: remarksOf(compare, lint, sides), foot: footOf(base) };
  print(written(told, SUMMARY));
  const body = differs(document, sides.isSame) ? written(told, COMMENT) : null;
  const refusal = await commented(event, `<!-- apigw-advisor ${key} -->`, body);
  summarize(written({ ...told, remarks: [...told.remarks, ...refusal] }, SUMMARY));

  for (const { status, said } of [compare, lint]) if (status !== 0) annotate('error', said.slice(0, 4000));
  return Math.max(compare.status, lint.status);
}

function remarksOf(compare, lint, { links }) {
  const about = ({ status, said }, [failed, noted]) =>
    said.trim() === '' ? [] : [[status === 3 ? '**Files with mistakes:**' : status === 1 ? failed : noted, said]];
  return [
    ...about(compare, ['**A limit is not met:**', 'Limits, as far as the cost is known:']),
    // The mistakes that lint finds are those that the comparison has told.
    ...(lint.status === 3 && compare.status === 3 ? [] : about(lint, ['**Findings that fail the job:**', 'Findings:'])),
    ...(links.length === 0 ? [] : [['Links are not followed:', links.map((one) => JSON.stringify(one)).join('\n')]]),
  ];
}

function footOf(base) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return `<sub>apigw-advisor ${version}, compared with ${base.slice(0, 7)}</sub>`;
}

/** Settles the comment; what GitHub refuses is told, and is no reason to fail. */
async function commented(event, mark, body) {
  const number = event.pull_request?.number;
  if (input('COMMENT') === 'false' || !Number.isInteger(number)) return [];
  const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } = env;
  try {
    const done = await settled({ api, repository, number, token: env.ADVISOR_TOKEN ?? '', mark, body });
    print(`Comment on the pull request: ${done}.`);
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const because =
      error.status === 403 || error.status === 404
        ? 'this run may not comment: the workflow needs the permission pull-requests: write, which a pull request from a fork never has'
        : 'GitHub could not be asked';
    annotate('warning', `There is no comment: ${because} (${error.message}).`);
    return [[`_There is no comment on the pull request: ${because}._`, '']];
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const isMistake = error instanceof Mistake;
  print(isMistake ? error.message : error.stack);
  annotate('error', error.message.slice(0, 4000));
  setOutputs({ verdict: 'unknown' });
  summarize(written({ markdown: '', remarks: [['**apigw-advisor could not compare:**', error.message]], foot: '' }, SUMMARY));
  process.exitCode = isMistake ? 2 : 70;
}
