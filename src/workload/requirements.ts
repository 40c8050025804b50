import { FEATURE_IDS, type FeatureId } from './features.ts';
import type { Path } from './mistakes.ts';
import { REQUIRES, WITH } from './requires.ts';
import type { Workload } from './schema.ts';

/** Something that the workload asks for, and the field that does. */
export interface Requirement {
  readonly feature: FeatureId;
  readonly path: Path;
  /** Whether `needs` says so by name, or it follows from another section. */
  readonly origin: 'stated' | 'derived';
}

/** All that a workload asks for, wherever it says so: the one list that decides, judges, composes and prices. */
export interface Requirements {
  /** In the order of the features; each once, with what `needs` says by name before what follows from a section. */
  readonly all: readonly Requirement[];
  has(feature: FeatureId): boolean;
  of(feature: FeatureId): Requirement | undefined;
  /** Whether `needs` says no to it, or to what it is nothing without. */
  refuses(feature: FeatureId): boolean;
}

const ASKED = Object.entries(REQUIRES).flatMap(([field, requires]) =>
  requires === 'nothing' ? [] : requires.map((one) => ({ ...one, field })),
);
const PAIRS = Object.entries(WITH) as [FeatureId, FeatureId][];

/** What sections ask for, and what needs take with them, whatever `needs` says of it; the first field first. */
export function askedFor(
  workload: Workload,
): readonly { readonly feature: FeatureId; readonly field: string; readonly deniable: boolean }[] {
  const { needs = {} } = workload;
  return [
    ...ASKED.filter(({ holds }) => holds(workload)),
    ...PAIRS.filter(([feature]) => needs[feature] === true).map(([feature, other]) => ({
      feature: other,
      field: `needs.${feature}`,
      deniable: false,
    })),
  ];
}

const ORDER = Object.fromEntries(FEATURE_IDS.map((feature, at) => [feature, at])) as Readonly<Record<FeatureId, number>>;

const known = new WeakMap<Workload, Requirements>();

/** Worked out once for each workload. */
export function requirementsOf(workload: Workload): Requirements {
  const found = known.get(workload) ?? worked(workload);
  known.set(workload, found);
  return found;
}

function worked(workload: Workload): Requirements {
  const { needs = {} } = workload;
  const derived = new Map<FeatureId, Path>();
  for (const { feature, field } of askedFor(workload)) if (!derived.has(feature)) derived.set(feature, field.split('.'));
  const byName = (Object.keys(needs) as FeatureId[]).filter((feature) => needs[feature] === true);
  const all = [
    ...byName.map((feature): Requirement => ({ feature, path: ['needs', feature], origin: 'stated' })),
    ...[...derived]
      .filter(([feature]) => needs[feature] === undefined)
      .map(([feature, path]): Requirement => ({ feature, path, origin: 'derived' })),
  ].toSorted((a, b) => ORDER[a.feature] - ORDER[b.feature]);
  const byFeature = new Map(all.map((one) => [one.feature, one]));
  return {
    all,
    has: (feature) => byFeature.has(feature),
    of: (feature) => byFeature.get(feature),
    refuses: (feature) => [feature, WITH[feature]].some((one) => one !== undefined && needs[one] === false),
  };
}
