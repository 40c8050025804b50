import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import { decimal, ZERO, type Decimal } from '../../money/decimal.ts';
import { formatMoney, formatQuantity } from '../../money/format.ts';
import type { BudgetUse } from '../../portfolio/budgets.ts';
import type { Moved } from '../../portfolio/diff/diff.ts';
import { tag } from '../../portfolio/group.ts';
import { tagsInWords } from '../../portfolio/lower-bounds.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import type { Report } from '../../portfolio/summary.ts';

import { visible } from '../../documents/visible.ts';
import { readRate, readShare } from '../../workload/quantity.ts';

export interface GateOptions {
  readonly budget?: string;
  readonly failOnIncrease?: string;
}

/**
 * Which of the conditions that a pipeline set are not met, in sentences, and of which only a part could be held against
 * them. Budgets of tags count like `--budget`.
 */
export function gates(
  { portfolio, change, budgets }: Report,
  limits: Limits,
): { readonly failed: readonly string[]; readonly notes: readonly string[] } {
  const { cost: to, bound: toBound } = portfolio;
  return {
    failed: [
      ...overBudget(to, limits.budget),
      ...budgets
        .filter((one) => one.state === 'over')
        .map(
          ({ tags, cost, monthly }) =>
            `over budget: ${visible(tagsInWords(tags))} costs ${formatMoney(cost)} of ${formatMoney(monthly)} a month`,
        ),
      ...(change === null ? [] : dearer(change, limits.increase)),
    ],
    notes: [
      ...budgets
        .filter((one) => one.workloads === 0)
        .map(
          ({ tags }) =>
            `note: no workload has ${visible(tagsInWords(tags))}, so nothing is held against its budget.${meant(tags, portfolio)}`,
        ),
      ...asFarAsKnown('everything', { from: change?.from ?? ZERO, fromBound: change?.fromBound ?? 'exact', to, toBound }, limits),
      ...budgets
        .filter((one) => one.state === 'unknown')
        .map(
          ({ tags, cost, bound, monthly }) =>
            `note: ${visible(tagsInWords(tags))}, ${formatMoney(cost, bound)} of ${formatMoney(monthly)} a month, is held against its budget as far as it is known.`,
        ),
    ],
  };
}

/** What the options of a pipeline allow; null where they do not say. */
export interface Limits {
  readonly budget: Decimal | null;
  readonly increase: Decimal | null;
}

/**
 * Reads the options of a pipeline.
 * @param compared whether there is something to be dearer than; `example` is such a thing.
 * @throws UsageError where one is none, or has nothing to compare with.
 */
export function limitsOf({ budget, failOnIncrease }: GateOptions, compared: boolean, example: string): Limits {
  const limits = {
    budget: budget === undefined ? null : budgetOf(budget),
    increase: failOnIncrease === undefined ? null : increaseOf(failOnIncrease),
  };
  if (limits.increase !== null && !compared)
    throw new UsageError('--fail-on-increase stands without --previous', 'an increase is since an earlier report', `--previous ${example}`);
  return limits;
}

/** A sentence if a total, as far as it is known, is over a budget. */
export function overBudget(cost: Decimal, budget: Decimal | null): readonly string[] {
  if (budget === null || cost.lte(budget)) return [];
  return [`over budget: ${formatMoney(cost)} a month, ${formatMoney(cost.minus(budget))} more than ${formatMoney(budget)}`];
}

/** A sentence if something costs more, as far as it is known, than it may after what it did. */
export function dearer({ from, to }: { readonly from: Decimal; readonly to: Decimal }, increase: Decimal | null): readonly string[] {
  if (increase === null || to.lte(from.times(increase.plus('1')))) return [];
  return [`dearer: ${formatMoney(to)} a month after ${formatMoney(from)}, more than ${formatQuantity(increase.times('100'))}% up`];
}

/**
 * A note if a total that is held against a limit is only a lower bound: it passes as far as it is known.
 * @param name of a workload, or what the total is of.
 */
export function asFarAsKnown(
  name: string,
  { from, fromBound, to, toBound }: Pick<Moved, 'from' | 'fromBound' | 'to' | 'toBound'>,
  { budget, increase }: Limits,
): readonly string[] {
  const held = (budget !== null || increase !== null) && toBound === 'at-least';
  const since = increase !== null && fromBound === 'at-least';
  if (!held && !since) return [];
  const total = held
    ? `${formatMoney(to, toBound)} a month${since ? ` after ${formatMoney(from, fromBound)}` : ''}`
    : `${formatMoney(from, fromBound)} before`;
  return [`note: ${visible(name)}, ${total}, is held against limits as far as it is known.`];
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

/** What may have been meant by tags that no workload has together. */
function meant(tags: BudgetUse['tags'], { items }: Portfolio): string {
  for (const [key, value] of Object.entries(tags)) {
    const values = items.flatMap(({ workload }) => tag(workload.tags, key.toLowerCase()) ?? []);
    if (values.includes(value)) continue;
    const keys = items.flatMap(({ workload }) => Object.keys(workload.tags ?? {}));
    const nearest = values.length === 0 ? didYouMean(key, [...new Set(keys)]) : didYouMean(value, [...new Set(values)]);
    if (nearest !== null) return ` Did you mean ${visible(nearest)}?`;
  }
  return '';
}
