/**
 * What compares a limit with a workload: `use`, a row of the quotas used, over which quota-refuses or quota-to-raise speaks
 * unless a rule named beside it does; `throttle`, which works out what is refused; `reader`, which takes nothing over it; or a
 * rule by its id.
 */
type Holder = 'use' | 'throttle' | 'reader' | `rule ${string}`;

/** How a limit is held: the fields that meet it and what compares them, or why no workload states how much of it is used. */
export type Held = { readonly fields: readonly string[]; readonly by: readonly Holder[] } | { readonly unheld: string };

export const by = (fields: string, ...holders: readonly Holder[]): Held => ({ fields: fields.split(' '), by: holders });
export const used = (fields: string, ...rules: readonly Holder[]): Held => by(fields, 'use', ...rules);
export const unheld = (why: string): Held => ({ unheld: why });

export const BODIES = 'traffic.largestRequest traffic.largestResponse traffic.request traffic.response traffic.sizes';
export const REQUESTS = 'traffic.largestRequest traffic.request traffic.sizes';
export const RESPONSES = 'traffic.largestResponse traffic.response traffic.sizes';
export const WAIT = 'backend.p99 backend.lambda.duration';
export const PEAK = 'traffic.peak';
export const MESSAGES = 'realtime.largestMessage realtime.inbound realtime.outbound';
export const SILENCE = 'realtime.longestSilence realtime.heartbeat';
export const KEPT = 'auth.lambdaAuthorizer.cacheTtl';

export const MADE = 'it is a property of the definition: AWS refuses a larger one when it is deployed, before it serves a request';
export const OTHERS = 'it counts what all APIs of the account have, and a workload is one of them';
export const MANAGED = 'a workload states what an API serves, not how often its definition is changed';
export const TEMPLATE = 'a workload states how long an entry is, with its variables filled in, and not the format';
export const ISSUER = 'the key set is the token issuer’s, and a workload states only its algorithm';
export const NO_CANDIDATE = 'it is what a remedy names, and no candidate';
export const NO_LIMIT = 'it is no limit';

/** The rules that compare a limit with a workload, by their ids: those that name it, or else those of all quotas used. */
export function rulesThatHold({ by: holders }: Extract<Held, { by: unknown }>): readonly string[] {
  const named = holders.flatMap((one) => (one.startsWith('rule ') ? [one.slice('rule '.length)] : []));
  return named.length > 0 || !holders.includes('use') ? named : ['quota-refuses', 'quota-to-raise'];
}
