import type { Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { Rate, Size } from './quantity.ts';

/** Quantities as people write them in a workload file, to say them back to the one who wrote them. */

/** `8 MB`. */
export function sizeInWords({ amount, unit }: Size): string {
  return `${formatQuantity(amount)} ${unit}`;
}

/** `12 a minute`, `1 an hour`. */
export function rateInWords({ amount, per }: Rate): string {
  return `${formatQuantity(amount)} ${per === 'hour' ? 'an' : 'a'} ${per}`;
}

/** A unit, its length, and from where on it is the one to read. */
const UNITS = [
  ['days', '86400000', '172800000'],
  ['h', '3600000', '3600000'],
  ['min', '60000', '60000'],
  ['s', '1000', '1000'],
] as const;

/** Milliseconds in the largest unit that leaves at least one: `250 ms`, `45 s`, `1.5 h`, `90 days`. */
export function durationInWords(milliseconds: Decimal): string {
  const [unit, length] = UNITS.find(([, , least]) => milliseconds.gte(least)) ?? ['ms', '1'];
  return `${formatQuantity(milliseconds.div(length))} ${unit}`;
}

/** A fraction as `60%`. */
export function shareInWords(fraction: Decimal): string {
  return `${formatQuantity(fraction.times('100'))}%`;
}

/** A fraction that was worked out, with no more digits than one reads: `69.1%`, `less than 0.1%`. */
export function roundedShareInWords(fraction: Decimal): string {
  const percent = fraction.times('100');
  if (percent.gt('0') && percent.lt('0.1')) return 'less than 0.1%';
  return `${formatQuantity(percent.toDecimalPlaces(1))}%`;
}
