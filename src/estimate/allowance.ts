import type { Allowance, Place, PriceBook } from '../pricebook/price-book.ts';
import type { Sku } from '../pricebook/skus.ts';
import type { FreeTier } from '../workload/schema.ts';

/** Which allowances are subtracted. */
export interface Free {
  readonly alwaysFree: boolean;
  readonly freeTier?: FreeTier;
}

/** The allowance that covers a sku in a place; null where there is none, or none is subtracted. */
export function allowanceOf(sku: Sku, place: Place, { allowances }: PriceBook, { alwaysFree, freeTier }: Free): Allowance | null {
  const isSubtracted = { always: alwaysFree, legacy: freeTier === 'legacy' };
  const covers = (one: Allowance) => one.skus.includes(sku) && !('region' in place && one.excludes.includes(place.region));
  return allowances.find((one) => isSubtracted[one.of] && covers(one)) ?? null;
}

/** What a row says that an allowance covers. */
export function allowanceNote({ of }: Allowance, covered: string): string {
  return of === 'always' ? `always free: ${covered} of the organisation` : `free tier, first 12 months: ${covered} of the organisation`;
}
