import { FRONT_DOOR_IDS, GATEWAYS, isGateway, type FrontDoor } from '../../workload/front-doors.ts';
import { FRONT_DOOR_TABLES, type OwnQuotaId } from '../front-doors.ts';
import { ACCOUNT_QUOTAS } from './account.ts';
import { BACKEND_QUOTAS } from './backend.ts';
import { CONTROL_PLANE_QUOTAS } from './control-plane.ts';
import { DOMAIN_QUOTAS } from './domains.ts';
import { MANAGEMENT_QUOTAS } from './management.ts';
import type { Quota } from './quota.ts';
import { SERVICE_QUOTAS } from './services.ts';

/** When the pages of AWS behind the quotas were last read. */
export const QUOTAS_AS_OF = '2026-11-22';

type Group = { readonly title: string; readonly quotas: readonly KnownQuota[] };

/** Of several front doors, or of what stands beside and behind them. */
const COMMON = {
  account: { title: 'The whole account', quotas: ACCOUNT_QUOTAS },
  domains: { title: 'Domain names and certificates', quotas: DOMAIN_QUOTAS },
  management: { title: 'Keys, plans and portals', quotas: MANAGEMENT_QUOTAS },
  controlPlane: { title: 'Management calls', quotas: CONTROL_PLANE_QUOTAS },
  backend: { title: 'Behind and beside an API', quotas: [...BACKEND_QUOTAS, ...SERVICE_QUOTAS] },
} as const;

const ownOf = (ids: readonly FrontDoor[]) => ids.flatMap((id) => FRONT_DOOR_TABLES[id].quotas as readonly Group[]);

export type QuotaId = (typeof COMMON)[keyof typeof COMMON]['quotas'][number]['id'] | OwnQuotaId;

/** A quota of the table, whose id is known. */
export type KnownQuota = Quota & { readonly id: QuotaId };

/** Every limit we know of, each once, under headings that a page may show. */
export const QUOTA_GROUPS: readonly Group[] = [
  COMMON.account,
  ...ownOf(GATEWAYS),
  COMMON.domains,
  COMMON.management,
  COMMON.controlPlane,
  ...ownOf(FRONT_DOOR_IDS.filter((id) => !isGateway(id))),
  COMMON.backend,
];

/** Every limit we know of, each once. */
export const QUOTAS: readonly KnownQuota[] = QUOTA_GROUPS.flatMap((group) => group.quotas);

const BY_ID = Object.fromEntries(QUOTAS.map((quota) => [quota.id, quota])) as Readonly<Record<QuotaId, KnownQuota>>;

/** The quota of an id. */
export function quotaOf(id: QuotaId): KnownQuota {
  return BY_ID[id];
}

export type { Quota } from './quota.ts';
