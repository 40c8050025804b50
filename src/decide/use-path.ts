import type { Path } from '../workload/mistakes.ts';
import type { Workload } from '../workload/schema.ts';
import type { QuotaUse } from './quota-use.ts';

/** The first field of a workload that says how much of a quota is used, of those that are stated. */
export function pathOf({ from }: QuotaUse, workload: Workload): Path {
  const paths = (from.match(/[a-zA-Z0-9]+(?:\.[a-zA-Z0-9]+)*/g) ?? []).map((field) => field.split('.'));
  return paths.find((path) => stated(path, workload)) ?? [];
}

function stated(path: readonly string[], workload: object): boolean {
  let at: unknown = workload;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !(key in at)) return false;
    at = (at as Record<string, unknown>)[key];
  }
  return at !== undefined;
}
