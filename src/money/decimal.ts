import { Decimal as Shared } from 'decimal.js';

/**
 * Exact decimals. A private clone, because `Decimal.set` is global and the default keeps only
 * 20 digits. A quantity as written has at most 24 digits and 12 decimals; times sizes, shares and prices, over 2^30, the
 * longest product stays below 200.
 */
const Exact = Shared.clone({ precision: 200, toExpNeg: -200, toExpPos: 200, rounding: Shared.ROUND_HALF_UP });

export type Decimal = Shared;

/** Reads a decimal from its written form. Doubles are refused by type: they have lost digits already. */
export function decimal(text: string | bigint | Decimal): Decimal {
  return new Exact(typeof text === 'bigint' ? text.toString() : text);
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
  // Integer division of scaled numbers: decimal.js would otherwise work out 200 digits to keep twelve.
  const scaled = a.times(QUOTIENT_SCALE);
  const whole = scaled.divToInt(b);
  const remainder = scaled.minus(whole.times(b));
  return (remainder.plus(remainder).gte(b) ? whole.plus(ONE) : whole).div(QUOTIENT_SCALE);
}

/** Number of whole increments that a size starts; a size of nothing still starts one. */
export function increments(size: Decimal, increment: Decimal): Decimal {
  const started = size.div(increment).ceil();
  return started.lt(ONE) ? ONE : started;
}

/** Plain decimal notation: never an exponent, no trailing zeros. */
export function plain(value: Decimal): string {
  return value.toFixed();
}
