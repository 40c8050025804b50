import { UsageError } from '../../errors/errors.ts';
import { decimal, type Decimal } from '../../money/decimal.ts';
import { readRate, readShare } from '../../workload/quantity.ts';

export interface GateOptions {
  readonly budget?: string;
  readonly failOnIncrease?: string;
}

/** What the options of a pipeline allow; null where they do not say. */
export interface Limits {
  readonly budget: Decimal | null;
  readonly increase: Decimal | null;
}

/**
 * Reads the options of a pipeline.
 * @param compared whether there is something to be more expensive than; `example` is such a thing.
 * @throws UsageError where one is none, or has nothing to compare with.
 */
export function limitsOf({ budget, failOnIncrease }: GateOptions, compared: boolean, example: string): Limits {
  const limits = {
    budget: budget === undefined ? null : budgetOf(budget),
    increase: failOnIncrease === undefined ? null : increaseOf(failOnIncrease),
  };
  if (limits.increase !== null && !compared)
    throw new UsageError(
      '--fail-on-increase requires --previous',
      'the increase is measured from an earlier report',
      `--previous ${example}`,
    );
  return limits;
}

/** `500/month`, `$500`, `500`: dollars a month. */
function budgetOf(text: string): Decimal {
  const reading = readRate(text.replace(/^\$/, ''));
  if ('value' in reading && reading.value.per === 'month') return decimal(reading.value.amount);
  throw new UsageError(`--budget is "${text}"`, 'a budget is an amount of dollars a month', '--budget 500/month');
}

function increaseOf(text: string): Decimal {
  // More than twice as much may be allowed, so this is no share of something.
  const [, percents] = /^\s*(\d{1,9}(?:\.\d{1,9})?)\s*%$/.exec(text) ?? [];
  if (percents !== undefined) return decimal(percents).div('100');
  const reading = readShare(text);
  if ('value' in reading) return reading.value;
  throw new UsageError(`--fail-on-increase is "${text}"`, reading.because, '--fail-on-increase 10%');
}
