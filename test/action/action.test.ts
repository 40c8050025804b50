// The Action on pull requests of a real repository, against a stand-in of GitHub's comments.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../run.ts';
import { BOT, github, type GitHub } from './github.ts';
import { checkedOut, commandsIn, released, runAction, type Checkout, type Files } from './runner.ts';

const story = (path: string) => readFileSync(join(ROOT, 'test/golden', path), 'utf8');
const [CHEAP, DEAR] = [story('diff/before.yaml'), story('diff/workload.yaml')];
const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-release-'));
let release: string;
let hub: GitHub;
let dearer: Checkout;

beforeAll(async () => {
  release = released(home);
  hub = await github();
  dearer = checkedOut({ 'workload.yaml': CHEAP }, { 'workload.yaml': DEAR });
}, 60_000);
beforeEach(() => {
  hub.comments = [];
  hub.asked.length = 0;
  hub.refuses = () => undefined;
});
afterAll(async () => {
  await hub.close();
  rmSync(home, { recursive: true });
});

const run = (checkout: Checkout, inputs: Files = {}) => runAction(release, checkout, hub.api, inputs);
const own = (body: string) => expect.stringMatching(new RegExp(`^<!-- apigw-advisor [0-9a-f]{8} -->\\n[^]*${body}`));

describe('the comment', () => {
  test('is made, left alone where it says the same, updated, and removed when nothing differs', async () => {
    const made = await run(dearer);
    expect([made.status, commandsIn(made.log)], made.log).toEqual([0, []]);
    expect(hub.comments).toEqual([
      { id: 1001, user: BOT, body: own('\\+\\$129\\.48 a month \\(\\+26\\.3%\\): \\$622\\.40 after \\$492\\.92') },
    ]);
    // By hand: 20M more REST requests x $3.50/M = $70, 39.48 for data out, $4 and $16 of Lambda: $129.48.
    expect(Number(made.outputs['change'])).toBeCloseTo(129.48, 2);
    expect(Number(made.outputs['cost'])).toBeCloseTo(622.4, 2);
    expect(made.outputs).toMatchObject({ bound: 'exact', verdict: 'no-limit' });
    expect(hub.comments[0]?.body).toContain(made.summary.trim());

    hub.asked.length = 0;
    await run(dearer);
    expect(hub.asked).toEqual(['GET /repos/someone/apis/issues/7/comments?per_page=100&page=1']);

    await run(checkedOut({ 'workload.yaml': DEAR }, { 'workload.yaml': CHEAP }));
    expect(hub.comments).toEqual([{ id: 1001, user: BOT, body: own('-\\$129\\.48 a month') }]);

    const same = await run(checkedOut({ 'workload.yaml': CHEAP }, { 'workload.yaml': `# a remark\n${CHEAP}`, 'other.md': '' }));
    expect([same.status, hub.comments]).toEqual([0, []]);
    expect(same.summary).toContain('nothing changed, $492.92 a month');
    expect(same.outputs).toMatchObject({ change: '0' });
  });

  test('is found behind pages of others, and one that somebody else began with the mark is left alone', async () => {
    await run(dearer);
    const [{ body } = { body: '' }] = hub.comments;
    const mark = body.slice(0, body.indexOf('\n'));
    const others = Array.from({ length: 230 }, (_, id) => ({
      id,
      user: { login: 'someone' },
      body: id === 5 ? `${mark}\nmine` : 'a remark',
    }));
    const ours = [
      { id: 500, user: BOT, body: `${mark}\nold` },
      { id: 501, user: BOT, body: `${mark}\nolder` },
    ];
    hub.comments = [...others, ...ours, { id: 502, user: BOT, body: '<!-- another -->' }];
    await run(dearer);
    expect(hub.comments).toHaveLength(232);
    expect(hub.comments.find(({ id }) => id === 5)?.body).toBe(`${mark}\nmine`);
    expect(hub.comments.filter((one) => one.user === BOT)).toEqual([
      { id: 500, user: BOT, body },
      { id: 502, user: BOT, body: '<!-- another -->' },
    ]);
  });

  test('is not asked for without a pull request, or with comment: false', async () => {
    const quiet = await run(dearer, { comment: 'false' });
    expect([quiet.status, quiet.summary]).toEqual([0, expect.stringContaining('+$129.48')]);
    const pushed = await run({ ...dearer, event: {} }, { base: 'main' });
    expect([pushed.status, pushed.summary]).toEqual([0, expect.stringContaining('+$129.48')]);
    expect(hub.asked).toEqual([]);
  });

  test.each([
    ['the token of a fork', 403, 'which a pull request from a fork never has'],
    ['a fault of GitHub', 502, 'GitHub could not be asked'],
  ])('that %s prevents is told in the log and the summary, and fails nothing', async (_, status, because) => {
    hub.refuses = (method) => (method === 'POST' || status !== 403 ? status : undefined);
    const ran = await run(dearer);
    expect(ran.status).toBe(0);
    expect(commandsIn(ran.log)).toEqual([expect.stringContaining(`::warning title=apigw-advisor::There is no comment:`)]);
    expect(ran.log).toContain(because);
    expect(ran.summary).toContain(because);
    expect(ran.summary).toContain('+$129.48');
  });

  test('that cannot be sent, for nothing answers, fails nothing', async () => {
    const ran = await runAction(release, dearer, 'http://127.0.0.1:1');
    expect([ran.status, ran.outputs['verdict']]).toEqual([0, 'no-limit']);
    expect(ran.summary).toContain('GitHub could not be asked');
  });
});

describe('limits', () => {
  test('that are not met fail the job, after the comment', async () => {
    const ran = await run(dearer, { budget: '500/month', 'fail-on-increase': '10%' });
    expect([ran.status, ran.outputs['verdict']]).toEqual([1, 'failed']);
    expect(hub.comments[0]?.body).toMatch(/\*\*A limit is not met:\*\*\n\n```text\nfailed --budget: \$622\.40 a month, \$122\.40 over/);
    expect(commandsIn(ran.log)).toEqual([
      expect.stringMatching(/^::error title=apigw-advisor::failed --budget: .*%0Afailed --fail-on-increase: .*10%25\./),
    ]);
  });

  test('that are met pass it', async () => {
    const ran = await run(dearer, { budget: '700/month', 'fail-on-increase': '30%', 'fail-on': 'blocker' });
    expect([ran.status, ran.outputs['verdict']], ran.log).toEqual([0, 'passed']);
  });

  test('of what is not known wholly are met as far as it is known', async () => {
    const files = { 'workload.yaml': story('recommend-region-without-rate/workload.yaml') };
    const ran = await run(checkedOut(files, files), { budget: '900000/month' });
    expect([ran.status, ran.outputs['verdict'], ran.outputs['bound']], ran.log).toEqual([0, 'passed-as-far-as-known', 'at-least']);
  });

  test('of findings fail it, and the findings are a file of SARIF with the paths of the repository', async () => {
    const text = story('lint-fail-on/workload.yaml');
    const ran = await run(checkedOut({ 'apis/workload.yaml': text }, { 'apis/workload.yaml': text }), {
      files: 'apis/',
      'fail-on': 'blocker',
    });
    expect([ran.status, ran.outputs['verdict']], ran.log).toEqual([1, 'failed']);
    expect(ran.summary).toContain('**Findings that fail the job:**');
    const sarif = JSON.parse(readFileSync(ran.outputs['sarif'] ?? '', 'utf8')) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
    };
    expect(sarif.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('apis/workload.yaml');
    expect(hub.comments).toEqual([]);
  });

  test.each([
    [{ budget: 'lots' }, '--budget'],
    [{ policy: '--output=x' }, '--policy'],
    [{ comment: 'yes' }, 'comment is true or false'],
    [{ files: ' ' }, 'files names no file'],
    [{ files: 'nowhere/' }, 'files matches no .yaml'],
    [{ base: '--upload-pack=touch x' }, 'base is no name'],
    [{ base: 'nowhere' }, 'With fetch-depth: 0'],
  ])('and other inputs that are mistaken are told: %j', async (inputs, told) => {
    const ran = await run(dearer, inputs);
    expect([ran.status, ran.outputs, ran.summary], ran.log).toEqual([2, { verdict: 'unknown' }, expect.stringContaining(told)]);
    expect(commandsIn(ran.log)).toEqual([expect.stringMatching(/^::error /)]);
  });
});
