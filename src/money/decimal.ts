import { Decimal as Library } from 'decimal.js';

/** What arithmetic takes: a decimal, or one as it is written. */
type Operand = Decimal | string;

/**
 * An exact decimal of decimal.js: plus, minus and times lose no digit of anything that was written; a division that does not
 * end is rounded half up to 200 digits. Only what is used here, and no doubles: they have lost digits already.
 */
export interface Decimal {
  plus(other: Operand): Decimal;
  minus(other: Operand): Decimal;
  times(other: Operand): Decimal;
  /** Exact where the division ends, else rounded half up to 200 digits. `other` is not zero. */
  div(other: Operand): Decimal;
  /** The whole number of times that `other` goes into this, towards zero. */
  divToInt(other: Operand): Decimal;
  /** @param exponent a whole number from 0 on. */
  pow(exponent: number): Decimal;
  cmp(other: Operand): number;
  eq(other: Operand): boolean;
  lt(other: Operand): boolean;
  lte(other: Operand): boolean;
  gt(other: Operand): boolean;
  gte(other: Operand): boolean;
  isZero(): boolean;
  isInteger(): boolean;
  decimalPlaces(): number;
  abs(): Decimal;
  neg(): Decimal;
  floor(): Decimal;
  ceil(): Decimal;
  /** Rounded to so many places, half away from zero. */
  toDecimalPlaces(places: number): Decimal;
  /** Rounded to so many digits, half away from zero. */
  toSignificantDigits(digits: number): Decimal;
  /** Plain notation, never an exponent: all places, or rounded half away from zero to just so many. */
  toFixed(places?: number): string;
  toString(): string;
}

/** A clone of its own: settings of decimal.js hold for all that share a constructor. Exponents never show. */
const Exact = Library.clone({
  precision: 200,
  rounding: Library.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  minE: -9e15,
  maxE: 9e15,
  defaults: true,
});

/** What stands before and after the point is told apart by the point alone, so no text is gone through twice. */
const WRITTEN = /^[+-]?(?=\.?\d)\d*(?:\.\d*)?(?:[eE][+-]?\d{1,4})?$/;

/**
 * Reads a decimal from its written form, with an exponent of at most four digits.
 * @throws RangeError when it is no number.
 */
export function decimal(text: string | bigint | Decimal): Decimal {
  if (typeof text === 'object') return text;
  if (typeof text === 'string' && !WRITTEN.test(text)) throw new RangeError(`"${text}" is not a decimal number`);
  // The types of decimal.js take doubles too.
  return compact(new Exact(String(text)) as unknown as Decimal);
}

/** The same, to be held for long: a number just read or worked out has room for seventeen words, a copy for its own digits only. */
export function compact(value: Decimal): Decimal {
  return new Exact(value as unknown as Library) as unknown as Decimal;
}

/** The whole number of 10^-`places` that it is; there are at least `decimalPlaces()` of them. */
export function wholeUnits(value: Decimal, places: number): bigint {
  return BigInt(value.toFixed(places).replace('.', ''));
}

/** Below zero. decimal.js tells -0 from 0; money does not. */
export function isNegative(value: Decimal): boolean {
  return value.lt(ZERO);
}

export const ZERO = decimal('0');
export const ONE = decimal('1');

export function sum(values: Iterable<Decimal>): Decimal {
  let total: Decimal | null = null;
  for (const value of values) total = total === null ? value : total.plus(value);
  return total ?? ZERO;
}

export function max(first: Decimal, ...rest: readonly Decimal[]): Decimal {
  return rest.reduce((best, value) => (value.gt(best) ? value : best), first);
}

export function min(a: Decimal, b: Decimal): Decimal {
  return a.lt(b) ? a : b;
}

/** Decimal places kept where a quotient does not end (a month of 730 hours in days, an LCU). */
const QUOTIENT_SCALE = decimal('1e12');

/**
 * a ÷ b of numbers that are not negative, rounded half up to 12 places only if it does not end sooner. The one place where a
 * quantity is rounded before it is priced; 10^-12 of any AWS unit costs nothing a person can see.
 */
export function quotient(a: Decimal, b: Decimal): Decimal {
  const scaled = a.times(QUOTIENT_SCALE);
  const whole = scaled.divToInt(b);
  const remainder = scaled.minus(whole.times(b));
  const rounded = remainder.plus(remainder).gte(b) ? whole.plus(ONE) : whole;
  return rounded.times('1e-12');
}

/** Number of whole increments that a size starts; a size of nothing still starts one. */
export function increments(size: Decimal, increment: Decimal): Decimal {
  const whole = size.divToInt(increment);
  const started = whole.times(increment).lt(size) ? whole.plus(ONE) : whole;
  return started.lt(ONE) ? ONE : started;
}

/** Plain decimal notation: never an exponent, no trailing zeros. */
export function plain(value: Decimal): string {
  return value.toFixed();
}
