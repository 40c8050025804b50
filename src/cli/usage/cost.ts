import type { CostCommandOptions } from '../commands/cost.ts';
import { COST_FORMATS } from '../formats/cost.ts';
import {
  alwaysFreeOption,
  colorOption,
  editionOption,
  formatOption,
  hoursOption,
  jsonOption,
  examples,
  wordOption,
  type Usage,
} from './usage.ts';

export const costUsage: Usage = {
  name: 'cost',
  description: 'compare what every candidate would cost each month',
  define(cost, ports, end) {
    cost
      .argument('<file...>', 'workload files; - reads standard input')
      .addOption(jsonOption())
      .addOption(formatOption(COST_FORMATS))
      .option('--region <region>', 'price it in this Region instead of the one in the file')
      .addOption(editionOption())
      .addOption(hoursOption())
      .addOption(alwaysFreeOption())
      .option('--breakdown <which>', 'whose rows to list in a table: cheapest, all, none, or a candidate such as rest+cache', 'cheapest')
      .option('--pooled', 'add what all of them cost as one bill: tiers are filled together')
      .addOption(wordOption('--allocation <method>', 'how that bill is shared out (default: proportional)', ['proportional', 'marginal']))
      .option('--previous <file>', 'an earlier cost --json, for --fail-on-increase')
      .option('--budget <amount>', 'end with exit code 1 if what is in use, or else the cheapest, costs more, such as 500/month')
      .option('--fail-on-increase <share>', 'end with exit code 1 if it costs so much more than before, such as 10%')
      .option('--as-of <date>', 'today, for the warning about old prices (default: the clock)')
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor cost workload.yaml',
          'apigw-advisor cost workload.yaml --budget 500/month --previous cost.json --fail-on-increase 10%',
          "apigw-advisor cost *.yaml --json | jq -r '.results[].candidates[] | [.id, .listCost] | @tsv'",
        ),
      )
      .action(async (files: string[], options: CostCommandOptions) =>
        end(await (await import('../commands/cost.ts')).cost(files, options, ports)),
      );
  },
};
