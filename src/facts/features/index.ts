import type { FeatureId } from '../../workload/features.ts';
import { FRONT_DOOR_IDS, type FrontDoor } from '../../workload/front-doors.ts';
import { FRONT_DOOR_TABLES } from '../front-doors.ts';
import type { Support } from '../support.ts';

/** When the pages of AWS behind the tables were last read. */
export const FEATURES_AS_OF = '2026-11-22';

type FeatureTable = Readonly<Record<FeatureId, Support>>;

/** What each front door has. */
export const FEATURE_TABLES = Object.fromEntries(FRONT_DOOR_IDS.map((id) => [id, FRONT_DOOR_TABLES[id].features])) as Readonly<
  Record<FrontDoor, FeatureTable>
>;
