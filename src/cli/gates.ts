import { UsageError } from '../errors/errors.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import { formatMoney, formatQuantity } from '../money/format.ts';
import type { Report } from '../portfolio/summary.ts';
import { readRate, readShare } from '../workload/quantity.ts';

export interface GateOptions {
  readonly budget?: string;
  readonly failOnIncrease?: string;
}

/** Which of the conditions that a pipeline set are not met, in sentences. Budgets of tags count like `--budget`. */
export function gates({ portfolio, change, budgets }: Report, options: GateOptions): readonly string[] {
  const budget = options.budget === undefined ? null : budgetOf(options.budget);
  const most = options.failOnIncrease === undefined ? null : increaseOf(options.failOnIncrease);
  if (most !== null && change === null)
    throw new UsageError(
      '--fail-on-increase stands without --previous',
      'an increase is since an earlier report',
      '--previous report-2026-10.json',
    );
  const over = budgets.filter((one) => one.state === 'over');
  return [
    ...(budget !== null && portfolio.listCost.gt(budget)
      ? [
          `over budget: ${formatMoney(portfolio.listCost)} a month, ${formatMoney(portfolio.listCost.minus(budget))} more than ${formatMoney(budget)}`,
        ]
      : []),
    ...over.map(
      ({ tags, listCost, monthly }) =>
        `over budget: ${
          Object.entries(tags)
            .map(([key, value]) => `${key} ${value}`)
            .join(', ') || 'everything'
        } costs ${formatMoney(listCost)} of ${formatMoney(monthly)} a month`,
    ),
    ...(most !== null && change !== null && change.to.gt(change.from.times(most.plus('1')))
      ? [`dearer: ${formatMoney(change.to)} a month after ${formatMoney(change.from)}, more than ${formatQuantity(most.times('100'))}% up`]
      : []),
  ];
}

/** `500/month`, `$500`, `500`: dollars a month. */
function budgetOf(text: string): Decimal {
  const reading = readRate(text.replace(/^\$/, ''));
  if ('value' in reading && reading.value.per === 'month') return decimal(reading.value.amount);
  throw new UsageError(`--budget is "${text}"`, 'a budget is an amount of dollars a month', '--budget 500/month');
}

function increaseOf(text: string): Decimal {
  const reading = readShare(text);
  if ('value' in reading) return reading.value;
  throw new UsageError(`--fail-on-increase is "${text}"`, reading.because, '--fail-on-increase 10%');
}
