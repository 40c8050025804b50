// The rules by which the house stays liveable: who may import whom, who may touch the world, what is registered.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { SAVINGS } from '../../src/advise/savings/index.ts';
import { NAMED } from '../../src/candidates/index.ts';
import { listSheets } from '../../src/pricebook/files.ts';
import { readPriceSheets } from '../../src/pricebook/yaml-sheets.ts';
import { ASSUMPTIONS } from '../../src/workload/assumptions.ts';
import { GEOGRAPHIES, PLAN_IDS } from '../../src/workload/edge-fields.ts';
import { CANDIDATE_IDS } from '../../src/workload/composition.ts';
import { FRONT_DOOR_IDS } from '../../src/workload/front-doors.ts';
import { priceData } from '../price-book.ts';
import { ROOT } from '../run.ts';
import { filesUnder, sources } from './source.ts';

const files = sources();

/** Lower floors first; rooms on one floor are neighbours who do not meet. */
const FLOORS = [
  ['errors'],
  ['money', 'reading'],
  ['workload', 'pricebook'],
  ['documents'],
  ['facts'],
  ['hops', 'intake'],
  ['candidates'],
  ['journey'],
  ['estimate', 'decide', 'throttling'],
  ['whatif'],
  ['compose'],
  ['advise'],
  ['portfolio'],
  ['app'],
  ['render'],
  ['export'],
  ['mcp'],
  ['cli'],
];
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));

test('a room imports its own files or a lower floor, never sideways, never up', () => {
  const wrong = files.flatMap(({ path, room, imports }) =>
    room === ''
      ? []
      : imports
          .filter((name) => name.endsWith('.ts'))
          .filter((name) => name.split('/')[0] !== room && floorOf(name.split('/')[0] as string) >= floorOf(room))
          .map((name) => `${path} imports ${name}, which is not below it`),
  );
  expect(wrong).toEqual([]);
});

test('the map in CONTRIBUTING names every floor, from the top down', () => {
  const guide = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const map = /## Map of the house[^]*?```\n([^]*?)```/.exec(guide)?.[1] ?? '';
  const rows = map
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/)[0]?.split(' │ '));
  expect(rows).toEqual(FLOORS.toReversed());
});

test('every room has a floor', () => {
  expect([...new Set(files.map((file) => file.room))].filter((room) => room !== '' && floorOf(room) < 0)).toEqual([]);
});

test.each([
  [
    'node:fs',
    [
      'cli/files/finding.ts',
      'cli/files/lock.ts',
      'cli/files/looking.ts',
      'cli/files/writing.ts',
      'cli/network/kept.ts',
      'cli/output.ts',
      'cli/ports.ts',
      'intake/templates/terraform/hcl/wasm-files.ts',
      'pricebook/files.ts',
    ],
  ],
  ['node:http', ['cli/network/http.ts']],
  ['node:https', ['cli/network/http.ts']],
  ['http-proxy-agent', ['cli/network/http.ts']],
  ['https-proxy-agent', ['cli/network/http.ts']],
  ['proxy-from-env', ['cli/network/open.ts']],
  ['chalk', ['cli/paint.ts']],
  ['commander', ['cli/completion/complete.ts', 'cli/completion/standing.ts', 'cli/main.ts', 'cli/usage/usage.ts']],
  ['@bomb.sh/tab', ['cli/completion/scripts.ts', 'cli/completion/standing.ts']],
  ['tinyglobby', ['cli/files/finding.ts']],
  ['cli-table3', ['render/grid.ts']],
  ['hucre', ['export/xlsx/workbook.ts']],
  [
    'd3-scale',
    [
      'render/html/bars.ts',
      'render/html/budget-bars.ts',
      'render/html/line-chart.ts',
      'render/html/waterfall.ts',
      'render/sweep/axis-words.ts',
      'render/sweep/line-panel.ts',
    ],
  ],
  ['d3-shape', ['render/html/line-chart.ts', 'render/sweep/line-panel.ts']],
  ['node:crypto', ['render/html/page.ts']],
  ['yaml', ['intake/templates/text/yaml.ts', 'reading/yaml-composed.ts', 'reading/yaml.ts', 'workload/document.ts']],
  ['web-tree-sitter', ['intake/templates/terraform/hcl/tree.ts']],
  ['jsonc-parser', ['intake/templates/text/json.ts']],
  ['@inquirer/prompts', ['cli/wizard/screen-asker.ts']],
  ['node:readline', ['cli/wizard/line-asker.ts']],
  ['@modelcontextprotocol/server', ['mcp/listed.ts', 'mcp/server.ts']],
  ['@modelcontextprotocol/server/stdio', ['mcp/serve.ts']],
  ['zod/v4/core', ['mcp/without-code.ts']],
  ['@valibot/to-json-schema', ['mcp/listed.ts']],
])('%s has its home', (name, home) => {
  expect(files.filter((file) => file.imports.includes(name)).map((file) => file.path)).toEqual(home);
});

test('one file opens the door to the network, and one command goes through it', () => {
  const ways = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|undici|ws|axios|got)(?:\/|$)|^(?:[a-z]+-)*proxy-[a-z-]+$/;
  const outside = files.filter(({ path }) => path !== 'cli/network/http.ts' && path !== 'cli/network/open.ts');
  expect(outside.filter(({ imports }) => imports.some((name) => ways.test(name))).map(({ path }) => path)).toEqual([]);
  const calls = /\bfetch\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\b|sendBeacon/;
  expect(files.filter(({ text }) => calls.test(text)).map(({ path }) => path)).toEqual([]);
  const room = files.filter(
    ({ path, imports }) => !path.startsWith('cli/network/') && imports.some((name) => name.startsWith('cli/network/')),
  );
  // Addresses, and the port that opens the door when it is asked.
  expect(room.map(({ path }) => path)).toEqual(['cli/commands/update.ts', 'cli/ports.ts', 'cli/usage/prices.ts']);
  expect(files.filter(({ text }) => text.includes('.priceServer(')).map(({ path }) => path)).toEqual(['cli/commands/update.ts']);
});

test('only the ports know the process and the clock', () => {
  const outside = files.filter(
    ({ text, path }) =>
      !['cli/output.ts', 'cli/ports.ts'].includes(path) && /\bprocess\.|\bnew Date\(|\bDate\.now\(|Math\.random/.test(text),
  );
  expect(outside.map((file) => file.path)).toEqual([]);
});

test('JSON is printed in one place, which writes signs that a terminal would obey as escapes', () => {
  // A workload file that was JSON is written back as JSON: into a file, with what its owner wrote.
  expect(files.filter(({ text }) => /JSON\.stringify\(.*, null, 2\)/.test(text)).map((file) => file.path)).toEqual([
    'documents/json.ts',
    'workload/document.ts',
  ]);
});

test('no number is taken out of exact decimals', () => {
  expect(files.filter(({ text }) => /\.toNumber\(\)|parseFloat\(/.test(text)).map((file) => file.path)).toEqual([]);
});

test('what wants a cost asks for the cost in question; list cost by name is for what prices, prints or reads it', () => {
  const named = files.filter(({ text }) => /\blistCost\b/.test(text)).map((file) => file.path);
  expect(named.filter((path) => !/^(?:documents|estimate)\/|^app\/[a-z]+\/(?:document|pooled)\.ts$/.test(path))).toEqual([
    // Columns and keys of that name.
    'export/csv/cost.ts',
    'export/csv/focus-columns.ts',
  ]);
});

test('nothing is called util, helper, common, shared or misc', () => {
  const names = filesUnder(join(ROOT, 'src')).concat(filesUnder(join(ROOT, 'test')));
  expect(names.filter((path) => /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.ts$)/.test(path))).toEqual([]);
});

test('every front door has its file, and every composition an id of its own', () => {
  const registry = files.find((file) => file.path === 'candidates/index.ts');
  const doors = files.filter(({ path }) => path.startsWith('candidates/front-doors/')).map((file) => file.path);
  expect(doors).toEqual(FRONT_DOOR_IDS.map((id) => `candidates/front-doors/${id}.ts`).toSorted());
  expect(doors.filter((path) => !registry?.imports.includes(path))).toEqual([]);
  expect(new Set(CANDIDATE_IDS).size).toBe(NAMED.length);
  expect(NAMED.map(({ id }) => id)).toEqual(CANDIDATE_IDS);
});

test('nobody takes an id apart: what it stands for is in the composition', () => {
  const lines = files.flatMap(({ path, text }) => text.split('\n').map((line) => `${path}: ${line.trim()}`));
  // Examples of rules name candidates, as users do.
  const named = lines.filter(
    (line) =>
      !line.startsWith('workload/composition.ts') &&
      /candidate\.id\.|['"`][a-z-]*\+(?:cache|cloudfront|waf)/.test(line) &&
      !/(?:candidate|inUse): '/.test(line),
  );
  expect(named).toEqual([]);
});

test('every saving file is in the registry, with ids that are file names', () => {
  const saved = files
    .filter(({ path }) => /^advise\/savings\/(?!index|saving|instead|composed)/.test(path))
    .map(({ path }) => basename(path, '.ts'));
  expect(SAVINGS.map((one) => one.id).toSorted()).toEqual(saved.toSorted());
});

test('every assumption is used by something', () => {
  const all = files
    .filter((file) => !/^workload\/(.*-)?assumptions\.ts$/.test(file.path))
    .map((file) => file.text)
    .join('\n');
  expect(Object.keys(ASSUMPTIONS).filter((id) => !all.includes(`'${id}'`))).toEqual([]);
});

test('every command file is reachable from the command line', () => {
  const usages = files.filter((file) => file.path.startsWith('cli/usage/'));
  const main = files.find((file) => file.path === 'cli/main.ts');
  expect(usages.filter((file) => !main?.imports.includes(file.path)).map((file) => file.path)).toEqual([]);
  const commands = files.filter((file) => file.path.startsWith('cli/commands/'));
  expect(commands.filter((file) => !usages.some((one) => one.imports.includes(file.path))).map((file) => file.path)).toEqual([]);
});

test('the geographies a workload may name are those that have prices', () => {
  expect(Object.keys(priceData.cloudfront.geographies)).toEqual([...GEOGRAPHIES]);
});

test('the plans a workload may name are those that have a price', () => {
  const priced = Object.keys(priceData.cloudfront.worldwide.rates).filter((sku) => sku.startsWith('cloudfront/plan-'));
  expect(priced).toEqual(PLAN_IDS.map((id) => `cloudfront/plan-${id}`));
});

test('prices stand in sheets as quoted decimals, never as bare numbers', () => {
  const bare = listSheets(join(ROOT, 'pricing-data')).filter(({ text }) => /(from|price|quantity|hoursPerMonth): *[\d.]/.test(text));
  expect(bare.map((sheet) => sheet.name)).toEqual([]);
});

test('the build compiled exactly what the YAML says', () => {
  const { index, sheets } = readPriceSheets(listSheets(join(ROOT, 'pricing-data')));
  const compiled = (name: string) => JSON.parse(readFileSync(join(ROOT, 'dist/pricing-data', `${name}.json`), 'utf8')) as unknown;
  expect(compiled('index')).toEqual(JSON.parse(JSON.stringify(index)));
  for (const [region, sheet] of Object.entries(sheets)) expect(compiled(region)).toEqual(sheet);
});

test('every story has its transcript, and every transcript its story', () => {
  const golden = filesUnder(join(ROOT, 'test/golden'));
  const stories = golden.filter((path) => basename(path) === 'story.yaml').map((path) => join(path, '..'));
  const transcripts = golden.filter((path) => basename(path) === 'expected.md').map((path) => join(path, '..'));
  expect(transcripts).toEqual(stories);
});

test('the files that the package promises exist', () => {
  const { files: promised } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
  expect(promised.filter((path) => globSync([path.replace(/^!/, '')], { cwd: ROOT, onlyFiles: false }).length === 0)).toEqual([]);
});
