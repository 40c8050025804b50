import { sum, ZERO, type Decimal } from '../../money/decimal.ts';
import type { Cell, ReportTable } from '../../render/report/cells.ts';
import { columnRange, sheetRef, type Computed, type Sheet } from './workbook.ts';

/** What adds up in a workbook is a formula over the cells it is made of, so that whoever changes one sees what follows. */

/** A table as a sheet, with what its columns add up to. */
export function summed(name: string, { columns, rows, addUp = [] }: ReportTable): Sheet {
  const sheet: Sheet = { name, heads: columns, rows };
  if (rows.length === 0) return sheet;
  if (addUp === 'last row')
    return { ...sheet, rows: rows.map((row, index) => (index === rows.length - 1 ? row.map(overAbove(rows)) : row)) };
  const total = columns.map(({ head }, column): Computed => (addUp.includes(head) ? totalOf(rows, column) : NOTHING));
  return addUp.length === 0 ? sheet : { ...sheet, total: [{ type: 'text', text: 'All' }, ...total.slice(1)] };
}

const NOTHING: Cell = { type: 'text', text: '' };

/** The cell that holds what a column adds up to, by the name of its sheet: `'Workloads'!G302`. */
export function totalIn({ name, heads, rows, total }: Sheet, head: string): string | null {
  const column = heads.findIndex((one) => one.head === head);
  return total === undefined || column < 0 ? null : sheetRef(name, rows.length + 1, column);
}

function overAbove(rows: ReportTable['rows']): (cell: Cell, column: number) => Computed {
  return (cell, column) => (cell.type === 'money' && rows.length > 1 ? { ...cell, formula: sumOver(1, rows.length - 1, column) } : cell);
}

function totalOf(rows: ReportTable['rows'], column: number): Computed {
  const cells = rows.flatMap((row) => row[column] ?? []);
  const formula = sumOver(1, rows.length, column);
  const values = cells.flatMap((cell): readonly Decimal[] => (cell.type === 'money' || cell.type === 'share' ? [cell.value ?? ZERO] : []));
  const money = cells.flatMap((cell) => (cell.type === 'money' ? [cell] : []));
  if (money.length === 0) return { type: 'share', value: sum(values), formula };
  const bound = money.some((cell) => cell.bound === 'at-least') ? 'at-least' : 'exact';
  return { type: 'money', value: sum(values), bound, signed: money.every(({ signed }) => signed), formula };
}

const sumOver = (first: number, last: number, column: number) => `SUM(${columnRange(first, last, column)})`;
