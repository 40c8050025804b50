import { Command, CommanderError, Help } from 'commander';
import { AdvisorError } from '../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../errors/exit-codes.ts';
import { visibleLines } from '../report/visible.ts';
import type { Ports } from './ports.ts';
import { chooseUsage } from './usage/choose.ts';
import { costUsage } from './usage/cost.ts';
import { diffUsage } from './usage/diff.ts';
import { explainUsage } from './usage/explain.ts';
import { initUsage } from './usage/init.ts';
import { lintUsage } from './usage/lint.ts';
import { pricesUsage } from './usage/prices.ts';
import { recommendUsage } from './usage/recommend.ts';
import { reportUsage } from './usage/report.ts';
import { schemaUsage } from './usage/schema.ts';
import { throttleUsage } from './usage/throttle.ts';
import type { Usage } from './usage/usage.ts';

export { realPorts } from './ports.ts';

declare const ADVISOR_VERSION: string | undefined;

/** In the order in which `--help` lists them. */
const USAGES: readonly Usage[] = [
  chooseUsage,
  costUsage,
  recommendUsage,
  throttleUsage,
  lintUsage,
  diffUsage,
  reportUsage,
  pricesUsage,
  explainUsage,
  initUsage,
  schemaUsage,
];

/** Runs one command line and says how it ended. Never throws, never exits. */
export async function main(argv: readonly string[], ports: Ports): Promise<ExitCode> {
  let ended: ExitCode = EXIT_CODES.answer.code;
  const end = (code: ExitCode) => {
    ended = code;
  };
  try {
    await program(argv, ports, end).parseAsync([...argv], { from: 'user' });
    return ended;
  } catch (error) {
    return failed(error, ports);
  }
}

async function failed(error: unknown, { stderr }: Ports): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.answer.code : EXIT_CODES.usage.code;
  if (error instanceof AdvisorError) {
    const { formatProblems } = await import('../report/problems.ts');
    stderr.write(formatProblems(error.problems));
    return error.exitCode;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(
    `apigw-advisor: this is a fault of ours, not of your input. Please report it with the lines below.\n${visibleLines(stack)}\n`,
  );
  return EXIT_CODES.internal.code;
}

function program(argv: readonly string[], ports: Ports, end: (code: ExitCode) => void): Command {
  const root = new Command('apigw-advisor')
    .description(
      'Which Amazon API Gateway type an API should use, and what it costs each month: exact, offline, with a source behind every number.',
    )
    .version(typeof ADVISOR_VERSION === 'string' ? ADVISOR_VERSION : 'development', '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('See apigw-advisor --help.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => ports.stdout.write(text),
      writeErr: (text) => ports.stderr.write(visibleLines(text)),
      getOutHelpWidth: () => widthOf(ports.stdout),
      getErrHelpWidth: () => widthOf(ports.stderr),
    })
    .addHelpText('after', () => afterHelp());
  // Names alone: what each takes is said where it is defined.
  root.configureHelp({ subcommandTerm: (command) => (command.parent === root ? command.name() : new Help().subcommandTerm(command)) });
  for (const usage of USAGES) {
    const command = root.command(usage.name).description(usage.description);
    // Only what the command line names can be run or explained; defining all of them takes a tenth of a start.
    if (argv.includes(usage.name)) usage.define(command, ports, end);
  }
  return root;
}

function widthOf(output: Ports['stdout']): number {
  return (output.isTTY ? output.columns : undefined) ?? 80;
}

function afterHelp(): string {
  const codes = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`);
  return `\nStart here:\n  apigw-advisor init && apigw-advisor cost workload.yaml\n\nExit codes:\n${codes.join('\n')}`;
}
