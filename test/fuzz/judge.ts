/** Tries one case and throws unless everything holds that must hold of any input. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adviceOfOne, costOfOne, throttlingOfOne } from '../answers.ts';
import { AdvisorError, WorkloadError, type Problem } from '../../src/errors/errors.ts';
import { EXIT_CODES } from '../../src/errors/exit-codes.ts';
import { readPriceData } from '../../src/pricebook/files.ts';
import { openPriceBook } from '../../src/pricebook/price-book.ts';
import { readPriceSheets } from '../../src/pricebook/yaml-sheets.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import type { Workload } from '../../src/workload/schema.ts';
import { awsBook } from '../price-book.ts';
import { checkDocument } from '../printed-json.ts';
import { ROOT, run, type Ran, type Setting } from '../run.ts';
import { NAMES, type Case } from './cases.ts';
import { GOOD, SHEETS } from './corpus.ts';

/** `understood`: the input was taken for what it is meant to be; else it was refused as it should be. */
export type Verdict = 'understood' | 'refused';

export async function judge(tried: Case, bytes: Buffer, folder: string): Promise<Verdict> {
  if (tried.by === 'call') return tried.file === 'workload' ? judgeWorkload(bytes) : judgeSheet(bytes, folder);
  const { argv } = tried;
  if (tried.by === 'argv') return judgeRun(argv, await run(argv, { folder }), argv.join(' '));
  return inFile(tried, bytes, folder, async (setting) => {
    const ran = await run(argv, setting);
    // Of what is fuzzed, only the bytes themselves may be said back.
    const verdict = judgeRun(argv, ran, bytes.toString('utf8'));
    if (tried.by === 'process') sameFromProcess(argv, ran, bytes, folder);
    else if (bytes.length % 8 === 0) sameAgain(ran, await run(argv, setting));
    return verdict;
  });
}

/** With the damaged file where the command line names it, and afterwards with what lay there before. */
async function inFile<T>(
  { file, argv }: Extract<Case, { file: string; argv: readonly string[] }>,
  bytes: Buffer,
  folder: string,
  act: (setting: Setting) => Promise<T>,
): Promise<T> {
  const compiled = { folder, prices: () => readPriceData(join(folder, 'compiled')) };
  // Which of two files is damaged: the one of the Region, or what all Regions share.
  const path = join(folder, file === 'compiled' && bytes.includes('"overlays"') ? 'compiled/index.json' : NAMES[file]);
  const before = file === 'sheet' || file === 'compiled' || file === 'imported' ? readFileSync(path) : null;
  writeFileSync(path, bytes);
  try {
    return await act(file === 'compiled' ? compiled : argv.includes('-') ? { folder, stdin: bytes.toString('utf8') } : { folder });
  } finally {
    // What is left would be read by the next that reads the folder.
    if (before === null) rmSync(path, { force: true });
    else writeFileSync(path, before);
  }
}

function judgeWorkload(bytes: Buffer): Verdict {
  let workload: Workload;
  try {
    workload = parseWorkload(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), { file: 'w.yaml', regions: awsBook.regions });
  } catch (error) {
    if (!(error instanceof WorkloadError)) throw error;
    placed(error.problems);
    return 'refused';
  }
  checkDocument('cost', costOfOne(workload, awsBook));
  // Each of these takes longer than all else together, so they take turns.
  if (bytes.length % 3 === 0) checkDocument('recommend', adviceOfOne(workload, awsBook));
  if (bytes.length % 3 === 1) checkDocument('throttle', throttlingOfOne(workload, awsBook));
  return 'understood';
}

function judgeSheet(bytes: Buffer, folder: string): Verdict {
  // Which of the sheets it was can be told by what only that sheet has.
  const text = bytes.toString('utf8');
  const kinds = {
    sources: 'http',
    editions: 'hoursPerMonth',
    'always-free': 'allowances',
    cloudfront: 'geographies',
    'us-east-1': 'location',
  };
  const name = Object.entries(kinds).findLast(([, word]) => text.includes(word))?.[0] ?? 'article';
  const files = SHEETS.map((one) => ({
    name: one,
    text: one === `${name}.yaml` ? text : readFileSync(join(folder, 'prices', one), 'utf8'),
  }));
  try {
    const book = openPriceBook(readPriceSheets(files).data, 'aws');
    checkDocument('cost', costOfOne(parseWorkload(GOOD, {}), book));
    return 'understood';
  } catch (error) {
    if (!(error instanceof AdvisorError)) throw error;
    for (const problem of error.problems) said(problem);
    return 'refused';
  }
}

/** Every mistake says where it is, what was found and why it cannot be. */
function placed(problems: readonly Problem[]): void {
  if (problems.length === 0) throw new Error('it is refused without a reason');
  for (const problem of problems) {
    said(problem);
    if (!((problem.line ?? 0) >= 1 && (problem.column ?? 0) >= 1)) throw new Error(`a mistake has no place: ${problem.what}`);
  }
}

function said({ what, because }: Problem): void {
  if (what.trim() === '' || because.trim() === '') throw new Error(`a mistake says nothing: ${JSON.stringify({ what, because })}`);
  if (/\[object |\bundefined\b/.test(`${what} ${because}`)) throw new Error(`a mistake speaks of our own values: ${what}, ${because}`);
}

const { answer, policy, usage, workload, prices, template } = EXIT_CODES;
const EXPECTED: readonly number[] = [answer, policy, usage, workload, prices, template].map(({ code }) => code);

/** What holds of any run; JSON was compared with its schema when it was printed. */
function judgeRun(argv: readonly string[], { exitCode, stdout, stderr, written }: Ran, input: string): Verdict {
  const line = argv.join(' ');
  if (!EXPECTED.includes(exitCode)) throw new Error(`${line} ends with ${exitCode}: ${stderr}`);
  if (exitCode >= EXIT_CODES.usage.code && !/\n {2}because {3}\S|^error: /m.test(stderr))
    throw new Error(`${line} fails without a reason: ${stderr}`);
  const prose = !argv.includes('html') && !argv.includes('--output');
  for (const text of [stdout, stderr, ...written.values()]) {
    for (const word of OURS) {
      if (word.test(text) && !word.test(input)) throw new Error(`${line} prints ${String(word.exec(text)?.[0])}: ${around(text, word)}`);
    }
    if (prose && CONTROLS.test(text)) throw new Error(`${line} prints a control character: ${JSON.stringify(around(text, CONTROLS))}`);
    const costs = text.replaceAll(DIFFERENCE, '');
    if (argv[0] === 'cost' && !input.includes('$') && NEGATIVE.test(costs)) throw new Error(`${line} prints ${around(costs, NEGATIVE)}`);
  }
  // One bad file does not hide the others.
  const others =
    ['cost', 'recommend', 'throttle', 'lint', 'report'].includes(argv[0] ?? '') && (argv.includes('set') || argv.includes('set/w.yaml'));
  if (others && argv.some((word) => word === 'set' || word === 'set/good.yaml') && exitCode === EXIT_CODES.workload.code) {
    const shown = [stdout, ...written.values()].some((text) => text.includes('good') || text === '(bytes)');
    if (!shown) throw new Error(`${line} hides the other file: ${stderr}`);
  }
  if (argv.includes('templates') && exitCode === template.code && !stdout.includes('GoodNeighbour'))
    throw new Error(`${line} hides the other template: ${stderr}`);
  return exitCode <= EXIT_CODES.policy.code ? 'understood' : 'refused';
}

/** Words of JavaScript's own that are no answer to anything. */
const OURS = [/\bNaN\b/, /\bundefined\b/, /\[object \w+\]/, /\bInfinity\b/];
/** What moves a cursor or turns the reading direction, save the end of a line. */
const CONTROLS = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
/** What a candidate costs more or less than the pick: the last of its row. */
const DIFFERENCE = /[+−]\$[\d,.]+(?: *\|)?$/gm;
const NEGATIVE = /[-−]\$\d|\$[-−]\d/;

function around(text: string, what: RegExp): string {
  const at = text.search(what);
  return text.slice(Math.max(0, at - 60), at + 60);
}

function sameAgain(once: Ran, again: Ran): void {
  if (once.exitCode !== again.exitCode || once.stdout !== again.stdout || once.stderr !== again.stderr)
    throw new Error(`the same input gives other bytes: ${difference(once, again)}`);
}

/** The installed command, as a process: the same answer, and no end by a signal. */
function sameFromProcess(argv: readonly string[], expected: Ran, bytes: Buffer, folder: string): void {
  const cache = join(folder, 'cache');
  mkdirSync(cache, { recursive: true });
  const dated = ['throttle', 'lint'].includes(argv[0] ?? '') || argv.includes('--as-of') ? argv : [...argv, '--as-of', '2026-11-22'];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/apigw-advisor.cjs'), ...dated], {
    cwd: folder,
    input: bytes,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 2 ** 30,
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', XDG_CACHE_HOME: cache },
  });
  if (status === null) throw new Error(`the process ends with ${signal}: ${stderr}`);
  const binary = expected.bytes.size > 0;
  if (status !== expected.exitCode || (!binary && (stdout !== expected.stdout || stderr !== expected.stderr)))
    throw new Error(`a process answers otherwise: ${difference(expected, { exitCode: status, stdout, stderr })}`);
}

function difference(a: Pick<Ran, 'exitCode' | 'stdout' | 'stderr'>, b: Pick<Ran, 'exitCode' | 'stdout' | 'stderr'>): string {
  if (a.exitCode !== b.exitCode) return `exit code ${a.exitCode}, then ${b.exitCode}: ${a.stderr} ${b.stderr}`;
  const [one, other] = a.stdout === b.stdout ? [a.stderr, b.stderr] : [a.stdout, b.stdout];
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `${JSON.stringify(one.slice(Math.max(0, at - 40), at + 40))}, then ${JSON.stringify(other.slice(Math.max(0, at - 40), at + 40))}`;
}
