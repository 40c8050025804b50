import { decimal, quotient, type Decimal } from './decimal.ts';

/**
 * Exact fractions, for what divides and must not be rounded on the way: the moment at which a bucket runs dry, the part of
 * a stream that a limit lets pass. In lowest terms, the denominator positive.
 */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const NONE: Fraction = { over: 0n, under: 1n };
export const WHOLE: Fraction = { over: 1n, under: 1n };

/** `over ÷ under` in lowest terms; `under` is not zero. */
export function fraction(over: bigint, under = 1n): Fraction {
  const divisor = greatestCommon(over < 0n ? -over : over, under < 0n ? -under : under);
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / divisor, under: (sign * under) / divisor };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large === 0n ? 1n : large;
}

/** A decimal as a fraction, to its last digit. */
export function fractionOf(value: Decimal): Fraction {
  const places = value.decimalPlaces();
  const scale = 10n ** BigInt(places);
  return fraction(BigInt(value.times(decimal(scale)).toFixed(0)), scale);
}

/** As a decimal: exact where it ends within 12 places, else rounded half up there. For what is not negative. */
export function decimalOf({ over, under }: Fraction): Decimal {
  return quotient(decimal(over), decimal(under));
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
/** a ÷ b; b is not zero. */
export const divided = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);

export const isNone = ({ over }: Fraction): boolean => over === 0n;
export const less = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;
export const least = (a: Fraction, b: Fraction): Fraction => (less(b, a) ? b : a);
export const most = (a: Fraction, b: Fraction): Fraction => (less(a, b) ? b : a);
export const total = (values: Iterable<Fraction>): Fraction => {
  let sum = NONE;
  for (const value of values) sum = plus(sum, value);
  return sum;
};
