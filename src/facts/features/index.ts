import type { FeatureId } from '../../workload/features.ts';
import type { FrontDoor } from '../front-door.ts';
import type { Support } from '../support.ts';
import { ALB } from './alb.ts';
import { FUNCTION_URL } from './function-url.ts';
import { HTTP } from './http.ts';
import { REST } from './rest.ts';
import { WEBSOCKET } from './websocket.ts';

/** When the pages of AWS behind the tables were last read. */
export const FEATURES_AS_OF = '2026-11-22';

type FeatureTable = Readonly<Record<FeatureId, Support>>;

/** What each front door has. */
export const FEATURE_TABLES: Readonly<Record<FrontDoor, FeatureTable>> = {
  rest: REST,
  http: HTTP,
  websocket: WEBSOCKET,
  alb: ALB,
  'function-url': FUNCTION_URL,
};

export { FEATURE_SOURCES } from './sources.ts';
