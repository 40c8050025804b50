import type { SweepCommandOptions } from '../commands/sweep.ts';
import { SWEEP_FORMATS } from '../formats/sweep.ts';
import {
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

export const sweepUsage: Usage = {
  name: 'sweep',
  summary: 'say what every candidate costs over a range of a field',
  description: 'say what every candidate costs over a range of a field, and where another becomes the cheapest; of two fields, a grid',
  define(sweep, ports, end) {
    withMonthOptions(
      withPriceOptions(
        sweep
          .argument('<file>', 'a workload file; - reads standard input')
          .option(
            '--over <field=from..to>',
            'a number that the workload states, by its path or the end of it, and its range, such as requests=1M..10B; twice for a grid',
            repeated,
          )
          .option('--points <number>', 'how many values (default: 9, and 60 in a drawing; of a grid 9 and 25 each way)')
          .addOption(jsonOption())
          .addOption(formatOption(SWEEP_FORMATS))
          .option('--candidate <id>', 'only this candidate, such as rest+cache; may be repeated', repeated)
          .option('--all', 'also candidates that serve nowhere in the range')
          .addOption(policyOption())
          .option('--region <region>', 'price it in this Region instead of the one in the file'),
      ),
    )
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor sweep workload.yaml --over requests=1M..10B',
          'apigw-advisor sweep workload.yaml --over edge.hitRatio=0%..99% --candidate rest --candidate http+cloudfront',
          'apigw-advisor sweep workload.yaml --over requests=1M..10B --over response=1KB..1MB',
          'apigw-advisor sweep workload.yaml --over requests=1M..10B --format svg > sweep.svg',
        ),
      )
      .action(async (file: string, options: SweepCommandOptions) =>
        end(await (await import('../commands/sweep.ts')).sweep(file, options, ports)),
      );
  },
};
