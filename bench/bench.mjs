// npm run bench [-- pairs] [-- --write]: ratios, never milliseconds. Machines are noisy, so each figure is the median of
// pairs taken in one run. With --write the tables go into docs/performance.md, between its two comments.
// NODE_EXTRA_CA_CERTS is unset, because on Node 20 it alone triples the start of every process.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CANDIDATES } from '../dist/lib/candidates/index.js';
import { inspect } from '../dist/lib/decide/inspect.js';
import { RULES } from '../dist/lib/decide/rules.js';
import { estimate, openPriceBook, parseWorkload, readPriceData, throttle } from '../dist/lib/index.js';
import { doubles } from './doubles.mjs';
import { timeInTerminal } from './first-question.mjs';
import { benchReports } from './report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin/apigw-advisor.cjs');
const example = join(root, 'examples/catalogue.yaml');
const cache = mkdtempSync(join(tmpdir(), 'apigw-advisor-bench-'));
const { NODE_EXTRA_CA_CERTS: _unset, ...inherited } = process.env;
const env = { ...inherited, XDG_CACHE_HOME: cache, LANG: 'C.UTF-8' };
const { values: flags, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const pairs = Number(positionals[0] ?? 40);
const lines = [];

const STARTS = [
  { what: '--version', argv: ['--version'], aim: 1.25 },
  { what: '--help', argv: ['--help'], aim: 1.5 },
  { what: 'cost example.yaml --json', argv: ['cost', example, '--json'], aim: 2.05 },
  { what: 'recommend example.yaml --json', argv: ['recommend', example, '--json'], aim: 2.2 },
  { what: 'cost example.yaml', argv: ['cost', example], aim: 2.5 },
];

say(`Node ${process.version}, ${cpus().length} cores, the median of ${pairs} pairs.`);
say('\n| Command, as a ratio to `node -e 0` | Code cache | Without | Aim |\n|---|---:|---:|---:|');
for (const { what, argv, aim } of STARTS) {
  const warm = ratio(() => time([bin, ...argv], env));
  const cold = ratio(() => time([bin, ...argv], { ...env, APIGW_ADVISOR_CODE_CACHE: 'off' }));
  say(`| \`${what}\` | ${warm.toFixed(2)} | ${cold.toFixed(2)} | ${aim} |`);
}
const first = await ratioInTerminal(['choose'], env);
const firstCold = await ratioInTerminal(['choose'], { ...env, APIGW_ADVISOR_CODE_CACHE: 'off' });
say(`| \`choose\`, to its first question in a terminal | ${first.toFixed(2)} | ${firstCold.toFixed(2)} | 3 |`);

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
  ['parse and estimate', () => estimate(parseWorkload(text, { regions: book.regions }), book)],
  [`${RULES.length} rules (aim 10,000 a second)`, () => inspect(workload, applying, book.edition)],
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

benchReports(
  [
    [1_000, 3],
    [10_000, 1],
  ],
  bin,
  env,
  say,
);
rmSync(cache, { recursive: true });
if (flags.write === true) {
  const page = join(root, 'docs/performance.md');
  const [before, rest = ''] = readFileSync(page, 'utf8').split('<!-- measured -->');
  const [, after = ''] = rest.split('<!-- /measured -->');
  writeFileSync(page, `${before}<!-- measured -->\n\n${lines.join('\n')}\n\n<!-- /measured -->${after}`);
}

function say(line) {
  console.log(line);
  lines.push(line);
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
