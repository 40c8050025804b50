import { isNegative, type Decimal } from './decimal.ts';

/** Dollars and cents, rounded half up, with thousands separators: `$1,234.50`, or `≥ $1,234.50`. The only place that rounds money. */
export function formatMoney(amount: Decimal, bound: 'exact' | 'at-least' = 'exact'): string {
  const rounded = amount.toDecimalPlaces(2);
  const sign = isNegative(rounded) ? '-' : '';
  return `${bound === 'exact' ? '' : '≥ '}${sign}$${group(rounded.abs().toFixed(2))}`;
}

/** All digits, at least the cents: of an amount that somebody states, which may be less than one. */
export function formatExactMoney(amount: Decimal): string {
  return `$${group(atLeastCents(amount))}`;
}

/** Whole dollars from $100 up, where cents say nothing: `$3,149`. */
export function formatDollars(amount: Decimal): string {
  return amount.abs().lt('100') ? formatMoney(amount) : formatMoney(amount.toDecimalPlaces(0)).replace(/\.00$/, '');
}

/** A difference with its sign: `+$25.24`, `−$14.23`. */
export function formatChange(amount: Decimal): string {
  const money = formatMoney(amount.abs());
  return isNegative(amount) ? `−${money}` : `+${money}`;
}

/** A quantity to read: whole when it is whole, else at most three decimals, with separators. */
export function formatQuantity(quantity: Decimal): string {
  const places = quantity.abs().gte('1') || quantity.isZero() ? 3 : 6;
  return group(quantity.toDecimalPlaces(places).toFixed());
}

const MILLION = '1000000';

/**
 * A unit price as AWS prints it: per million for requests, messages, minutes and GB-seconds
 * (whose single price is a run of zeros), per unit for everything else. All its digits.
 */
export function formatUnitPrice(unitPrice: Decimal, unit: string): string {
  if (unitPrice.isZero() || unitPrice.gte('0.0005')) return `$${atLeastCents(unitPrice)}/${unit}`;
  return `$${atLeastCents(unitPrice.times(MILLION))}/M`;
}

function atLeastCents(value: Decimal): string {
  return value.decimalPlaces() < 2 ? value.toFixed(2) : value.toFixed();
}

function group(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
