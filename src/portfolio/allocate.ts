import { quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';

/** How a pooled bill is shared out. */
export const ALLOCATIONS = {
  proportional: 'Each workload bears of every tier the share that it has of the usage in it.',
  marginal:
    'Each workload bears what the bill would fall by without it, scaled so that all of them add up to the bill: whoever fills the cheap last tiers gains most.',
} as const;
export type Allocation = keyof typeof ALLOCATIONS;

/**
 * Parts in proportion to weights that add up to the total exactly: what rounding to twelve places loses, the last part
 * that is not nothing gets back. Null where all weights are nothing.
 */
export function inProportion(total: Decimal, weights: readonly Decimal[]): readonly Decimal[] | null {
  const all = sum(weights);
  if (all.lte(ZERO)) return null;
  const last = weights.findLastIndex((weight) => weight.gt(ZERO));
  let given = ZERO;
  return weights.map((weight, index) => {
    if (index > last) return ZERO;
    const part = index === last ? total.minus(given) : quotient(total.times(weight), all);
    given = given.plus(part);
    return part;
  });
}
