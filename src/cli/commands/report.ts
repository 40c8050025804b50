import { checkReport, report as summarize, type ReportOptions } from '../../app/report/report.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { EARLIER_REPORT } from '../../documents/report/read.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { ended } from '../answered.ts';
import { countedOnce, countedOnceNote } from '../files/counted-once.ts';
import { reportSources } from '../files/report-sources.ts';
import { sourceOf } from '../files/sources.ts';
import type { Ports } from '../ports.ts';
import { progressBar } from '../progress.ts';
import { checkOutput, keepInputs, writeReport, type OutputOptions } from '../report-output.ts';

export interface ReportCommandOptions extends Omit<ReportOptions, 'asOf' | 'previous' | 'budgets' | 'progress'>, OutputOptions {
  readonly previous?: readonly string[];
  readonly budgets?: string;
  readonly manifest?: readonly string[];
  readonly asOf?: string;
}

/** Reports on every workload that can be read, priced as one bill. */
export async function report(named: readonly string[], options: ReportCommandOptions, ports: Ports): Promise<ExitCode> {
  checkOutput(options, ports);
  const { previous = [], budgets, manifest = [], asOf = ports.today(), ...asked } = options;
  const earlier = countedOnce(previous, ports);
  ports.stderr.write(countedOnceNote(earlier.same));
  const whole: ReportOptions = {
    ...asked,
    asOf,
    previous: earlier.kept.map((path) => sourceOf(path, ports, BOUNDS.report, EARLIER_REPORT)),
    ...(budgets === undefined ? {} : { budgets: sourceOf(budgets, ports, BOUNDS.budgets, '--budgets budgets.yaml') }),
    progress: progressBar('workloads priced', ports),
  };
  const dated = checkReport(whole);
  const others = [...earlier.kept, ...(budgets === undefined ? [] : [budgets])];
  const { sources, inputs } = await reportSources(named, manifest, others, ports);
  keepInputs(dated, options, inputs, ports);
  const answer = await summarize(sources, whole, ports.prices());
  await writeReport(answer, options, ports);
  return ended(answer, ports);
}
