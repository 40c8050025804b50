import type { FeatureId } from '../workload/features.ts';
import { REQUIRES, WITH } from '../workload/requires.ts';
import type { Workload } from '../workload/schema.ts';
import { mayBeLeftOut } from '../workload/schema-at.ts';

/** A workload that needs one thing more. */
export function withNeed(workload: Workload, feature: FeatureId): Workload {
  return { ...workload, needs: { ...workload.needs, [feature]: true } };
}

/** A workload that denies some features and what is nothing without them, without the sections that ask for them where it may leave these out. */
export function withoutNeeds(workload: Workload, features: readonly FeatureId[]): Workload {
  const dependent = (Object.entries(WITH) as [FeatureId, FeatureId][]).filter(
    ([of, other]) => workload.needs?.[of] === true && features.includes(other),
  );
  const denied = Object.fromEntries([...features, ...dependent.map(([of]) => of)].map((feature) => [feature, false]));
  const sections = Object.entries(REQUIRES).filter(
    ([, requires]) => requires !== 'nothing' && requires.some((one) => features.includes(one.feature) && one.holds(workload)),
  );
  const paths = sections.map(([field]) => field.split('.')).filter(mayBeLeftOut);
  const rest = paths.reduce<object>(without, workload) as Workload;
  return { ...rest, needs: { ...workload.needs, ...denied } };
}

/** The same but for one field. */
function without(stated: object, [key = '', ...path]: readonly string[]): object {
  const { [key]: value, ...rest } = stated as Record<string, unknown>;
  if (path.length === 0) return rest;
  return typeof value === 'object' && value !== null ? { ...rest, [key]: without(value, path) } : stated;
}
