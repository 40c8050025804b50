import { plain } from '../../money/decimal.ts';
import { cellText, type Cell, type ReportTable } from '../report/cells.ts';
import { EMPTY, markup, type Html } from './markup.ts';

/** A cell of a page: what stands there, and what it is sorted by. */
export interface PageCell {
  readonly shown: Html;
  /** A plain decimal, or text; empty sorts last. */
  readonly sort: string;
  readonly numeric: boolean;
  /** Several lines of words, which need their room. */
  readonly long?: boolean;
}

/** What a row shows on a phone, where it is one line: columns by their heads. The others show when the row is opened. */
export interface OneLine {
  readonly name: string;
  readonly amount?: string;
  readonly change?: string;
}

/** A table of a page. */
export interface PageTable {
  readonly id: string;
  readonly caption: string;
  /** Whether the heading above says the same, so that the caption is only read aloud. */
  readonly quiet?: boolean;
  readonly columns: readonly { readonly head: string; readonly numeric?: boolean }[];
  readonly oneLine: OneLine;
  /** As many as the page shows. */
  readonly rows: readonly (readonly PageCell[])[];
  /** How many there are. */
  readonly of: number;
}

/** Rows that a page holds: more make it slow on a phone, and belong into a spreadsheet. */
const MOST_PAGE_ROWS = 2000;
/** Words longer than this need room. */
const LONG = 60;
/** More columns than this stand closer together. */
const MANY_COLUMNS = 7;
/** A filter is of use from here on. */
const FILTERED_FROM = 10;

/** A table with heads that sort and, if it is long, a field that filters. On a narrow screen each row is a line that opens. */
export function pageTable(table: PageTable): Html {
  const { id, caption, quiet, columns, oneLine, rows, of } = table;
  if (rows.length === 0) return EMPTY;
  const heads = columns.map(
    ({ head, numeric }) =>
      markup`<th scope="col" role="columnheader"${numeric ? markup` class="n"` : EMPTY} data-head="${head}"><button type="button">${head}</button></th>`,
  );
  const filter =
    rows.length >= FILTERED_FROM
      ? markup`<div class="filter"><label for="${id}-filter">Filter <span class="unseen">${caption}</span></label><input type="search" id="${id}-filter" autocomplete="off" spellcheck="false"><output for="${id}-filter" aria-live="polite">${rows.length} rows</output></div>`
      : EMPTY;
  const left =
    of > rows.length
      ? markup`<p class="note">The first ${rows.length} of ${of}; all of them are in the spreadsheet (--format xlsx) and in --json.</p>`
      : EMPTY;
  const places = columns.map(({ head }) => placeOf(head, oneLine));
  const body = rows.map(
    (row) =>
      markup`<tr role="row">${row.map((cell, index) => {
        const label = columns[index]?.head ?? '';
        return markup`<td role="cell"${classOf(cell, places[index] ?? '')} data-label="${label}" data-sort="${cell.sort}"><div>${cell.shown}</div></td>`;
      })}</tr>`,
  );
  const form = `${oneLine.change === undefined ? '' : ' three'}${columns.length > MANY_COLUMNS ? ' dense' : ''}`;
  return markup`<div class="table${quiet ? ' quiet' : ''}${form}" id="${id}">${filter}<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">${body}</tbody></table>${left}</div>`;
}

/** Where a column stands in the one line of a row; empty where it does not. */
function placeOf(head: string, { name, amount, change }: OneLine): string {
  return head === name ? 'name' : head === amount ? 'amount' : head === change ? 'change' : '';
}

/** How wide a cell may become: numbers are never broken, words need room, and a name without end is broken anywhere. */
function classOf({ numeric, long, sort }: PageCell, place: string): Html {
  const classes = [numeric ? 'n' : '', long ? 'long' : '', /\S{25}/.test(sort) ? 'any' : '', place].filter((one) => one !== '');
  return classes.length === 0 ? EMPTY : markup` class="${classes.join(' ')}"`;
}

/** A table of a report as a page has it, cell by cell. */
export function fromReport({ id, heading, columns, rows }: ReportTable, oneLine: OneLine, quiet = false): PageTable {
  return {
    id,
    caption: heading,
    quiet,
    oneLine,
    columns: columns.map(({ head, align }) => ({ head, numeric: align === 'right' })),
    ...pageRows(rows, (row) => row.map(pageCell)),
  };
}

/** Rows for a page, of which no more are made than it shows. */
export function pageRows<T>(values: readonly T[], row: (value: T) => readonly PageCell[]): Pick<PageTable, 'rows' | 'of'> {
  return { rows: values.slice(0, MOST_PAGE_ROWS).map(row), of: values.length };
}

export function pageCell(cell: Cell): PageCell {
  if (cell.type === 'text') return { shown: markup`${cell.text}`, sort: cell.text, numeric: false, long: cell.text.length > LONG };
  const sort = cell.type === 'count' ? String(cell.value) : cell.value === null ? '' : plain(cell.value);
  return { shown: markup`${cellText(cell)}`, sort, numeric: true };
}
