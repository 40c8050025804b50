import { compact, decimal, isNegative, type Decimal } from '../money/decimal.ts';
import {
  COUNTED_NAMES,
  EXACT_SIZES,
  MILLISECONDS,
  MULTIPLIERS,
  PERCENT,
  PERIOD_NAMES,
  RATE_NAMES,
  SIZE_NAMES,
  type Period,
  type SizeUnit,
} from './unit-words.ts';

/** A reading either gives a value or says why the text is not one. */
export type Reading<T> = { readonly value: T } | { readonly because: string };

/** So many things a period: `100M/month`, `38 rps`. */
export interface Rate {
  readonly amount: Decimal;
  readonly per: Period;
}

/** So many bytes as written. How many bytes a KB has is the edition's to say; KiB and kB mean what they say. */
export interface Size {
  readonly amount: Decimal;
  readonly unit: SizeUnit;
  /** What was written, where its unit could mean something else too: `4kb`. */
  readonly loosely?: string;
}

/** Digits, with _ between two of them or , between thousands: `1,5` is no number, for nobody knows which was meant. */
const NUMBER = String.raw`[+-]?(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:_\d+)*)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?`;

const QUANTITY = new RegExp(`^(${NUMBER})\\s*(.*)$`);

/** Upper bounds of the units, in bytes, to tell a size from a slip. */
const LARGE: Readonly<Record<SizeUnit, string>> = {
  B: '1',
  kB: '1000',
  KB: '1024',
  KiB: '1024',
  MB: '1048576',
  MiB: '1048576',
  GB: '1073741824',
  GiB: '1073741824',
};
const PETABYTE = '1125899906842624';

/** More than AWS carries for everybody; a quantity beyond it is a slip of the keyboard. */
const ABSURD = decimal('1e24');
const MOST_DECIMALS = 12;

const SLIP = decimal('-1');

/** Longer than any number that a person writes, so that what reads it may look at each character more than once. */
const LONGEST = 100;

/** Splits `1_000.5 KB` into an exact number and what follows it. */
function split(text: string, because: string): { readonly number: Decimal; readonly rest: string } | { readonly because: string } {
  if (text.length > LONGEST) return { because: `it has ${text.length} characters, and a quantity has at most ${LONGEST}` };
  const match = QUANTITY.exec(text.trim());
  const digits = match?.[1]?.replace(/[_,]/g, '');
  if (!match || !digits) return { because };
  // Nothing is negative here, -0 neither: a minus sign is a slip, whatever follows.
  const number = decimal(digits);
  return { number: digits.startsWith('-') && number.isZero() ? SLIP : number, rest: (match[2] ?? '').trim() };
}

/** Reads a number of something: `250`, `1.5M`, `10 thousand`. */
export function readCount(text: string): Reading<Decimal> {
  const because = 'a number has digits and, at most, K, M, B or T after them';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const multiplier = MULTIPLIERS.get(parts.rest.toLowerCase());
  if (multiplier === undefined) return { because };
  return sensible(parts.number.times(decimal(multiplier)));
}

const oneOf = (words: Iterable<string>) => [...words].filter(Boolean).join('|');

/** `M requests per month`, `k/day`, `TPS`. */
const AFTER_A_RATE = new RegExp(
  `^(${oneOf(MULTIPLIERS.keys())})? ?(?:${oneOf(COUNTED_NAMES)})? ?(?:(?:/|(?<= |^)(?:per|an?)\\b)[ -]?(${oneOf(PERIOD_NAMES.keys())})|(${oneOf(RATE_NAMES.keys())}))?$`,
);

/** An amount, and its period where one is stated. */
function rateParts(text: string): Reading<{ readonly amount: Decimal; readonly per: Period | null }> {
  const because = 'a rate is a number, optionally with K, M or B, and a period: /s, /min, /hour, /day, /week, /month or /year';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const after = parts.rest.toLowerCase().replace(/\s+/g, ' ').replace(' /', '/').replace('/ ', '/');
  const match = AFTER_A_RATE.exec(after);
  if (match === null) return { because };
  const [, multiplier = '', period, name] = match;
  const amount = sensible(parts.number.times(decimal(MULTIPLIERS.get(multiplier) ?? '1')));
  if ('because' in amount) return amount;
  return { value: { amount: amount.value, per: PERIOD_NAMES.get(period ?? '') ?? RATE_NAMES.get(name ?? '') ?? null } };
}

/** Reads an amount a period: `100M/month`, `38 rps`, `1M requests per month`; a bare number is a month's. */
export function readRate(text: string): Reading<Rate> {
  const rate = rateParts(text);
  return 'because' in rate ? rate : { value: { amount: rate.value.amount, per: rate.value.per ?? 'month' } };
}

/** Reads requests a second: `100 rps`, `100/s`; a bare number is a second's, for limits are set so. */
export function readPerSecond(text: string): Reading<Decimal> {
  const rate = rateParts(text);
  if ('because' in rate || (rate.value.per ?? 'second') !== 'second') return { because: 'it is a number of requests a second' };
  return { value: rate.value.amount };
}

/**
 * Reads a quota of a usage plan: `10,000/day`. AWS knows whole numbers a day, a week or a month:
 * https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html
 */
export function readQuota(text: string): Reading<Rate> {
  const rate = rateParts(text);
  if ('value' in rate && rate.value.amount.isInteger() && rate.value.amount.gte('1')) {
    const { amount, per } = rate.value;
    if (per === 'day' || per === 'week' || per === 'month') return { value: { amount, per } };
  }
  return { because: 'a quota is a whole number of requests a day, a week or a month: 10,000/day' };
}

/** Reads dollars a month: `$120`, `120 USD`, `120/month`. Prices are in dollars, so another currency is none. */
export function readMoney(text: string): Reading<Decimal> {
  const because = 'an amount is dollars a month, such as $120';
  const parts = split(text.trim().replace(/^(?:USD|US\$|\$)\s*/i, ''), because);
  if ('because' in parts) return parts;
  const after = parts.rest.toLowerCase().replace(/^(?:usd|us\$|\$|dollars?)\s*/, '');
  const multiplier = MULTIPLIERS.get(after.replace(/\s*(?:\/|per |a )\s*(?:mo|month)$/, ''));
  return multiplier === undefined ? { because } : sensible(parts.number.times(decimal(multiplier)));
}

/** Reads a size in bytes: `5 KB`, `1.5MiB`; a bare number is bytes. A unit that could mean something else is remembered as written. */
export function readSize(text: string): Reading<Size> {
  const because = 'a size is a number with B, KB, MB or GB (KiB and kB when you mean exactly 1,024 or 1,000)';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const exact = EXACT_SIZES.get(parts.rest || 'B');
  const unit = exact ?? SIZE_NAMES.get(parts.rest.toLowerCase());
  if (unit === undefined) return { because };
  const amount = sensible(parts.number);
  if ('because' in amount) return amount;
  if (amount.value.times(LARGE[unit]).gt(PETABYTE)) return { because: 'a size of more than a petabyte is not possible' };
  const isLoose = exact === undefined && ['KB', 'MB', 'GB'].includes(unit);
  return { value: { amount: amount.value, unit, ...(isLoose ? { loosely: text.trim() } : {}) } };
}

const ONE_TIME = /([\d.,_eE+-]+)\s*([a-zµ]+)\s*/giy;

/** Reads a length of time, in milliseconds: `250 ms`, `2 h`, `1h30m`. The unit is not optional: 250 of what? */
export function readDuration(text: string): Reading<Decimal> {
  const because = 'a duration is a number with ms, s, min, h or days';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const factor = millisecondsOf(parts.rest);
  if (factor !== undefined) return sensible(parts.number.times(factor));
  const several = [...text.trim().matchAll(ONE_TIME)];
  if (several.length < 2 || several.map(([whole]) => whole).join('') !== text.trim()) return { because };
  let sum = decimal('0');
  for (const [, number = '', unit = ''] of several) {
    const one = split(number, because);
    const each = millisecondsOf(unit);
    if ('because' in one || one.rest !== '' || each === undefined || isNegative(one.number)) return { because };
    sum = sum.plus(one.number.times(each));
  }
  return sensible(sum);
}

function millisecondsOf(unit: string): Decimal | undefined {
  const factor = unit === 'M' ? undefined : MILLISECONDS.get(unit.toLowerCase());
  return factor === undefined ? undefined : decimal(factor);
}

/** Reads a share of a whole as a fraction: `60%`, or `0.6`. */
export function readShare(text: string): Reading<Decimal> {
  const because = 'a share is a percentage, or a fraction between 0 and 1';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const isPercent = parts.rest === '%' || PERCENT.includes(parts.rest.toLowerCase());
  if (parts.rest !== '' && !isPercent) return { because };
  const fraction = isPercent ? parts.number.div('100') : parts.number;
  if (isNegative(fraction)) return { because: 'a share cannot be negative' };
  if (fraction.decimalPlaces() > MOST_DECIMALS + 2) return { because: `it has more than ${MOST_DECIMALS} decimals` };
  if (fraction.gt('1')) {
    return { because: isPercent ? 'a share cannot exceed 100%' : 'a share without % is a fraction, at most 1' };
  }
  return { value: compact(fraction) };
}

/** Reads the memory of a Lambda function in MB (of 1,024 KB, as Lambda means it in every edition): 128 to 10,240. */
export function readMemory(text: string): Reading<Decimal> {
  const because =
    'Lambda memory is a whole number of MB between 128 and 10240 (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html)';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const unit = SIZE_NAMES.get(parts.rest.toLowerCase() || 'mb');
  if (unit === undefined || !/^[MG]/.test(unit)) return { because };
  const megabytes = unit.startsWith('G') ? parts.number.times('1024') : parts.number;
  if (!megabytes.isInteger() || megabytes.lt('128') || megabytes.gt('10240')) return { because };
  return { value: megabytes };
}

function sensible(number: Decimal): Reading<Decimal> {
  if (isNegative(number)) return { because: 'it cannot be negative' };
  if (number.gt(ABSURD)) return { because: 'it is too large: over 10^24' };
  if (number.decimalPlaces() > MOST_DECIMALS) return { because: `it has more than ${MOST_DECIMALS} decimals` };
  return { value: compact(number) };
}
