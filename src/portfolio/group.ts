import { quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import { SKUS } from '../pricebook/skus.ts';
import { inProportion } from './allocate.ts';
import type { Item } from './item.ts';
import type { Portfolio } from './portfolio.ts';

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

/** All that shares one value of a dimension. */
export interface Group {
  /** Null where the workloads do not say. */
  readonly value: string | null;
  readonly listCost: Decimal;
  /** Of the whole bill. */
  readonly share: Decimal;
  readonly workloads: number;
  readonly bound: 'exact' | 'at-least';
}

/** The bill by one dimension, the dearest first. Groups add up to the bill exactly. */
export function groupBy(portfolio: Portfolio, dimension: Dimension): readonly Group[] {
  const groups = new Map<string | null, { cost: Decimal; items: Set<Item> }>();
  const add = (value: string | null, cost: Decimal, item: Item) => {
    const group = groups.get(value) ?? { cost: ZERO, items: new Set() };
    group.items.add(item);
    groups.set(value, { cost: group.cost.plus(cost), items: group.items });
  };
  for (const item of portfolio.items) {
    if (dimension === 'service') for (const [service, cost] of byService(item)) add(service, cost, item);
    else add(valueOf(item, dimension), item.listCost, item);
  }
  return [...groups]
    .map(([value, { cost, items }]): Group => ({
      value,
      listCost: cost,
      share: portfolio.listCost.isZero() ? ZERO : quotient(cost, portfolio.listCost),
      workloads: items.size,
      bound: [...items].some((one) => one.bound === 'at-least') ? 'at-least' : 'exact',
    }))
    .toSorted((a, b) => b.listCost.cmp(a.listCost) || (a.value ?? '').localeCompare(b.value ?? '', 'en'));
}

function valueOf({ workload, parts }: Item, dimension: Exclude<Dimension, 'service'>): string | null {
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
      return parts.length === 0 ? null : parts.map(({ advised }) => advised.candidate.title).join(' + ');
  }
}

/** Tag keys are case-sensitive in AWS and written in every way by people; here they are not. */
export function tag(tags: Readonly<Record<string, string>> | undefined, key: string): string | null {
  return Object.entries(tags ?? {}).find(([name]) => name.toLowerCase() === key)?.[1] ?? null;
}

/** A workload's cost by service; where its cost is not the sum of its rows (marginal allocation), in their proportion. */
function byService({ lineItems, listCost }: Item): ReadonlyMap<string, Decimal> {
  const services = new Map<string, Decimal>();
  for (const { sku, listCost: cost } of lineItems) {
    if (cost === null || cost.isZero()) continue;
    const { service } = SKUS[sku];
    services.set(service, (services.get(service) ?? ZERO).plus(cost));
  }
  const rows = sum(services.values());
  if (rows.eq(listCost) || rows.isZero()) return services;
  const parts = inProportion(listCost, [...services.values()]) ?? [];
  return new Map([...services.keys()].map((name, index) => [name, parts[index] ?? ZERO]));
}
