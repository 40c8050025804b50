import type { FeatureId } from '../../workload/features.ts';
import type { Support } from '../support.ts';
import { ALB } from './alb.ts';
import { HTTP } from './http.ts';
import { REST } from './rest.ts';
import { WEBSOCKET } from './websocket.ts';

/** When the pages of AWS behind the tables were last read. */
export const FEATURES_AS_OF = '2026-11-22';

type FeatureTable = Readonly<Record<FeatureId, Support>>;

/** What each front door has. A load balancer is described only where we are sure. */
export const FEATURE_TABLES: {
  readonly rest: FeatureTable;
  readonly http: FeatureTable;
  readonly websocket: FeatureTable;
  readonly alb: Readonly<Partial<Record<FeatureId, Support>>>;
} = { rest: REST, http: HTTP, websocket: WEBSOCKET, alb: ALB };

export { FEATURE_SOURCES } from './sources.ts';
