import type { ChooseOptions } from '../commands/choose.ts';
import { editionOption, policyOption, type Usage } from './usage.ts';

export const chooseUsage: Usage = {
  name: 'choose',
  description: 'answer a few questions and get the recommendation, a workload file, and the command that repeats it',
  define(choose, ports, end) {
    choose
      .option('--from <file>', 'go on from a workload file: ask only what is open in it')
      .option('--output <file>', 'where to save the answers (asked when absent)')
      .option('--region <region>', 'answers the question about the Region')
      .addOption(editionOption())
      .addOption(policyOption())
      .option('--no-color', 'ask without colour')
      .addHelpText(
        'after',
        '\nWhile it asks: Enter takes, ? explains, < goes back a step, - is "I don\'t know"\n(never a no), Ctrl-C leaves and writes nothing.\n' +
          'It needs a terminal. In a script: apigw-advisor init, then recommend.\n\n' +
          'Examples:\n  apigw-advisor choose\n  apigw-advisor choose --from workload.yaml --policy cheapest',
      )
      .action(async (options: ChooseOptions) => end(await (await import('../commands/choose.ts')).choose(options, ports)));
  },
};
