import { decimal, increments, ONE, sum, type Decimal } from '../money/decimal.ts';
import type { Sku } from '../pricebook/skus.ts';
import type { AssumptionId } from '../workload/assumptions.ts';
import type { Workload } from '../workload/schema.ts';
import type { Units } from '../workload/units.ts';
import type { Metered } from './hop.ts';

/** So many calls of a service, with what each sends and gets back in bytes; null where it is not stated. */
export interface Call {
  readonly count: Decimal;
  readonly sent: Decimal | null;
  readonly got: Decimal | null;
}

/** A month of calls of one service. */
export interface Calls {
  readonly service: NonNullable<NonNullable<Workload['backend']>['service']>;
  readonly calls: readonly Call[];
  readonly count: Decimal;
  readonly units: Units;
}

/** What is billed in started increments of each call, and what is assumed where a size is not stated. */
export function started(
  { calls, units }: Calls,
  side: 'sent' | 'got',
  increment: string,
  fits: AssumptionId,
): { readonly quantity: Decimal; readonly assumed: readonly Metered[] } {
  const bytes = decimal(increment).times(units.bytesPerKB);
  return {
    quantity: sum(calls.map((one) => one.count.times(one[side] === null ? ONE : increments(one[side], bytes)))),
    assumed: calls.some((one) => one[side] === null) ? [{ type: 'assumed', id: fits }] : [],
  };
}

export function used(sku: Sku, consumed: Decimal, unit: string, billed: Decimal, note: string | null): Metered {
  return { type: 'usage', sku, consumedQuantity: consumed, consumedUnit: unit, pricingQuantity: billed, note };
}

/** What such a service costs besides, which nothing in a workload tells. */
export function besides(what: string, because: string): Metered {
  return { type: 'not-priced', what, because, field: null };
}
