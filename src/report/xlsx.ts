import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import writeExcelFile, { type Cell as SheetCell, type CellObject } from 'write-excel-file/node';
import type { Column } from './grid.ts';
import { nearest } from './number.ts';
import type { Cell } from './report-cells.ts';
import { workbookText } from './workbook-text.ts';

/** A sheet of a workbook: heads that stay in view, and rows of typed cells. */
export interface Sheet {
  /** At most 31 characters, none of []/\\:*? */
  readonly name: string;
  /** Empty for a sheet without heads. */
  readonly heads: readonly Pick<Column, 'head' | 'align'>[];
  readonly rows: readonly (readonly Cell[])[];
}

const WIDEST = 60;
const NARROWEST = 8;

/** A workbook as Excel 2007 and newer read it; the same sheets give the same bytes. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = await writeExcelFile(
    sheets.map(({ name, heads, rows }) => ({
      sheet: name,
      data:
        heads.length > 0
          ? [heads.map(head), ...rows.map((row) => tall(row, row.map(sheetCell)))]
          : rows.map((row) => tall(row, labelled(row))),
      columns: widths(heads, rows),
      ...(heads.length > 0 ? { stickyRowsCount: 1 } : {}),
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
  const files = unzipSync(written);
  for (const [index, { heads, rows }] of sheets.entries()) {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    files[path] = strToU8(usable(strFromU8(files[path] ?? new Uint8Array()), areaOf(heads, rows)));
  }
  files['xl/workbook.xml'] = strToU8(named(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()), sheets));
  return undated(files);
}

/** The archive holds the moment it was packed; packed again with one date, it holds what it is about and nothing else. */
function undated(files: Zippable): Uint8Array {
  // Without a zone, so that its local year is 1980, the first that an archive can say, wherever it is packed.
  return zipSync(files, { mtime: '1980-01-01T00:00:00' });
}

/** The cells of a table with its heads, such as `$A$1:$J$40`; null for a sheet without heads. */
function areaOf(heads: Sheet['heads'], rows: readonly unknown[]): string | null {
  return heads.length === 0 ? null : `$A$1:$${String.fromCharCode(64 + heads.length)}$${rows.length + 1}`;
}

/** A sheet whose heads filter and sort, and whose columns fit on a page. The order of elements is that of ECMA-376. */
function usable(xml: string, area: string | null): string {
  const filter = area === null ? '' : `<autoFilter ref="${area.replaceAll('$', '')}"/>`;
  const page = '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  return xml
    .replace(/<(sheetViews|cols)>/, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>$&')
    .replace('</sheetData>', `</sheetData>${filter}${page}`);
}

/** What a filter is of, and the heads that each page repeats, which programs look for under these names. */
function named(xml: string, sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, heads, rows }, index) => {
    const [area, sheet] = [areaOf(heads, rows), `'${name.replaceAll("'", "''")}'`];
    return area === null
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!${area}</definedName>`,
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$1:$1</definedName>`,
        ];
  });
  // A function, so that the dollar signs of the names stay what they are.
  return xml.replace('<definedNames/>', () => (names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`));
}

/** A row of a sheet without heads: its first cell says what the others are. */
function labelled(row: readonly Cell[]): SheetCell[] {
  return row.map((cell, index) => {
    const written = sheetCell(cell);
    if (typeof written !== 'object' || written === null || !('value' in written)) return written;
    return index === 0 ? { ...written, fontWeight: 'bold' } : { ...written, align: 'left' };
  });
}

function head({ head: value, align = 'left' }: Sheet['heads'][number]): CellObject {
  return { type: String, value, align, fontWeight: 'bold', backgroundColor: '#E8ECF3', alignVertical: 'top', wrap: true };
}

const LINE_HEIGHT = 15;
/** Points: a workbook with a higher row is no workbook. */
const HIGHEST = 409;
/** Letters of a line in the widest column: proportional, so not every line takes its whole width. */
const LETTERS_A_LINE = WIDEST - 6;

/** A row as high as its longest text, for a program that does not work it out by itself. */
function tall(row: readonly Cell[], written: readonly SheetCell[]): SheetCell[] {
  const longest = Math.max(0, ...row.map((cell) => (cell.type === 'text' ? cell.text.length : 0)));
  if (longest <= WIDEST) return [...written];
  const height = Math.min(HIGHEST, Math.ceil(longest / LETTERS_A_LINE) * LINE_HEIGHT);
  return written.map((cell) => (typeof cell === 'object' && cell !== null && 'value' in cell ? { ...cell, height } : cell));
}

function sheetCell(cell: Cell): SheetCell {
  switch (cell.type) {
    case 'text':
      return cell.text === ''
        ? null
        : { type: String, value: workbookText(cell.text), wrap: cell.text.length > WIDEST, alignVertical: 'top' };
    case 'money':
      return number(nearest(cell.value), moneyFormat(cell));
    case 'share':
      return cell.value === null ? null : number(nearest(cell.value), `0.0%${ROOM}`);
    case 'quantity':
      return number(
        nearest(cell.value),
        `${cell.value.isInteger() ? '#,##0' : '#,##0.###'}${cell.unit === '' ? '' : `" ${cell.unit}"`}${ROOM}`,
      );
    case 'price':
      return cell.value === null
        ? { type: String, value: 'not published', alignVertical: 'top' }
        : number(nearest(cell.value), `"$"0.00##########"/${cell.unit}"${ROOM}`);
    case 'count':
      return number(cell.value, `#,##0${ROOM}`);
  }
}

/** So much room after a number as a bracket takes, so that it does not run into the text beside it. */
const ROOM = '_)';

/** A number that stays one, so that it can be added up, and still says when it is only a lower bound. */
function moneyFormat({ bound, signed }: Extract<Cell, { type: 'money' }>): string {
  const amount = `#,##0.00${ROOM}`;
  if (bound === 'at-least') return `"≥ $"${amount}`;
  return signed ? `"+$"${amount};"-$"${amount};"$"${amount}` : `"$"${amount};"-$"${amount}`;
}

function number(value: number, format: string): CellObject {
  return { type: Number, value, format, alignVertical: 'top' };
}

function widths(heads: Sheet['heads'], rows: readonly (readonly Cell[])[]): { width: number }[] {
  const columns = Math.max(heads.length, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, index) => {
    const longest = Math.max((heads[index]?.head.length ?? 0) + 2, ...rows.map((row) => lengthOf(row[index])));
    return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) };
  });
}

/** Characters that a cell takes: a number about as many as its dollars. */
function lengthOf(cell: Cell | undefined): number {
  if (cell === undefined) return 0;
  if (cell.type === 'text') return cell.text.length;
  if (cell.type === 'price') return (cell.value === null ? 13 : cell.value.toFixed().length + cell.unit.length) + 2;
  return cell.type === 'count' || cell.value === null
    ? 4
    : cell.value.toFixed(2).length + (cell.type === 'quantity' ? cell.unit.length : 5);
}
