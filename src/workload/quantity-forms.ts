import * as v from 'valibot';
import { decimal, type Decimal } from '../money/decimal.ts';
import { CACHE_SIZES } from './field.ts';
import { exampleOf, takes } from './field-words.ts';
import type { Path, Schema } from './schema-at.ts';
import { kindOf } from './stated-with.ts';
import {
  COUNTED_NAMES,
  EXACT_SIZES,
  MILLISECONDS,
  MULTIPLIERS,
  PERIOD_NAMES,
  RATE_NAMES,
  SIZE_NAMES,
  type QuantityKind,
} from './unit-words.ts';

/** A number as people write it anywhere, and what stands before and after it. */
interface Figure {
  readonly number: Decimal;
  readonly after: string;
}

const A_NUMBER = /\d+(?:[.,_' \u00a0\u202f]\d+)*(?:[eE]\+?\d{1,2})?(?:\^\d{1,2})?|[.,]\d+/g;

/** The last number of a text: of `100-200 rps` the larger, of `~5 KB` the five. */
function figureOf(text: string): Figure | null {
  const cleaned = text.replaceAll(/(\d)\s*[x*×]\s*10\^(\d{1,2})/g, '$1e$2').replaceAll(/\bp\d\d\b/gi, '');
  const found = [...cleaned.matchAll(A_NUMBER)];
  const isRange = /\d\s*[^\s\d]{0,3}\s*(?:-|–|\.\.|to)\s*\d/i.test(cleaned);
  const one = isRange ? found.at(-1) : found[0];
  if (!one) return null;
  const [before, after] = [cleaned.slice(0, one.index), cleaned.slice(one.index + one[0].length)];
  // `0x10`, `1_000_00O`, `e5`, `1__0`: a slip, of which nobody knows how much it was to be.
  const word = /^[a-zA-Zµ]+/.exec(after)?.[0].toLowerCase() ?? '';
  if (/[\p{L}_]$/u.test(before) || /^[_^]/.test(after) || (word !== '' && !isUnit(word)) || /\p{Cc}/u.test(text)) return null;
  const number = numberOf(one[0]);
  return number === null ? null : { number, after };
}

const isUnit = (word: string) =>
  A_BIT.test(word) || [MULTIPLIERS, RATE_NAMES, MILLISECONDS, SIZE_NAMES].some((units) => units.has(word)) || COUNTED_NAMES.includes(word);

/** `1.000.000`, `1 000 000`, `1'000`, `1,5`, `10^6` as a number. */
function numberOf(written: string): Decimal | null {
  const power = /^10\^(\d{1,2})$/.exec(written);
  if (power) return decimal(`1e${power[1]}`);
  const bare = written.replaceAll(/[_' \u00a0\u202f]/g, '');
  const separators = [...bare.matchAll(/[.,]/g)].map(([sign]) => sign);
  const last = separators.at(-1);
  const isGrouped = separators.length > 1 && /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) && new Set(separators).size === 1;
  const digits =
    isGrouped || (separators.length === 1 && last === ',' && /^[1-9]\d{0,2},\d{3}$/.test(bare))
      ? bare.replaceAll(/[.,]/g, '')
      : bare.replaceAll(/[.,](?=.*[.,])/g, '').replace(',', '.');
  return /^\d*\.?\d+(?:[eE]\+?\d{1,2})?$/.test(digits) ? decimal(digits) : null;
}

/** Milliseconds of a bare number, where AWS counts in another unit than that of the example. */
const BARE: Readonly<Record<string, string>> = {
  ttl: 's',
  cacheTtl: 's',
  longestDelay: 's',
  delay: 'ms',
  peakLength: 'min',
  duration: 'ms',
};

/** Forms in which a text may be the quantity of a field, the likeliest first. */
export function* quantityForms(schema: Schema, path: Path, text: string, unit: string): Iterable<string> {
  const trimmed = text.trim();
  if (unit !== '') yield* written(trimmed, unit, schema);
  // The unit of a number that has one already says nothing more.
  yield trimmed;
  yield* durationsOf(trimmed);
  yield* sharesOf(trimmed);
  const figure = figureOf(trimmed);
  if (figure === null) return;
  const plain = figure.number.toFixed();
  const after = figure.after
    .toLowerCase()
    .split(/[^a-zµ%/]+|(?=\/)|(?<=\/)/)
    .filter(Boolean);
  const named = unitsOf(after, figure.after, kindOf(schema));
  if (!A_BIT.test(figure.after)) for (const one of named) yield* written(plain, one, schema);
  if (unit !== '') yield* written(plain, unit, schema);
  const example = exampleOf(schema);
  const key = String(path.at(-1));
  switch (kindOf(schema)) {
    case 'duration':
      if (named.length === 0) yield `${plain} ${BARE[key] ?? /[a-z]+$/.exec(example)?.[0] ?? 'ms'}`;
      return;
    case 'share':
      yield `${plain}%`;
      return;
    case 'memory':
      yield* memoryOf(figure);
      return;
    case 'size':
      if (example.endsWith('GB')) yield* cacheSizeOf(figure);
      yield* bytesOfBits(figure);
      yield `${figure.number.ceil().toFixed()} B`;
      return;
    case 'rate':
      yield* ratesOf(figure, named, schema);
      return;
    case 'money':
      yield `$${plain}`;
      return;
    case 'count':
    case undefined:
      yield plain;
      yield figure.number.ceil().toFixed();
      yield* withinBounds(schema, plain, figure.number);
  }
}

const A_BIT = /^\s*([kmg]?)i?(?:bits?|b(?:it)?ps)\b/i;

/** Eight bits are a byte. */
function* bytesOfBits({ number, after }: Figure): Iterable<string> {
  const unit = A_BIT.exec(after)?.[1];
  if (unit !== undefined) yield `${number.div('8').toFixed()} ${unit.toUpperCase()}B`;
}

/** A number with its unit, as the house writes it. */
function* written(number: string, unit: string, schema: Schema): Iterable<string> {
  if (kindOf(schema) === 'rate' && PERIOD_NAMES.has(unit)) yield `${number}/${unit}`;
  if (unit.startsWith('/')) yield unit === '/second' ? `${number} rps` : `${number}${unit}`;
  yield kindOf(schema) === 'duration' || kindOf(schema) === 'size' || kindOf(schema) === 'memory'
    ? `${number} ${unit}`
    : `${number}${unit}`;
}

/** Units among the words after a number, the likeliest first. */
function unitsOf(words: readonly string[], after: string, kind: QuantityKind | undefined): readonly string[] {
  const multiplier = words.find((word) => MULTIPLIERS.has(word)) ?? '';
  const period = words.find((word) => PERIOD_NAMES.has(word) && word.length > 1) ?? words[words.indexOf('/') + 1] ?? '';
  const per = RATE_NAMES.get(words.find((word) => RATE_NAMES.has(word)) ?? '') ?? PERIOD_NAMES.get(period);
  const big = multiplier === '' ? '' : { '1e3': 'K', '1e6': 'M', '1e9': 'B', '1e12': 'T', '1': '' }[MULTIPLIERS.get(multiplier) ?? '1'];
  const exact = /^\s*([a-zA-Z]+)/.exec(after)?.[1] ?? '';
  const size = EXACT_SIZES.get(exact) ?? SIZE_NAMES.get(words.find((word) => SIZE_NAMES.has(word)) ?? '');
  const time = words.find((word) => MILLISECONDS.has(word));
  const share = words.some((word) => word === '%' || word.startsWith('percent'));
  const ofKind = {
    share: [share ? '%' : ''],
    rate: [per === undefined ? big : `${big}/${per}`],
    duration: [time],
    size: [size],
    memory: [size],
    count: [big],
    money: [big],
  };
  return (kind === undefined ? [] : ofKind[kind]).filter((one): one is string => one !== '' && one !== undefined);
}

/** `PT1M30S`, `00:05:00`, `a month`. */
function* durationsOf(text: string): Iterable<string> {
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/i.exec(text);
  const clock = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})$/.exec(text);
  const [days, hours, minutes, seconds] = iso?.slice(1) ?? [undefined, ...(clock?.slice(1) ?? [])];
  const parts = [days && `${days} days`, hours && `${hours} h`, minutes && `${minutes} min`, seconds && `${seconds} s`];
  const said = parts.filter((part) => part !== undefined && !/^0+ /.test(part));
  if (said.length > 0) yield said.join(' ');
  const months = /^(\d+|a|one)?\s*(?:mo|month|months)$/i.exec(text);
  if (months) yield `${Number(/\d+/.exec(months[1] ?? '')?.[0] ?? 1) * 30} days`;
}

/** `1/3`, `half`, `nearly all`. */
function* sharesOf(text: string): Iterable<string> {
  const parts = /^(\d{1,6})\s*(?:\/|of|out of|in|:)\s*([1-9]\d{0,6})$/.exec(text);
  if (parts) yield `${decimal(String(parts[1])).times('100').div(String(parts[2])).toDecimalPlaces(3).toFixed()}%`;
  const word = text.toLowerCase();
  const known: Readonly<Record<string, string>> = {
    half: '50%',
    all: '100%',
    everything: '100%',
    full: '100%',
    always: '100%',
    none: '0%',
    no: '0%',
    never: '0%',
    most: '80%',
    few: '5%',
    'a third': '33%',
    'a quarter': '25%',
  };
  if (Object.hasOwn(known, word)) yield known[word] ?? '';
}

/** Lambda has whole megabytes from 128 to 10,240; a number that is too small for megabytes is one of gigabytes. */
function* memoryOf({ number, after }: Figure): Iterable<string> {
  const isGiga = /^\s*g/i.test(after) || (number.lte('10') && !/^\s*m/i.test(after));
  const megabytes = (isGiga ? number.times('1024') : number).ceil();
  yield `${megabytes.toFixed()} MB`;
  yield megabytes.lt('128') ? '128 MB' : '10240 MB';
}

/** The smallest of the eight sizes that holds as much. */
function* cacheSizeOf({ number, after }: Figure): Iterable<string> {
  const gigabytes = /^\s*m/i.test(after) ? number.div('1024') : number;
  yield `${CACHE_SIZES.find((size) => gigabytes.lte(size)) ?? CACHE_SIZES.at(-1)} GB`;
}

const SECONDS: Readonly<Record<string, string>> = {
  second: '1',
  minute: '60',
  hour: '3600',
  day: '86400',
  week: '604800',
  month: '2628000',
  year: '31536000',
};

/** What has no period is a month's; what is limited by the second or the day is the same rate in that. */
function* ratesOf({ number }: Figure, [named = '']: readonly string[], schema: Schema): Iterable<string> {
  const [multiplier = '', period] = named.split('/');
  if (period === undefined) {
    yield `${number.toFixed()}${multiplier}/month`;
    return;
  }
  const seconds = SECONDS[period] ?? '1';
  const amount = number.times(MULTIPLIERS.get(multiplier.toLowerCase()) ?? '1');
  if (!takes(schema, '1/month')) yield `${amount.div(seconds).toSignificantDigits(3).toFixed()} rps`;
  yield `${amount.times('86400').div(seconds).ceil().toFixed()}/day`;
}

/** The nearest number that the field takes, where it says between which its numbers lie. */
function* withinBounds(schema: Schema, text: string, number: Decimal): Iterable<string> {
  const [issue] = v.safeParse(schema as unknown as v.GenericSchema, text).issues ?? [];
  const [, least, most] = /between ([\d.e+]+) and ([\d.e+]+)/.exec(issue?.expected ?? '') ?? [];
  if (least === undefined || most === undefined) return;
  yield decimal(number.lt(least) ? least : most).toFixed();
}
