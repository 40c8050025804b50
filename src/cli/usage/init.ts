import type { InitOptions } from '../commands/init.ts';
import { examples, type Usage } from './usage.ts';

export const initUsage: Usage = {
  name: 'init',
  summary: 'write a workload file to start from, an example, or a contract',
  description: 'write a commented workload file to start from, an example, or a contract',
  define(init, ports) {
    init
      .argument('[file]', 'where to write it (default: workload.yaml, contract.yaml, or the name of the example)')
      .option('--example [name]', 'write an example of the package instead; without a name, say which there are')
      .option('--contract', 'write what is agreed with AWS instead of a workload')
      .option('--force', 'replace the file if it exists')
      .addHelpText(
        'after',
        examples(
          'apigw-advisor init',
          'apigw-advisor init --example',
          'apigw-advisor init --example chat chat.yaml',
          'apigw-advisor init --contract contract.yaml',
        ),
      )
      .action(async (file: string | undefined, options: InitOptions) => (await import('../commands/init.ts')).init(file, options, ports));
  },
};
