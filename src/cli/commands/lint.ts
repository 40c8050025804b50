import { lint as judge, type LintOptions } from '../../app/lint/lint.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { answered, type Printing } from '../answered.ts';
import { sourcesOf } from '../files/sources.ts';
import { LINT_FORMATS } from '../formats/lint.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export type LintCommandOptions = LintOptions & PriceOptions & Printing<keyof typeof LINT_FORMATS>;

/** Prints what the rule book says about every file that can be read; `--fail-on` decides the exit code afterwards. */
export async function lint(files: readonly string[], options: LintCommandOptions, ports: Ports): Promise<ExitCode> {
  const answer = await judge(sourcesOf(files, ports), options, await pricesOf(options, ports));
  return answered(answer, answer.linted.length, LINT_FORMATS, options, ports);
}
