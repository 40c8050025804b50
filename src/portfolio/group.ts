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
export type Dimension = keyof typeof DIMENSIONS;

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
}

/** The bill by one dimension, the dearest first. Groups add up to the bill exactly. */
export function groupBy(portfolio: Portfolio, dimension: Dimension): readonly Group[] {
  const groups = new Map<string | null, Sum>();
  const add = (value: string | null, part: Sum) => {
    const group = groups.get(value);
    groups.set(value, group === undefined ? part : both(group, part));
  };
  for (const item of portfolio.items) {
    if (dimension === 'service') for (const [service, part] of byService(item)) add(service, part);
    else add(valueOf(item, dimension), { cost: item.cost, bound: item.bound, workloads: 1 });
  }
  return [...groups]
    .map(([value, group]): Group => ({
      value,
      ...group,
      share: portfolio.cost.isZero() ? ZERO : quotient(group.cost, portfolio.cost),
    }))
    .toSorted((a, b) => b.cost.cmp(a.cost) || (a.value ?? '').localeCompare(b.value ?? '', 'en'));
}

/** What a workload says of a dimension; null where it says nothing. */
export function valueOf({ workload, parts }: Item, dimension: Exclude<Dimension, 'service'>): string | null {
  switch (dimension) {
    case 'team':
      return tag(workload.tags, 'team');
    case 'environment':
      return tag(workload.tags, 'environment') ?? tag(workload.tags, 'env');
    case 'account':
      return workload.account ?? null;
    case 'region':
      return workload.region;
    case 'type':
      return parts.length === 0 ? null : parts.map(({ candidate }) => candidate.title).join(' + ');
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
