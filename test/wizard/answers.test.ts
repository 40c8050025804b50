// Answers from a file: what they lead to, and what is said of files that hold none.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/cli/wizard/answers.ts';
import { WorkloadError } from '../../src/errors/errors.ts';
import { FEATURE_IDS } from '../../src/workload/features.ts';
import { awsBook } from '../price-book.ts';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-answers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `choose` makes of answers on standard input. */
const chosen = (stdin: string, ...argv: readonly string[]) => run(['choose', '--answers', '-', ...argv], { folder, stdin });

function problems(text: string): readonly string[] {
  try {
    readAnswers(text, 'a.yaml', awsBook);
    return [];
  } catch (error) {
    if (!(error instanceof WorkloadError)) throw error;
    return error.problems.map(({ line, column, what }) => `${line}:${column} ${what}`);
  }
}

describe('what answers lead to', () => {
  const CRUD = 'server-push: no\nregion: us-east-1\ntraffic.requests: 20M/month\n';

  test('what is left out stays open, and is no no', async () => {
    const { written, exitCode, stderr } = await chosen(CRUD);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const text = written.get('my-api.yaml') ?? '';
    expect(text.match(/: no$/gm)).toEqual([': no']);
    expect(text.match(/^# open: /gm)).toHaveLength(17 + 3);
  });

  test('several features as a list, or in a line', async () => {
    for (const features of ['[usage-plans, api-keys]', 'api-keys, usage-plans']) {
      const { written } = await chosen(`${CRUD}clients-metered: ${features}\n`);
      expect(written.get('my-api.yaml')).toContain('  api-keys: yes\n  usage-plans: yes\n');
    }
  });

  test('an example is marked, and goes on from a file as one', async () => {
    const { written } = await chosen('region: example\ntraffic.requests: example\n', '--output', 'w.yaml');
    const text = written.get('w.yaml') ?? '';
    expect(text).toContain('name: w\nregion: us-east-1 # an example, not stated\n');
    expect(text).toContain('  requests: 100M/month # an example, not stated\n');
    writeFileSync(join(folder, 'w.yaml'), text);
    const again = await chosen('region: eu-west-1\n', '--from', 'w.yaml', '--force');
    expect(again.written.get('w.yaml')).toContain('region: eu-west-1\n');
    expect(again.written.get('w.yaml')).toContain('  requests: 100M/month # an example, not stated\n');
  });

  test('the article has questions of its own', async () => {
    const { stdout, written } = await chosen(
      'server-push: no\nregion: us-east-1\ntraffic.requests: 1M\narticle-rest-features: waf-native\n',
      '--edition',
      'article',
    );
    expect(stdout).toContain('▶ REST API');
    expect(stdout).toContain('apigw-advisor recommend my-api.yaml --edition article');
    expect(written.get('my-api.yaml')).toContain('waf-native: yes');
  });

  test('a file that is there is not replaced without being told', async () => {
    writeFileSync(join(folder, 'there.yaml'), 'mine\n');
    const argv = ['choose', '--answers', '-', '--output', 'there.yaml'];
    const setting = { folder, stdin: CRUD, refuses: { 'there.yaml': 'EEXIST' } };
    const refused = await run(argv, setting);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('there.yaml exists already');
    expect((await run([...argv, '--force'], setting)).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'there.yaml'), 'utf8')).toBe('mine\n');
  });

  test('it is named what nobody asked', async () => {
    expect((await chosen(`${CRUD}vpc-only: yes\ncanary: no\nrealtime.fanOut: 3\n`)).stderr).toBe(
      'note: not asked, and so not used: canary, realtime.fanOut.\n',
    );
  });
});

describe('files that hold no answers', () => {
  test.each([
    ['', ['1:1 this is not a list of answers']],
    ['# nothing\n\n', ['1:1 this is not a list of answers']],
    ['- vpc-only\n', ['1:1 this is not a list of answers']],
    ['yes', ['1:1 this is not a list of answers']],
    ['{}', []],
    ['vpc-only: true\nslow: off\n', []],
    ['vpc-only: no\nvpc-only: yes\n', ['2:1 this key appears twice']],
    ['vpc-only: toString\n', ['1:11 vpc-only is "toString"']],
    ['vpc-only: YES\n', ['1:11 vpc-only is "YES"']],
    ['vpc-only: {a: b}\n', ['1:11 vpc-only is no single value']],
    ['vpc-only: [{a: b}]\n', ['1:11 vpc-only is no single value']],
    ['validated: []\n', ['1:12 validated is ""']],
    ['validated: validate-body, validate-body\n', ['1:12 validated is "validate-body, validate-body"']],
    [`validated: [${FEATURE_IDS.join(', ')}]\n`, [expect.stringMatching(/^1:12 validated is ".{60}"$/)]],
    ['server-push: none\nbackend: yes\nregion: none\n', ['1:14 server-push is "none"', '2:10 backend is "yes"', '3:9 region is "none"']],
    [
      'needs.waf-native: yes\nname: a\nhasOwnProperty: no\n',
      expect.arrayContaining([expect.stringContaining('1:1 needs.waf-native is not a question of choose')]),
    ],
    ['cache.size: 3 GB\ntraffic.request: 5 BB\n', ['1:13 cache.size is "3 GB"', '2:18 traffic.request is "5 BB"']],
    ['region: "\\e[2J"\n', ['1:9 region is "\u001b[2J"']],
    ['vpc-only: &a [*a]\n', ['1:15 *a is inside what it repeats']],
    [`vpc-only: "${'y'.repeat(20_000)}"\n`, ['1:11 a text of 20,002 characters is too long']],
    ['vpc-only: no\n---\nslow: no\n', ['2:1 a second document begins here']],
  ])('%j', (text, found) => {
    expect(problems(text)).toEqual(found);
  });

  test('both ways of answering at once', async () => {
    expect((await run(['choose', '--answers', 'a.yaml', '--resume'], { folder })).stderr).toContain(
      '--answers and --resume are both given',
    );
  });
});
