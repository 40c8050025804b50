import { Command, CommanderError, Help } from 'commander';
import { AdvisorError } from '../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../errors/exit-codes.ts';
import { visibleLines } from '../documents/visible.ts';
import { widthOf } from './answered.ts';
import type { Usable } from './misused.ts';
import type { Ports } from './ports.ts';
import { breakevenUsage } from './usage/breakeven.ts';
import { chooseUsage } from './usage/choose.ts';
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

/** In the order in which `--help` lists them. */
const USAGES: readonly Usage[] = [
  chooseUsage,
  costUsage,
  recommendUsage,
  optimizeUsage,
  breakevenUsage,
  sweepUsage,
  throttleUsage,
  lintUsage,
  scanUsage,
  diffUsage,
  reportUsage,
  pricesUsage,
  doctorUsage,
  explainUsage,
  initUsage,
  schemaUsage,
  mcpUsage,
];

/** Runs one command line and says how it ended. Never throws, never exits. */
export async function main(argv: readonly string[], ports: Ports): Promise<ExitCode> {
  let ended: ExitCode = EXIT_CODES.answer.code;
  const end = (code: ExitCode) => {
    ended = code;
  };
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
    .description(
      'Which Amazon API Gateway type an API should use, and what it costs each month: exact, offline, with a source behind every number.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
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
  // The command that runs is all that a command line needs; defining every one takes a tenth of a start.
  const named = USAGES.find((usage) => usage.name === argv[0]);
  if (named) {
    named.define(root.command(named.name).description(named.description), ports, end);
    return root;
  }
  // Names alone: what each takes is stated where it is defined.
  root.configureHelp({ subcommandTerm: (command) => (command.parent === root ? command.name() : new Help().subcommandTerm(command)) });
  for (const usage of USAGES) {
    const command = root.command(usage.name).description(usage.description);
    if (argv.includes(usage.name)) usage.define(command, ports, end);
  }
  return root;
}

/** Width of help when nobody says. */
const PAGE = 80;

function afterHelp(): string {
  const codes = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`);
  return `\nStart here:\n  apigw-advisor init && apigw-advisor cost workload.yaml\n\nExit codes:\n${codes.join('\n')}`;
}
