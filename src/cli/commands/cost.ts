import { CANDIDATES } from '../../candidates/index.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError, type Problem } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { estimate, type WorkloadEstimate } from '../../estimate/estimate.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { dateOf, estimateOptionsOf, type PricingOptions } from '../estimate-options.ts';
import type { Ports } from '../ports.ts';
import { knownRegion, priceBook } from '../price-book.ts';
import { readWorkloads } from '../read-workloads.ts';
import { staleness } from '../staleness.ts';

export interface CostOptions extends PricingOptions {
  readonly json?: true;
  readonly format: 'table' | 'markdown' | 'csv' | 'json';
  readonly edition: EditionId;
  readonly breakdown: string;
  readonly color: boolean;
}

/** Prices every file that can be read; one bad file does not hide the others. */
export async function cost(files: readonly string[], options: CostOptions, ports: Ports): Promise<ExitCode> {
  const book = priceBook(ports, options.edition);
  const region = options.region === undefined ? null : knownRegion(options.region, book);
  checkBreakdown(options.breakdown);
  const estimateOptions = estimateOptionsOf(options);
  const asOf = dateOf(options.asOf) ?? ports.today();
  const { workloads, placed, problems } = readWorkloads(files, region, book, ports);
  const inputs = placed.map((one) => one.input);
  const estimates = workloads.map((workload) => estimate(workload, book, estimateOptions));
  const format = options.json ? 'json' : options.format;
  if (estimates.length > 0 || format === 'json') ports.stdout.write(await print(format, estimates, { problems, inputs }, options, ports));
  const old = staleness(estimates, asOf);
  if (old !== null) ports.stderr.write(old);
  if (problems.length === 0) return EXIT_CODES.answer.code;
  const { formatProblems } = await import('../../report/problems.ts');
  ports.stderr.write(formatProblems(problems));
  return EXIT_CODES.workload.code;
}

async function print(
  format: CostOptions['format'],
  estimates: readonly WorkloadEstimate[],
  { problems, inputs }: { readonly problems: readonly Problem[]; readonly inputs: readonly unknown[] },
  { color, breakdown }: CostOptions,
  ports: Ports,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../report/cost-json.ts')).costJson(estimates, problems, inputs);
    case 'csv':
      return (await import('../../report/cost-csv.ts')).costCsv(estimates);
    case 'markdown':
      return (await import('../../report/cost-markdown.ts')).costMarkdown(estimates, breakdown);
    case 'table': {
      const [{ costTable }, { screenOf }] = await Promise.all([import('../../report/cost-table.ts'), import('../screen.ts')]);
      return costTable(estimates, breakdown, await screenOf(ports, { color }));
    }
  }
}

function checkBreakdown(which: string): void {
  const words = ['cheapest', 'all', 'none', ...CANDIDATES.map((one) => one.id)];
  if (words.includes(which)) return;
  throw new UsageError(`--breakdown is "${which}"`, `it is one of ${words.join(', ')}`, `--breakdown ${didYouMean(which, words) ?? 'all'}`);
}
