import type { InitOptions } from '../commands/init.ts';
import type { Usage } from './usage.ts';

export const initUsage: Usage = {
  name: 'init',
  description: 'write a commented workload file to start from',
  define(init, ports) {
    init
      .argument('[file]', 'where to write it', 'workload.yaml')
      .option('--force', 'replace the file if it exists')
      .action(async (file: string, options: InitOptions) => (await import('../commands/init.ts')).init(file, options, ports));
  },
};
