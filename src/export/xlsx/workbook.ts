import { rangeRef, serialToDate, writeXlsx, type Cell as SheetCell, type CellStyle, type WriteSheet } from 'hucre';
import type { Column } from '../../render/grid.ts';
import { percent } from '../../render/recommend/words.ts';
import { nearest } from '../../render/number.ts';
import type { Cell } from '../../render/report/cells.ts';
import { workbookText } from './text.ts';

/** A sheet of a workbook: heads that stay in view, and rows of typed cells. */
export interface Sheet {
  /** At most 31 characters, none of []/\\:*? */
  readonly name: string;
  /** Empty for a sheet without heads. */
  readonly heads: readonly Pick<Column, 'head' | 'align'>[];
  readonly rows: readonly (readonly Computed[])[];
  /** What stands below them, and is neither filtered nor sorted with them. */
  readonly total?: readonly Computed[];
}

/** A cell that may be worked out from others; its value is what that comes to, for a program that works nothing out. */
export type Computed = Cell & { readonly formula?: string };

/** A cell with a value and how it looks; null where nothing stands. */
type Written = (Required<Pick<SheetCell, 'value' | 'style'>> & Pick<SheetCell, 'formula' | 'formulaResult'>) | null;

const WIDEST = 60;
const NARROWEST = 8;

/** A workbook as Excel 2007 and newer read it; the same sheets give the same bytes. */
export function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(written),
    namedRanges: sheets.flatMap(names),
    defaultFont: { name: 'Calibri', size: 11 },
    properties: { modified: LONG_AGO },
  });
}

/** The first moment that an archive can say: a workbook holds what it is about, and not when it was written. */
const LONG_AGO = serialToDate(29_221);

/** A sheet whose heads stay in view, filter and sort, and whose columns fit on a page. */
function written({ name, heads, rows, total }: Sheet): WriteSheet {
  const below = total === undefined ? [] : [total.map(sheetCell).map(bold)];
  const drawn = heads.length > 0 ? [heads.map(head), ...rows.map((row) => row.map(sheetCell)), ...below] : rows.map(labelled);
  const cells = new Map<string, NonNullable<Written>>();
  for (const [down, row] of drawn.entries())
    for (const [right, cell] of row.entries()) if (cell !== null) cells.set(`${down},${right}`, cell);
  const rowDefs = new Map<number, { height: number }>();
  for (const [index, row] of rows.entries()) {
    const height = heightOf(row);
    if (height !== null) rowDefs.set((heads.length > 0 ? 1 : 0) + index, { height });
  }
  return {
    name,
    columns: widths(heads, total === undefined ? rows : [...rows, total]),
    cells,
    rowDefs,
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(heads.length > 0 ? { freezePane: { rows: 1 }, autoFilter: { range: areaOf(heads, rows) } } : {}),
  };
}

/** The cells of a table with its heads, such as `A1:J40`. */
function areaOf(heads: Sheet['heads'], rows: Sheet['rows']): string {
  return rangeRef(0, 0, rows.length, heads.length - 1);
}

/** Cells of one column, row by row from the heads, which are row 0: `G2:G301`. */
export function columnRange(first: number, last: number, column: number): string {
  return rangeRef(first, column, last, column);
}

/** A cell of another sheet. */
export function sheetRef(name: string, row: number, column: number): string {
  return `${quoted(name)}!${rangeRef(row, column, row, column).split(':')[0] ?? ''}`;
}

const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;

/**
 * What a filter is of, without which LibreOffice shows none, and the heads that each page repeats. The library has an option
 * for the latter, but leaves the name of the sheet without the quotes that spaces in it need.
 */
function names({ name, heads, rows }: Sheet) {
  if (heads.length === 0) return [];
  const sheet = quoted(name);
  return [
    { name: '_xlnm._FilterDatabase', range: `${sheet}!${areaOf(heads, rows).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`, scope: name },
    { name: '_xlnm.Print_Titles', range: `${sheet}!$1:$1`, scope: name },
  ];
}

/** A row of a sheet without heads: its first cell says what the others are. */
function labelled(row: readonly Cell[]): Written[] {
  return row.map((cell, index) => {
    const one = sheetCell(cell);
    if (one === null) return null;
    const { style } = one;
    return index === 0
      ? { ...one, style: { ...style, font: BOLD } }
      : { ...one, style: { ...style, alignment: { ...style.alignment, horizontal: 'left' } } };
  });
}

const BOLD = { bold: true, name: 'Calibri', size: 11 };

function head({ head: value, align = 'left' }: Sheet['heads'][number]): Written {
  const style: CellStyle = {
    font: BOLD,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8ECF3' } },
    alignment: { horizontal: align, vertical: 'top', wrapText: true },
  };
  return { value: workbookText(value), style };
}

const LINE_HEIGHT = 15;
/** Points: a workbook with a higher row is no workbook. */
const HIGHEST = 409;
/** Letters of a line in the widest column: proportional, so not every line takes its whole width. */
const LETTERS_A_LINE = WIDEST - 6;

/** Points that the longest text of a row takes, for a program that does not work it out by itself; null for one line. */
function heightOf(row: readonly Cell[]): number | null {
  const longest = Math.max(0, ...row.map((cell) => (cell.type === 'text' ? cell.text.length : 0)));
  return longest <= WIDEST ? null : Math.min(HIGHEST, Math.ceil(longest / LETTERS_A_LINE) * LINE_HEIGHT);
}

const TOP = { vertical: 'top' } as const;
const TEXT: CellStyle = { alignment: TOP };
const LONG_TEXT: CellStyle = { alignment: { ...TOP, wrapText: true } };

function sheetCell(cell: Computed): Written {
  const written = valueCell(cell);
  return written === null || cell.formula === undefined ? written : { ...written, formula: cell.formula, formulaResult: written.value };
}

function bold(cell: Written): Written {
  return cell && { ...cell, style: { ...cell.style, font: BOLD } };
}

function valueCell(cell: Cell): Written {
  switch (cell.type) {
    case 'text':
      return cell.text === '' ? null : { value: workbookText(cell.text), style: cell.text.length > WIDEST ? LONG_TEXT : TEXT };
    case 'money':
      return number(nearest(cell.value), moneyFormat(cell));
    case 'share':
      return cell.value === null ? null : number(nearest(cell.value), shareFormat(percent(cell.value)));
    case 'quantity':
      return number(
        nearest(cell.value),
        `${cell.value.isInteger() ? '#,##0' : '#,##0.###'}${cell.unit === '' ? '' : `" ${cell.unit}"`}${ROOM}`,
      );
    case 'price':
      return number(nearest(cell.value), `"$"0.00##########"/${cell.unit}"${ROOM}`);
    case 'count':
      return number(cell.value, `#,##0${ROOM}`);
  }
}

/** So many places as the page shows: `37.8%`, `7%`; what is too small for them is said to be. */
function shareFormat(shown: string): string {
  if (!/^[\d.,]+%$/.test(shown)) return `"${shown}"${ROOM}`;
  return `#,##0${shown.includes('.') ? '.0' : ''}%${ROOM}`;
}

/** So much room after a number as a bracket takes, so that it does not run into the text beside it. */
const ROOM = '_)';

/** A number that stays one, so that it can be added up, and still says when it is only a lower bound. */
function moneyFormat({ bound, signed }: Extract<Cell, { type: 'money' }>): string {
  const amount = `#,##0.00${ROOM}`;
  if (bound === 'at-least') return `"≥ $"${amount}`;
  return signed ? `"+$"${amount};"-$"${amount};"$"${amount}` : `"$"${amount};"-$"${amount}`;
}

function number(value: number, numFmt: string): Written {
  return { value, style: { numFmt, alignment: TOP } };
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
