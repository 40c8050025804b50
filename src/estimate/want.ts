import type { Rate, Unavailable } from '../pricebook/price-book.ts';

/**
 * Why something has no price: AWS publishes no rate, our price sheets lack the rate, or the workload does not
 * state a size or ratio by which it is billed.
 */
export type Want = 'not-published' | 'not-in-sheet' | 'not-stated';

/** Why a rate, or a tier of it, has no price. */
export function wantOf(rate: Rate | Unavailable): Want {
  return 'unavailable' in rate && rate.published === false ? 'not-published' : 'not-in-sheet';
}
