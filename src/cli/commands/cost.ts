import { CANDIDATES } from '../../candidates/index.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError, type Problem } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { estimate, type WorkloadEstimate } from '../../estimate/estimate.ts';
import type { Allocation } from '../../portfolio/allocate.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import type { Screen } from '../../render/theme.ts';
import { dateOf, estimateOptionsOf, type PricingOptions } from '../estimate-options.ts';
import type { GateOptions } from '../gates/gates.ts';
import type { Ports } from '../ports.ts';
import { knownRegion, priceBook } from '../price-book.ts';
import { readWorkloads } from '../files/read-workloads.ts';
import { staleness } from '../staleness.ts';

export interface CostOptions extends PricingOptions, GateOptions {
  readonly json?: true;
  readonly format: 'table' | 'markdown' | 'csv' | 'json';
  readonly edition: EditionId;
  readonly breakdown: string;
  readonly previous?: string;
  readonly pooled?: true;
  readonly allocation?: Allocation;
  readonly color: boolean;
}

/** Prices every file that can be read; one bad file does not hide the others. */
export async function cost(files: readonly string[], options: CostOptions, ports: Ports): Promise<ExitCode> {
  const book = priceBook(ports, options.edition);
  const region = options.region === undefined ? null : knownRegion(options.region, book);
  checkBreakdown(options.breakdown);
  const format = options.json ? 'json' : options.format;
  checkPooled(options, format);
  const limits = limitsFor(options)
    ? (await import('../gates/gates.ts')).limitsOf(options, options.previous !== undefined, 'cost.json')
    : null;
  const estimateOptions = estimateOptionsOf(options);
  const asOf = dateOf(options.asOf) ?? ports.today();
  const { workloads, placed, problems } = readWorkloads(files, region, book, ports);
  const inputs = placed.map((one) => one.input);
  const estimates = workloads.map((workload) => estimate(workload, book, estimateOptions));
  const gated =
    limits === null
      ? null
      : (await import('../gates/cost-gates.ts')).costGates(
          placed,
          { ...estimateOptions, book, limits, previous: options.previous ?? null },
          ports,
        );
  const pooled =
    options.pooled && placed.length > 0
      ? (await import('../../portfolio/portfolio.ts')).portfolio(placed, book, {
          ...estimateOptions,
          allocation: options.allocation ?? 'proportional',
        })
      : null;
  if (estimates.length > 0 || format === 'json')
    ports.stdout.write(await print(format, estimates, { problems, inputs, pooled }, options, ports));
  const old = staleness(estimates, asOf);
  if (old !== null) ports.stderr.write(old);
  if (gated !== null) ports.stderr.write(gated.lines.map((line) => `${line}\n`).join(''));
  if (problems.length === 0) return gated?.failed ? EXIT_CODES.policy.code : EXIT_CODES.answer.code;
  const { formatProblems } = await import('../../render/problems.ts');
  ports.stderr.write(formatProblems(problems));
  return EXIT_CODES.workload.code;
}

/** What is printed beside the estimates. */
interface Beside {
  readonly problems: readonly Problem[];
  readonly inputs: readonly unknown[];
  readonly pooled: Portfolio | null;
}

async function print(
  format: CostOptions['format'],
  estimates: readonly WorkloadEstimate[],
  { problems, inputs, pooled }: Beside,
  { color, breakdown }: CostOptions,
  ports: Ports,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../documents/cost/document.ts')).costJson(
        estimates,
        problems,
        inputs,
        pooled && (await import('../../documents/cost/pooled.ts')).pooledData(pooled),
      );
    case 'csv':
      return (await import('../../export/csv/cost.ts')).costCsv(estimates);
    case 'markdown':
      return (
        (await import('../../render/cost/markdown.ts')).costMarkdown(estimates, breakdown) + (pooled ? await together(pooled, null) : '')
      );
    case 'table': {
      const [{ costTable }, { screenOf }] = await Promise.all([import('../../render/cost/table.ts'), import('../screen.ts')]);
      const screen = await screenOf(ports, { color });
      return costTable(estimates, breakdown, screen) + (pooled ? await together(pooled, screen) : '');
    }
  }
}

/** All of them as one bill, for a screen or as Markdown. */
async function together(pooled: Portfolio, screen: Screen | null): Promise<string> {
  const [{ pooledSections }, { drawSections, writeSections }] = await Promise.all([
    import('../../render/cost/pooled.ts'),
    import('../../render/section.ts'),
  ]);
  const sections = pooledSections(pooled);
  return `\n${screen === null ? writeSections('Together', sections) : drawSections('Together', sections, screen)}`;
}

/** Whether a pipeline set anything: then what that takes is loaded. */
function limitsFor({ budget, failOnIncrease, previous }: CostOptions): boolean {
  return budget !== undefined || failOnIncrease !== undefined || previous !== undefined;
}

/** What cannot stand together is said before anything is worked out. */
function checkPooled(options: CostOptions, format: CostOptions['format']): void {
  if (options.allocation !== undefined && !options.pooled)
    throw new UsageError(
      '--allocation stands without --pooled',
      'a bill that is not pooled is not shared out',
      '--pooled --allocation marginal',
    );
  if (options.pooled && format === 'csv')
    throw new UsageError(
      '--pooled has no rows of CSV',
      'report has them, under the names of FOCUS',
      'apigw-advisor report workloads/ --format csv',
    );
  if (options.pooled && limitsFor(options))
    throw new UsageError(
      '--pooled stands with --budget, --previous or --fail-on-increase',
      'cost holds workloads against limits one by one; report holds the pooled bill',
      'apigw-advisor report workloads/ --budget 500/month',
    );
}

function checkBreakdown(which: string): void {
  const words = ['cheapest', 'all', 'none', ...CANDIDATES.map((one) => one.id)];
  if (words.includes(which)) return;
  throw new UsageError(`--breakdown is "${which}"`, `it is one of ${words.join(', ')}`, `--breakdown ${didYouMean(which, words) ?? 'all'}`);
}
