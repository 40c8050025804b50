import { plain, type Decimal } from '../money/decimal.ts';

/** A double near an exact decimal: for a spreadsheet's cell or the length of a bar, never for arithmetic that is printed. */
export function nearest(value: Decimal): number {
  return Number(plain(value));
}
