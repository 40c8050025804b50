import { Command, CommanderError, Help, Option } from 'commander';
import { AdvisorError } from '../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../errors/exit-codes.ts';
import { visibleLines } from '../documents/visible.ts';
import { widthOf } from './answered.ts';
import type { Usable } from './misused.ts';
import type { Ports } from './ports.ts';
import { breakevenUsage } from './usage/breakeven.ts';
import { chooseUsage } from './usage/choose.ts';
import { completionUsage } from './usage/completion.ts';
import { costUsage } from './usage/cost.ts';
import { diffUsage } from './usage/diff.ts';
import { doctorUsage } from './usage/doctor.ts';
import { explainUsage } from './usage/explain.ts';
import { initUsage } from './usage/init.ts';
import { lintUsage } from './usage/lint.ts';
import { mcpUsage } from './usage/mcp.ts';
import { optimizeUsage } from './usage/optimize.ts';
import { pricesUsage } from './usage/prices.ts';
import { recommendUsage } from './usage/recommend.ts';
import { reportUsage } from './usage/report.ts';
import { scanUsage } from './usage/scan.ts';
import { schemaUsage } from './usage/schema.ts';
import { sweepUsage } from './usage/sweep.ts';
import { throttleUsage } from './usage/throttle.ts';
import type { Usage } from './usage/usage.ts';
import { VERSION } from './version.ts';

export { realPorts } from './ports.ts';

const LAST = 'Start, look up, automate:';
/** In the groups and the order in which `--help` lists them. */
const GROUPS: Readonly<Record<string, readonly Usage[]>> = {
  'Decide:': [chooseUsage, recommendUsage, optimizeUsage, breakevenUsage, sweepUsage],
  'Price:': [costUsage, pricesUsage, doctorUsage],
  'Review and report:': [lintUsage, throttleUsage, scanUsage, diffUsage, reportUsage],
  [LAST]: [initUsage, explainUsage, schemaUsage, completionUsage, mcpUsage],
};
const USAGES: readonly Usage[] = Object.values(GROUPS).flat();

/** Runs one command line and says how it ended. Never throws, never exits. */
export async function main(argv: readonly string[], ports: Ports): Promise<ExitCode> {
  let ended: ExitCode = EXIT_CODES.answer.code;
  const end = (code: ExitCode) => {
    ended = code;
  };
  // What the script of a shell asks.
  if (argv[0] === 'complete' && argv[1] === '--') {
    const { complete } = await import('./completion/complete.ts');
    await complete(argv.slice(2), (words) => program(words, ports, end), ports);
    return ended;
  }
  const typed = helpAsked(ports.typed(argv));
  const commands = program(argv, ports, end);
  try {
    await commands.parseAsync(typed, { from: 'user' });
    return ended;
  } catch (error) {
    const isMisused = error instanceof CommanderError && error.exitCode !== 0 && error.code !== 'commander.help';
    return failed(isMisused ? (await import('./misused.ts')).misused(error, commands as Usable, typed) : error, ports);
  }
}

/** Help on a command that does not exist is answered like the command itself: commander would print its usage and no reason. */
function helpAsked(argv: readonly string[]): string[] {
  const [first, second] = argv;
  const unknown = first === 'help' && second !== undefined && second !== first && !USAGES.some((one) => one.name === second);
  return unknown ? argv.slice(1) : [...argv];
}

async function failed(error: unknown, { stderr }: Ports): Promise<ExitCode> {
  // Help and the version, which were printed.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.answer.code : EXIT_CODES.usage.code;
  if (error instanceof AdvisorError) {
    const { formatProblems } = await import('../render/problems.ts');
    stderr.write(formatProblems(error.problems, widthOf(stderr)));
    return error.exitCode;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(
    `apigw-advisor: this is an error in apigw-advisor, not in your input. Please report it with the lines below.\n${visibleLines(stack)}\n`,
  );
  return EXIT_CODES.internal.code;
}

function program(argv: readonly string[], ports: Ports, end: (code: ExitCode) => void): Command {
  const root = new Command('apigw-advisor')
    .description('Which Amazon API Gateway type an API should use, and what it costs each month.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .commandsGroup(LAST)
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => ports.stdout.write(text),
      writeErr: (text) => ports.stderr.write(visibleLines(text)),
      outputError: () => {},
      getOutHelpWidth: () => widthOf(ports.stdout) ?? PAGE,
      getErrHelpWidth: () => widthOf(ports.stderr) ?? PAGE,
    })
    .addHelpText('after', () => afterHelp());
  const create = ({ name, summary, description = summary }: Usage) => root.command(name).summary(summary).description(description);
  root.configureHelp({ groupItems });
  // The command that runs is all that a command line needs; defining every one takes a tenth of a start.
  const named = USAGES.find((usage) => usage.name === argv[0]);
  if (named) {
    named.define(create(named), ports, end);
    return root;
  }
  // Names alone: what each takes is stated where it is defined.
  root.configureHelp({
    groupItems,
    subcommandTerm: (command) => (command.parent === root ? command.name() : new Help().subcommandTerm(command)),
  });
  for (const [heading, usages] of Object.entries(GROUPS)) {
    root.commandsGroup(heading);
    for (const usage of usages) {
      const command = create(usage);
      if (argv.includes(usage.name)) usage.define(command, ports, end);
    }
  }
  return root;
}

/** A group of few is none, and what only this command has comes first. */
function groupItems<T extends Command | Option>(_: readonly T[], shown: readonly T[], groupOf: (item: T) => string): Map<string, T[]> {
  const only = shown.length > FEW ? null : shown.some((one) => one instanceof Option) ? OPTIONS : 'Commands:';
  const groups = new Map<string, T[]>([[OPTIONS, []]]);
  for (const one of shown) {
    const name = only ?? groupOf(one);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}
const OPTIONS = 'Options:';
/** So many need no groups. */
const FEW = 8;

/** Width of help when nobody says. */
const PAGE = 80;

function afterHelp(): string {
  const codes = Object.values(EXIT_CODES).map(({ code, short }) => `${code} ${short}`);
  const [first, second, third] = [codes.slice(0, 3), codes.slice(3, 6), codes.slice(6)].map((some) => `  ${some.join(', ')}`);
  return `\nExample:\n  apigw-advisor init && apigw-advisor cost workload.yaml\n\nExit codes:\n${first},\n${second},\n${third}`;
}
