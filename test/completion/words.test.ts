// What stands at the cursor of a command line, word by word, as the scripts of shells ask for it.
import { expect, test } from 'vitest';
import { PLACES } from '../../src/cli/completion/places.ts';
import { run } from '../run.ts';

/** @param line as it stands before the cursor. */
async function at(line: string) {
  const { stdout, stderr, exitCode } = await run(['complete', '--', ...line.split(' ')]);
  expect([stderr, exitCode]).toEqual(['', 0]);
  const lines = stdout.trimEnd().split('\n');
  const words = lines.slice(0, -1).map((one) => one.split('\t')[0] ?? '');
  return { words, does: lines.at(-1) };
}

const NOTHING = ':4';
const FILES = ':0';
const FOLDERS = ':16';
const GOES_ON = ':6';

test.each([
  ['re', ['recommend', 'report']],
  ['prices q', ['quote']],
  ['help pri', ['prices']],
  ['prices help qu', ['quote']],
  ['cost workload.yaml --fo', ['--format', '--for']],
  ['cost --no', ['--no-color']],
  ['cost --format m', ['markdown']],
  ['cost --format=m', ['markdown']],
  ['schema wo', ['workload']],
  ['completion z', ['zsh']],
  ['init --example ', ['catalogue', 'chat', 'partners', 'uploads']],
  ['cost workload.yaml --region eu-west', ['eu-west-1', 'eu-west-2', 'eu-west-3']],
  ['prices show cloudfront/data-out --geography e', ['eu']],
  ['prices quote apigateway/w', ['apigateway/websocket-messages', 'apigateway/websocket-minutes']],
  ['prices update --service AmazonE', ['AmazonEC2', 'AmazonECS']],
  ['explain response-c', ['response-cache']],
  ['explain traffic.sizes.', ['traffic.sizes.0.share', 'traffic.sizes.0.request', 'traffic.sizes.0.response']],
  ['explain --list sa', ['saving']],
  ['cost --candidate rest+c', ['rest+cache', 'rest+cloudfront']],
  ['lint --candidate b', ['built']],
  ['lint --candidate rest,web', ['rest,websocket', 'rest,web-function']],
  ['breakeven --between rest,http', ['rest,http', 'rest,http+cloudfront', 'rest,http+cloudfront+waf']],
  ['lint --fail-on blocker,', ['blocker,caution', 'blocker,note']],
  ['recommend --fail-on no', ['no-fit', 'note']],
  ['scan --fail-on dr', ['drop-in']],
  ['optimize --free pro', ['provisioned']],
  ['optimize --fix endpoint=', ['endpoint=public', 'endpoint=private']],
  ['optimize --fix=endpoint=pr', ['endpoint=private']],
  ['prices quote apigateway/http-requests --cost l', ['list']],
  // Fields that the named workload states; every number where none is named.
  ['breakeven examples/uploads.yaml --over traffic.req', ['traffic.requests']],
  ['breakeven --over traffic.req', ['traffic.requests', 'traffic.request']],
])('%s: words', async (line, words) => {
  expect(await at(line)).toEqual({ words, does: NOTHING });
});

test.each([
  ['cost ', FILES],
  ['cost workload.yaml other', FILES],
  ['cost --format=json ', FILES],
  ['cost --contract ', FILES],
  ['cost --previous co', FILES],
  ['scan ', FILES],
  ['init ', FILES],
  ['report --output ', FILES],
  ['diff main.yaml ', FILES],
  ['cost --prices ', FOLDERS],
  ['report --save rep', FOLDERS],
  ['prices import --output ', FOLDERS],
  ['cost --budget ', NOTHING],
  ['cost --as-of 2026', NOTHING],
  ['nothing ', NOTHING],
])('%s: files, folders or nothing', async (line, does) => {
  expect(await at(line)).toEqual({ words: [], does });
});

test('prices are compared with folders, and with those of the package once a letter of them is typed', async () => {
  expect(await at('prices diff ')).toEqual({ words: [], does: FOLDERS });
  expect(await at('prices diff pa')).toEqual({ words: ['packaged'], does: NOTHING });
});

test('a range follows its field at once', async () => {
  expect(await at('sweep examples/catalogue.yaml --over edge.')).toEqual({ words: ['edge.hitRatio='], does: GOES_ON });
});

test('options, commands and data say what they are', async () => {
  const { stdout } = await run(['complete', '--', 'explain', 'response-c']);
  expect(stdout).toBe('response-cache\tfeature: Response cache\n:4\n');
  expect((await run(['complete', '--', 'doc'])).stdout).toMatch(/^doctor\tsay which prices/);
  expect((await run(['complete', '--', 'cost', '--each'])).stdout).toMatch(/^--each\tprint each of several workloads/);
});

test('whatever goes wrong is not said, and the shell offers files', async () => {
  const damaged = () => {
    throw new Error('damaged');
  };
  const ran = await run(['complete', '--', 'cost', '--region', ''], { prices: damaged });
  expect([ran.stdout, ran.stderr, ran.exitCode]).toEqual([`${FILES}\n`, '', 0]);
});

test('without the two hyphens of a script, it is a word like any other', async () => {
  expect((await run(['complete', 'workload.yaml'])).stderr).toContain('there is no command complete');
});

/** Every option that takes a value which is none of a few words, and every argument that does, as the help of commands has them. */
async function takenByCommands(): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  const { words: commands } = await at('');
  const pages: string[] = [];
  for (const name of commands.filter((one) => one !== 'help')) {
    const { words: under } = name === 'prices' ? await at('prices ') : { words: [] };
    const lines = under.filter((one) => one !== 'help').map((one) => [name, one]);
    for (const line of [[name], ...lines]) pages.push((await run([...line, '--help'], { columns: 1000, terminal: true })).stdout);
  }
  for (const page of pages) {
    for (const [, takes = '', says = ''] of page.matchAll(/^ +(?:-\w, )?--[a-z-]+ [<[]([^\]>]+)[\]>](.*)$/gm))
      if (!says.includes('(choices: ')) taken.add(takes);
    const [, usage = ''] = /^Usage: apigw-advisor (.*)$/m.exec(page) ?? [];
    for (const [, argument = ''] of usage.matchAll(/[<[]([a-z]+)(?:\.\.\.)?[>\]]/g)) taken.add(argument);
  }
  return taken;
}

test('there is an entry for each thing that an option or an argument takes, and no other', async () => {
  const chosen = ['options', 'command', 'shell'];
  const taken = [...(await takenByCommands())].filter((one) => !chosen.includes(one));
  expect([...new Set(Object.keys(PLACES).map((one) => one.split(' ').at(-1)))].toSorted()).toEqual(taken.toSorted());
});
