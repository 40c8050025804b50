import type { CostCommandOptions } from '../commands/cost.ts';
import { COST_FORMATS } from '../formats/cost.ts';
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
  wordOption,
  type Usage,
} from './usage.ts';

export const costUsage: Usage = {
  name: 'cost',
  summary: 'say what it costs each month, beside the other candidates',
  description: 'say what it costs each month, beside what the other candidates would cost',
  define(cost, ports, end) {
    cost.argument('<file...>', 'workload files; - reads standard input').addOption(jsonOption()).addOption(formatOption(COST_FORMATS));
    for (const option of detailOptions()) cost.addOption(option);
    withMonthOptions(
      withPriceOptions(
        cost
          .addOption(candidateOption())
          .addOption(policyOption())
          .option('--region <region>', 'price it in this Region instead of the one in the file'),
      ),
    )
      .option('--for <amount>', 'say how many requests a month that amount buys on each candidate, such as 500/month')
      .option('--pooled', 'add what all of them cost as one bill: tiers are filled together')
      .addOption(wordOption('--allocation <method>', 'how that bill is divided (default: proportional)', ['proportional', 'marginal']))
      .optionsGroup(EXIT)
      .option('--previous <file>', 'an earlier cost --json, for --fail-on-increase')
      .option('--budget <amount>', 'end with exit code 1 if it costs more, such as 500/month')
      .option('--fail-on-increase <share>', 'end with exit code 1 if it costs that much more than before, such as 10%')
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor cost workload.yaml',
          'apigw-advisor cost workload.yaml --for 500/month',
          'apigw-advisor cost workload.yaml --budget 500/month --previous cost.json --fail-on-increase 10%',
          "apigw-advisor cost *.yaml --json | jq -r '.results[] | [.workload, .summary.monthly] | @tsv'",
        ),
      )
      .action(async (files: string[], options: CostCommandOptions) =>
        end(await (await import('../commands/cost.ts')).cost(files, options, ports)),
      );
  },
};
