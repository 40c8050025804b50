import type { Workload } from '../workload/schema.ts';
import { LEVER_IDS, type Carries, type LeverId, type Setting } from './lever.ts';
import { LEVERS } from './levers.ts';

/** What binds levers besides the workload: values that are fixed, and levers whose statement in the workload counts for nothing. */
export interface Bindings {
  readonly fixed: ReadonlyMap<LeverId, string>;
  readonly free: ReadonlySet<LeverId>;
}

/** Levers are bound by the workload alone. */
export const NOTHING_BOUND: Bindings = { fixed: new Map(), free: new Set() };

/** Every setting that the levers allow, lever after lever; each value beside those that were chosen before it. */
export function settingsOf(workload: Workload, carries: Carries, bindings: Bindings): readonly Setting[] {
  const settings: Setting[] = [];
  const chosen: Partial<Record<LeverId, string>> = {};
  const choose = (at: number): void => {
    const id = LEVER_IDS[at];
    if (id === undefined) {
      settings.push({ ...chosen } as Setting);
      return;
    }
    // A lever looks at those before it alone, so that what is left of the last choice of those behind it does not matter.
    for (const value of valuesOf(id, workload, chosen, carries, bindings)) {
      chosen[id] = value;
      choose(at + 1);
    }
  };
  choose(0);
  return settings;
}

function valuesOf(
  id: LeverId,
  workload: Workload,
  chosen: Partial<Setting>,
  carries: Carries,
  { fixed, free }: Bindings,
): readonly string[] {
  const possible = LEVERS[id].values(workload, chosen, carries);
  const wanted = fixed.get(id);
  if (wanted !== undefined) return possible.filter((value) => value === wanted);
  const stated = free.has(id) ? null : LEVERS[id].stated(workload);
  // What is stated of one kind of part binds only where there is a choice of that part.
  if (stated === null || possible.length < 2) return possible;
  return possible.filter((value) => stated.includes(value));
}
