import { once } from '../advise/once.ts';
import type { Opportunity } from '../advise/savings/index.ts';
import type { Finding } from '../decide/rule.ts';
import type { EarlierRate, EarlierReport } from '../documents/report/read.ts';
import type { ScannedSaving } from '../documents/scan/read.ts';
import type { Problem } from '../errors/errors.ts';
import { published, type Assumption, type PriceDates, type Unpriced } from '../estimate/disclose.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { accountQuotasOf, type AccountQuota } from './account-quotas.ts';
import { againstBudgets, type Budget, type BudgetUse } from './budgets.ts';
import { changeSince, type Change } from './change.ts';
import { forecastOf, type Forecast } from './forecast.ts';
import { earlierBy } from './earlier-groups.ts';
import { DIMENSIONS, groupBy, type Dimension, type Group, type TagGroups } from './group.ts';
import { lowerBoundsOf, type LowerBound } from './lower-bounds.ts';
import type { Portfolio } from './portfolio.ts';
import { ratesUsed } from './earlier-rates.ts';
import { assumptionsOf, notPricedOf, type Shared } from './rests-on.ts';
import { togetherOf, type Together } from './together.ts';
import { byMonth, trendOf, type TrendPoint } from './trend.ts';
import { unitCostOf, type UnitCost } from './unit-cost.ts';
import { findingsOf, quotasOf, type PartQuota, type Watched } from './watched.ts';

/** A month of many workloads: everything that a report shows, computed. */
export interface Report {
  /** `2026-11`; null when the report is of no month in particular. */
  readonly month: string | null;
  readonly asOf: string;
  readonly edition: 'aws' | 'article';
  readonly hoursPerMonth: Decimal;
  readonly portfolio: Portfolio;
  readonly groups: Readonly<Record<Dimension, readonly Group[]>>;
  /** By each tag that was asked for. */
  readonly byTag: readonly TagGroups[];
  /** A million requests; null where nobody says how many there are. */
  readonly unitCost: UnitCost | null;
  readonly previousMonth: string | null;
  readonly change: Change | null;
  /** The earlier totals and this one, by month. */
  readonly trend: readonly TrendPoint[];
  readonly budgets: readonly BudgetUse[];
  /** Null when the report is of no month in particular. */
  readonly forecast: Forecast | null;
  /** Each by itself, the most dollars first. */
  readonly savings: readonly Watched<Opportunity>[];
  /** Those that can be combined; null where there is nothing to save. */
  readonly together: Together | null;
  readonly quotas: readonly Watched<PartQuota>[];
  /** Limits that several workloads share in an account and Region, whatever is left of them. */
  readonly accountQuotas: readonly AccountQuota[];
  readonly findings: readonly Watched<Finding>[];
  /** REST APIs of templates that can be HTTP APIs; they are no part of the bill. */
  readonly scanned: readonly ScannedSaving[];
  readonly assumptions: readonly Shared<Omit<Assumption, 'candidates'>>[];
  readonly notPriced: readonly Shared<Pick<Unpriced, 'what' | 'because'>>[];
  readonly lowerBounds: readonly LowerBound[];
  readonly pricesPublished: PriceDates;
  readonly rates: readonly EarlierRate[];
  readonly problems: readonly Problem[];
  /** Files that have these problems. */
  readonly unread: number;
}

export interface ReportOptions {
  readonly month: string | null;
  readonly asOf: string;
  readonly hoursPerMonth: Decimal;
  readonly budgets: readonly Budget[];
  /** Keys of tags by which the bill is broken down besides. */
  readonly groupBy: readonly string[];
  /** Earlier reports; the latest is the one to compare with. */
  readonly previous: readonly EarlierReport[];
  /** Of scans of templates; none where none is given. */
  readonly scanned?: readonly ScannedSaving[];
  readonly problems: readonly Problem[];
  /** Files that have these problems. */
  readonly unread: number;
}

/** Puts a report together. */
export function summarize(portfolio: Portfolio, book: PriceBook, options: ReportOptions): Report {
  const { month, asOf, hoursPerMonth, previous, problems, unread } = options;
  const { items } = portfolio;
  const latest = byMonth(previous).at(-1) ?? null;
  const groups = Object.fromEntries(
    (Object.keys(DIMENSIONS) as Dimension[]).map((one) => [one, groupBy(portfolio, one, earlierBy(latest, one))]),
  ) as Report['groups'];
  const byTag = options.groupBy.map((tag): TagGroups => ({
    tag,
    groups: groupBy(portfolio, `tag:${tag}`, earlierBy(latest, `tag:${tag}`)),
  }));
  const budgets = againstBudgets(portfolio, options.budgets);
  const rows = items.flatMap((one) => one.lineItems);
  const together = once(() => ({ had: togetherOf(portfolio, book, { hoursPerMonth }) }));
  return {
    month,
    asOf,
    edition: book.edition.id,
    hoursPerMonth,
    portfolio,
    groups,
    byTag,
    unitCost: unitCostOf(items, hoursPerMonth),
    previousMonth: latest?.month ?? null,
    change: latest && changeSince(latest, portfolio, book, { hoursPerMonth }),
    trend: trendOf(previous, month, portfolio),
    budgets,
    forecast: month === null ? null : forecastOf(portfolio, month, asOf),
    savings: items.flatMap((item) => item.savings.map((one) => ({ item, one }))).toSorted((a, b) => b.one.amount.cmp(a.one.amount)),
    get together() {
      return together().had;
    },
    quotas: quotasOf(items),
    accountQuotas: accountQuotasOf(items),
    findings: findingsOf(items),
    scanned: options.scanned ?? [],
    assumptions: assumptionsOf(items, book),
    notPriced: notPricedOf(items),
    lowerBounds: lowerBoundsOf(portfolio, groups, byTag, budgets),
    pricesPublished: published(rows),
    rates: ratesUsed(rows, book),
    problems,
    unread,
  };
}
