import { CANDIDATES } from '../../candidates/index.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError, WorkloadError, type Problem } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { estimate, type EstimateOptions, type WorkloadEstimate } from '../../estimate/estimate.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { readCount } from '../../workload/quantity.ts';
import { parseWorkload } from '../../workload/read.ts';
import type { Ports } from '../ports.ts';
import { knownRegion, priceBook } from '../price-book.ts';
import { readText } from '../read-text.ts';
import { staleness } from '../staleness.ts';

export interface CostOptions {
  readonly json?: true;
  readonly format: 'table' | 'markdown' | 'csv' | 'json';
  readonly region?: string;
  readonly edition: EditionId;
  readonly hoursPerMonth?: string;
  readonly alwaysFree?: 'on' | 'off';
  readonly asOf?: string;
  readonly breakdown: string;
  readonly color: boolean;
}

/** Prices every file that can be read; one bad file does not hide the others. */
export async function cost(files: readonly string[], options: CostOptions, ports: Ports): Promise<ExitCode> {
  const book = priceBook(ports, options.edition);
  const region = options.region === undefined ? null : knownRegion(options.region, book);
  const breakdown = ['cheapest', 'all', 'none', ...CANDIDATES.map((one) => one.id)];
  if (!breakdown.includes(options.breakdown)) {
    throw new UsageError(
      `--breakdown is "${options.breakdown}"`,
      `it is one of ${breakdown.join(', ')}`,
      `--breakdown ${didYouMean(options.breakdown, breakdown) ?? 'all'}`,
    );
  }
  const estimateOptions = estimateOptionsOf(options);
  const asOf = dateOf(options.asOf) ?? ports.today();
  const estimates: WorkloadEstimate[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      const workload = parseWorkload(readText(file, ports), { file: nameOf(file), ...(region === null ? { regions: book.regions } : {}) });
      estimates.push(estimate(region === null ? workload : { ...workload, region }, book, estimateOptions));
    } catch (error) {
      if (!(error instanceof WorkloadError)) throw error;
      problems.push(...error.problems);
    }
  }
  const format = options.json ? 'json' : options.format;
  if (estimates.length > 0 || format === 'json') ports.stdout.write(await print(format, estimates, problems, options, ports));
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
  problems: readonly Problem[],
  { color, breakdown }: CostOptions,
  ports: Ports,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../report/cost-json.ts')).costJson(estimates, problems);
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

function estimateOptionsOf({ hoursPerMonth, alwaysFree }: CostOptions): EstimateOptions {
  return {
    ...(hoursPerMonth === undefined ? {} : { hoursPerMonth: hoursOf(hoursPerMonth) }),
    ...(alwaysFree === undefined ? {} : { alwaysFree: alwaysFree === 'on' }),
  };
}

function hoursOf(text: string) {
  const reading = readCount(text);
  if ('value' in reading && reading.value.gte('1') && reading.value.lte('744')) return reading.value;
  throw new UsageError(`--hours-per-month is "${text}"`, 'a month has between 1 and 744 hours', '--hours-per-month 730');
}

function dateOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new UsageError(`--as-of is "${text}"`, 'a date is year, month and day', '--as-of 2026-11-22');
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}
