import { decimal, isNegative, type Decimal } from '../money/decimal.ts';

/** A reading either gives a value or says why the text is not one. */
export type Reading<T> = { readonly value: T } | { readonly because: string };

const PERIODS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** So many things a period: `100M/month`, `38 rps`. */
export interface Rate {
  readonly amount: Decimal;
  readonly per: Period;
}

const SIZE_UNITS = ['B', 'kB', 'KB', 'MB', 'GB', 'KiB', 'MiB', 'GiB'] as const;
export type SizeUnit = (typeof SIZE_UNITS)[number];

/** So many bytes as written. How many bytes a KB has is the edition's to say; KiB and kB mean what they say. */
export interface Size {
  readonly amount: Decimal;
  readonly unit: SizeUnit;
}

/** Digits, with _ between two of them or , between thousands: `1,5` is no number, for nobody knows which was meant. */
const NUMBER = String.raw`[+-]?(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:_\d+)*)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?`;
const words = (known: Iterable<string>) => [...known].filter(Boolean).join('|');

/** What each kind of quantity looks like, for editors that check a file by its JSON Schema. The readers below are stricter. */
export const PATTERNS = {
  count: () => pattern(`(${words(MULTIPLIERS.keys())})?`),
  rate: () => pattern(`(${words(MULTIPLIERS.keys())})?\\s*((/|per)\\s*(${words(PERIOD_NAMES.keys())})|rps|rpm)?`),
  size: () => pattern(`(${words(SIZE_UNITS)}|bytes)?`),
  duration: () => pattern(`(${words(MILLISECONDS.keys())})`),
  share: () => pattern('%?'),
  memory: () => pattern('(MB|MiB|GB|GiB)?'),
} as const;
export type QuantityKind = keyof typeof PATTERNS;

function pattern(unit: string): string {
  return `^\\s*(\\d[\\d_,]*)?(\\.\\d+)?([eE][+-]?\\d{1,3})?\\s*${unit}\\s*$`;
}

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

const MULTIPLIERS = new Map(
  Object.entries({
    '': '1',
    K: '1e3',
    k: '1e3',
    M: '1e6',
    m: '1e6',
    million: '1e6',
    B: '1e9',
    b: '1e9',
    G: '1e9',
    bn: '1e9',
    billion: '1e9',
    T: '1e12',
  }),
);

const PERIOD_NAMES = new Map<string, Period>(
  Object.entries({
    s: 'second',
    sec: 'second',
    second: 'second',
    min: 'minute',
    minute: 'minute',
    h: 'hour',
    hr: 'hour',
    hour: 'hour',
    d: 'day',
    day: 'day',
    week: 'week',
    mo: 'month',
    month: 'month',
    y: 'year',
    yr: 'year',
    year: 'year',
    rps: 'second',
    rpm: 'minute',
  } as const),
);

const MILLISECONDS = new Map(
  Object.entries({
    ms: '1',
    s: '1000',
    sec: '1000',
    second: '1000',
    seconds: '1000',
    min: '60000',
    minute: '60000',
    minutes: '60000',
    h: '3600000',
    hour: '3600000',
    hours: '3600000',
    d: '86400000',
    day: '86400000',
    days: '86400000',
  }),
);

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

/** Reads a number of something: `250`, `1.5M`, `10K`. */
export function readCount(text: string): Reading<Decimal> {
  const because = 'a number has digits and, at most, K, M, B or T after them';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const multiplier = MULTIPLIERS.get(parts.rest);
  if (multiplier === undefined) return { because };
  return sensible(parts.number.times(decimal(multiplier)));
}

/** Reads an amount a period: `100M/month`, `38 rps`, `5/min`; a bare number is a month's. */
export function readRate(text: string): Reading<Rate> {
  const because = 'a rate is a number, optionally with K, M or B, and a period: /s, /min, /hour, /day, /week, /month or /year';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const match = /^([A-Za-z]*?) ?(?:(?:\/ ?|(?<= |^)per )([A-Za-z]+)|(rps|rpm))?$/.exec(parts.rest.replace(/\s+/g, ' '));
  const multiplier = MULTIPLIERS.get(match?.[1] ?? '?');
  const per = match?.[2] ?? match?.[3];
  const period = per === undefined ? 'month' : PERIOD_NAMES.get(per);
  if (multiplier === undefined || period === undefined) return { because };
  const amount = sensible(parts.number.times(decimal(multiplier)));
  return 'because' in amount ? amount : { value: { amount: amount.value, per: period } };
}

/** Reads requests a second: `100 rps`, `100/s`; a bare number is a second's, for limits are set so. */
export function readPerSecond(text: string): Reading<Decimal> {
  const bare = readCount(text);
  if ('value' in bare) return bare;
  const rate = readRate(text);
  if ('because' in rate || rate.value.per !== 'second') return { because: 'it is a number of requests a second' };
  return { value: rate.value.amount };
}

/**
 * Reads a quota of a usage plan: `10,000/day`. AWS knows whole numbers a day, a week or a month:
 * https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html
 */
export function readQuota(text: string): Reading<Rate> {
  const because = 'a quota is a whole number of requests a day, a week or a month: 10,000/day';
  const rate = readRate(text);
  const said = /(\/|per\s)/.test(text) && 'value' in rate && ['day', 'week', 'month'].includes(rate.value.per);
  return said && 'value' in rate && rate.value.amount.isInteger() && rate.value.amount.gte('1') ? rate : { because };
}

/** Reads a size in bytes: `5 KB`, `1.5MiB`; a bare number is bytes. */
export function readSize(text: string): Reading<Size> {
  const because = 'a size is a number with B, KB, MB or GB (KiB and kB when you mean exactly 1,024 or 1,000)';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const unit = parts.rest === '' || parts.rest === 'bytes' ? 'B' : SIZE_UNITS.find((known) => known === parts.rest);
  if (unit === undefined) return { because };
  const amount = sensible(parts.number);
  if ('because' in amount) return amount;
  if (amount.value.times(LARGE[unit]).gt(PETABYTE)) return { because: 'one message of over a petabyte is absurd' };
  return { value: { amount: amount.value, unit } };
}

/** Reads a length of time, in milliseconds: `250 ms`, `2 h`. The unit is not optional: 250 of what? */
export function readDuration(text: string): Reading<Decimal> {
  const because = 'a duration is a number with ms, s, min, h or days';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  const factor = MILLISECONDS.get(parts.rest);
  if (factor === undefined) return { because };
  return sensible(parts.number.times(decimal(factor)));
}

/** Reads a share of a whole as a fraction: `60%`, or `0.6`. */
export function readShare(text: string): Reading<Decimal> {
  const because = 'a share is a percentage, or a fraction between 0 and 1';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  if (parts.rest !== '' && parts.rest !== '%') return { because };
  const fraction = parts.rest === '%' ? parts.number.div('100') : parts.number;
  if (isNegative(fraction)) return { because: 'a share cannot be negative' };
  if (fraction.decimalPlaces() > MOST_DECIMALS + 2) return { because: `it has more than ${MOST_DECIMALS} decimals` };
  if (fraction.gt('1')) {
    return { because: parts.rest === '%' ? 'a share cannot exceed 100%' : 'a share without % is a fraction, at most 1' };
  }
  return { value: fraction };
}

/** Reads the memory of a Lambda function in MB (of 1,024 KB, as Lambda means it in every edition): 128 to 10,240. */
export function readMemory(text: string): Reading<Decimal> {
  const because =
    'Lambda memory is a whole number of MB between 128 and 10240 (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html)';
  const parts = split(text, because);
  if ('because' in parts) return parts;
  if (!['', 'MB', 'MiB', 'GB', 'GiB'].includes(parts.rest)) return { because };
  const megabytes = parts.rest.startsWith('G') ? parts.number.times('1024') : parts.number;
  if (!megabytes.isInteger() || megabytes.lt('128') || megabytes.gt('10240')) return { because };
  return { value: megabytes };
}

function sensible(number: Decimal): Reading<Decimal> {
  if (isNegative(number)) return { because: 'it cannot be negative' };
  if (number.gt(ABSURD)) return { because: 'it is absurdly large: over 10^24' };
  if (number.decimalPlaces() > MOST_DECIMALS) return { because: `it has more than ${MOST_DECIMALS} decimals` };
  return { value: number };
}
