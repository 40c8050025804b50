import type { FeatureId } from '../workload/features.ts';
import type { FrontDoor } from '../workload/front-doors.ts';
import { ALB, ALB_PAGES, ALB_SETUP } from './features/alb.ts';
import { ALB_WEBSOCKET, ALB_WEBSOCKET_PAGES, ALB_WEBSOCKET_SETUP } from './features/alb-websocket.ts';
import { FUNCTION_URL, FUNCTION_URL_PAGES, FUNCTION_URL_SETUP } from './features/function-url.ts';
import { HTTP, HTTP_SETUP } from './features/http.ts';
import { NLB_WEBSOCKET, NLB_WEBSOCKET_PAGES, NLB_WEBSOCKET_SETUP } from './features/nlb-websocket.ts';
import { REST, REST_SETUP } from './features/rest.ts';
import type { FeaturePages } from './features/sources.ts';
import { WEB_FUNCTION, WEB_FUNCTION_PAGES, WEB_FUNCTION_SETUP } from './features/web-function.ts';
import { WEBSOCKET, WEBSOCKET_SETUP } from './features/websocket.ts';
import { ALB_WEBSOCKET_QUOTAS } from './quotas/alb-websocket.ts';
import { HTTP_QUOTAS } from './quotas/http.ts';
import { FUNCTION_URL_QUOTAS } from './quotas/function-url.ts';
import { LOAD_BALANCER_QUOTAS } from './quotas/load-balancer.ts';
import { NLB_WEBSOCKET_QUOTAS } from './quotas/nlb-websocket.ts';
import type { Quota } from './quotas/quota.ts';
import { CACHE_QUOTAS, REST_QUOTAS } from './quotas/rest.ts';
import { WEB_FUNCTION_QUOTAS } from './quotas/web-function.ts';
import { WEBSOCKET_QUOTAS } from './quotas/websocket.ts';
import type { Setup } from './setup.ts';
import type { Support } from './support.ts';

interface Tables {
  /** Whether it has each feature. */
  readonly features: Readonly<Record<FeatureId, Support>>;
  /** AWS's pages that speak of it, besides those about API Gateway. */
  readonly pages: FeaturePages;
  /** What is set up with it. */
  readonly setup: Setup;
  /** Its own limits, under headings that a page may show. */
  readonly quotas: readonly { readonly title: string; readonly quotas: readonly Quota[] }[];
}

const TABLES = {
  rest: {
    features: REST,
    pages: {},
    setup: REST_SETUP,
    quotas: [
      { title: 'REST APIs', quotas: REST_QUOTAS },
      { title: 'The cache of a REST API', quotas: CACHE_QUOTAS },
    ],
  },
  http: { features: HTTP, pages: {}, setup: HTTP_SETUP, quotas: [{ title: 'HTTP APIs', quotas: HTTP_QUOTAS }] },
  websocket: { features: WEBSOCKET, pages: {}, setup: WEBSOCKET_SETUP, quotas: [{ title: 'WebSocket APIs', quotas: WEBSOCKET_QUOTAS }] },
  alb: {
    features: ALB,
    pages: ALB_PAGES,
    setup: ALB_SETUP,
    quotas: [{ title: 'Application Load Balancers', quotas: LOAD_BALANCER_QUOTAS }],
  },
  'function-url': {
    features: FUNCTION_URL,
    pages: FUNCTION_URL_PAGES,
    setup: FUNCTION_URL_SETUP,
    quotas: [{ title: 'Lambda function URLs', quotas: FUNCTION_URL_QUOTAS }],
  },
  'web-function': {
    features: WEB_FUNCTION,
    pages: WEB_FUNCTION_PAGES,
    setup: WEB_FUNCTION_SETUP,
    quotas: [{ title: 'Lambda Web Functions', quotas: WEB_FUNCTION_QUOTAS }],
  },
  'alb-websocket': {
    features: ALB_WEBSOCKET,
    pages: ALB_WEBSOCKET_PAGES,
    setup: ALB_WEBSOCKET_SETUP,
    quotas: [{ title: 'Application Load Balancers for connections', quotas: ALB_WEBSOCKET_QUOTAS }],
  },
  'nlb-websocket': {
    features: NLB_WEBSOCKET,
    pages: NLB_WEBSOCKET_PAGES,
    setup: NLB_WEBSOCKET_SETUP,
    quotas: [{ title: 'Network Load Balancers for connections', quotas: NLB_WEBSOCKET_QUOTAS }],
  },
} as const satisfies Record<FrontDoor, Tables>;

/** What is known of each front door, besides what every part of the program asks of it (src/workload/front-doors.ts). */
export const FRONT_DOOR_TABLES: Readonly<Record<FrontDoor, Tables>> = TABLES;

/** Ids of limits of one front door. */
export type OwnQuotaId = (typeof TABLES)[keyof typeof TABLES]['quotas'][number]['quotas'][number]['id'];
