import type { Problem } from '../errors/errors.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { againstBudgets, type Budget, type BudgetUse } from './budgets.ts';
import { changeSince, type Change } from './change.ts';
import { DIMENSIONS, groupBy, type Dimension, type Group } from './group.ts';
import type { Portfolio } from './portfolio.ts';
import { ratesUsed, type Recorded, type RecordedRate } from './recorded.ts';

/** A month of many workloads: everything that a report shows, computed. */
export interface Report {
  /** `2026-11`; null when the report is of no month in particular. */
  readonly month: string | null;
  readonly asOf: string;
  readonly edition: 'aws' | 'article';
  readonly hoursPerMonth: Decimal;
  readonly portfolio: Portfolio;
  readonly groups: Readonly<Record<Dimension, readonly Group[]>>;
  readonly previousMonth: string | null;
  readonly change: Change | null;
  readonly budgets: readonly BudgetUse[];
  readonly rates: readonly RecordedRate[];
  readonly problems: readonly Problem[];
}

export interface ReportOptions {
  readonly month: string | null;
  readonly asOf: string;
  readonly hoursPerMonth: Decimal;
  readonly budgets: readonly Budget[];
  readonly previous: Recorded | null;
  readonly problems: readonly Problem[];
}

/** Puts a report together. */
export function summarize(portfolio: Portfolio, book: PriceBook, options: ReportOptions): Report {
  const { month, asOf, hoursPerMonth, budgets, previous, problems } = options;
  return {
    month,
    asOf,
    edition: book.edition.id,
    hoursPerMonth,
    portfolio,
    groups: Object.fromEntries((Object.keys(DIMENSIONS) as Dimension[]).map((one) => [one, groupBy(portfolio, one)])) as Report['groups'],
    previousMonth: previous?.month ?? null,
    change: previous && changeSince(previous, portfolio, book, { hoursPerMonth }),
    budgets: againstBudgets(portfolio, budgets),
    rates: ratesUsed(
      portfolio.items.flatMap((one) => one.lineItems),
      book,
    ),
    problems,
  };
}
