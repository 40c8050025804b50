import { Argument, Command, CommanderError, Option } from 'commander';
import { AdvisorError } from '../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../errors/exit-codes.ts';
import type { ChooseOptions } from './commands/choose.ts';
import type { CostOptions } from './commands/cost.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { InitOptions } from './commands/init.ts';
import type { LintOptions } from './commands/lint.ts';
import type { ListOptions, QuoteOptions, ShowOptions } from './commands/prices.ts';
import type { RecommendOptions } from './commands/recommend.ts';
import type { ThrottleOptions } from './commands/throttle.ts';
import type { ReportCommandOptions } from './commands/report.ts';
import type { Ports } from './ports.ts';
import type { ReportFormat } from './report-output.ts';

export { realPorts } from './ports.ts';

declare const ADVISOR_VERSION: string | undefined;

/** Formats in which `cost` prints, the default first. */
const COST_FORMATS = ['table', 'markdown', 'csv', 'json'] as const;

/** Formats in which `report` prints, the default first. */
const REPORT_FORMATS = ['table', 'markdown', 'csv', 'json', 'html', 'xlsx'] as const satisfies readonly ReportFormat[];

/** Runs one command line and says how it ended. Never throws, never exits. */
export async function main(argv: readonly string[], ports: Ports): Promise<ExitCode> {
  let ended: ExitCode = EXIT_CODES.answer.code;
  const end = (code: ExitCode) => {
    ended = code;
  };
  try {
    await program(ports, end).parseAsync([...argv], { from: 'user' });
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
  stderr.write(`apigw-advisor: this is a fault of ours, not of your input. Please report it with the lines below.\n${stack}\n`);
  return EXIT_CODES.internal.code;
}

function program(ports: Ports, end: (code: ExitCode) => void): Command {
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
      writeErr: (text) => ports.stderr.write(text),
      getOutHelpWidth: () => ports.stdout.columns ?? 80,
      getErrHelpWidth: () => ports.stderr.columns ?? 80,
    })
    .addHelpText('after', () => afterHelp());
  defineChoose(root.command('choose'), ports, end);
  defineCost(root.command('cost'), ports, end);
  defineRecommend(root.command('recommend'), ports, end);
  defineThrottle(root.command('throttle'), ports, end);
  defineLint(root.command('lint'), ports, end);
  defineReport(root.command('report'), ports, end);
  definePrices(root, ports);
  root
    .command('explain')
    .description('explain a feature, a question, a rule, a quota or a sku')
    .argument('[id]', 'such as response-cache, clients-metered, account-rate, alb/lcu')
    .option('--list', 'print all ids, one a line, with kind and title')
    .addOption(editionOption())
    .option('--json', 'print data')
    .option('--no-color', 'print without colour')
    .addHelpText(
      'after',
      '\nExamples:\n  apigw-advisor explain response-streaming\n  apigw-advisor explain account-rate\n  apigw-advisor explain --list | grep cache',
    )
    .action(async (id: string | undefined, options: ExplainOptions) => (await import('./commands/explain.ts')).explain(id, options, ports));
  root
    .command('init')
    .description('write a commented workload file to start from')
    .argument('[file]', 'where to write it', 'workload.yaml')
    .option('--force', 'replace the file if it exists')
    .action(async (file: string, options: InitOptions) => (await import('./commands/init.ts')).init(file, options, ports));
  root
    .command('schema')
    .description('print the JSON Schema of the workload file, or of what a command prints')
    .addArgument(
      new Argument('[name]', 'which schema')
        .choices([
          'workload',
          'cost',
          'recommend',
          'throttle',
          'lint',
          'report',
          'prices-list',
          'prices-show',
          'prices-quote',
          'explain',
          'explain-list',
        ])
        .default('workload'),
    )
    .action(async (name: string) => (await import('./commands/schema.ts')).schema(name, ports));
  return root;
}

function defineChoose(choose: Command, ports: Ports, end: (code: ExitCode) => void): void {
  choose
    .description('answer a few questions and get the recommendation, a workload file, and the command that repeats it')
    .option('--from <file>', 'go on from a workload file: ask only what is open in it')
    .option('--output <file>', 'where to save the answers (asked when absent)')
    .option('--region <region>', 'answers the question about the Region')
    .addOption(editionOption())
    .addOption(policyOption())
    .option('--no-color', 'ask without colour')
    .addHelpText(
      'after',
      '\nWhile it asks: Enter takes, ? explains, < goes back a step, - is "I don\'t know"\n(never a no), Ctrl-C leaves and writes nothing.\n' +
        'It needs a terminal. In a script: apigw-advisor init, then recommend.\n\n' +
        'Examples:\n  apigw-advisor choose\n  apigw-advisor choose --from workload.yaml --policy cheapest',
    )
    .action(async (options: ChooseOptions) => end(await (await import('./commands/choose.ts')).choose(options, ports)));
}

function defineCost(cost: Command, ports: Ports, end: (code: ExitCode) => void): void {
  cost
    .description('compare what every candidate would cost each month')
    .argument('<file...>', 'workload files; - reads standard input')
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'))
    .addOption(new Option('--format <format>', 'how to print it').choices(COST_FORMATS).default('table'))
    .option('--region <region>', 'price it in this Region instead of the one in the file')
    .addOption(editionOption())
    .option('--hours-per-month <hours>', 'length of the month (default: 730; 720 in the article edition)')
    .addOption(alwaysFreeOption())
    .option('--breakdown <which>', 'whose rows to list in a table: cheapest, all, none, or a candidate such as rest+cache', 'cheapest')
    .option('--as-of <date>', 'today, for the warning about old prices (default: the clock)')
    .option('--no-color', 'print without colour')
    .addHelpText(
      'after',
      "\nExamples:\n  apigw-advisor cost workload.yaml\n  apigw-advisor cost *.yaml --json | jq -r '.results[].candidates[] | [.id, .listCost] | @tsv'",
    )
    .action(async (files: string[], options: CostOptions) => end(await (await import('./commands/cost.ts')).cost(files, options, ports)));
}

function defineRecommend(recommend: Command, ports: Ports, end: (code: ExitCode) => void): void {
  recommend
    .description('say which API type fits, why, what it costs, and what would change that')
    .argument('<file...>', 'workload files; - reads standard input')
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'))
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'markdown', 'json']).default('table'))
    .addOption(policyOption())
    .option(
      '--fail-on <outcomes>',
      'end with exit code 1 on these outcomes, or on such findings about what is picked: no-fit, ask, blocker, caution, note',
    )
    .option('--region <region>', 'the Region to decide and price for, instead of the one in the file')
    .addOption(editionOption())
    .option('--hours-per-month <hours>', 'length of the month (default: 730; 720 in the article edition)')
    .addOption(alwaysFreeOption())
    .option('--as-of <date>', 'today, for the warning about old prices (default: the clock)')
    .option('--no-color', 'print without colour')
    .addHelpText(
      'after',
      '\nExamples:\n  apigw-advisor recommend workload.yaml\n  apigw-advisor recommend workload.yaml --fail-on no-fit,ask --json',
    )
    .action(async (files: string[], options: RecommendOptions) =>
      end(await (await import('./commands/recommend.ts')).recommend(files, options, ports)),
    );
}

function defineThrottle(throttle: Command, ports: Ports, end: (code: ExitCode) => void): void {
  throttle
    .description('say which limit the peak meets, how long it lasts, what is throttled, and what retries make of it')
    .argument('<file...>', 'workload files with traffic.peak; - reads standard input')
    .option('--json', 'the same as --format json')
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'markdown', 'json']).default('table'))
    .option('--seconds <count>', 'list so many seconds of the peak one by one', '0')
    .option('--region <region>', 'the Region whose limits hold, instead of the one in the file')
    .addOption(editionOption())
    .option('--hours-per-month <hours>', 'length of the month (default: 730; 720 in the article edition)')
    .option('--no-color', 'print without colour')
    .addHelpText('after', '\nExamples:\n  apigw-advisor throttle workload.yaml\n  apigw-advisor throttle workload.yaml --seconds 10')
    .action(async (files: string[], options: ThrottleOptions) =>
      end(await (await import('./commands/throttle.ts')).throttle(files, options, ports)),
    );
}

function defineLint(lint: Command, ports: Ports, end: (code: ExitCode) => void): void {
  lint
    .description('print what the rule book says about workloads, and nothing else')
    .argument('<file...>', 'workload files; - reads standard input')
    .option('--json', 'the same as --format json')
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'markdown', 'json', 'sarif', 'junit']).default('table'))
    .option(
      '--candidate <which>',
      'what is judged: built (inUse of the file, or else what recommend picks), all, or candidates such as http,rest+cache',
      'built',
    )
    .option('--fail-on <severities>', 'end with exit code 1 on findings of these severities: blocker, caution, note')
    .option('--region <region>', 'judge it in this Region instead of the one in the file')
    .addOption(editionOption())
    .option('--no-color', 'print without colour')
    .addHelpText(
      'after',
      '\nExamples:\n  apigw-advisor lint workload.yaml --fail-on blocker,caution\n  apigw-advisor lint *.yaml --candidate http --format sarif > findings.sarif',
    )
    .action(async (files: string[], options: LintOptions) => end(await (await import('./commands/lint.ts')).lint(files, options, ports)));
}

function defineReport(report: Command, ports: Ports, end: (code: ExitCode) => void): void {
  report
    .description('report on many workloads as one bill: what they cost, why it moved, what to change first')
    .argument('<path...>', 'workload files, folders of them, or patterns')
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'))
    .addOption(new Option('--format <format>', 'how to print it (default: table)').choices(REPORT_FORMATS))
    .option('--month <month>', 'the month it is for, such as 2026-11')
    .option('--real-hours', "use that month's hours instead of 730")
    .option('--previous <file>', 'an earlier report (--json), to say what moved and why; repeated, a trend', repeated)
    .option('--budgets <file>', 'amounts a month by tag, in YAML')
    .option('--budget <amount>', 'end with exit code 1 if everything costs more, such as 500/month')
    .option('--fail-on-increase <share>', 'end with exit code 1 if it costs so much more than before, such as 10%')
    .addOption(
      new Option('--allocation <method>', 'how the bill is shared out').choices(['proportional', 'marginal']).default('proportional'),
    )
    .option('--output <path>', 'write the report to a file, in the format of its ending, or in every format into a folder')
    .addOption(editionOption())
    .option('--hours-per-month <hours>', 'length of the month (default: 730; 720 in the article edition)')
    .addOption(alwaysFreeOption())
    .option('--as-of <date>', 'today, for the report and the warning about old prices (default: the clock)')
    .option('--no-color', 'print without colour')
    .addHelpText(
      'after',
      '\nExamples:\n  apigw-advisor report workloads/ --month 2026-11 --previous reports/report-2026-10.json --output reports/\n  apigw-advisor report workloads/ --output november.html\n  apigw-advisor report workloads/ --budget 500/month --format markdown',
    )
    .action(async (paths: string[], options: ReportCommandOptions) =>
      end(await (await import('./commands/report.ts')).report(paths, options, ports)),
    );
}

function definePrices(root: Command, ports: Ports): void {
  const prices = root.command('prices').description('look up the rates behind every number');
  prices
    .command('list')
    .description('list every sku, its unit, and where it is priced')
    .option('--region <region>', 'show the first tier of this Region')
    .addOption(editionOption())
    .option('--json', 'print data')
    .option('--no-color', 'print without colour')
    .action(async (options: ListOptions) => (await import('./commands/prices.ts')).list(options, ports));
  prices
    .command('show')
    .description('show the tiers of a sku with rate codes, source and date')
    .argument('<sku>', 'such as apigateway/http-requests')
    .option('--region <region>', 'AWS Region')
    .option('--geography <geography>', 'CloudFront geography, for cloudfront skus')
    .addOption(editionOption())
    .option('--json', 'print data')
    .option('--no-color', 'print without colour')
    .action(async (sku: string, options: ShowOptions) => (await import('./commands/prices.ts')).show(sku, options, ports));
  prices
    .command('quote')
    .description('price a quantity of a sku, tier by tier')
    .argument('<sku>', 'such as apigateway/http-requests')
    .argument('<quantity>', 'in single units: requests, GB, hours, GB-seconds; 432M is fine')
    .option('--region <region>', 'AWS Region')
    .option('--geography <geography>', 'CloudFront geography, for cloudfront skus')
    .addOption(editionOption())
    .addOption(alwaysFreeOption())
    .option('--json', 'print data')
    .option('--no-color', 'print without colour')
    .action(async (sku: string, quantity: string, options: QuoteOptions) =>
      (await import('./commands/prices.ts')).quote(sku, quantity, options, ports),
    );
}

const policyOption = () =>
  new Option('--policy <policy>', 'stay with the type that has a feature by itself, or take whatever supplies it for least')
    .choices(['native-first', 'cheapest'])
    .default('native-first');

/** An option that may be given several times. */
function repeated(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

const editionOption = () =>
  new Option('--edition <edition>', 'whose facts: what AWS publishes, or the article').choices(['aws', 'article']).default('aws');

const alwaysFreeOption = () => new Option('--always-free <on|off>', 'subtract the allowances that never expire').choices(['on', 'off']);

function afterHelp(): string {
  const codes = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`);
  return `\nStart here:\n  apigw-advisor init && apigw-advisor cost workload.yaml\n\nExit codes:\n${codes.join('\n')}`;
}
