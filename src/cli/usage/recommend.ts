import type { RecommendCommandOptions } from '../commands/recommend.ts';
import { RECOMMEND_FORMATS } from '../formats/recommend.ts';
import {
  candidateOption,
  colorOption,
  detailOptions,
  withMonthOptions,
  withPriceOptions,
  formatOption,
  jsonOption,
  policyOption,
  examples,
  EXIT,
  type Usage,
} from './usage.ts';

export const recommendUsage: Usage = {
  name: 'recommend',
  summary: 'say which API type fits, why, and what would change that',
  description: 'say which API type fits, why, what it costs, and what would change that',
  define(recommend, ports, end) {
    recommend
      .argument('<file...>', 'workload files; - reads standard input')
      .addOption(jsonOption())
      .addOption(formatOption(RECOMMEND_FORMATS));
    for (const option of detailOptions()) recommend.addOption(option);
    withMonthOptions(
      withPriceOptions(
        recommend
          .addOption(candidateOption())
          .addOption(policyOption())
          .option('--region <region>', 'the Region to decide and price for, instead of the one in the file'),
      ),
    )
      .addOption(colorOption())
      .optionsGroup(EXIT)
      .option(
        '--fail-on <outcomes>',
        'end with exit code 1 on these outcomes, or on such findings about what is picked or in use: no-fit, ask, blocker, caution, note',
      )
      .addHelpText(
        'after',
        examples('apigw-advisor recommend workload.yaml', 'apigw-advisor recommend workload.yaml --fail-on no-fit,ask --json'),
      )
      .action(async (files: string[], options: RecommendCommandOptions) =>
        end(await (await import('../commands/recommend.ts')).recommend(files, options, ports)),
      );
  },
};
