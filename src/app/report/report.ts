import type { Policy } from '../../advise/policy.ts';
import { readScan } from '../../documents/scan/read.ts';
import { readEarlierReport } from '../../documents/report/read.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError, WorkloadError } from '../../errors/errors.ts';
import { decimal } from '../../money/decimal.ts';
import type { Allocation } from '../../portfolio/allocate.ts';
import { DIMENSION_TAGS } from '../../portfolio/group.ts';
import type { Entry } from '../../portfolio/item.ts';
import { portfolio } from '../../portfolio/portfolio.ts';
import { summarize, type Report } from '../../portfolio/summary.ts';
import { openPriceBook } from '../../pricebook/price-book.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { anyFailed, linesOf, type Gate } from '../gates/gate.ts';
import { limitsOf, type GateOptions, type Limits } from '../gates/limits.ts';
import { reportGates } from '../gates/report-gates.ts';
import { dateOf, monthOptionsOf, type PricingOptions } from '../pricing-options.ts';
import { textOf, type Source } from '../source.ts';
import { sameCost } from '../contract/same-cost.ts';
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
  /** Whether the earlier reports are a history that is kept, which is empty at first. */
  readonly kept?: boolean;
  /** Keys of tags by which the bill is broken down besides. */
  readonly groupBy?: readonly string[];
  /** Amounts a month by tag, in YAML. */
  readonly budgets?: Source;
  /** What `scan --json` printed, for the savings in it. */
  readonly scans?: readonly Source[];
  /** How the bill is divided. */
  readonly allocation: Allocation;
  /** Called after each workload that was priced. */
  readonly progress?: (done: number, all: number) => void;
}

/** Many workloads as one bill. */
export interface ReportAnswer extends Answer {
  readonly report: Report;
  readonly gates: readonly Gate[];
}

/** What `report` needs before it looks at any workload: mistakes in it are listed together. */
export function checkReport({ month, realHours, asOf, ...limits }: ReportOptions): {
  readonly month: string | null;
  readonly asOf: string;
  readonly limits: Limits;
} {
  if (realHours && month === undefined) throw new UsageError('--real-hours requires --month', 'months differ in length', '--month 2026-11');
  return {
    month: month === undefined ? null : calendarMonth(month),
    asOf: dateOf(asOf) ?? asOf,
    limits: limitsOf(limits, limits.kept === true || (limits.previous ?? []).length > 0, 'report-2026-10.json'),
  };
}

/**
 * Reports on every workload that can be read, priced as one bill.
 * @throws UsageError where an option is none; WorkloadError where an earlier report or the budgets have mistakes, and
 * where there is no workload at all: a bill of nothing would be taken for an answer.
 */
export async function report(sources: Iterable<ReportSource>, options: ReportOptions, prices: PriceData): Promise<ReportAnswer> {
  const { month, asOf, limits } = checkReport(options);
  const book = openPriceBook(prices, options.edition);
  const previous = (options.previous ?? []).map((one) => {
    const earlier = readEarlierReport(textOf(one), one.file);
    sameCost(one.file, earlier.isContracted, book);
    return earlier;
  });
  const budgets = options.budgets === undefined ? [] : readBudgets(textOf(options.budgets), options.budgets.file);
  const scanned = (options.scans ?? []).flatMap((one) => readScan(textOf(one), one.file));
  const pricing = monthOptionsOf(options);
  const hoursPerMonth =
    pricing.hoursPerMonth ?? (month !== null && options.realHours ? decimal(String(hoursOfMonth(month))) : book.edition.hoursPerMonth);
  const { entries, problems, failed: unread } = readEntries(sources, book.regions);
  if (entries.length === 0) throw problems.length > 0 ? new WorkloadError(problems) : new UsageError(...NOTHING);
  const counted = portfolio(entries, book, {
    ...pricing,
    hoursPerMonth,
    allocation: options.allocation,
    ...(options.policy === undefined ? {} : { policy: options.policy }),
    progress: (done) => options.progress?.(done, entries.length),
  });
  const summary = summarize(counted, book, {
    month,
    asOf,
    hoursPerMonth,
    budgets,
    groupBy: tagsOf(options.groupBy ?? [], entries),
    previous,
    scanned,
    problems,
    unread,
  });
  const held = reportGates(summary, limits);
  const first = limits.increase !== null && previous.length === 0 ? [FIRST] : [];
  return { report: summary, gates: held, problems, failed: anyFailed(held), remarks: [...linesOf(held), ...first] };
}

/** What there is to say where nobody names a workload. */
export const NOTHING = [
  'report was given no workload files',
  'it takes files, folders, patterns or a manifest',
  'apigw-advisor report workloads/',
] as const;

const FIRST = 'note: there is no earlier report yet, so no increase is compared with the limit.';

/** More of them than this help nobody to find the right one. */
const MOST_TAGS = 10;

/**
 * Tags by which the bill is broken down besides; teams and environments are dimensions already.
 * @throws UsageError for a tag that no workload has.
 */
function tagsOf(keys: readonly string[], entries: readonly Entry[]): readonly string[] {
  const known = [...new Set(entries.flatMap(({ workload }) => Object.keys(workload.tags ?? {})))];
  const wanted = [...new Set(keys)];
  for (const key of wanted) {
    if (known.some((one) => one.toLowerCase() === key.toLowerCase())) continue;
    const lower = didYouMean(
      key.toLowerCase(),
      known.map((one) => one.toLowerCase()),
    );
    const nearest = known.find((one) => one.toLowerCase() === lower) ?? known[0];
    throw new UsageError(
      `--group-by is "${key}"`,
      known.length === 0 ? 'no workload has tags' : `no workload has that tag; there are ${known.slice(0, MOST_TAGS).join(', ')}`,
      nearest === undefined ? 'tags: { cost-center: cc-100 } in the workload files' : `--group-by ${nearest}`,
    );
  }
  return wanted.filter((key) => !(DIMENSION_TAGS as readonly string[]).includes(key.toLowerCase()));
}
