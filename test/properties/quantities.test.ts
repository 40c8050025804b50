/**
 * Proves that a number is read as it was written, to the last digit, with every suffix and unit; that a month of it is
 * the exact product, rounded half up at the twelfth place only; and that no other word is taken for a unit.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, plain, type Decimal } from '../../src/money/decimal.ts';
import { readCount, readDuration, readMemory, readRate, readShare, readSize, type Reading } from '../../src/workload/quantity.ts';
import {
  COUNTED_NAMES,
  MILLISECONDS as MILLISECONDS_OF,
  MULTIPLIERS,
  PERCENT,
  PERIOD_NAMES,
  RATE_NAMES,
  SIZE_NAMES,
  type Period,
} from '../../src/workload/unit-words.ts';
import { perMonth, toBytes } from '../../src/workload/units.ts';
import { numeral } from './numerals.ts';
import { over, scaled, times, written } from './scaled.ts';

/** A number as people type it, and the same without decoration. */
const typed = numeral(11, 8).chain((bare) =>
  fc.tuple(fc.constantFrom('', '_', ','), fc.constantFrom('', '+'), fc.constantFrom('', ' ')).map(([separator, sign, space]) => {
    const [whole = '', fraction] = bare.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
    return { bare, text: `${space}${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}` };
  }),
);

const SUFFIXES = {
  '': '1',
  K: '1000',
  k: '1000',
  M: '1000000',
  m: '1000000',
  mio: '1000000',
  Million: '1000000',
  B: '1000000000',
  b: '1000000000',
  bn: '1000000000',
  billion: '1000000000',
  thousand: '1000',
  G: '1000000000',
  T: '1000000000000',
};
const suffix = fc.constantFrom(...Object.entries(SUFFIXES));
const gap = fc.constantFrom('', ' ');

const PERIODS: readonly (readonly [string, Period])[] = [
  ['', 'month'],
  ['/s', 'second'],
  [' per second', 'second'],
  [' rps', 'second'],
  [' RPS', 'second'],
  [' TPS', 'second'],
  [' req/s', 'second'],
  [' requests a minute', 'minute'],
  [' calls per-hour', 'hour'],
  [' requests/month', 'month'],
  [' Daily', 'day'],
  ['/min', 'minute'],
  ['rpm', 'minute'],
  [' / hour', 'hour'],
  ['/d', 'day'],
  [' per day', 'day'],
  ['/week', 'week'],
  ['/mo', 'month'],
  ['/month', 'month'],
  ['/year', 'year'],
];

/** Seconds of each period but the month, whose length is a setting. */
const SECONDS = { second: '1', minute: '60', hour: '3600', day: '86400', week: '604800', year: '31536000' };

const BYTES = {
  '': ['1', '1'],
  B: ['1', '1'],
  ' bytes': ['1', '1'],
  kB: ['1000', '1000'],
  KB: ['1024', '1000'],
  MB: ['1048576', '1000000'],
  GB: ['1073741824', '1000000000'],
  KiB: ['1024', '1024'],
  MiB: ['1048576', '1048576'],
  GiB: ['1073741824', '1073741824'],
  kb: ['1024', '1000'],
  ' Mb': ['1048576', '1000000'],
  ' kilobytes': ['1024', '1000'],
  Ki: ['1024', '1024'],
} as const;

const MILLISECONDS = {
  ms: '1',
  MS: '1',
  s: '1000',
  sec: '1000',
  m: '60000',
  min: '60000',
  h: '3600000',
  Hours: '3600000',
  days: '86400000',
  weeks: '604800000',
};

function valueOf<T>(reading: Reading<T>): T {
  if ('because' in reading) throw new Error(reading.because);
  return reading.value;
}

const product = (a: string, b: string) => written(times(scaled(a), scaled(b)));
const exactly = (value: Decimal, text: string) => expect(plain(value)).toBe(written(scaled(text)));

test('counts, with and without K, M, B', () => {
  fc.assert(
    fc.property(typed, gap, suffix, ({ bare, text }, space, [word, factor]) => {
      exactly(valueOf(readCount(`${text}${space}${word}`)), product(bare, factor));
    }),
    { numRuns: 1000 },
  );
});

test('counts in scientific notation', () => {
  fc.assert(
    fc.property(numeral(4, 6), fc.nat({ max: 18 }), fc.constantFrom('e', 'E', 'e+'), (bare, exponent, sign) => {
      exactly(valueOf(readCount(`${bare}${sign}${exponent}`)), product(bare, (10n ** BigInt(exponent)).toString()));
    }),
    { numRuns: 500 },
  );
});

test('rates, and what a month of them is', () => {
  fc.assert(
    fc.property(typed, suffix, fc.constantFrom(...PERIODS), numeral(2, 3), ({ bare, text }, [word, factor], [after, per], hours) => {
      const rate = valueOf(readRate(`${text}${word}${after}`));
      const amount = product(bare, factor);
      exactly(rate.amount, amount);
      expect(rate.per).toBe(per);
      const month = perMonth(rate, decimal(hours));
      if (per === 'month') exactly(month, amount);
      else exactly(month, written(over(scaled(product(product(amount, hours), '3600')), scaled(SECONDS[per]), 12)));
    }),
    { numRuns: 1000 },
  );
});

test('sizes, in both kinds of kilobytes', () => {
  fc.assert(
    fc.property(numeral(5, 8), gap, fc.constantFrom(...Object.entries(BYTES)), (bare, space, [unit, [binary, metric]]) => {
      const size = valueOf(readSize(`${bare}${space}${unit}`));
      exactly(size.amount, bare);
      exactly(toBytes(size, { hoursPerMonth: decimal('730'), bytesPerKB: decimal('1024') }), product(bare, binary));
      exactly(toBytes(size, { hoursPerMonth: decimal('730'), bytesPerKB: decimal('1000') }), product(bare, metric));
    }),
    { numRuns: 1000 },
  );
});

test('durations', () => {
  fc.assert(
    fc.property(typed, gap, fc.constantFrom(...Object.entries(MILLISECONDS)), ({ bare, text }, space, [unit, factor]) => {
      exactly(valueOf(readDuration(`${text}${space}${unit}`)), product(bare, factor));
    }),
    { numRuns: 500 },
  );
});

test('durations of several units', () => {
  fc.assert(
    fc.property(fc.nat({ max: 99 }), fc.nat({ max: 59 }), gap, (hours, minutes, space) => {
      exactly(valueOf(readDuration(`${hours}h${space}${minutes}m`)), String(hours * 3_600_000 + minutes * 60_000));
    }),
  );
  expect(readDuration('5M'), 'a month or a minute').toHaveProperty('because');
});

test('a unit that could mean something else is remembered as it was written', () => {
  expect(valueOf(readSize('4kb'))).toMatchObject({ unit: 'KB', loosely: '4kb' });
  for (const text of ['4 KB', '4 kB', '4 KiB', '4 kib', '4', '4 bytes'])
    expect(valueOf(readSize(text)), text).not.toHaveProperty('loosely');
});

test('shares, as a percentage and as the fraction it is', () => {
  const percent = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.stringMatching(/^[0-9]{1,12}$/)).map((digits) => digits.join('.'));
  fc.assert(
    fc.property(fc.oneof(percent, fc.constantFrom('0', '100', '100.000')), gap, (text, space) => {
      const fraction = product(text, '0.01');
      exactly(valueOf(readShare(`${text}${space}%`)), fraction);
      exactly(valueOf(readShare(fraction)), fraction);
    }),
    { numRuns: 500 },
  );
});

test('shares of more than the whole are refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 1000 }), fc.stringMatching(/^[0-9]{0,6}[1-9]$/), (whole, rest) => {
      expect(readShare(`${whole}.${rest}%`)).toHaveProperty('because');
      expect(readShare(`${whole}.${rest}`)).toHaveProperty('because');
    }),
  );
});

test('memory, in MB and GB', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 128, max: 10_240 }),
      gap,
      fc.constantFrom('', 'MB', 'MiB', 'mb', 'Mi', 'megabytes'),
      (megabytes, space, unit) => {
        exactly(valueOf(readMemory(`${megabytes}${space}${unit}`)), String(megabytes));
        const gigabytes = written(over(scaled(String(megabytes)), scaled('1024'), 10));
        exactly(valueOf(readMemory(`${gigabytes}${space}GB`)), String(megabytes));
      },
    ),
  );
});

test('a word that is no unit is refused', () => {
  const known = new Set(
    [COUNTED_NAMES, PERCENT, ...[MULTIPLIERS, PERIOD_NAMES, RATE_NAMES, MILLISECONDS_OF, SIZE_NAMES].map((one) => [...one.keys()])].flat(),
  );
  const word = fc
    .oneof(fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)), fc.stringMatching(/^[A-Za-z]{4,12}$/))
    .filter((one) => !known.has(one.toLowerCase()));
  fc.assert(
    fc.property(fc.nat().map(String), word, (number, unit) => {
      for (const reader of [readCount, readSize, readDuration, readShare, readMemory] as ((text: string) => Reading<unknown>)[])
        expect(reader(`${number} ${unit}`), `${reader.name} ${unit}`).toHaveProperty('because');
      for (const text of [`${number} ${unit}`, `${number} ${unit}/day`, `${number}/${unit}`])
        expect(readRate(text), text).toHaveProperty('because');
    }),
    { numRuns: 300 },
  );
});

test('less than nothing is refused', () => {
  fc.assert(
    fc.property(numeral(9, 4), (bare) => {
      fc.pre(/[1-9]/.test(bare));
      for (const reading of [
        readCount(`-${bare}`),
        readRate(`-${bare}/day`),
        readSize(`-${bare} KB`),
        readDuration(`-${bare} s`),
        readShare(`-${bare}`),
      ])
        expect(reading).toHaveProperty('because');
    }),
  );
});
