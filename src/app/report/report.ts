import type { Policy } from '../../advise/policy.ts';
import { readEarlierReport } from '../../documents/report/read.ts';
import { UsageError } from '../../errors/errors.ts';
import { decimal } from '../../money/decimal.ts';
import type { Allocation } from '../../portfolio/allocate.ts';
import { portfolio } from '../../portfolio/portfolio.ts';
import { summarize, type Report } from '../../portfolio/summary.ts';
import { openPriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { anyFailed, linesOf, type Gate } from '../gates/gate.ts';
import { limitsOf, type GateOptions } from '../gates/limits.ts';
import { reportGates } from '../gates/report-gates.ts';
import { dateOf, monthOptionsOf, type PricingOptions } from '../pricing-options.ts';
import { textOf, type Source } from '../source.ts';
import { calendarMonth, hoursOfMonth } from './calendar-month.ts';
import { readBudgets } from './read-budgets.ts';
import { readEntries, type ReportSource } from './sources.ts';

export interface ReportOptions extends Omit<PricingOptions, 'region'>, GateOptions {
  readonly policy?: Policy;
  /** The day it is made on, `2026-11-30`. */
  readonly asOf: string;
  /** The month it is for, `2026-11`. */
  readonly month?: string;
  /** Whether that month's own hours count. */
  readonly realHours?: boolean;
  /** Earlier reports, as JSON; the latest is the one to compare with. */
  readonly previous?: readonly Source[];
  /** Amounts a month by tag, in YAML. */
  readonly budgets?: Source;
  /** How the bill is shared out. */
  readonly allocation: Allocation;
  /** Called after each workload that was priced. */
  readonly progress?: (done: number, all: number) => void;
}

/** Many workloads as one bill. */
export interface ReportAnswer extends Answer {
  readonly report: Report;
  readonly gates: readonly Gate[];
}

/** What `report` needs before it looks at any workload: mistakes in it are told at once. */
export function checkReport({ month, realHours, asOf, ...limits }: ReportOptions): {
  readonly month: string | null;
  readonly asOf: string;
} {
  const checked = { month: month === undefined ? null : calendarMonth(month), asOf: dateOf(asOf) ?? asOf };
  if (realHours && month === undefined)
    throw new UsageError('--real-hours stands without --month', 'months differ in length', '--month 2026-11');
  limitsOf(limits, (limits.previous ?? []).length > 0, 'report-2026-10.json');
  return checked;
}

/**
 * Reports on every workload that can be read, priced as one bill.
 * @throws UsageError where an option is none; WorkloadError where an earlier report or the budgets have mistakes.
 */
export async function report(sources: Iterable<ReportSource>, options: ReportOptions, prices: PriceData): Promise<ReportAnswer> {
  const { month, asOf } = checkReport(options);
  const book = openPriceBook(prices, options.edition);
  const limits = limitsOf(options, (options.previous ?? []).length > 0, 'report-2026-10.json');
  const previous = (options.previous ?? []).map((one) => readEarlierReport(textOf(one), one.file));
  const budgets = options.budgets === undefined ? [] : readBudgets(textOf(options.budgets), options.budgets.file);
  const pricing = monthOptionsOf(options);
  const hoursPerMonth =
    pricing.hoursPerMonth ?? (month !== null && options.realHours ? decimal(String(hoursOfMonth(month))) : book.edition.hoursPerMonth);
  const { entries, problems, failed: unread } = readEntries(sources, book.regions);
  const counted = portfolio(entries, book, {
    ...pricing,
    hoursPerMonth,
    allocation: options.allocation,
    ...(options.policy === undefined ? {} : { policy: options.policy }),
    progress: (done) => options.progress?.(done, entries.length),
  });
  const summary = summarize(counted, book, { month, asOf, hoursPerMonth, budgets, previous, problems, unread });
  const held = reportGates(summary, limits);
  return { report: summary, gates: held, problems, failed: anyFailed(held), remarks: linesOf(held) };
}
