import type { Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { priceText } from '../cost/words.ts';
import type { Column } from '../grid.ts';
import { percent, readable } from '../recommend/words.ts';

/** A cell of a report before it is written: text that anyone may have written, or a number that knows what it is. */
export type Cell =
  | { readonly type: 'text'; readonly text: string }
  /** Dollars; `signed` where it is a difference. */
  | { readonly type: 'money'; readonly value: Decimal; readonly bound: 'exact' | 'at-least'; readonly signed: boolean }
  /** A part of 1; null where there is nothing to be a part of. */
  | { readonly type: 'share'; readonly value: Decimal | null }
  | { readonly type: 'quantity'; readonly value: Decimal; readonly unit: string }
  /** Dollars for one unit. */
  | { readonly type: 'price'; readonly value: Decimal; readonly unit: string }
  | { readonly type: 'count'; readonly value: number };

/** A table of a report, whole. Formats for people may show its first rows only. */
export interface ReportTable {
  /** Kebab case: the name of a sheet, the anchor of a page. */
  readonly id: string;
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns by their heads that add up to something; or whether the last row is what those above it add up to. */
  readonly addUp?: readonly string[] | 'last row';
}

export const text = (value: string): Cell => ({ type: 'text', text: value });
export const dollars = (value: Decimal, bound: 'exact' | 'at-least' = 'exact'): Cell => ({ type: 'money', value, bound, signed: false });
export const difference = (value: Decimal): Cell => ({ type: 'money', value, bound: 'exact', signed: true });
export const part = (value: Decimal | null): Cell => ({ type: 'share', value });
export const quantity = (value: Decimal, unit: string): Cell => ({ type: 'quantity', value, unit });
export const price = (value: Decimal, unit: string): Cell => ({ type: 'price', value, unit });
export const count = (value: number): Cell => ({ type: 'count', value });

/** A cell as a person reads it. */
export function cellText(cell: Cell): string {
  switch (cell.type) {
    case 'text':
      return cell.text;
    case 'money':
      return cell.signed && cell.value.gt('0') ? `+${formatMoney(cell.value)}` : formatMoney(cell.value, cell.bound);
    case 'share':
      return cell.value === null ? '–' : percent(cell.value);
    case 'quantity':
      return `${readable(cell.value)} ${cell.unit}`.trim();
    case 'price':
      return priceText(cell.value, cell.unit);
    case 'count':
      return String(cell.value);
  }
}
