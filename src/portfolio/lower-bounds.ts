import type { BudgetUse } from './budgets.ts';
import { DIMENSIONS, type Dimension, type Group, type TagGroups } from './group.ts';
import type { Portfolio } from './portfolio.ts';

/** A total that is only a lower bound, by what it is of. */
export interface LowerBound {
  readonly of: 'everything' | Dimension | 'tag' | 'budget' | 'workload';
  /** Null for everything, and where the workloads do not say. */
  readonly value: string | null;
}

/** Every total of a report that is at least what it says, because some of it has no price. */
export function lowerBoundsOf(
  { items, bound }: Portfolio,
  groups: Readonly<Record<Dimension, readonly Group[]>>,
  byTag: readonly TagGroups[],
  budgets: readonly BudgetUse[],
): readonly LowerBound[] {
  if (bound === 'exact') return [];
  const open = <T extends { readonly bound: string }>(all: readonly T[]) => all.filter((one) => one.bound === 'at-least');
  return [
    { of: 'everything', value: null },
    ...(Object.keys(DIMENSIONS) as Dimension[]).flatMap((dimension) =>
      open(groups[dimension]).map(({ value }) => ({ of: dimension, value })),
    ),
    ...byTag.flatMap(({ tag, groups: all }) =>
      open(all).map(({ value }) => ({ of: 'tag', value: value === null ? null : `${tag} ${value}` }) as const),
    ),
    ...open(budgets).map(({ tags }) => ({ of: 'budget', value: tagsInWords(tags) }) as const),
    ...open(items).map(({ workload }) => ({ of: 'workload', value: workload.name }) as const),
  ];
}

/** `team shop, environment production`, or `everything`. */
export function tagsInWords(tags: BudgetUse['tags']): string {
  return (
    Object.entries(tags)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ') || 'everything'
  );
}
