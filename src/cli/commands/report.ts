import { dayIn } from '../../app/report/calendar-month.ts';
import { checkReport, report as summarize, type ReportOptions } from '../../app/report/report.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { EARLIER_REPORT } from '../../documents/report/read.ts';
import { SCAN } from '../../documents/scan/read.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { ended } from '../answered.ts';
import { countedOnce, countedOnceNote, idOf } from '../files/counted-once.ts';
import { historyIn } from '../files/history.ts';
import { reportSources } from '../files/report-sources.ts';
import { sourceOf } from '../files/sources.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';
import { keepHeapSmall, MANY_WORKLOADS } from '../heap.ts';
import { progressBar } from '../progress.ts';
import { checkOutput, keepInputs, outputsOf, writeReport, type OutputOptions } from '../report-output.ts';

export interface ReportCommandOptions
  extends Omit<ReportOptions, 'asOf' | 'previous' | 'budgets' | 'scans' | 'progress'>, PriceOptions, OutputOptions {
  readonly previous?: readonly string[];
  readonly budgets?: string;
  readonly scan?: readonly string[];
  readonly manifest?: readonly string[];
  readonly asOf?: string;
  /** A folder that keeps a report of each month. */
  readonly save?: string;
}

/** Reports on every workload that can be read, priced as one bill. */
export async function report(named: readonly string[], options: ReportCommandOptions, ports: Ports): Promise<ExitCode> {
  checkOutput(options, ports);
  const { previous = [], budgets, scan = [], manifest = [], asOf = ports.today(), save, ...asked } = options;
  const month = asked.month ?? (save === undefined ? undefined : monthOf(asOf));
  const history = save === undefined || month === undefined ? null : await historyIn(save, month, ports);
  const earlier = countedOnce([...previous, ...(history?.earlier ?? [])], ports);
  ports.stderr.write(countedOnceNote(earlier.same));
  const whole: ReportOptions = {
    ...asked,
    ...(month === undefined ? {} : { month }),
    kept: history !== null,
    asOf,
    previous: earlier.kept.map((path) => sourceOf(path, ports, BOUNDS.report, EARLIER_REPORT)),
    ...(budgets === undefined ? {} : { budgets: sourceOf(budgets, ports, BOUNDS.budgets, '--budgets budgets.yaml') }),
    scans: scan.map((path) => sourceOf(path, ports, BOUNDS.report, SCAN)),
    progress: progressBar('workloads priced', ports),
  };
  const dated = checkReport(whole);
  const others = [...earlier.kept, ...scan, ...(budgets === undefined ? [] : [budgets])];
  const { sources, inputs } = await reportSources(named, manifest, [...others, ...(history?.all ?? [])], ports);
  const kept = new Set(others.map((path) => idOf(path, ports)));
  const outputs = outputsOf(dated, { ...options, history }, ports);
  // Of the history, only what is compared with is an input: this month's report may be replaced.
  for (const path of history?.all ?? []) if (!kept.has(idOf(path, ports))) inputs.delete(idOf(path, ports));
  keepInputs(outputs, inputs, ports);
  if (inputs.size >= MANY_WORKLOADS) keepHeapSmall();
  const onDay = month === undefined ? asOf : dayIn(month, asOf);
  const answer = await summarize(sources, whole, await pricesOf({ ...options, asOf: onDay }, ports));
  await writeReport(answer, options, outputs, ports);
  return ended(answer, ports);
}

/** The month of a day; a day that is none is refused where it is read. */
function monthOf(day: string): string | undefined {
  return /^\d{4}-\d{2}(?=-\d{2}$)/.exec(day)?.[0];
}
