// Wrong command lines are answered like wrong files: what, because, write. What is to be written is tried.
import { expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';

const FILE = 'examples/partners.yaml';

async function answer(line: string): Promise<{ readonly text: string; readonly write: string }> {
  const { stdout, stderr, exitCode } = await run(line.split(' '), { folder: ROOT });
  expect(exitCode, line).toBe(2);
  expect(stdout, line).toBe('');
  expect(stderr, line).toMatch(/^apigw-advisor: .+\n {2}because {3}.+\n {2}write {5}.+\n$/);
  return { text: stderr, write: /write {5}(.+)\n$/.exec(stderr)?.[1] ?? '' };
}

test.each([
  // What is wrong, and the option that is to be written instead.
  [`cost ${FILE} --formt json`, '--format json'],
  [`cost ${FILE} --csv`, '--format csv'],
  [`cost ${FILE} --output json`, '--format json'],
  [`cost ${FILE} -o markdown`, '--format markdown'],
  [`cost ${FILE} --md`, '--format markdown'],
  [`cost ${FILE} --format md`, '--format markdown'],
  [`cost ${FILE} --format JSON`, '--format json'],
  [`cost ${FILE} --regions eu-west-1`, '--region eu-west-1'],
  [`cost ${FILE} --region=Frankfurt`, '--region eu-central-1'],
  [`cost ${FILE} --region EU_WEST_1`, '--region eu-west-1'],
  [`cost ${FILE} --max-cost=500/month`, '--budget 500/month'],
  [`recommend ${FILE} --policy cheap`, '--policy cheapest'],
  [`recommend ${FILE} --cheapest`, '--policy cheapest'],
  [`recommend ${FILE} --edition AWS`, '--edition aws'],
])('%s: write %s', async (line, option) => {
  expect((await answer(line)).write).toBe(option);
  const right = await run([...line.split(' ').slice(0, 2), ...option.split(' ')], { folder: ROOT });
  expect(right.stderr).not.toMatch(/because/);
  expect([0, 1]).toContain(right.exitCode);
});

test.each([
  // What is wrong, and the command line that is to be written instead.
  [`csot ${FILE}`, `apigw-advisor cost ${FILE}`],
  [`${FILE}`, `apigw-advisor cost ${FILE}`],
  [`cost -f ${FILE}`, `apigw-advisor cost ${FILE}`],
  ['prices lst', 'apigw-advisor prices list'],
  ['prices list extra', 'apigw-advisor prices list'],
])('%s: write %s', async (line, right) => {
  expect((await answer(line)).write).toBe(right);
  expect((await run(right.split(' ').slice(1), { folder: ROOT })).exitCode).toBe(0);
});

test('what is missing is named', async () => {
  expect((await answer('cost')).text).toMatch(/cost is given no file/);
  expect((await answer('prices show')).write).toBe('apigw-advisor prices show apigateway/http-requests');
  expect((await answer(`cost ${FILE} --budget`)).text).toMatch(/--budget is given no value/);
  expect((await answer(`cost ${FILE} --json --format csv`)).text).toMatch(/--json and --format are both given/);
});

test('on a screen lines are broken at spaces, and an address is not broken where it need not be', async () => {
  const text = 'name: a\nregion: us-east-1\ntraffic: { requests: 1M }\nbackend: { lambda: { memory: 64 MB, duration: 5 ms } }\n';
  const { stderr } = await run(['cost', '-'], { stdin: text, terminal: true, columns: 80 });
  expect(stderr.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(stderr).toMatch(/^\(?https:\/\/docs\.aws\.amazon\.com\/lambda\/latest\/dg\/configuration-memory\.html\)?$/m);
});
