// Decimals against whole numbers: no digit is lost unless rounding is asked for, and rounding is half away from zero.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, increments, isNegative, max, min, quotient, sum, wholeUnits, type Decimal } from '../../src/money/decimal.ts';
import { decimalOf, fraction, fractionOf } from '../../src/money/fraction.ts';
import { written as plainly } from './scaled.ts';

/** Digits enough for any quantity, price and product of them. */
const PLACES = 30;
const UNIT = 10n ** BigInt(PLACES);
const long = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -6, max: PLACES }));
const round = fc.tuple(fc.bigInt({ min: -20n, max: 20n }), fc.integer({ min: -3, max: 12 }));
const written = fc
  .oneof(long, round)
  .map(([units, places]) => ({ text: `${units}e${-places}`, units: units * 10n ** BigInt(PLACES - places) }));

/** a ÷ b, half away from zero. */
function halfUp(a: bigint, b: bigint): bigint {
  const [over, under] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const whole = (2n * over + under) / (2n * under);
  return a < 0n === b < 0n ? whole : -whole;
}

test('two decimals', () => {
  fc.assert(
    fc.property(written, written, (a, b) => {
      const [x, y] = [decimal(a.text), decimal(b.text)];
      expect(x.plus(y).toFixed()).toBe(plainly({ units: a.units + b.units, places: PLACES }));
      expect(x.minus(y).toFixed()).toBe(plainly({ units: a.units - b.units, places: PLACES }));
      expect(x.times(y).toFixed()).toBe(plainly({ units: a.units * b.units, places: 2 * PLACES }));
      const order = a.units < b.units ? -1 : a.units > b.units ? 1 : 0;
      expect([x.cmp(y), x.eq(y), x.lt(y), x.lte(y), x.gt(y), x.gte(y)]).toEqual([
        order,
        !order,
        order < 0,
        order <= 0,
        order > 0,
        order >= 0,
      ]);
      expect([max(x, y), min(x, y)]).toEqual(order < 0 ? [y, x] : [x, y]);
      if (b.units === 0n) return;
      expect(x.divToInt(y).toFixed()).toBe(plainly({ units: a.units / b.units, places: 0 }));
      const exact = x.div(y);
      expect(exact.times(y).minus(x).abs().lt('1e-100')).toBe(true);
      expect(exact.toDecimalPlaces(12).toFixed()).toBe(plainly({ units: halfUp(a.units * 10n ** 12n, b.units), places: 12 }));
    }),
    { numRuns: 2000 },
  );
});

test('one decimal', () => {
  fc.assert(
    fc.property(written, fc.integer({ min: 0, max: 14 }), ({ text, units }, places) => {
      const x = decimal(text);
      expect(x.toFixed()).toBe(plainly({ units, places: PLACES }));
      expect(x.toString()).toBe(x.toFixed());
      expect(x.neg().toFixed()).toBe(plainly({ units: -units, places: PLACES }));
      expect(x.abs().toFixed()).toBe(plainly({ units: units < 0n ? -units : units, places: PLACES }));
      expect([isNegative(x), x.isZero(), x.isInteger()]).toEqual([units < 0n, units === 0n, units % UNIT === 0n]);
      expect(x.floor().toFixed()).toBe(String(units / UNIT - (units < 0n && units % UNIT !== 0n ? 1n : 0n)));
      expect(x.ceil().toFixed()).toBe(String(units / UNIT + (units > 0n && units % UNIT !== 0n ? 1n : 0n)));
      expect(x.toDecimalPlaces(places).toFixed()).toBe(plainly({ units: halfUp(units, 10n ** BigInt(PLACES - places)), places: places }));
      expect(x.decimalPlaces()).toBe(plainly({ units, places: PLACES }).split('.')[1]?.length ?? 0);
      expect(x.pow(3).toFixed()).toBe(plainly({ units: units ** 3n, places: 3 * PLACES }));
      expect(wholeUnits(x, PLACES)).toBe(units);
      expect(fractionOf(x)).toEqual(fraction(units, UNIT));
    }),
    { numRuns: 2000 },
  );
});

test('a quotient ends, or is rounded half up to twelve places', () => {
  fc.assert(
    fc.property(written, written, (a, b) => {
      const [x, y] = [decimal(a.text).abs(), decimal(b.text).abs()];
      if (y.isZero()) return;
      const [over, under] = [wholeUnits(x, PLACES), wholeUnits(y, PLACES)];
      const rounded = plainly({ units: halfUp(over * 10n ** 12n, under), places: 12 });
      expect(quotient(x, y).toFixed()).toBe(rounded);
      expect(decimalOf(fraction(over, under)).toFixed()).toBe(rounded);
      const started = (over + under - 1n) / under;
      expect(increments(x, y).toFixed()).toBe(String(started > 1n ? started : 1n));
    }),
    { numRuns: 2000 },
  );
});

test('nothing is negative zero where it shows', () => {
  const zeros: readonly Decimal[] = [decimal('-0'), decimal('0').neg(), decimal('-1').times('0'), decimal('-0.4').ceil()];
  expect(zeros.map((zero) => [zero.toFixed(), String(zero), isNegative(zero), zero.eq('0')])).toEqual(
    zeros.map(() => ['0', '0', false, true]),
  );
  expect(sum(zeros).toFixed()).toBe('0');
});

test('a division that does not end keeps 200 digits', () => {
  expect(decimal('2').div('3').toFixed()).toBe(`0.${'6'.repeat(199)}7`);
});

test.each(['', '.', '-', 'e5', '1e', '1e99999', '0x10', '1,5', '1 000', 'NaN', 'Infinity', '--1', '1.2.3', '0b1', '1_000'])(
  '%j is no decimal',
  (one) => {
    expect(() => decimal(one)).toThrow('is not a decimal number');
  },
);
