/** What arithmetic takes: a decimal, or one as it is written. */
type Operand = Decimal | string;

/** Digits kept of a division that does not end; as many as anything that was written or multiplied can have. */
const DIVISION_DIGITS = 200;

/** What stands before and after the point is told apart by the point alone, so no text is gone through twice. */
const WRITTEN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * An exact decimal: a whole number of units of 10^-places, on BigInt, so that nothing is ever rounded unless it is asked
 * for. The methods are named and round as those of decimal.js, against which tests hold them. Always in lowest terms (no
 * trailing zero after the point), so equal decimals are equal objects.
 */
export class Decimal {
  readonly units: bigint;
  readonly places: number;

  /** `units` × 10^-`places`; a negative `places` adds zeros. */
  constructor(units: bigint, places: number) {
    if (places < 0) {
      units *= powerOfTen(-places);
      places = 0;
    }
    while (places > 0 && units % 10n === 0n) {
      units /= 10n;
      places -= 1;
    }
    this.units = units;
    this.places = places;
  }

  plus(other: Operand): Decimal {
    const that = of(other);
    if (this.places === that.places) return new Decimal(this.units + that.units, this.places);
    const places = Math.max(this.places, that.places);
    return new Decimal(this.unitsAt(places) + that.unitsAt(places), places);
  }

  minus(other: Operand): Decimal {
    const that = of(other);
    if (this.places === that.places) return new Decimal(this.units - that.units, this.places);
    const places = Math.max(this.places, that.places);
    return new Decimal(this.unitsAt(places) - that.unitsAt(places), places);
  }

  times(other: Operand): Decimal {
    const that = of(other);
    if (this.units === 0n || that.units === 0n) return ZERO;
    return new Decimal(this.units * that.units, this.places + that.places);
  }

  /**
   * Exact where the division ends, else rounded half up to 200 digits.
   * @throws RangeError when `other` is zero.
   */
  div(other: Operand): Decimal {
    const that = of(other);
    // A division that ends does so after no more places than its divisor has bits: each takes a factor 2 or 5 away.
    const enough = that.units.toString(16).length * 4;
    const scaled = this.units * powerOfTen(enough);
    const whole = scaled / that.units;
    const places = this.places - that.places + enough;
    if (whole * that.units === scaled) return new Decimal(whole, places);
    const more = DIVISION_DIGITS + 1;
    return new Decimal((scaled * powerOfTen(more)) / that.units, places + more).toSignificantDigits(DIVISION_DIGITS);
  }

  /** The whole number of times that `other` goes into this, towards zero. */
  divToInt(other: Operand): Decimal {
    const that = of(other);
    const places = Math.max(this.places, that.places);
    return new Decimal(this.unitsAt(places) / that.unitsAt(places), 0);
  }

  /** @param exponent a whole number from 0 on. */
  pow(exponent: number): Decimal {
    return new Decimal(this.units ** BigInt(exponent), this.places * exponent);
  }

  cmp(other: Operand): -1 | 0 | 1 {
    const that = of(other);
    const places = this.places > that.places ? this.places : that.places;
    const a = this.unitsAt(places);
    const b = that.unitsAt(places);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  eq(other: Operand): boolean {
    return this.cmp(other) === 0;
  }

  lt(other: Operand): boolean {
    return this.cmp(other) < 0;
  }

  lte(other: Operand): boolean {
    return this.cmp(other) <= 0;
  }

  gt(other: Operand): boolean {
    return this.cmp(other) > 0;
  }

  gte(other: Operand): boolean {
    return this.cmp(other) >= 0;
  }

  isZero(): boolean {
    return this.units === 0n;
  }

  isNegative(): boolean {
    return this.units < 0n;
  }

  isInteger(): boolean {
    return this.places === 0;
  }

  decimalPlaces(): number {
    return this.places;
  }

  abs(): Decimal {
    return this.units < 0n ? this.neg() : this;
  }

  neg(): Decimal {
    return new Decimal(-this.units, this.places);
  }

  floor(): Decimal {
    const whole = new Decimal(this.units / powerOfTen(this.places), 0);
    return this.units < 0n && this.places > 0 ? whole.minus(ONE) : whole;
  }

  ceil(): Decimal {
    return this.neg().floor().neg();
  }

  /** Rounded to so many places, half away from zero. */
  toDecimalPlaces(places: number): Decimal {
    if (places >= this.places) return this;
    const cut = powerOfTen(this.places - places);
    const half = this.units < 0n ? -cut / 2n : cut / 2n;
    return new Decimal((this.units + half) / cut, places);
  }

  /** Rounded to so many digits, half away from zero. */
  toSignificantDigits(digits: number): Decimal {
    const length = String(this.units < 0n ? -this.units : this.units).length;
    return length <= digits ? this : this.toDecimalPlaces(digits - length + this.places);
  }

  /** Plain notation, never an exponent: all places, or rounded half away from zero to just so many. */
  toFixed(places?: number): string {
    const rounded = places === undefined ? this : this.toDecimalPlaces(places);
    const shown = places ?? rounded.places;
    const digits = String(rounded.abs().unitsAt(shown)).padStart(shown + 1, '0');
    const whole = digits.slice(0, digits.length - shown);
    return `${rounded.units < 0n ? '-' : ''}${whole}${shown > 0 ? `.${digits.slice(-shown)}` : ''}`;
  }

  toString(): string {
    return this.toFixed();
  }

  toJSON(): string {
    return this.toFixed();
  }

  /** The whole number of 10^-`places` that this is; there are at least `decimalPlaces()` of them. */
  unitsAt(places: number): bigint {
    return places === this.places ? this.units : this.units * powerOfTen(places - this.places);
  }
}

const POWERS: bigint[] = [1n];

function powerOfTen(exponent: number): bigint {
  return (POWERS[exponent] ??= 10n ** BigInt(exponent));
}

function of(value: Operand): Decimal {
  return value instanceof Decimal ? value : decimal(value);
}

/**
 * Reads a decimal from its written form, with an exponent of at most four digits. Doubles are refused by type: they have
 * lost digits already.
 * @throws RangeError when it is no number.
 */
export function decimal(text: string | bigint | Decimal): Decimal {
  if (text instanceof Decimal) return text;
  if (typeof text === 'bigint') return new Decimal(text, 0);
  const written = WRITTEN.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = written ?? [];
  if (written === null || whole + fraction === '') throw new RangeError(`"${text}" is no decimal number`);
  // Zeros at the end are taken off as text: as digits, each would cost a division of all of them.
  const significant = fraction === '' ? '' : fraction.slice(0, endOfDigits(fraction));
  const units = BigInt(whole + significant);
  return new Decimal(sign === '-' ? -units : units, significant.length - Number(exponent));
}

function endOfDigits(fraction: string): number {
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end -= 1;
  return end;
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
  return new Decimal(rounded.units, 12);
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
