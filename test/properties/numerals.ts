/** Random numbers as plain decimal text, so that no test passes one through a double. */
import * as fc from 'fast-check';

/** Digits before the point and after it. */
export function numeral(whole: number, places: number): fc.Arbitrary<string> {
  const integer = fc
    .nat({ max: whole })
    .chain((digits) => fc.bigInt({ min: 0n, max: 10n ** BigInt(digits) }))
    .map(String);
  const fraction = fc.stringMatching(new RegExp(`^[0-9]{0,${places}}$`));
  return fc.tuple(integer, fraction).map(([a, b]) => (b === '' ? a : `${a}.${b}`));
}

/** Quantities of every size that people and bills have, up to 10^18, to 9 places. */
export const quantity = fc.oneof(numeral(4, 9), numeral(12, 3), numeral(18, 9));
