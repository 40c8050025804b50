import type { ThrottleCommandOptions } from '../commands/throttle.ts';
import { THROTTLE_FORMATS } from '../formats/throttle.ts';
import { colorOption, withPriceOptions, formatOption, hoursOption, jsonOption, examples, type Usage } from './usage.ts';

export const throttleUsage: Usage = {
  name: 'throttle',
  summary: 'say which limit a peak reaches, and what is throttled',
  description: 'say which limit the peak reaches, how long it lasts, what is throttled, and what retries change',
  define(throttle, ports, end) {
    withPriceOptions(
      throttle
        .argument('<file...>', 'workload files with traffic.peak; - reads standard input')
        .addOption(jsonOption())
        .addOption(formatOption(THROTTLE_FORMATS))
        .option('--seconds <count>', 'list so many seconds of the peak one by one', '0')
        .option('--region <region>', 'the Region whose limits hold, instead of the one in the file'),
    )
      .addOption(hoursOption())
      .addOption(colorOption())
      .addHelpText('after', examples('apigw-advisor throttle workload.yaml', 'apigw-advisor throttle workload.yaml --seconds 10'))
      .action(async (files: string[], options: ThrottleCommandOptions) =>
        end(await (await import('../commands/throttle.ts')).throttle(files, options, ports)),
      );
  },
};
