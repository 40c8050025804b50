import { decimal, type Decimal } from '../money/decimal.ts';
import type { Workload } from './schema.ts';

type Stated = Exclude<NonNullable<Workload['routes']>, Decimal>;

/** One route that a workload lists, and its place in the list. */
export interface Route {
  readonly method: Stated[number]['method'];
  readonly path: string;
  readonly authorizer: NonNullable<Stated[number]['authorizer']> | null;
  readonly index: number;
}

/** The routes that a workload lists; null where it states no more than how many, or nothing. */
export function listedRoutes({ routes }: Workload): readonly Route[] | null {
  if (!Array.isArray(routes)) return null;
  return (routes as Stated).map(({ method, path, authorizer = null }, index) => ({ method, path, authorizer, index }));
}

/** How many routes an API has; null where nobody says. */
export function routeCount(workload: Workload): Decimal | null {
  const listed = listedRoutes(workload);
  return listed === null ? ((workload.routes as Decimal | undefined) ?? null) : decimal(String(listed.length));
}

/**
 * How many resources a REST API has for them: each part of a path is one, and methods of one path share it. Where no more than
 * a number is stated, it is that.
 */
export function resourceCount(workload: Workload): Decimal | null {
  const listed = listedRoutes(workload);
  if (listed === null) return routeCount(workload);
  const resources = listed.flatMap(({ path }) => {
    const parts = path.split('/').filter(Boolean);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return decimal(String(new Set(resources).size));
}
