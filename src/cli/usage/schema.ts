import { chosenArgument, examples, type Usage } from './usage.ts';

export const schemaUsage: Usage = {
  name: 'schema',
  summary: 'print the JSON Schema of a file or of an answer',
  description: 'print the JSON Schema of a file that you write, or of what a command prints',
  define(schema, ports) {
    schema
      .addArgument(
        chosenArgument('[name]', 'which schema', [
          'workload',
          'contract',
          'cost',
          'recommend',
          'optimize',
          'breakeven',
          'sweep',
          'throttle',
          'lint',
          'scan',
          'report',
          'diff',
          'prices-list',
          'prices-show',
          'prices-quote',
          'prices-verify',
          'prices-import',
          'prices-diff',
          'prices-update',
          'doctor',
          'explain',
          'explain-list',
        ]),
      )
      .addHelpText('after', examples('apigw-advisor schema workload > workload.schema.json'))
      .action(async (name: string) => (await import('../commands/schema.ts')).schema(name, ports));
  },
};
