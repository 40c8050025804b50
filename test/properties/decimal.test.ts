// Our decimals against decimal.js, method by method, on numbers as long as any that pricing meets.
import { Decimal as Reference } from 'decimal.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, quotient, type Decimal } from '../../src/money/decimal.ts';

const Exact = Reference.clone({ precision: 400, toExpNeg: -1000, toExpPos: 1000, rounding: Reference.ROUND_HALF_UP });
const Long = Exact.clone({ precision: 200 });

const digits = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -6, max: 30 }));
const round = fc.tuple(fc.bigInt({ min: -20n, max: 20n }), fc.integer({ min: -12, max: 3 }));
const written = fc.oneof(digits, round).map(([units, places]) => `${units}e${-places}`);

const ARITHMETIC = ['plus', 'minus', 'times'] as const;
const COMPARISONS = ['cmp', 'eq', 'lt', 'lte', 'gt', 'gte'] as const;
const ALONE = ['abs', 'neg', 'floor', 'ceil'] as const;
const SAID = ['isZero', 'isInteger', 'decimalPlaces'] as const;

/** decimal.js tells -0 from 0; money does not. */
const text = (value: Reference) => (value.isZero() ? '0' : value.toFixed());

test('two decimals', () => {
  fc.assert(
    fc.property(written, written, (a, b) => {
      const [ours, theirs] = [decimal(a), new Exact(a)];
      for (const name of ARITHMETIC) expect(ours[name](decimal(b)).toFixed(), name).toBe(text(theirs[name](b)));
      for (const name of COMPARISONS) expect(ours[name](b), name).toBe(theirs[name](b));
      if (theirs.isZero() || new Exact(b).isZero()) return;
      expect(ours.div(b).toFixed(), 'div').toBe(text(new Long(a).div(b)));
      expect(ours.divToInt(b).toFixed(), 'divToInt').toBe(text(theirs.divToInt(b)));
    }),
    { numRuns: 2000 },
  );
});

test('one decimal', () => {
  fc.assert(
    fc.property(written, fc.integer({ min: 0, max: 14 }), (a, places) => {
      const [ours, theirs] = [decimal(a), new Exact(a)];
      for (const name of ALONE) expect(ours[name]().toFixed(), name).toBe(text(theirs[name]()));
      for (const name of SAID) expect(ours[name](), name).toBe(theirs[name]());
      expect(ours.isNegative()).toBe(theirs.isNegative() && !theirs.isZero());
      expect(ours.toDecimalPlaces(places).toFixed(), 'toDecimalPlaces').toBe(text(theirs.toDecimalPlaces(places)));
      expect(ours.toSignificantDigits(places + 1).toFixed(), 'toSignificantDigits').toBe(text(theirs.toSignificantDigits(places + 1)));
      expect(ours.pow(places % 4).toFixed(), 'pow').toBe(text(theirs.pow(places % 4)));
      expect(ours.toFixed(places), 'toFixed').toBe(theirs.toFixed(places).replace(/^-(?=[0.]+$)/, ''));
      expect(JSON.stringify(ours)).toBe(JSON.stringify(text(theirs)));
      expect(decimal(ours.toFixed())).toEqual(ours);
    }),
    { numRuns: 2000 },
  );
});

test('a quotient ends, or is rounded half up to twelve places', () => {
  const positive = written.map((one) => one.replace('-', '')).map((one) => decimal(one)) as fc.Arbitrary<Decimal>;
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      if (b.isZero()) return;
      expect(quotient(a, b).toFixed()).toBe(text(new Exact(a.toFixed()).div(b.toFixed()).toDecimalPlaces(12)));
    }),
    { numRuns: 2000 },
  );
});

test.each(['', '.', '-', 'e5', '1e', '1e99999', '0x10', '1,5', '1 000', 'NaN', 'Infinity', '--1', '1.2.3'])('%j is no decimal', (one) => {
  expect(() => decimal(one)).toThrow('is no decimal number');
});

test('nothing is divided by zero', () => {
  expect(() => decimal('1').div('0')).toThrow(RangeError);
});
