import { REFUSED } from './refusals.ts';

/** Exact digits of ours and AWS's have less. */
const MOST_DIGITS = 60;

/** A price as it is written, an exponent included. @throws OfferError where it is none. */
export function checkedPrice(file: string, line: number | null, text: string): string {
  if (text.length <= MOST_DIGITS && /^\d+(?:\.\d+)?(?:[eE]-?\d{1,2})?$/.test(text)) return text;
  throw REFUSED.value(file, line, `a price is ${JSON.stringify(text.slice(0, 40))}`, 'a price is a decimal number, such as 0.0000035000');
}
