import type { Composition } from '../../workload/composition.ts';
import type { FeatureId } from '../../workload/features.ts';
import { FRONT_DOOR_IDS, type FrontDoor } from '../../workload/front-doors.ts';
import type { Workload } from '../../workload/schema.ts';
import { CALLERS } from './callers.ts';
import { DOMAINS } from './domains.ts';
import { ENDPOINTS } from './endpoints.ts';
import { excludes, type Exclusion } from './exclusion.ts';
import { IN_FRONT } from './in-front.ts';
import { STREAMING } from './streaming.ts';

/** Every row. Of several that take the same from a candidate, the first says why. */
export const EXCLUSIONS: readonly Exclusion[] = [...ENDPOINTS, ...DOMAINS, ...STREAMING, ...CALLERS, ...IN_FRONT];

const BY_LOST = new Map<FrontDoor, Map<FeatureId, readonly Exclusion[]>>(FRONT_DOOR_IDS.map((door) => [door, new Map()]));
for (const one of EXCLUSIONS) {
  for (const door of one.on) {
    const lost = BY_LOST.get(door);
    for (const feature of one.lost) lost?.set(feature, [...(lost.get(feature) ?? []), one]);
  }
}

/** What takes a feature from a composition, where a workload has what excludes it. */
export function exclusionOf(composition: Composition, feature: FeatureId, workload: Workload): Exclusion | undefined {
  return BY_LOST.get(composition.frontDoor)
    ?.get(feature)
    ?.find((one) => excludes(one, composition, workload));
}

/** Every row in which a feature is lost or takes another. */
export function exclusionsOf(feature: FeatureId): readonly Exclusion[] {
  return EXCLUSIONS.filter(({ lost, beside }) => lost.includes(feature) || beside.includes(feature));
}

/** Features that take another with them where both are needed. */
export const EXCLUDING: ReadonlySet<FeatureId> = new Set(EXCLUSIONS.flatMap(({ beside }) => beside));
