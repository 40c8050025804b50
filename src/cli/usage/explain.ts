import type { ExplainOptions } from '../commands/explain.ts';
import { colorOption, editionOption, examples, type Usage } from './usage.ts';

export const explainUsage: Usage = {
  name: 'explain',
  description: 'explain a feature, a question, a rule, a quota or a sku',
  define(explain, ports) {
    explain
      .argument('[id]', 'such as response-cache, clients-metered, account-rate, alb/lcu')
      .option('--list', 'print all ids, one a line, with kind and title')
      .addOption(editionOption())
      .option('--json', 'print data')
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor explain response-streaming',
          'apigw-advisor explain account-rate',
          'apigw-advisor explain --list | grep cache',
        ),
      )
      .action(async (id: string | undefined, options: ExplainOptions) =>
        (await import('../commands/explain.ts')).explain(id, options, ports),
      );
  },
};
