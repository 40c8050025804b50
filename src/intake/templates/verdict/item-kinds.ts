import { ACCESS } from './items-of-access.ts';
import { CALLS } from './items-of-calls.ts';
import { OPERATION } from './items-of-operation.ts';

/**
 * Classes: `workaround`, a setting or a service in front or beside gives it, without a change of application code; `rewrite`, an
 * integration, a function or an authorizer is written anew, or clients see another answer; `blocked`, nothing short of
 * another product keeps it.
 */
export const ITEM_KINDS = { ...ACCESS, ...CALLS, ...OPERATION };

export type ItemId = keyof typeof ITEM_KINDS;
