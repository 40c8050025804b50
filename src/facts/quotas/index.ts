import { BACKEND_QUOTAS } from './backend.ts';
import { HTTP_QUOTAS } from './http.ts';
import type { Quota } from './quota.ts';
import { REST_QUOTAS } from './rest.ts';
import { SEVERAL_QUOTAS } from './several.ts';
import { WEBSOCKET_QUOTAS } from './websocket.ts';

/** When the pages of AWS behind the quotas were last read. */
export const QUOTAS_AS_OF = '2026-11-22';

const TABLE = [...SEVERAL_QUOTAS, ...REST_QUOTAS, ...HTTP_QUOTAS, ...WEBSOCKET_QUOTAS, ...BACKEND_QUOTAS] as const;

export type QuotaId = (typeof TABLE)[number]['id'];

/** Every limit we know of, each once. */
export const QUOTAS: readonly (Quota & { readonly id: QuotaId })[] = TABLE;

export type { Quota } from './quota.ts';
