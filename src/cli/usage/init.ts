import type { InitOptions } from '../commands/init.ts';
import { examples, type Usage } from './usage.ts';

export const initUsage: Usage = {
  name: 'init',
  summary: 'write a workload file to start from, or a contract',
  description: 'write a commented workload file to start from, or a contract',
  define(init, ports) {
    init
      .argument('[file]', 'where to write it (default: workload.yaml, or contract.yaml)')
      .option('--contract', 'write what is agreed with AWS instead of a workload')
      .option('--force', 'replace the file if it exists')
      .addHelpText('after', examples('apigw-advisor init', 'apigw-advisor init --contract contract.yaml'))
      .action(async (file: string | undefined, options: InitOptions) => (await import('../commands/init.ts')).init(file, options, ports));
  },
};
