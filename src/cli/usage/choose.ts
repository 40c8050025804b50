import type { ChooseOptions } from '../commands/choose.ts';
import { withPriceOptions, policyOption, type Usage } from './usage.ts';

export const chooseUsage: Usage = {
  name: 'choose',
  summary: 'answer about ten questions, get a workload file and the pick',
  description: 'answer about ten questions, get a workload file and the recommendation',
  define(choose, ports, end) {
    withPriceOptions(
      choose
        .option('--from <file>', 'continue from a workload file: ask only what is open in it')
        .option('--answers <file>', 'take the answers from a file and ask nothing; questions without an answer stay open')
        .option('--resume', 'continue the last run that was cancelled')
        .option('--output <file>', 'where to save the workload file (asked when absent)')
        .option('--force', 'replace that file if it exists, without a question')
        .option('--region <region>', 'answers the question about the Region'),
    )
      .addOption(policyOption())
      .option('--no-color', 'ask without colour')
      .addHelpText(
        'after',
        "\nWhile it asks: Enter takes what is shown; y, n and - (I don't know, which is\nnever a no) answer at once; Space ticks; ? explains, < goes back, > leaves the\nrest open, Ctrl-C cancels and writes no workload file.\n\n" +
          'Examples:\n  apigw-advisor choose\n  apigw-advisor choose --from workload.yaml --policy cheapest\n' +
          '  apigw-advisor choose --answers answers.yaml --output workload.yaml',
      )
      .action(async (options: ChooseOptions) => end(await (await import('../commands/choose.ts')).choose(options, ports)));
  },
};
