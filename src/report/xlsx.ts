import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell as SheetCell, type CellObject } from 'write-excel-file/node';
import { csvCell } from './csv-cell.ts';
import { nearest } from './number.ts';
import type { Cell } from './report-cells.ts';

/** A sheet of a workbook: heads that stay in view, and rows of typed cells. */
export interface Sheet {
  /** At most 31 characters, none of []/\\:*? */
  readonly name: string;
  /** Empty for a sheet without heads. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const WIDEST = 60;
const NARROWEST = 8;

/** A workbook as Excel 2007 and newer read it; the same sheets give the same bytes. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = await writeExcelFile(
    sheets.map(({ name, heads, rows }) => ({
      sheet: name,
      data: [...(heads.length > 0 ? [heads.map(head)] : []), ...rows.map((row) => row.map(sheetCell))],
      columns: widths(heads, rows),
      ...(heads.length > 0 ? { stickyRowsCount: 1 } : {}),
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
  return undated(written);
}

/** The archive holds the moment it was packed; packed again with one date, it holds what it is about and nothing else. */
function undated(archive: Uint8Array): Uint8Array {
  // Without a zone, so that its local year is 1980, the first that an archive can say, wherever it is packed.
  return zipSync(unzipSync(archive), { mtime: '1980-01-01T00:00:00' });
}

function head(text: string): CellObject {
  return { type: String, value: text, fontWeight: 'bold', backgroundColor: '#E8ECF3', alignVertical: 'top', wrap: true };
}

function sheetCell(cell: Cell): SheetCell {
  switch (cell.type) {
    case 'text':
      return cell.text === '' ? null : { type: String, value: csvCell(cell.text), wrap: cell.text.length > WIDEST, alignVertical: 'top' };
    case 'money':
      return number(nearest(cell.value), moneyFormat(cell));
    case 'share':
      return cell.value === null ? null : number(nearest(cell.value), '0.0%');
    case 'quantity':
      return number(nearest(cell.value), `${cell.value.isInteger() ? '#,##0' : '#,##0.###'}${cell.unit === '' ? '' : `" ${cell.unit}"`}`);
    case 'count':
      return number(cell.value, '#,##0');
  }
}

/** A number that stays one, so that it can be added up, and still says when it is only a lower bound. */
function moneyFormat({ bound, signed }: Extract<Cell, { type: 'money' }>): string {
  if (bound === 'at-least') return '"≥ $"#,##0.00';
  return signed ? '"+$"#,##0.00;"-$"#,##0.00;"$"0.00' : '"$"#,##0.00;"-$"#,##0.00';
}

function number(value: number, format: string): CellObject {
  return { type: Number, value, format, alignVertical: 'top' };
}

function widths(heads: readonly string[], rows: readonly (readonly Cell[])[]): { width: number }[] {
  const columns = Math.max(heads.length, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, index) => {
    const longest = Math.max(heads[index]?.length ?? 0, ...rows.map((row) => lengthOf(row[index])));
    return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) };
  });
}

/** Characters that a cell takes: a number about as many as its dollars. */
function lengthOf(cell: Cell | undefined): number {
  if (cell === undefined) return 0;
  if (cell.type === 'text') return cell.text.length;
  return cell.type === 'count' || cell.value === null
    ? 4
    : cell.value.toFixed(2).length + (cell.type === 'quantity' ? cell.unit.length : 5);
}
