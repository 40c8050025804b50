import { cost as price, type CostOptions } from '../../app/cost/cost.ts';
import { UsageError } from '../../errors/errors.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { answered, type Printing } from '../answered.ts';
import { sourceOf, sourcesOf } from '../files/sources.ts';
import type { Detail } from '../formats/answers.ts';
import { COST_FORMATS } from '../formats/cost.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export interface CostCommandOptions
  extends Omit<CostOptions, 'asOf' | 'previous'>, PriceOptions, Printing<keyof typeof COST_FORMATS>, Detail {
  readonly previous?: string;
  readonly asOf?: string;
}

/** Prices every file that can be read; one bad file does not hide the others. */
export async function cost(files: readonly string[], options: CostCommandOptions, ports: Ports): Promise<ExitCode> {
  checkTogether(options, options.json ? 'json' : options.format);
  const { previous, asOf = ports.today(), ...asked } = options;
  const earlier = previous === undefined ? {} : { previous: sourceOf(previous, ports, BOUNDS.document) };
  const answer = await price(sourcesOf(files, ports), { ...asked, asOf, ...earlier }, await pricesOf(options, ports));
  const each = options.for === undefined ? {} : ({ each: true } as const);
  return answered(answer, answer.results.length, COST_FORMATS, { ...options, ...each }, ports);
}

/** Whether a pipeline set anything. */
function limitsFor({ budget, failOnIncrease, previous }: CostCommandOptions): boolean {
  return budget !== undefined || failOnIncrease !== undefined || previous !== undefined;
}

/** What cannot stand together is said before anything is worked out. */
function checkTogether(options: CostCommandOptions, format: string): void {
  if (options.allocation !== undefined && !options.pooled)
    throw new UsageError(
      '--allocation requires --pooled',
      'only a pooled bill is divided among workloads',
      '--pooled --allocation marginal',
    );
  if (options.pooled && format === 'csv')
    throw new UsageError(
      '--pooled does not support CSV',
      'report has them, under the names of FOCUS',
      'apigw-advisor report workloads/ --format csv',
    );
  if (options.pooled && limitsFor(options))
    throw new UsageError(
      '--pooled cannot be combined with --budget, --previous or --fail-on-increase',
      'cost compares each workload with the limits; report compares the pooled bill',
      'apigw-advisor report workloads/ --budget 500/month',
    );
  if (options.for !== undefined && (options.pooled || format === 'csv'))
    throw new UsageError(
      `--for cannot be combined with ${options.pooled ? '--pooled' : 'CSV'}`,
      'it says what a budget buys of each candidate of each workload',
      'apigw-advisor cost workload.yaml --for 500/month --json',
    );
}
