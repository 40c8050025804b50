import type { CostOptions } from '../commands/cost.ts';
import { alwaysFreeOption, colorOption, editionOption, formatOption, hoursOption, jsonOption, examples, type Usage } from './usage.ts';

export const costUsage: Usage = {
  name: 'cost',
  description: 'compare what every candidate would cost each month',
  define(cost, ports, end) {
    cost
      .argument('<file...>', 'workload files; - reads standard input')
      .addOption(jsonOption())
      .addOption(formatOption(['table', 'markdown', 'csv', 'json']))
      .option('--region <region>', 'price it in this Region instead of the one in the file')
      .addOption(editionOption())
      .addOption(hoursOption())
      .addOption(alwaysFreeOption())
      .option('--breakdown <which>', 'whose rows to list in a table: cheapest, all, none, or a candidate such as rest+cache', 'cheapest')
      .option('--as-of <date>', 'today, for the warning about old prices (default: the clock)')
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor cost workload.yaml',
          "apigw-advisor cost *.yaml --json | jq -r '.results[].candidates[] | [.id, .listCost] | @tsv'",
        ),
      )
      .action(async (files: string[], options: CostOptions) =>
        end(await (await import('../commands/cost.ts')).cost(files, options, ports)),
      );
  },
};
