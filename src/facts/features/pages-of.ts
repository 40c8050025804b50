import { FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import type { FeatureId } from '../../workload/features.ts';
import { FRONT_DOOR_TABLES } from '../front-doors.ts';
import { GATEWAY_PAGES } from './sources.ts';

/** The pages that settle a feature, for every front door that the pages speak of. */
export function featurePages(feature: FeatureId): readonly string[] {
  const own = FRONT_DOOR_IDS.flatMap((id) => FRONT_DOOR_TABLES[id].pages[feature] ?? []);
  return [...new Set([...GATEWAY_PAGES[feature], ...own])];
}
