// npm run bench [-- pairs] [-- --node PATH] [-- --starts] [-- --write]: ratios, never milliseconds. Machines are noisy, so each
// figure is the median of pairs taken in one run. --node measures another Node; --starts leaves out all but the starts; --write
// puts the tables into docs/performance.md, between the two comments of this major version of Node.
// NODE_EXTRA_CA_CERTS is unset, because on Node 20 it alone triples the start of every process.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from '../build/bundled.mjs';
import { benchCompositions } from './compositions.mjs';
import { doubles } from './doubles.mjs';
import { timeInTerminal } from './first-question.mjs';
import { benchReports } from './report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin/apigw-advisor.cjs');
const example = join(root, 'examples/catalogue.yaml');
const library = new URL('../dist/lib/index.js', import.meta.url).href;
const cache = mkdtempSync(join(tmpdir(), 'apigw-advisor-bench-'));
const { NODE_EXTRA_CA_CERTS: _unset, ...inherited } = process.env;
const env = { ...inherited, XDG_CACHE_HOME: cache, XDG_DATA_HOME: cache, LANG: 'C.UTF-8' };
const { values: flags, positionals } = parseArgs({
  options: { write: { type: 'boolean' }, starts: { type: 'boolean' }, node: { type: 'string' } },
  allowPositionals: true,
});
if (flags.node !== undefined) {
  const again = process.argv.slice(1).filter((one, index, all) => !one.startsWith('--node') && all[index - 1] !== '--node');
  process.exit(spawnSync(flags.node, again, { stdio: 'inherit', env }).status ?? 1);
}
const pairs = Number(positionals[0] ?? 40);
const lines = [];

/** `aim`: on Node 24 with what Node keeps of compiled code, and on Node 20, which keeps nothing. */
const STARTS = [
  { what: '`--version`', argv: ['--version'], aim: [1.25, 1.25] },
  { what: '`--help`', argv: ['--help'], aim: [1.5, 1.5] },
  { what: '`cost example.yaml --json`', argv: ['cost', example, '--json'], aim: [2, 2.6] },
  { what: '`cost example.yaml`', argv: ['cost', example], aim: [2.3, 3] },
  { what: '`recommend example.yaml --json`', argv: ['recommend', example, '--json'], aim: [2.6, 3.4] },
  { what: '`recommend example.yaml`', argv: ['recommend', example], aim: [2.6, 3.4] },
  { what: 'Tab after `cost --`', argv: ['complete', '--', 'cost', '--'], aim: [1.5, 1.5] },
  { what: 'Tab after `explain`', argv: ['complete', '--', 'explain', ''], aim: [2.5, 2.5] },
  { what: '`import "apigw-advisor"`', argv: ['--input-type=module', '-e', `import ${JSON.stringify(library)}`], aim: [4.5, 4.5] },
];
const nothingKept = { ...env, NODE_DISABLE_COMPILE_CACHE: '1' };
const keeps = nodeModule.enableCompileCache !== undefined;
const row = (what, warm, cold, aim) =>
  say(`| ${what} | ${keeps ? warm.toFixed(2) : '—'} | ${cold.toFixed(2)} | ${aim?.[keeps ? 0 : 1] ?? '—'} |`);

say(`Node ${process.version}, ${cpus().length} cores, the median of ${pairs} pairs.`);
say('\n| As a ratio to `node -e 0` | Compiled code kept | Without | Aim |\n|---|---:|---:|---:|');
for (const { what, argv, aim } of STARTS) {
  const command = argv[0].endsWith('module') ? argv : [bin, ...argv];
  const cold = ratio(() => time(command, nothingKept));
  row(what, keeps ? ratio(() => time(command, env)) : cold, cold, aim);
}
const floor = await floorOf();
const floorCold = ratio(() => time(floor, nothingKept));
row(
  'commander, yaml and decimal.js alone, printing what `cost --json` prints',
  keeps ? ratio(() => time(floor, env)) : floorCold,
  floorCold,
);
const firstCold = await ratioInTerminal(['choose'], nothingKept);
row('`choose`, to its first question in a terminal', keeps ? await ratioInTerminal(['choose'], env) : firstCold, firstCold, [3, 3]);
if (flags.starts) finish();

const engine = await bundled('bench/engine.ts', join(cache, 'engine.mjs'));
const engineOf = await import(pathToFileURL(engine).href);
const { CANDIDATES, RULES, advise, estimate, inspect, monthOf, openPriceBook, parseWorkload, readPriceData, throttle } = engineOf;
const book = openPriceBook(readPriceData(join(root, 'dist/pricing-data')), 'aws');
const text = readFileSync(example, 'utf8');
const workload = parseWorkload(text, { regions: book.regions });
const inexact = doubles(book);
const check = estimate(workload, book).candidates.find((one) => one.id === 'rest').listCost;
if (Math.abs(inexact() / Number(check) - 1) > 1e-9) throw new Error(`the doubles compute something else: ${inexact()} against ${check}`);

const plain = perSecond(inexact);
// The doubles price one candidate, so they are compared with one candidate's share of an estimate.
const candidates = estimate(workload, book).candidates.length;
const applying = CANDIDATES.filter((one) => one.applies(workload));
const peaks = [
  'peak: 5K/s }',
  'peak: 12K/s, peakLength: 60 s }',
  'peak: 12K/s, peakLength: 300 s }',
  'peak: 12K/s, peakLength: 300 s }, throttling: { retries: { attempts: 50 } }',
  'peak: 12.345678M/s, peakLength: 300 s }, throttling: { retries: { attempts: 50 } }',
];
const [calm, minute, fiveMinutes, patient, huge] = peaks.map((peak) =>
  parseWorkload(`{ name: a, region: us-east-1, traffic: { requests: 1B/month, ${peak} }`, {}),
);
const estimates = perSecond(() => estimate(workload, book));
say('\n| In one process | Workloads per second | Ratio to `estimate` |\n|---|---:|---:|');
for (const [what, run] of [
  ['the same arithmetic in plain doubles, one candidate', inexact],
  [`\`estimate\`, ${candidates} candidates`, () => estimate(workload, book)],
  ['`advise`: the picks; reasons and what-ifs are worked out when asked', () => advise(workload, book)],
  ['parse and estimate', () => estimate(parseWorkload(text, { regions: book.regions }), book)],
  [`${RULES.length} rules (aim 10,000 a second)`, () => inspect(monthOf(workload, book), applying)],
  ['limits, a peak that nothing throttles', () => throttle(calm, book)],
  ['limits, 60 s over them, four ways to retry', () => throttle(minute, book)],
  ['limits, 300 s over them, four ways to retry', () => throttle(fiveMinutes, book)],
  ['the same with 50 attempts', () => throttle(patient, book)],
  ['the same with 50 attempts, 1,000 times over them', () => throttle(huge, book)],
]) {
  const rate = perSecond(run);
  say(`| ${what} | ${Math.round(rate).toLocaleString('en-US')} | ${Number((rate / estimates).toPrecision(2)).toLocaleString('en-US')} |`);
}
say(`\nPlain doubles price one candidate ${Math.round(plain / (estimates * candidates))} times as fast as exact decimals.`);

benchCompositions(engineOf, { book, text }, say);

benchReports(
  [
    [1_000, 3],
    [10_000, 1],
  ],
  { bin, engine, env },
  say,
);
finish();

function finish() {
  rmSync(cache, { recursive: true });
  if (flags.write === true) {
    const page = join(root, 'docs/performance.md');
    const name = `Node ${process.versions.node.split('.')[0]}`;
    const [before, rest = ''] = readFileSync(page, 'utf8').split(`<!-- measured: ${name} -->`);
    const [, after = ''] = rest.split(`<!-- /measured: ${name} -->`);
    writeFileSync(page, `${before}<!-- measured: ${name} -->\n\n${lines.join('\n')}\n\n<!-- /measured: ${name} -->${after}`);
  }
  process.exit();
}

function say(line) {
  console.log(line);
  lines.push(line);
}

/** What no version of `cost --json` can be faster than, with the packages that it is built on. */
async function floorOf() {
  const file = await bundled('bench/packages.ts', join(cache, 'packages.cjs'), 'cjs');
  const starter = join(cache, 'floor.cjs');
  const keep = keeps
    ? `if (!process.env.NODE_DISABLE_COMPILE_CACHE) require('node:module').enableCompileCache(${JSON.stringify(cache)});`
    : '';
  writeFileSync(starter, `${keep} require(${JSON.stringify(file)});`);
  const answer = join(cache, 'answer.json');
  writeFileSync(answer, spawnSync(process.execPath, [bin, 'cost', example, '--json'], { env }).stdout);
  return [starter, example, answer];
}

function time(argv, environment) {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, argv, { env: environment, stdio: 'ignore' });
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - started);
}

function ratio(run) {
  for (let warmUp = 0; warmUp < 3; warmUp += 1) run();
  return median(Array.from({ length: pairs }, () => run() / time(['-e', '0'], env)));
}

async function ratioInTerminal(argv, environment) {
  const ratios = [];
  for (let pair = -3; pair < pairs; pair += 1) {
    const took = await timeInTerminal([bin, ...argv], environment);
    const base = await timeInTerminal(['-e', '0'], environment);
    if (pair >= 0) ratios.push(took / base);
  }
  return median(ratios);
}

function perSecond(run) {
  for (let warmUp = 0; warmUp < 50; warmUp += 1) run();
  const rounds = Array.from({ length: 7 }, () => {
    const until = process.hrtime.bigint() + 200_000_000n;
    const started = process.hrtime.bigint();
    let count = 0;
    while (process.hrtime.bigint() < until) {
      run();
      count += 1;
    }
    return count / (Number(process.hrtime.bigint() - started) / 1e9);
  });
  return median(rounds);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
