// The help of every command: one screen for the first, groups for many options, and examples that work.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';

const help = async (...words: readonly string[]) => (await run([...words, '--help'])).stdout;
const NAME = /^ {2}([a-z]+)\b/gm;
const top = await help();
const under = (await help('prices')).replace(/^Examples:[^]*/m, '');
const commandsIn = (page: string) => [...page.slice(page.search(/^(?:Decide|Commands):/m)).replace(/^Example:[^]*/m, '').matchAll(NAME)];
const COMMANDS = [
  ...commandsIn(top).map(([, name = '']) => [name]),
  ...commandsIn(under).map(([, name = '']) => ['prices', name]),
].filter((words) => words.at(-1) !== 'help');
const examplesOf = (page: string) => page.slice(page.search(/^Examples:/m)).trimEnd().split('\n').slice(1).map((line) => line.trim());

test('the first help is one screen of 80 columns', () => {
  const lines = top.trimEnd().split('\n');
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.length).toBeLessThanOrEqual(44);
});

const pages = await Promise.all(COMMANDS.map(async (words) => [words.join(' '), await help(...words)] as const));

test.each(pages)('help of %s: groups of options where there are many, and examples at its end', (_, page) => {
  const options = [...page.matchAll(/^ {2}(?:-\w, )?--/gm)].length;
  const groups = [...page.matchAll(/^(?:Options|Output|Parts of the answer|Prices and month|Exit code 1):/gm)].length;
  expect(groups > 1).toBe(options > 8);
  expect(examplesOf(page).length).toBeGreaterThan(0);
  for (const line of examplesOf(page)) expect(line).toContain('apigw-advisor');
});

/** A folder that has what examples name. */
const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-help-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const example = (name: string) => readFileSync(join(ROOT, 'examples', name), 'utf8').replace('team:', 'cost-center: cc-1, team:');
const golden = (path: string) => readFileSync(join(ROOT, 'test/golden', path), 'utf8');
const offer = golden('prices-verify/offer.csv');
for (const name of ['workload', 'today', 'with-cache', 'behind-edge', 'main', 'main/workload', 'workloads/a', 'main/workloads/a'])
  write(`${name}.yaml`, example('catalogue.yaml').replace('catalogue-api', name.replace(/.*\//, '')));
write('workloads/b.yaml', example('partners.yaml'));
write('contract.yaml', readFileSync(join(ROOT, 'examples/contract/contract.yaml')));
write('answers.yaml', golden('choose-answers/answers.yaml'));
for (const path of ['template.yaml', 'infrastructure/template.yaml']) write(path, golden('scan/shop.yaml'));
write('cdk.out/Search.template.json', golden('scan/search.json'));
cpSync(join(ROOT, 'test/golden/report-manifest'), folder, { recursive: true, filter: (path) => !path.endsWith('.md') });
write('AmazonApiGateway.csv', offer);
write('AWSELB.json.gz', gzipSync(offer));
write('cost.json', (await run(['cost', 'workload.yaml', '--json'], { folder })).stdout);
for (const [path, text] of (await run(['prices', 'import', 'AmazonApiGateway.csv', '--output', 'prices/'], { folder })).written) write(path, text);

/** What other programs hand to the next one in a pipe. */
const FROM: Readonly<Record<string, string>> = { terraform: golden('scan/search.json'), aws: offer };

const LINES = pages.flatMap(([, page]) => examplesOf(page));

test.each(LINES)('%s', async (line) => {
  const parts = line.split(/ (?:\||>|&&) /);
  for (const [index, part] of parts.entries()) {
    if (!part.startsWith('apigw-advisor')) continue;
    const words = [...part.matchAll(/'([^']*)'|(\S+)/g)].slice(1).map(([, quoted, plain = '']) => quoted ?? plain);
    const argv = words.flatMap((word) => (word === '*.yaml' ? readdirSync(folder).filter((name) => /^(?:today|work).*\.yaml$/.test(name)) : [word]));
    const isUpdate = argv[1] === 'update';
    const { exitCode, stderr } = await run(isUpdate ? [...argv, '--base-url', 'http://127.0.0.1:1'] : argv, {
      folder,
      env: { LANG: 'C.UTF-8', HOME: folder },
      stdin: FROM[parts[index - 1]?.split(' ')[0] ?? ''] ?? '',
    });
    // Without a terminal the wizard cannot ask, and without a server there is nothing to fetch.
    if (argv[0] === 'choose' && !argv.includes('--answers')) expect(stderr).toContain('terminal');
    else if (isUpdate) expect([exitCode, stderr]).toEqual([4, expect.stringContaining('127.0.0.1:1')]);
    else expect([exitCode < 2, stderr.includes('because')], stderr).toEqual([true, false]);
  }
});
