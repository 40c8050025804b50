import type { ReportCommandOptions } from '../commands/report.ts';
import { REPORT_FORMATS } from '../formats/report.ts';
import {
  chosenOption,
  colorOption,
  withMonthOptions,
  withPriceOptions,
  jsonOption,
  policyOption,
  repeated,
  examples,
  EXIT,
  OUTPUT,
  wordOption,
  type Usage,
} from './usage.ts';

export const reportUsage: Usage = {
  name: 'report',
  summary: 'report on many workloads as one bill, and why it moved',
  description: 'report on many workloads as one bill: what they cost, why it moved, what to change first',
  define(report, ports, end) {
    withMonthOptions(
      withPriceOptions(
        report
          .argument('[path...]', 'workload files, folders of them, patterns, or manifests that list them')
          .addOption(jsonOption())
          .addOption(wordOption('--format <format>', 'how to print it (default: table)', Object.keys(REPORT_FORMATS)).helpGroup(OUTPUT))
          .option('--manifest <file>', 'a YAML file that lists workloads, with tags, account and payer to add; repeatable', repeated)
          .option('--month <month>', 'the month it is for, such as 2026-11')
          .option('--real-hours', "use that month's hours instead of 730")
          .option('--previous <file>', 'an earlier report (--json), to show what changed and why; given several times, a trend', repeated)
          .option('--save <folder>', 'keep the report of each month in a folder, and compare with the reports in it')
          .option('--group-by <tag>', 'break the bill down by this tag as well; repeatable', repeated)
          .option('--full', 'every section in full; otherwise what matters most, in 60 lines')
          .option('--budgets <file>', 'amounts a month by tag, in YAML')
          .option('--scan <file>', 'what scan --json printed: REST APIs in it that can be HTTP APIs are listed; repeatable', repeated)
          .addOption(policyOption())
          .addOption(chosenOption('--allocation <method>', 'how the bill is divided', ['proportional', 'marginal']))
          .option('--output <path>', 'write the report to a file, in the format of its ending, or in every format into a folder'),
      ),
    )
      .addOption(colorOption())
      .optionsGroup(EXIT)
      .option('--budget <amount>', 'end with exit code 1 if everything costs more, such as 500/month')
      .option('--fail-on-increase <share>', 'end with exit code 1 if it costs that much more than before, such as 10%')
      .addHelpText(
        'after',
        examples(
          'apigw-advisor report workloads/ --save reports/ --output november.html',
          'apigw-advisor report workloads/ --group-by cost-center --full',
          'apigw-advisor report manifest.yaml --output november.html',
          'apigw-advisor report workloads/ --budget 500/month --format markdown',
        ),
      )
      .action(async (paths: string[], options: ReportCommandOptions) =>
        end(await (await import('../commands/report.ts')).report(paths, options, ports)),
      );
  },
};
