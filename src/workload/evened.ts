import { decimal, sum, type Decimal } from '../money/decimal.ts';

/** A share that another would make the whole of, as one writes it. */
export interface Evened {
  readonly index: number;
  readonly share: string;
}

/**
 * Changes by which shares are parts of one whole: the largest takes what the others leave, or, where they leave nothing,
 * all of them are scaled.
 */
export function evened(shares: readonly Decimal[]): readonly Evened[] {
  const largest = shares.reduce((best, one, index) => (one.gt(shares[best] ?? one) ? index : best), 0);
  const left = decimal('1').minus(sum(shares.filter((_, index) => index !== largest)));
  if (left.gt('0')) return [{ index: largest, share: percent(left) }];
  const total = sum(shares);
  const parts = shares.map((one) => one.div(total).toDecimalPlaces(3));
  const rest = decimal('1').minus(sum(parts.slice(0, -1)));
  return parts.map((part, index) => ({ index, share: percent(index === parts.length - 1 ? rest : part) }));
}

/** A fraction as a percentage, with no more digits than it has. */
export function percent(fraction: Decimal): string {
  return `${decimal(fraction).times('100').toDecimalPlaces(6).toFixed()}%`;
}
