import { decimal, sum, wholeUnits, ZERO, type Decimal } from '../money/decimal.ts';
import type { Entry } from './item.ts';

/** How a pooled bill is divided. */
export const ALLOCATIONS = {
  proportional: 'Each workload pays, in every tier, its share of the usage.',
  marginal:
    'Each workload pays what the bill would decrease by without it, scaled so that all of them add up to the bill: workloads in the cheap last tiers pay less.',
} as const;
export type Allocation = keyof typeof ALLOCATIONS;

/** Places to which a part is worked out, if the total has no more. */
const PLACES = 12;

/**
 * Parts in proportion to weights that add up to the total to its last digit: each is rounded down, and what is left goes in
 * units of the last place to those that lost most, of equal ones to the first. Null where all weights are nothing.
 */
export function inProportion(total: Decimal, weights: readonly Decimal[]): readonly Decimal[] | null {
  const all = sum(weights);
  if (all.lte(ZERO)) return null;
  const places = Math.max(PLACES, total.decimalPlaces());
  const weightPlaces = Math.max(...weights.map((weight) => weight.decimalPlaces()));
  const [units, denominator] = [wholeUnits(total, places), wholeUnits(all, weightPlaces)];
  const parts = weights.map((weight, index) => {
    const numerator = units * wholeUnits(weight, weightPlaces);
    return { index, whole: numerator / denominator, lost: numerator % denominator };
  });
  const left = Number(units - parts.reduce((given, { whole }) => given + whole, 0n));
  const rounded = new Set(
    parts
      .toSorted((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1))
      .slice(0, left)
      .map(({ index }) => index),
  );
  return parts.map(({ index, whole }) => decimal(`${whole + (rounded.has(index) ? 1n : 0n)}e-${places}`));
}

/**
 * The places of workloads in an order that does not depend on the order in which they were given: what rounding gives to
 * the one or the other, or an allowance covers first, must not move when files are listed otherwise.
 */
export function inOrder(entries: readonly Entry[]): readonly number[] {
  const keys = entries.map(({ workload, file }) => `${workload.name}\n${file}`);
  return [...keys.keys()].toSorted((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : (keys[a] ?? '') > (keys[b] ?? '') ? 1 : a - b));
}
