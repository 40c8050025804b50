import type { DiffCommandOptions } from '../commands/diff.ts';
import { DIFF_FORMATS } from '../formats/diff.ts';
import {
  alwaysFreeOption,
  freeTierOption,
  candidateOption,
  colorOption,
  examples,
  EXIT,
  formatOption,
  hoursOption,
  jsonOption,
  policyOption,
  withPriceOptions,
  wordOption,
  type Usage,
} from './usage.ts';

const EDITIONS = ['aws', 'article'];

export const diffUsage: Usage = {
  name: 'diff',
  summary: 'say what changed between two workloads or folders, and why',
  description: 'say what changed between two workloads or folders, or in the prices of one: inputs, rates, dollars, and why',
  define(diff, ports, end) {
    withPriceOptions(
      diff
        .argument(
          '<before>',
          'a workload file, a folder of them, or what cost --json or recommend --json printed of one; - reads standard input',
        )
        .argument(
          '[now]',
          'what to compare with it; left out, the same workload under other prices. Files of two folders are paired by path',
        )
        .argument('[more...]', 'further workload files: all stand side by side as scenarios, inputs that differ first')
        .addOption(jsonOption())
        .addOption(formatOption(DIFF_FORMATS))
        .option('--each', 'print each workload of two folders in full')
        .addOption(candidateOption())
        .addOption(policyOption())
        .option('--region <region>', 'price both sides in this Region instead of those in the files')
        .option('--from-region <region>', 'the Region before')
        .option('--to-region <region>', 'the Region now'),
      wordOption('--edition <edition>', 'whose facts on both sides (default: aws)', EDITIONS),
    )
      .addOption(wordOption('--from-edition <edition>', 'whose facts before', EDITIONS))
      .addOption(wordOption('--to-edition <edition>', 'whose facts now', EDITIONS))
      .option('--prices-before <folder>', 'an older folder of price data, for the side before')
      .addOption(hoursOption())
      .addOption(alwaysFreeOption())
      .addOption(freeTierOption())
      .optionsGroup(EXIT)
      .option('--budget <amount>', 'end with exit code 1 if it costs more now, such as 500/month')
      .option('--fail-on-increase <share>', 'end with exit code 1 if it costs that much more than before, such as 10%')
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor diff main/workload.yaml workload.yaml --format markdown',
          'apigw-advisor diff main/workloads/ workloads/ --format markdown',
          'apigw-advisor diff cost.json workload.yaml --fail-on-increase 10%',
          'apigw-advisor diff today.yaml with-cache.yaml behind-edge.yaml',
          'apigw-advisor diff workload.yaml --to-region eu-west-1',
          'apigw-advisor diff workload.yaml --from-edition article --to-edition aws',
        ),
      )
      .action(async (before: string, now: string | undefined, more: string[], options: DiffCommandOptions) =>
        end(await (await import('../commands/diff.ts')).diff(before, now, more, options, ports)),
      );
  },
};
