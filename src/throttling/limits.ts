import { isGateway, type FrontDoor } from '../workload/front-doors.ts';
import { quotaIn } from '../facts/quotas/quota-in.ts';
import { decimal, ONE, sum, ZERO, type Decimal } from '../money/decimal.ts';
import { divided, fractionOf, less, minus, NONE, times, total, WHOLE, type Fraction } from '../money/fraction.ts';
import type { Workload } from '../workload/schema.ts';
import { isThere } from '../workload/share.ts';

/**
 * The layers in the order in which AWS applies them. Behind the account stands a limit of the Region for all customers,
 * which AWS does not publish. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export const LAYERS = ['client-method', 'client', 'method', 'account'] as const;
export type Layer = (typeof LAYERS)[number];

/** One token bucket, or as many alike as a plan has clients. */
export interface Limit {
  readonly layer: Layer;
  readonly plan: string | null;
  readonly method: string | null;
  readonly rate: Decimal;
  /** Null where it is not stated: then nobody knows whether it lets anything through. */
  readonly burst: Decimal | null;
  /** Buckets of this kind: one for each client of a plan. */
  readonly buckets: Decimal;
  /** Where it comes from: the workload, the default of the stage, the default of the Region. */
  readonly origin: 'stated' | 'stage' | 'region';
}

/** A part of the requests that meets the same limits: what the clients of one plan send to one method. */
export interface Flow {
  readonly plan: string | null;
  readonly method: string | null;
  readonly share: Fraction;
}

/** A limit that nobody knows, and the field that would say it. */
export interface UnknownLimit {
  readonly layer: Layer;
  readonly because: string;
  readonly field: string;
}

/** What the requests of a workload meet at a front door. */
export interface Limits {
  readonly flows: readonly Flow[];
  readonly limits: readonly Limit[];
  readonly unknown: readonly UnknownLimit[];
}

/** The limits that a front door has of those that the workload states, and the account's. */
export function limitsOf(frontDoor: FrontDoor, { region, traffic, throttling = {} }: Workload): Limits {
  if (!isGateway(frontDoor)) return { flows: [{ plan: null, method: null, share: WHOLE }], limits: [], unknown: [] };
  const plans = frontDoor === 'http' ? [] : (throttling.clients ?? []).filter(isThere);
  const methods = (throttling.methods ?? []).filter(isThere);
  const account = accountOf(region, throttling.account);
  return {
    flows: byKey(parts(plans), keyed(traffic)).flatMap((plan) =>
      parts(methods).map((method) => ({ plan: plan.name, method: method.name, share: times(plan.share, method.share) })),
    ),
    limits: [
      ...plans.flatMap((plan) =>
        (plan.methods ?? []).map(({ name, rate, burst = null }): Limit => ({
          layer: 'client-method',
          plan: plan.name,
          method: name,
          rate,
          burst,
          buckets: plan.clients,
          origin: 'stated',
        })),
      ),
      ...plans.flatMap(({ name, rate, burst = null, clients }): Limit[] =>
        rate ? [{ layer: 'client', plan: name, method: null, rate, burst, buckets: clients, origin: 'stated' }] : [],
      ),
      ...parts(methods).flatMap(({ name }) => methodLimit(name, throttling)),
      ...('rate' in account ? [account] : []),
    ],
    unknown: 'unknown' in account ? [{ layer: 'account', because: account.unknown, field: 'throttling.account' }] : [],
  };
}

/** Whether a flow passes a limit. */
export function meets(flow: Flow, { layer, plan, method }: Limit): boolean {
  if (layer === 'account') return true;
  if (layer === 'method') return flow.method === method;
  return flow.plan === plan && (layer === 'client' || flow.method === method);
}

interface Part {
  readonly name: string | null;
  readonly share: Fraction;
}

/**
 * The share of what reaches the gateway that a usage plan counts: browsers send no API key with a preflight, and what an
 * authorizer refuses, or what has no valid key, never comes to a plan. https://fetch.spec.whatwg.org/#cors-preflight-fetch
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
export function keyed(traffic: Workload['traffic']): Fraction {
  const { preflight = ZERO, unauthorized = ZERO, blocked = ZERO } = traffic?.fates ?? {};
  const arrives = minus(WHOLE, fractionOf(blocked));
  return less(NONE, arrives) ? minus(WHOLE, divided(fractionOf(preflight.plus(unauthorized)), arrives)) : WHOLE;
}

/** Plans with what their clients send with a key; the rest meets what all requests meet. */
function byKey(plans: readonly Part[], withKey: Fraction): readonly Part[] {
  const own = plans.map((plan) => (plan.name === null ? plan : { ...plan, share: times(plan.share, withKey) }));
  const rest = minus(WHOLE, total(own.map(({ share }) => share)));
  return less(NONE, rest) ? [...own.filter(({ name }) => name !== null), { name: null, share: rest }] : own;
}

/** The parts that are named, and what they leave. */
function parts(named: readonly { readonly name: string; readonly share: Decimal }[]): readonly Part[] {
  const rest = minus(WHOLE, fractionOf(sum(named.map((one) => one.share))));
  const stated = named.map(({ name, share }) => ({ name, share: fractionOf(share) }));
  return less(NONE, rest) ? [...stated, { name: null, share: rest }] : stated;
}

/**
 * A method's own limit, or else that of the stage: AWS applies stage limits method by method, so that what no name is
 * given to counts as one method.
 */
function methodLimit(name: string | null, { methods = [], stage }: NonNullable<Workload['throttling']>): readonly Limit[] {
  const own = methods.find((one) => one.name === name);
  const bucket = { layer: 'method', plan: null, method: name, buckets: ONE } as const;
  if (own?.rate) return [{ ...bucket, rate: own.rate, burst: own.burst ?? null, origin: 'stated' }];
  return stage ? [{ ...bucket, rate: stage.rate, burst: stage.burst ?? null, origin: 'stage' }] : [];
}

function accountOf(region: string, stated: NonNullable<Workload['throttling']>['account']): Limit | { readonly unknown: string } {
  const limit = { layer: 'account', plan: null, method: null, buckets: ONE } as const;
  if (stated) return { ...limit, rate: stated.rate, burst: stated.burst ?? null, origin: 'stated' };
  const [rate, burst] = [quotaIn('account-rate', region), quotaIn('account-burst', region)];
  if (rate.type === 'limit' && burst.type === 'limit') {
    return { ...limit, rate: decimal(rate.value), burst: decimal(burst.value), origin: 'region' };
  }
  return { unknown: rate.type === 'limit' ? 'the default burst of the Region is not known' : rate.because };
}
