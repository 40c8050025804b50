import { decimal, wholeUnits, type Decimal } from './decimal.ts';

/**
 * Exact fractions, for what divides and must not be rounded on the way: the moment at which a bucket runs dry, the part of
 * a stream that a limit lets pass. In lowest terms, the denominator positive.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const NONE: Fraction = { numerator: 0n, denominator: 1n };
export const WHOLE: Fraction = { numerator: 1n, denominator: 1n };

/** `numerator ÷ denominator` in lowest terms; `denominator` is not zero. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  const divisor = greatestCommon(numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large === 0n ? 1n : large;
}

/** A decimal as a fraction, to its last digit. */
export function fractionOf(value: Decimal): Fraction {
  const places = value.decimalPlaces();
  return fraction(wholeUnits(value, places), 10n ** BigInt(places));
}

/** Decimal places of a fraction that does not end. */
const PLACES = 12;

/** As a decimal: exact where it ends within 12 places, else rounded half up there. For what is not negative. */
export function decimalOf({ numerator, denominator }: Fraction): Decimal {
  const units = 10n ** BigInt(PLACES);
  return decimal(`${(2n * numerator * units + denominator) / (2n * denominator)}e-${PLACES}`);
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.numerator * b.numerator, a.denominator * b.denominator);
/** a ÷ b; b is not zero. */
export const divided = (a: Fraction, b: Fraction): Fraction => fraction(a.numerator * b.denominator, a.denominator * b.numerator);

export const isNone = ({ numerator }: Fraction): boolean => numerator === 0n;
export const less = (a: Fraction, b: Fraction): boolean => a.numerator * b.denominator < b.numerator * a.denominator;
export const least = (a: Fraction, b: Fraction): Fraction => (less(b, a) ? b : a);
export const most = (a: Fraction, b: Fraction): Fraction => (less(a, b) ? b : a);
export const total = (values: Iterable<Fraction>): Fraction => {
  let sum = NONE;
  for (const value of values) sum = plus(sum, value);
  return sum;
};
