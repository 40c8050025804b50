// Which files the Action compares, and with what; and what their names may not do.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../run.ts';
import { github, type GitHub } from './github.ts';
import { checkedOut, commandsIn, released, runAction, type Checkout, type Files } from './runner.ts';

const story = (path: string) => readFileSync(join(ROOT, 'test/golden', path), 'utf8');
const [CHEAP, DEAR] = [story('diff/before.yaml'), story('diff/workload.yaml')];
const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-release-'));
let release: string;
let hub: GitHub;

beforeAll(async () => {
  release = released(home);
  hub = await github();
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

describe('files', () => {
  const [orders, images, legacy] = ['now/orders', 'now/images', 'before/legacy'].map((name) => story(`diff-folders/${name}.yaml`)) as [
    string,
    string,
    string,
  ];

  test('that are added, changed and removed', async () => {
    const before = { 'w/orders.yaml': story('diff-folders/before/orders.yaml'), 'w/legacy.yaml': legacy };
    const ran = await run(checkedOut(before, { 'w/orders.yaml': orders, 'w/images.yaml': images }), { files: 'w/' });
    expect(ran.status, ran.log).toBe(0);
    expect(hub.comments[0]?.body).toMatch(/\| images +\| w\/images\.yaml +\| +added \|/);
    expect(hub.comments[0]?.body).toMatch(/\| legacy +\| w\/legacy\.yaml +\| +\$5\.43 \| removed \|/);
    // By hand, as in the story diff-folders: $36.72 more, $8.69 added, $5.43 removed.
    expect(Number(ran.outputs['change'])).toBeCloseTo(39.97, 2);
  });

  test('of a pull request that adds the first, or removes the last', async () => {
    const first = await run(checkedOut({}, { 'workload.yaml': CHEAP }));
    expect([first.status, first.outputs['change']], first.log).toEqual([0, first.outputs['cost']]);
    const last = await run(checkedOut({ 'workload.yaml': CHEAP }, {}));
    expect([last.status, last.outputs['cost'], last.outputs['change']], last.log).toEqual([0, '0', `-${first.outputs['cost']}`]);
  });

  test('are matched by patterns, some left out', async () => {
    const files = { 'a/workload.yaml': CHEAP, 'b/c/workload.yaml': CHEAP, 'old/workload.yaml': CHEAP };
    const ran = await run(checkedOut(files, { ...files, 'b/c/workload.yaml': DEAR }), { files: '**/workload.yaml\n!old/**' });
    // By hand: $492.92 for a, $622.40 for b.
    expect(Number(ran.outputs['cost'])).toBeCloseTo(1115.3, 1);
  });

  test('are compared with what the pull request was merged with, wherever main has gone since', async () => {
    const checkout = checkedOut({ 'workload.yaml': CHEAP }, { 'workload.yaml': DEAR }, { drifts: { 'workload.yaml': DEAR } });
    expect(Number((await run(checkout)).outputs['change'])).toBeCloseTo(129.48, 2);
    expect((await run(checkout, { base: 'main' })).outputs['change']).toBe('0');
  });

  test('of the head of a pull request are compared with where it began, if the checkout has that', async () => {
    const drifts = { 'workload.yaml': DEAR };
    const checkout = checkedOut({ 'workload.yaml': CHEAP }, { 'workload.yaml': DEAR }, { depth: 1000, drifts });
    checkout.git('checkout', '--quiet', 'HEAD^2');
    expect(Number((await run(checkout)).outputs['change'])).toBeCloseTo(129.48, 2);
  });

  test('of a whole clone are compared without cutting its history off', async () => {
    const whole = checkedOut({ 'workload.yaml': CHEAP }, { 'workload.yaml': DEAR }, { depth: 1000 });
    expect((await run(whole, { base: 'main' })).status).toBe(0);
    expect(whole.git('rev-parse', '--is-shallow-repository')).toBe('false');
  });

  test('with mistakes are told, and the others are answered', async () => {
    const files = { 'w/a.yaml': CHEAP, 'w/b.yaml': 'nothing' };
    const ran = await run(checkedOut({ 'w/a.yaml': CHEAP }, files), { files: 'w/' });
    expect([ran.status, ran.outputs['verdict'], ran.outputs['cost']], ran.log).toEqual([3, 'unknown', '']);
    expect(hub.comments[0]?.body).toMatch(/\*\*Files with mistakes:\*\*\n\n```text\nnow\/w\/b\.yaml:1:1 {2}the file is "nothing"/);
    const alone = await run(checkedOut({ 'workload.yaml': CHEAP }, { 'workload.yaml': 'nothing' }));
    expect([alone.status, alone.outputs['verdict']], alone.log).toEqual([3, 'unknown']);
    expect(hub.comments[1]?.body).toContain('now/workload.yaml:1:1  the file is "nothing"');
  });

  test('that are links are not followed out of the repository', async () => {
    const checkout = checkedOut({ 'w/a.yaml': CHEAP }, { 'w/a.yaml': CHEAP });
    writeFileSync(join(home, 'secret.yaml'), 'password: hunter2');
    symlinkSync(join(home, 'secret.yaml'), join(checkout.folder, 'w/link.yaml'));
    checkout.git('add', 'w/link.yaml');
    symlinkSync(home, join(checkout.folder, 'linked'));
    rmSync(join(checkout.folder, 'w/a.yaml'));
    symlinkSync(join(home, 'secret.yaml'), join(checkout.folder, 'w/a.yaml'));
    const ran = await run(checkout, { files: 'w/\nlinked/' });
    expect(ran.summary).toContain('Links are not followed:\n\n```text\n"w/link.yaml"');
    expect(ran.log + ran.summary + JSON.stringify(hub.comments)).not.toContain('hunter2');
  });
});

test('hostile names of files and workloads are neither commands, nor Markdown, nor scripts', async () => {
  const names = [
    'a\n::set-output name=cost::1.yaml',
    '$(touch pwned).yaml',
    '`touch pwned`.yaml',
    '-rf.yaml',
    '"; touch pwned; ".yaml',
    '::error::x.yaml',
    '@someone <b>#1.yaml',
    '%0A::error::y.yaml',
  ];
  const workload = (name: string) => `name: ${JSON.stringify(name)}\n${DEAR.slice(DEAR.indexOf('\n') + 1)}`;
  const evil = '::set-output name=cost::1\n::add-mask::x $(touch pwned) `touch pwned` </details><img src=x> @someone #1 ```';
  const files = Object.fromEntries(names.map((name) => [name, workload(evil)]));
  const checkout = checkedOut(
    { 'a.yaml': CHEAP },
    { 'a.yaml': CHEAP, ...files, 'bad.yaml': `name: ${JSON.stringify(evil)}\n"::error::z": 1\n` },
  );
  const ran = await run(checkout, { files: '*', budget: '1/month', 'fail-on': 'note,caution,blocker' });
  expect([ran.status, ran.outputs['verdict']], ran.log).toEqual([3, 'failed']);
  expect(commandsIn(ran.log).filter((line) => !line.startsWith('::error title=apigw-advisor::'))).toEqual([]);
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: checkout.folder, encoding: 'utf8' })).toBe('');
  const body = hub.comments[0]?.body ?? '';
  expect(body.replaceAll(/^(`{3,})text\n[^]*?\n\1$/gm, '')).not.toMatch(/(?<!\\)<(?:b|img)|(?<!\\)`|(?<![\\\w/])@someone|^::/m);
  expect(Object.keys(ran.outputs).toSorted()).toEqual(['bound', 'category', 'change', 'cost', 'sarif', 'verdict']);
});

test('a text that would be too long for GitHub loses its rows first, and then its end', () => {
  const written = (head: string, rows: string, said: string, most: number) => {
    const told = { markdown: `${head}\n<details>\n${rows}\n</details>`, remarks: [['A limit is not met:', said]], foot: 'the foot' };
    const script = `import { written } from './action/words.mjs'; process.stdout.write(written(JSON.parse(process.argv[1]), Number(process.argv[2])));`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(told), String(most)], {
      cwd: ROOT,
      encoding: 'utf8',
    });
  };
  const [head, rows] = ['One € a line.\n'.repeat(20), 'A row.\n'.repeat(200)];
  expect(written(head, rows, 'failed', 10_000)).toContain(rows);
  const short = written(head, rows, 'failed', 1000);
  expect(short).toContain(head.trim());
  expect(short).toMatch(
    /\n\nA limit is not met:\n\n```text\nfailed\n```\n\n_The rows are left out here: the text is too long\._\n\nthe foot$/,
  );
  const shorter = written(head, rows, 'failed', 400);
  expect(Buffer.byteLength(shorter)).toBeLessThanOrEqual(400);
  expect(shorter).toMatch(/^One € a line\.\n[^]*\n… and more, which is left out here\.\n[^]*the foot$/);
  // What the command line said is cut by itself, and what it says ends no block.
  const long = written('What changed', '', '``` a line\n'.repeat(2000), 65_000);
  expect(long).toMatch(/\n````text\n(?:``` a line\n)+\n… and more, which is left out here\.\n````\n\n<details>[^]*the foot$/);
  expect(long.length).toBeLessThan(7000);
});
