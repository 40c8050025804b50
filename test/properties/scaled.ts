/**
 * Exact decimals on BigInt alone, as a second opinion on src/money: a whole number of units of 10^-places.
 * It shares no code with decimal.js, so an equal result proves that neither lost a digit.
 */
export interface Scaled {
  readonly units: bigint;
  readonly places: number;
}

export const NOTHING: Scaled = { units: 0n, places: 0 };

/** Reads plain decimal notation, no exponent. */
export function scaled(text: string): Scaled {
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length };
}

export function plus(a: Scaled, b: Scaled): Scaled {
  const places = Math.max(a.places, b.places);
  return { units: at(a, places) + at(b, places), places };
}

export function minus(a: Scaled, b: Scaled): Scaled {
  return plus(a, { units: -b.units, places: b.places });
}

export function times(a: Scaled, b: Scaled): Scaled {
  return { units: a.units * b.units, places: a.places + b.places };
}

export function less(a: Scaled, b: Scaled): boolean {
  return minus(a, b).units < 0n;
}

export function least(a: Scaled, b: Scaled): Scaled {
  return less(a, b) ? a : b;
}

export function total(values: readonly Scaled[]): Scaled {
  return values.reduce((sum, value) => plus(sum, value), NOTHING);
}

/** a ÷ b, rounded half up to so many places; neither is negative. */
export function over(a: Scaled, b: Scaled, places: number): Scaled {
  const shared = Math.max(a.places, b.places);
  const divisor = at(b, shared) * 2n;
  return { units: (at(a, shared) * 2n * 10n ** BigInt(places) + at(b, shared)) / divisor, places };
}

/** Plain notation without trailing zeros, as src/money writes it. */
export function written({ units, places }: Scaled): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function at({ units, places }: Scaled, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - places);
}
