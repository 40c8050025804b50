import type { ExplainOptions } from '../commands/explain.ts';
import { colorOption, withPriceOptions, examples, type Usage } from './usage.ts';

export const explainUsage: Usage = {
  name: 'explain',
  summary: 'explain an id that an answer prints, or a field',
  description: 'explain any id that an answer prints, or a field of the workload file',
  define(explain, ports) {
    withPriceOptions(
      explain
        .argument('[id]', 'such as response-cache, alb/lcu, traffic.requests, http+cloudfront; without it, the kinds')
        .option('--list', 'print all ids, or those of one kind, one a line, with kind and title'),
    )
      .option('--json', 'print data')
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor explain response-streaming',
          'apigw-advisor explain traffic.requests',
          'apigw-advisor explain --list saving',
          'apigw-advisor explain --list | grep cache',
        ),
      )
      .action(async (id: string | undefined, options: ExplainOptions) =>
        (await import('../commands/explain.ts')).explain(id, options, ports),
      );
  },
};
