import { UsageError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { decimal } from '../../money/decimal.ts';
import type { Allocation } from '../../portfolio/allocate.ts';
import { portfolio } from '../../portfolio/portfolio.ts';
import { summarize } from '../../portfolio/summary.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { countedOnce, countedOnceNote } from '../files/counted-once.ts';
import { dateOf, estimateOptionsOf, type PricingOptions } from '../estimate-options.ts';
import { hoursOfMonth, monthOf } from '../month.ts';
import { gates, limitsOf, type GateOptions } from '../gates/gates.ts';
import type { Ports } from '../ports.ts';
import { priceBook } from '../price-book.ts';
import { progressBar } from '../progress.ts';
import { readBudgets } from '../files/read-budgets.ts';
import { readPrevious } from '../files/read-previous.ts';
import { reportEntries } from '../files/report-entries.ts';
import { checkOutput, keepInputs, writeReport, type OutputOptions } from '../report-output.ts';
import { stale } from '../staleness.ts';

export interface ReportCommandOptions extends PricingOptions, GateOptions, OutputOptions {
  readonly edition: EditionId;
  readonly month?: string;
  readonly realHours?: true;
  readonly previous?: readonly string[];
  readonly budgets?: string;
  readonly manifest?: readonly string[];
  readonly allocation: Allocation;
}

/** Reports on every workload that can be read, priced as one bill. */
export async function report(named: readonly string[], options: ReportCommandOptions, ports: Ports): Promise<ExitCode> {
  checkOutput(options, ports);
  const book = priceBook(ports, options.edition);
  const month = options.month === undefined ? null : monthOf(options.month);
  if (options.realHours && month === null)
    throw new UsageError('--real-hours stands without --month', 'months differ in length', '--month 2026-11');
  const limits = limitsOf(options, (options.previous ?? []).length > 0, 'report-2026-10.json');
  const earlier = countedOnce(options.previous ?? [], ports);
  ports.stderr.write(countedOnceNote(earlier.same));
  const previous = earlier.kept.map((path) => readPrevious(path, ports));
  const budgets = options.budgets === undefined ? [] : readBudgets(options.budgets, ports);
  const pricing = estimateOptionsOf(options);
  const hoursPerMonth =
    pricing.hoursPerMonth ?? (month !== null && options.realHours ? decimal(String(hoursOfMonth(month))) : book.edition.hoursPerMonth);
  const asOf = dateOf(options.asOf) ?? ports.today();
  const {
    entries,
    problems,
    failed: unread,
    inputs,
  } = await reportEntries(
    named,
    options.manifest ?? [],
    { regions: book.regions, others: [...earlier.kept, ...(options.budgets === undefined ? [] : [options.budgets])] },
    ports,
  );
  keepInputs({ month, asOf }, options, inputs, ports);
  const priced = progressBar('workloads priced', ports);
  const counted = portfolio(entries, book, {
    ...pricing,
    hoursPerMonth,
    allocation: options.allocation,
    progress: (done) => priced(done, entries.length),
  });
  const summary = summarize(counted, book, { month, asOf, hoursPerMonth, budgets, previous, problems, unread });
  await writeReport(summary, options, ports);
  const old = stale(
    counted.items.flatMap((one) => one.lineItems),
    asOf,
  );
  if (old !== null) ports.stderr.write(old);
  const { failed, notes } = gates(summary, limits);
  ports.stderr.write([...failed, ...notes].map((one) => `${one}\n`).join(''));
  if (problems.length > 0) {
    const { formatProblems } = await import('../../render/problems.ts');
    ports.stderr.write(formatProblems(problems));
    return EXIT_CODES.workload.code;
  }
  return failed.length > 0 ? EXIT_CODES.policy.code : EXIT_CODES.answer.code;
}
