import { PriceError } from '../errors/errors.ts';

export const REINSTALL = 'reinstall apigw-advisor, or run `npm run build` in a checkout';

/** A cell of compiled price data that cannot be right: where it is, and what stands there. */
export function damaged(file: string, path: string, found: unknown, because: string): PriceError {
  const shown = typeof found === 'string' ? JSON.stringify(found.slice(0, 60)) : (KINDS.get(typeof found) ?? String(found));
  const what = `${path === '' ? 'the price data' : path} is ${shown}`;
  return new PriceError([{ file, line: null, column: null, path: path === '' ? null : path, what, because, write: REINSTALL }]);
}

/** What is not text is told by its kind: how deep it is nested nobody knows. */
const KINDS = new Map([
  ['undefined', 'missing'],
  ['object', 'something else'],
]);

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
