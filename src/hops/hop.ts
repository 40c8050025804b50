import type { Decimal } from '../money/decimal.ts';
import type { Sku } from '../pricebook/skus.ts';
import type { AssumptionId } from '../workload/assumptions.ts';
import type { Units } from '../workload/units.ts';
import type { Fate, Finished, Parcel, Realtime } from './flow.ts';

/** Whose cost it is: what the choice of API type changes, or what answers behind it. */
export type Side = 'front-door' | 'backend';

/** A share of a parcel that leaves at a hop, and as what. */
interface Exit {
  readonly fate: Fate;
  readonly share: Decimal;
}

/** The finished month that a hop meters: it decides nothing any more. */
export interface Routed {
  readonly parcels: readonly Finished[];
  readonly realtime: Realtime | null;
}

/** Usage to be priced: what the customer used, and what AWS counts of it. */
export interface Usage {
  readonly type: 'usage';
  readonly sku: Sku;
  /** A CloudFront geography, or a Region other than the workload's. */
  readonly geography?: string;
  readonly region?: string;
  readonly consumedQuantity: Decimal;
  readonly consumedUnit: string;
  readonly pricingQuantity: Decimal;
  readonly note: string | null;
  /** `none` where an always-free allowance of the sku does not cover this usage. */
  readonly allowance?: 'none';
}

/** Used and not billed, and why: a row all the same. */
export interface Unbilled {
  readonly type: 'unbilled';
  readonly sku: Sku;
  readonly geography?: string;
  readonly consumedQuantity: Decimal;
  readonly consumedUnit: string;
  readonly reason: string;
}

/** Something that costs money and cannot be metered, because the workload does not say it. */
export interface NotPriced {
  readonly type: 'not-priced';
  readonly what: string;
  readonly because: string;
  /** The field that would let it be priced. */
  readonly field: string | null;
  /** Without it the candidate is not whole, so that its total is a lower bound. */
  readonly ofTotal?: true;
}

/** A usage of which only a part is known: the total is a lower bound. */
interface Incomplete {
  readonly type: 'incomplete';
  readonly sku: Sku;
  /** Whether the workload does not state a size or ratio, or no source tells what is billed. */
  readonly want: 'not-stated' | 'not-in-sheet';
  readonly reason: string;
}

/** A default or reading of the rules that the usage depends on. */
export interface Assumed {
  readonly type: 'assumed';
  readonly id: AssumptionId;
  readonly value?: string;
}

export type Metered = Usage | Unbilled | NotPriced | Incomplete | Assumed;

/**
 * One thing that requests pass, in the order they meet it. `exit` routes: which part of a parcel ends here.
 * `meter` counts as AWS counts, looking at fates that are all decided; it returns quantities, never money.
 */
export interface Hop {
  readonly id: string;
  readonly side: Side;
  /** True where usage is not in proportion to requests, so that costs over volumes are no straight lines. */
  readonly stepwise?: true;
  exit?(parcel: Parcel): Exit | null;
  meter?(routed: Routed, at: { readonly index: number; readonly units: Units }): readonly Metered[];
}

/** The assumption behind the number of connects, where a hop uses it and the workload does not say it. */
export function connectsAssumption({ assumed }: Realtime): readonly Assumed[] {
  return assumed.sessionLength ? [{ type: 'assumed', id: 'realtime-two-hour-sessions' }] : [];
}

/** Whether it goes out to a client. */
export function isPushed({ direction }: Realtime['messages'][number]): boolean {
  return direction === 'outbound' || direction === 'fan-out';
}

/** Requests that got as far as this hop. */
export function arriving(routed: Routed, index: number): readonly Finished[] {
  return routed.parcels.filter((parcel) => parcel.endedAt >= index);
}

/** Requests that this hop let pass. */
export function passing(routed: Routed, index: number): readonly Finished[] {
  return routed.parcels.filter((parcel) => parcel.endedAt > index);
}

/** Whether a full response went back to the client: refusals, wherever they happen, and preflight answers are a few bytes. */
export function carriesBody({ fate, kind }: Finished): boolean {
  const served = fate === 'answered' || fate === 'edge-hit' || fate === 'cache-hit';
  return served && (kind === 'good' || kind === 'attack');
}
