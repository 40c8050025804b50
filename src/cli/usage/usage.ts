import { Argument, Option, type Command } from 'commander';
import type { ExitCode } from '../../errors/exit-codes.ts';
import type { Ports } from '../ports.ts';

/** A command as its user meets it: name, one line, and what it takes. */
export interface Usage {
  readonly name: string;
  /** What it does, in one line of 80 columns beside its name. */
  readonly summary: string;
  /** The same with what the line leaves out. */
  readonly description?: string;
  /** Says what it takes and what it does. Called only for a command that is run or explained: this costs more than some answers. */
  define(command: Command, ports: Ports, end: (code: ExitCode) => void): void;
}

/** Groups of options in the help of a command that has many; what only this command has stands before them. */
export const OUTPUT = 'Output:';
const PARTS = 'Parts of the answer:';
const PRICES = 'Prices and month:';
/** Options that follow `optionsGroup` with it are what a script waits for. */
export const EXIT = 'Exit code 1:';

const inGroup = (heading: string, option: Option) => option.helpGroup(heading);

/** `--json` beside `--format`. */
export const jsonOption = () => inGroup(OUTPUT, new Option('--json', 'the same as --format json').conflicts('format'));

/** `--format`, the first one by default. */
export const formatOption = (formats: Readonly<Record<string, object>>) => {
  const [first = '', ...others] = Object.keys(formats);
  return inGroup(OUTPUT, chosenOption('--format <format>', 'how to print it', [first, ...others]));
};

export const policyOption = () =>
  chosenOption('--policy <policy>', 'stay with the type that has a feature by itself, or take what supplies it at the lowest cost', [
    'native-first',
    'cheapest',
  ]);

const editionOption = () => chosenOption('--edition <edition>', 'whose facts: what AWS publishes, or the article', ['aws', 'article']);

export const pricesOption = () =>
  inGroup(PRICES, new Option('--prices <folder>', 'go by the prices that prices import wrote there, or by another folder of price data'));

/** `--cost` of what takes an amount for it too: the words say by which prices. */
export const amountOrCostOption = (what: string) =>
  new Option('--cost <amount|list|contracted>', what).argParser((value: string, earlier: readonly string[] = []) =>
    repeated(value, earlier),
  );

/** Adds the options that say which prices and rules an answer goes by. */
export function withPriceOptions(command: Command, edition = editionOption(), cost = costOption()): Command {
  const contract = new Option('--contract <file>', 'what is agreed with AWS, as init --contract writes one');
  const today = 'today, to determine whether prices are old and whether the contract holds (default: the clock)';
  for (const one of [edition, pricesOption(), contract, cost, new Option('--as-of <date>', today)]) command.addOption(inGroup(PRICES, one));
  return command;
}

const costOption = () => wordOption('--cost <list|contracted>', 'by what AWS lists (default), or by the contract', ['list', 'contracted']);

export const hoursOption = () =>
  inGroup(PRICES, new Option('--hours-per-month <hours>', 'length of the month (default: 730; 720 in the article edition)'));

export const alwaysFreeOption = () =>
  inGroup(PRICES, wordOption('--always-free <on|off>', 'subtract the allowances that never expire', ['on', 'off']));

export const freeTierOption = () => {
  const what = 'subtract the free tier of an account opened before 15 July 2025 (legacy), or name its credits';
  return inGroup(PRICES, wordOption('--free-tier <tier>', what, ['none', 'legacy', 'credits']));
};

/** Adds the options that say what a month is, and what of it is free. */
export const withMonthOptions = (command: Command): Command =>
  command.addOption(hoursOption()).addOption(alwaysFreeOption()).addOption(freeTierOption());

export const colorOption = () => inGroup(OUTPUT, new Option('--no-color', 'print without colour'));

/** `--candidate`: what is spoken of. */
export const candidateOption = () =>
  new Option('--candidate <id>', 'answer for this candidate, such as rest+cache (default: inUse of the file, or else the pick)');

/** Options that say more of an answer, alike on every command that gives one. */
export const detailOptions = () =>
  [
    new Option('--why', 'add how it was decided, what each candidate lacks, findings, and what would change the answer'),
    new Option('--rows', 'add the line items, and where requests end'),
    new Option('--limits', 'add latency, quotas and throttling'),
    new Option('--assumptions', 'add the assumptions, and what is not in the price'),
    new Option('--full', 'print everything'),
    new Option('--all', 'list the candidates that cannot serve the workload, too'),
    new Option('--each', 'print each of several workloads, not a line for each'),
  ].map((one) => inGroup(PARTS, one));

/** An option that is one of a few words, or absent. */
export const wordOption = (flags: string, what: string, words: readonly string[]) => new Option(flags, what).choices(words);

/** An option or argument that is one of a few words, the first one by default. */
export const chosenOption = (flags: string, what: string, words: readonly [string, ...string[]]) =>
  new Option(flags, what).choices(words).default(words[0]);
export const wordArgument = (name: string, what: string, words: readonly string[]) => new Argument(name, what).choices(words);
export const chosenArgument = (name: string, what: string, words: readonly [string, ...string[]]) =>
  wordArgument(name, what, words).default(words[0]);

/** The last part of a command's help: lines that work. */
export const examples = (...lines: readonly string[]) => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;

/** What an option holds that may be given several times. */
export function repeated(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
