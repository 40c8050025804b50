import type { Workload } from '../workload/schema.ts';

/**
 * The workload with another value at a path of its file, such as `traffic.requests`; null where it states nothing there.
 * @param change gets what stands there, in the form in which the schema reads it.
 */
export function vary(workload: Workload, path: string, change: (value: unknown) => unknown): Workload | null {
  return changed(workload, path.split('.'), change) as Workload | null;
}

function changed(at: unknown, [key, ...rest]: readonly string[], change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(at);
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return null;
  const value = (at as Record<string, unknown>)[key];
  if (value === undefined) return null;
  const inner = changed(value, rest, change);
  return inner === null ? null : { ...at, [key]: inner };
}
