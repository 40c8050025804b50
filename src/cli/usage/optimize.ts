import type { OptimizeCommandOptions } from '../commands/optimize.ts';
import { OPTIMIZE_FORMATS } from '../formats/optimize.ts';
import {
  candidateOption,
  colorOption,
  examples,
  formatOption,
  jsonOption,
  policyOption,
  repeated,
  withMonthOptions,
  withPriceOptions,
  type Usage,
} from './usage.ts';

export const optimizeUsage: Usage = {
  name: 'optimize',
  summary: 'find the cheapest architecture that has all that is needed',
  description: 'find the cheapest architecture that has all that is needed, with proof, and what each effort saves',
  define(optimize, ports, end) {
    withMonthOptions(
      withPriceOptions(
        optimize
          .argument('<file...>', 'workload files; - reads standard input')
          .addOption(jsonOption())
          .addOption(formatOption(OPTIMIZE_FORMATS))
          .option('--fix <lever=value>', 'allow only this value of a lever, such as front-door=rest; may be repeated', repeated)
          .option('--free <lever>', 'let a lever vary that the workload states, such as architecture; may be repeated', repeated)
          .option('--rows', 'add the line items of the cheapest')
          .addOption(candidateOption())
          .addOption(policyOption())
          .option('--region <region>', 'price it in this Region instead of the one in the file'),
      ),
    )
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor optimize workload.yaml',
          'apigw-advisor optimize workload.yaml --fix front-door=rest --free architecture',
          "apigw-advisor optimize *.yaml --json | jq -r '.results[] | [.workload, .summary.saving] | @tsv'",
        ),
      )
      .action(async (files: string[], options: OptimizeCommandOptions) =>
        end(await (await import('../commands/optimize.ts')).optimize(files, options, ports)),
      );
  },
};
