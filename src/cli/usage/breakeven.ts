import type { BreakevenCommandOptions } from '../commands/breakeven.ts';
import { BREAKEVEN_FORMATS } from '../formats/breakeven.ts';
import { colorOption, examples, formatOption, jsonOption, policyOption, withMonthOptions, withPriceOptions, type Usage } from './usage.ts';

export const breakevenUsage: Usage = {
  name: 'breakeven',
  summary: 'say at which volume the cheaper of two candidates changes',
  description: 'say at which volume, size or share the cheaper of two candidates changes',
  define(breakeven, ports, end) {
    withMonthOptions(
      withPriceOptions(
        breakeven
          .argument('<file...>', 'workload files; - reads standard input')
          .addOption(jsonOption())
          .addOption(formatOption(BREAKEVEN_FORMATS))
          .option('--over <field>', 'the field that varies, such as requests or traffic.response (default: requests, else connections)')
          .option('--between <a,b>', 'two candidates, such as rest,http (default: the subject and each other that serves)')
          .addOption(policyOption())
          .option('--region <region>', 'price it in this Region instead of the one in the file'),
      ),
    )
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor breakeven workload.yaml',
          'apigw-advisor breakeven workload.yaml --over edge.hitRatio --between http,http+cloudfront',
        ),
      )
      .action(async (files: string[], options: BreakevenCommandOptions) =>
        end(await (await import('../commands/breakeven.ts')).breakeven(files, options, ports)),
      );
  },
};
