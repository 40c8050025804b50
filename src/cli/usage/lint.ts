import type { LintCommandOptions } from '../commands/lint.ts';
import { LINT_FORMATS } from '../formats/lint.ts';
import { colorOption, withPriceOptions, formatOption, jsonOption, examples, EXIT, policyOption, type Usage } from './usage.ts';

export const lintUsage: Usage = {
  name: 'lint',
  summary: 'print only the findings about workloads',
  define(lint, ports, end) {
    withPriceOptions(
      lint
        .argument('<file...>', 'workload files; - reads standard input')
        .addOption(jsonOption())
        .addOption(formatOption(LINT_FORMATS))
        .option(
          '--candidate <which>',
          'what is judged: built (inUse of the file, or else what recommend picks), all, or candidates such as http,rest+cache',
          'built',
        )
        .addOption(policyOption())
        .option('--region <region>', 'judge it in this Region instead of the one in the file'),
    )
      .addOption(colorOption())
      .optionsGroup(EXIT)
      .option('--fail-on <severities>', 'end with exit code 1 on findings of these severities: blocker, caution, note')
      .addHelpText(
        'after',
        examples(
          'apigw-advisor lint workload.yaml --fail-on blocker,caution',
          'apigw-advisor lint *.yaml --candidate http --format sarif > findings.sarif',
        ),
      )
      .action(async (files: string[], options: LintCommandOptions) =>
        end(await (await import('../commands/lint.ts')).lint(files, options, ports)),
      );
  },
};
