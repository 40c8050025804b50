import { ACCOUNT_QUOTAS } from './account.ts';
import { BACKEND_QUOTAS } from './backend.ts';
import { CONTROL_PLANE_QUOTAS } from './control-plane.ts';
import { DOMAIN_QUOTAS } from './domains.ts';
import { HTTP_QUOTAS } from './http.ts';
import { LOAD_BALANCER_QUOTAS } from './load-balancer.ts';
import { MANAGEMENT_QUOTAS } from './management.ts';
import type { Quota } from './quota.ts';
import { CACHE_QUOTAS, REST_QUOTAS } from './rest.ts';
import { WEBSOCKET_QUOTAS } from './websocket.ts';

/** When the pages of AWS behind the quotas were last read. */
export const QUOTAS_AS_OF = '2026-11-22';

const GROUPS = [
  { title: 'The whole account', quotas: ACCOUNT_QUOTAS },
  { title: 'REST APIs', quotas: REST_QUOTAS },
  { title: 'The cache of a REST API', quotas: CACHE_QUOTAS },
  { title: 'HTTP APIs', quotas: HTTP_QUOTAS },
  { title: 'WebSocket APIs', quotas: WEBSOCKET_QUOTAS },
  { title: 'Domain names and certificates', quotas: DOMAIN_QUOTAS },
  { title: 'Keys, plans and portals', quotas: MANAGEMENT_QUOTAS },
  { title: 'Management calls', quotas: CONTROL_PLANE_QUOTAS },
  { title: 'Application Load Balancers', quotas: LOAD_BALANCER_QUOTAS },
  { title: 'Behind and beside an API', quotas: BACKEND_QUOTAS },
] as const;

export type QuotaId = (typeof GROUPS)[number]['quotas'][number]['id'];

/** A quota of the table, whose id is known. */
export type KnownQuota = Quota & { readonly id: QuotaId };

/** Every limit we know of, each once, under headings that a page may show. */
export const QUOTA_GROUPS: readonly { readonly title: string; readonly quotas: readonly KnownQuota[] }[] = GROUPS;

/** Every limit we know of, each once. */
export const QUOTAS: readonly KnownQuota[] = QUOTA_GROUPS.flatMap((group) => group.quotas);

const BY_ID = Object.fromEntries(QUOTAS.map((quota) => [quota.id, quota])) as Readonly<Record<QuotaId, KnownQuota>>;

/** The quota of an id. */
export function quotaOf(id: QuotaId): KnownQuota {
  return BY_ID[id];
}

export type { Quota } from './quota.ts';
