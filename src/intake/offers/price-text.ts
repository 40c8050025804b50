import { REFUSED } from './refusals.ts';

/** Exact digits of ours and AWS's have less. */
const MOST_DIGITS = 60;

/** Whether a text is a price, which may have an exponent. */
export function isPrice(text: string): boolean {
  return text.length <= MOST_DIGITS && /^\d+(?:\.\d+)?(?:[eE]-?\d{1,2})?$/.test(text);
}

export function noPrice(file: string, line: number, text: string) {
  const shown = JSON.stringify(text.slice(0, 40));
  return REFUSED.value(file, line, `a price is ${shown}`, 'a price is a decimal number, such as 0.0000035000');
}
