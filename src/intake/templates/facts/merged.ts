import type { Place } from '../value.ts';

interface Mergeable {
  readonly at: Place;
  readonly routes: readonly string[] | null;
  readonly conditions: readonly string[];
}

/** What stands at one place and says the same is one, for all the routes that it was found for. */
export function merged<
  T extends Mergeable & ({ readonly what: string; readonly value: string } | { readonly id: string; readonly need: string }),
>(all: readonly T[]): readonly T[] {
  const kept = new Map<string, T>();
  for (const one of all) {
    const words = 'what' in one ? [one.what, one.value] : [one.id, one.need];
    const key = [...words, one.at.file, one.at.line, one.at.column].join('\0');
    const before = kept.get(key);
    if (before === undefined) kept.set(key, one);
    else
      kept.set(key, {
        ...before,
        routes: union(before.routes, one.routes),
        conditions: before.conditions.filter((it) => one.conditions.includes(it)),
      });
  }
  return [...kept.values()];
}

function union(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  return one === null || other === null ? null : [...new Set([...one, ...other])];
}
