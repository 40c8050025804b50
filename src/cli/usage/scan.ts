import type { ScanCommandOptions } from '../commands/scan.ts';
import { SCAN_FORMATS } from '../formats/scan.ts';
import { colorOption, withPriceOptions, examples, EXIT, formatOption, jsonOption, policyOption, repeated, type Usage } from './usage.ts';

export const scanUsage: Usage = {
  name: 'scan',
  summary: 'say which REST APIs of templates can be HTTP APIs',
  description: 'read templates, and say which REST APIs in them can be HTTP APIs, what blocks the others, and what moving saves',
  define(scan, ports, end) {
    withPriceOptions(
      scan
        .argument(
          '<path...>',
          'templates, folders of them, or patterns: CloudFormation, SAM, cdk.out, Terraform, plans of Terraform as JSON, serverless.yml, OpenAPI; - reads standard input',
        )
        .addOption(jsonOption())
        .addOption(formatOption(SCAN_FORMATS))
        .option('--each', 'print everything about each of several APIs, not a line for each')
        .option('--requests <rate>', 'requests of each API, to price a month, such as 50M/month')
        .option(
          '--with <file>',
          'a workload file to lay over what templates say: over the API of its name, or without a name over all; repeatable',
          repeated,
        )
        .option('--draft <folder>', 'write a workload file for each API, with the line that each field came from')
        .option('--force', 'replace drafts that exist')
        .option('--region <region>', 'the Region to price for, instead of the one that a template states')
        .addOption(policyOption()),
    )
      .addOption(colorOption())
      .optionsGroup(EXIT)
      .option(
        '--fail-on <words>',
        'end with exit code 1 on these verdicts, or on findings of these severities: drop-in, workaround, rewrite, blocked, unknown, blocker, caution, note',
      )
      .addHelpText(
        'after',
        examples(
          'apigw-advisor scan template.yaml',
          'apigw-advisor scan infrastructure/ --requests 50M/month --each',
          'apigw-advisor scan cdk.out --format markdown > comment.md',
          'apigw-advisor scan . --draft workloads/',
          'terraform show -json plan.out | apigw-advisor scan - --fail-on drop-in',
        ),
      )
      .action(async (paths: string[], options: ScanCommandOptions) =>
        end(await (await import('../commands/scan.ts')).scan(paths, options, ports)),
      );
  },
};
