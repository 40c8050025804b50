import { decimal, quotient, type Decimal } from '../money/decimal.ts';
import { divided, fraction, fractionOf, times, type Fraction } from '../money/fraction.ts';
import type { Rate, Size } from './quantity.ts';
import type { Period, SizeUnit } from './unit-words.ts';

/** How long a month is and how many bytes a KB has: what an edition fixes and a flag may change. */
export interface Units {
  readonly hoursPerMonth: Decimal;
  /** 1,024 as AWS bills and documents, or 1,000 as the article counts. */
  readonly bytesPerKB: Decimal;
}

const HOURS: Readonly<Record<Exclude<Period, 'month'>, readonly [Decimal, Decimal]>> = {
  // Hours as a fraction, numerator and denominator, so that nothing is rounded twice.
  second: [decimal('1'), decimal('3600')],
  minute: [decimal('1'), decimal('60')],
  hour: [decimal('1'), decimal('1')],
  day: [decimal('24'), decimal('1')],
  week: [decimal('168'), decimal('1')],
  year: [decimal('8760'), decimal('1')],
};

/** How many a month that is, for a month of so many hours; rounded to 12 places where it does not end. */
export function perMonth(rate: Rate, hoursPerMonth: Decimal): Decimal {
  if (rate.per === 'month') return rate.amount;
  const [numerator, denominator] = HOURS[rate.per];
  return quotient(rate.amount.times(hoursPerMonth).times(denominator), numerator);
}

/** How many a second that is, exactly. */
export function perSecond({ amount, per }: Rate, hoursPerMonth: Decimal): Fraction {
  return divided(fractionOf(amount), secondsOf(per, hoursPerMonth));
}

/** Seconds of a period; a month has the hours given, a year 8,760. */
export function secondsOf(period: Period, hoursPerMonth: Decimal): Fraction {
  if (period === 'month') return times(fractionOf(hoursPerMonth), fraction(3600n));
  const [numerator, denominator] = HOURS[period];
  return times(divided(fractionOf(numerator), fractionOf(denominator)), fraction(3600n));
}

/** A duration in milliseconds as seconds. */
export function seconds(milliseconds: Decimal): Fraction {
  return divided(fractionOf(milliseconds), fraction(1000n));
}

/** Size in bytes. */
export function toBytes(size: Size, units: Units): Decimal {
  return size.amount.times(bytesPer(size.unit, units));
}

function bytesPer(unit: SizeUnit, { bytesPerKB }: Units): Decimal {
  switch (unit) {
    case 'B':
      return decimal('1');
    case 'kB':
      return decimal('1000');
    case 'KB':
      return bytesPerKB;
    case 'MB':
      return bytesPerKB.pow(2);
    case 'GB':
      return bytesPerKB.pow(3);
    case 'KiB':
      return decimal('1024');
    case 'MiB':
      return decimal('1048576');
    case 'GiB':
      return decimal('1073741824');
  }
}

/** The GB in which the edition bills transfer and logs: 2^30 bytes, or 10^9. */
export function gigabyte(units: Units): Decimal {
  return units.bytesPerKB.pow(3);
}
