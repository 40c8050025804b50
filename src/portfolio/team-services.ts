import { ZERO, type Decimal } from '../money/decimal.ts';
import { byService, valueOf } from './group.ts';
import type { Portfolio } from './portfolio.ts';

/** What a team spends on each AWS service. */
export interface TeamServices {
  /** Null where the workloads do not say. */
  readonly team: string | null;
  readonly listCost: Decimal;
  readonly bound: 'exact' | 'at-least';
  readonly services: ReadonlyMap<string, Decimal>;
}

/** Teams by AWS service, the dearest team first. All amounts add up to the bill. */
export function teamServices({ items }: Portfolio): readonly TeamServices[] {
  const teams = new Map<string | null, { readonly services: Map<string, Decimal>; listCost: Decimal; bound: 'exact' | 'at-least' }>();
  for (const item of items) {
    const team = valueOf(item, 'team');
    const found = teams.get(team) ?? { services: new Map<string, Decimal>(), listCost: ZERO, bound: 'exact' };
    for (const [service, { listCost }] of byService(item))
      found.services.set(service, (found.services.get(service) ?? ZERO).plus(listCost));
    found.listCost = found.listCost.plus(item.listCost);
    if (item.bound === 'at-least') found.bound = 'at-least';
    teams.set(team, found);
  }
  return [...teams].map(([team, found]) => ({ team, ...found })).toSorted((a, b) => b.listCost.cmp(a.listCost));
}
