import { ZERO, type Decimal } from '../money/decimal.ts';
import { byService, valueOf, type Grouping } from './group.ts';
import type { Portfolio } from './portfolio.ts';

/** What a team, or whatever else the bill is broken down by, spends on each AWS service. */
export interface TeamServices {
  /** Null where the workloads do not say. */
  readonly team: string | null;
  readonly cost: Decimal;
  readonly bound: 'exact' | 'at-least';
  readonly services: ReadonlyMap<string, Decimal>;
}

/** Teams by AWS service, the most expensive team first. All amounts add up to the bill. */
export function teamServices({ items }: Portfolio, by: Exclude<Grouping, 'service'> = 'team'): readonly TeamServices[] {
  const teams = new Map<string | null, { readonly services: Map<string, Decimal>; cost: Decimal; bound: 'exact' | 'at-least' }>();
  for (const item of items) {
    const team = valueOf(item, by);
    const found = teams.get(team) ?? { services: new Map<string, Decimal>(), cost: ZERO, bound: 'exact' };
    for (const [service, { cost }] of byService(item)) found.services.set(service, (found.services.get(service) ?? ZERO).plus(cost));
    found.cost = found.cost.plus(item.cost);
    if (item.bound === 'at-least') found.bound = 'at-least';
    teams.set(team, found);
  }
  return [...teams].map(([team, found]) => ({ team, ...found })).toSorted((a, b) => b.cost.cmp(a.cost));
}
