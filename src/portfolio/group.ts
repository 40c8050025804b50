import { quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import { SKUS } from '../pricebook/skus.ts';
import { inProportion } from './allocate.ts';
import type { Item } from './item.ts';
import type { Portfolio } from './portfolio.ts';
import { costOf } from '../estimate/cost-in-question.ts';

/** What a report is broken down by. */
export const DIMENSIONS = {
  team: 'Team',
  environment: 'Environment',
  account: 'Account',
  region: 'Region',
  type: 'API type',
  service: 'AWS service',
} as const;
/** Tags that are dimensions. */
export const DIMENSION_TAGS = ['team', 'environment'] as const;
export type Dimension = keyof typeof DIMENSIONS;
/** A dimension, or any tag by its key. */
export type Grouping = Dimension | `tag:${string}`;

interface Sum {
  readonly cost: Decimal;
  readonly workloads: number;
  readonly bound: 'exact' | 'at-least';
}

/** All that shares one value of a dimension. */
export interface Group extends Sum {
  /** Null where the workloads do not say. */
  readonly value: string | null;
  /** Of the whole bill, so far as it is known. */
  readonly share: Decimal;
  /** What it came to in the earlier report; null where there is none, or where that does not tell. */
  readonly before: Decimal | null;
}

/** The bill by the values of one tag. */
export interface TagGroups {
  readonly tag: string;
  readonly groups: readonly Group[];
}

/**
 * The bill by one dimension, the most expensive first. Groups add up to the bill exactly, and what they were before to the earlier
 * bill: a group that is no longer there costs nothing.
 * @param before the earlier bill by the same; null where there is none, or where it does not tell.
 */
export function groupBy(
  portfolio: Portfolio,
  dimension: Grouping,
  before: ReadonlyMap<string | null, Decimal> | null = null,
): readonly Group[] {
  const groups = new Map<string | null, Sum>();
  const add = (value: string | null, part: Sum) => {
    const group = groups.get(value);
    groups.set(value, group === undefined ? part : both(group, part));
  };
  for (const item of portfolio.items) {
    if (dimension === 'service') for (const [service, part] of byService(item)) add(service, part);
    else add(valueOf(item, dimension), { cost: item.cost, bound: item.bound, workloads: 1 });
  }
  for (const value of before?.keys() ?? []) if (!groups.has(value)) groups.set(value, { cost: ZERO, bound: 'exact', workloads: 0 });
  return [...groups]
    .map(([value, group]): Group => ({
      value,
      ...group,
      share: portfolio.cost.isZero() ? ZERO : quotient(group.cost, portfolio.cost),
      before: before === null ? null : (before.get(value) ?? ZERO),
    }))
    .toSorted((a, b) => b.cost.cmp(a.cost) || (a.value ?? '').localeCompare(b.value ?? '', 'en'));
}

/** What a workload says of a dimension; null where it says nothing. */
export function valueOf({ workload, parts }: Item, dimension: Exclude<Grouping, 'service'>): string | null {
  const { tags, account = null, region } = workload;
  return placed({ tags, account, region, titles: parts.map(({ candidate }) => candidate.title) }, dimension);
}

/** Where a workload belongs, now or in an earlier report. */
export interface Placed {
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly account: string | null;
  readonly region: string | null;
  /** Of what it is built as. */
  readonly titles: readonly string[];
}

export function placed({ tags, account, region, titles }: Placed, dimension: Exclude<Grouping, 'service'>): string | null {
  switch (dimension) {
    case 'team':
      return tag(tags, 'team');
    case 'environment':
      return tag(tags, 'environment') ?? tag(tags, 'env');
    case 'account':
      return account;
    case 'region':
      return region;
    case 'type':
      return titles.length === 0 ? null : titles.join(' + ');
    default:
      return tag(tags, dimension.slice('tag:'.length).toLowerCase());
  }
}

/** Tag keys are case-sensitive in AWS and written in every way by people; here they are not. */
export function tag(tags: Readonly<Record<string, string>> | undefined, key: string): string | null {
  return Object.entries(tags ?? {}).find(([name]) => name.toLowerCase() === key)?.[1] ?? null;
}

function both(a: Sum, b: Sum): Sum {
  return {
    cost: a.cost.plus(b.cost),
    workloads: a.workloads + b.workloads,
    bound: a.bound === 'exact' ? b.bound : a.bound,
  };
}

/**
 * A workload's cost by service; where its cost is not the sum of its rows (marginal allocation), in their proportion. A
 * service of which something has no price is a lower bound, if only of nothing; by proportion, so is every other.
 */
export function byService({ lineItems, cost, missing }: Item): ReadonlyMap<string, Sum> {
  const costs = new Map<string, Decimal>();
  for (const row of lineItems) {
    const part = costOf(row);
    if (part === null || part.isZero()) continue;
    const { service } = SKUS[row.sku];
    costs.set(service, (costs.get(service) ?? ZERO).plus(part));
  }
  const open = new Set<string>(missing.map(({ sku }) => SKUS[sku].service));
  for (const service of open) if (!costs.has(service)) costs.set(service, ZERO);
  const rows = sum(costs.values());
  const inRows = rows.eq(cost) || rows.isZero();
  const parts = inRows ? [...costs.values()] : (inProportion(cost, [...costs.values()]) ?? []);
  return new Map(
    [...costs.keys()].map((service, index) => {
      const bound = open.has(service) || (!inRows && open.size > 0) ? 'at-least' : 'exact';
      return [service, { cost: parts[index] ?? ZERO, workloads: 1, bound }];
    }),
  );
}
