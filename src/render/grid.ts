import Table from 'cli-table3';
import stringWidth from 'string-width';
import { forScreen } from './plain-signs.ts';
import { broken, WIDEST } from './paragraph.ts';
import type { Screen } from './theme.ts';

export interface Column {
  readonly head: string;
  /** As wide as its widest cell; the others share what is left. */
  readonly fit?: boolean;
  readonly align?: 'left' | 'right';
  /** Cut off where it is too long, so that a row of an open table stays one line; the whole stands elsewhere. */
  readonly cut?: 'end' | 'start';
}

const ASCII = {
  top: '-',
  'top-mid': '+',
  'top-left': '+',
  'top-right': '+',
  bottom: '-',
  'bottom-mid': '+',
  'bottom-left': '+',
  'bottom-right': '+',
  left: '|',
  'left-mid': '+',
  mid: '-',
  'mid-mid': '+',
  right: '|',
  'right-mid': '+',
  middle: '|',
};

/** A table that fills the screen and no more. cli-table3 colours even a pipe unless its styles are emptied. */
export function grid(columns: readonly Column[], cells: readonly (readonly string[])[], screen: Screen): string {
  const { theme, columns: available, unicode } = screen;
  // Before the widths are measured: plain signs are longer.
  const rows = cells.map((row) => row.map((cell) => forScreen(cell, screen)));
  const widths = widthsOf(columns, rows, available - columns.length - 1);
  const table = new Table({
    head: columns.map((column) => theme.strong(column.head)),
    colWidths: [...widths],
    colAligns: columns.map((column) => column.align ?? 'left'),
    // Asked for only where something wraps: it takes a third of the drawing.
    wordWrap: rows.some((row) => row.some((cell, index) => stringWidth(cell) > (widths[index] ?? 0) - 2)),
    style: { head: [], border: [], compact: true },
    ...(unicode ? {} : { chars: ASCII }),
  });
  table.push(...rows);
  return table.toString();
}

/** Between two columns without a line. */
const GAP = '  ';
const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);

/** What a cell begins with: the second line of its words stands under the first. */
const MARK = /^[ ▶>]* /;

/** A table without lines around its cells: the first column shares what is left, and wraps between words. */
export function openGrid(columns: readonly Column[], cells: readonly (readonly string[])[], screen: Screen): string {
  const rows = cells.map((row) => row.map((cell) => forScreen(cell, screen)));
  const gaps = GAP.length * (columns.length - 1);
  const natural = columns.map(({ head }, at) => Math.max(...[head, ...rows.map((row) => row[at] ?? '')].map(stringWidth)));
  const available = Math.min(screen.columns, Math.max(WIDEST, total(natural) + gaps));
  // What may be cut or wrapped is so only where it has to be.
  const left = available - gaps - total(natural);
  const widths =
    left >= 0
      ? natural.map((width, at) => (at === columns.findIndex(({ fit }) => !fit) ? width + left : width))
      : widthsOf(columns, rows, available - gaps + columns.length * 2).map((width) => width - 2);
  // Amounts that no screen has room for are cut rather than let over its edge.
  for (let over = total(widths) + gaps - available; over > 0; over -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  const lines = [
    columns.map((column) => [screen.theme.faint(column.head)]),
    ...rows.map((row) =>
      row.map((cell, at) => (columns[at]?.cut ? [cutTo(cell, widths[at] ?? 0, columns[at].cut, screen)] : wrapped(cell, widths[at] ?? 0))),
    ),
  ];
  return lines
    .flatMap((row) =>
      Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, line) =>
        row
          .map((cell, at) => padded(cell[line] ?? '', widths[at] ?? 0, columns[at]?.align))
          .join(GAP)
          .trimEnd(),
      ),
    )
    .join('\n');
}

function wrapped(cell: string, width: number): readonly string[] {
  if (stringWidth(cell) <= width) return [cell];
  const mark = MARK.exec(cell)?.[0] ?? '';
  const indent = mark === '' ? '' : `${' '.repeat(mark.length)}  `;
  const lines = broken(wordsOf(cell.slice(mark.length)), Math.max(1, width - indent.length));
  return lines.map((line, at) => (at === 0 ? mark : indent) + line);
}

function cutTo(cell: string, width: number, from: 'end' | 'start', { unicode }: Screen): string {
  if (stringWidth(cell) <= width) return cell;
  const sign = unicode ? '…' : '...';
  const letters = [...cell];
  const drop = () => (from === 'end' ? letters.pop() : letters.shift());
  while (letters.length > 0 && stringWidth(letters.join('')) + sign.length > width) drop();
  return from === 'end' ? `${letters.join('').trimEnd()}${sign}` : `${sign}${letters.join('').trimStart()}`;
}

function padded(text: string, width: number, align: Column['align']): string {
  const room = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? room + text : text + room;
}

/** A column that shares what is left is no narrower, unless nothing else gives way. */
const LEAST = 16;

/**
 * Columns that fit are as wide as they need to be, the others share what is left. Where that is too much for the
 * screen, cells wrap between words: first in the columns that fit, the one with most room to give first.
 */
function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[], available: number): readonly number[] {
  const needs = (index: number, widthOf: (cell: string) => number) =>
    2 + Math.max(...[columns[index]?.head ?? '', ...rows.map((row) => row[index] ?? '')].map(widthOf));
  const whole = columns.map((_, index) => needs(index, stringWidth));
  const least = columns.map(({ cut }, index) =>
    cut ? Math.min(LEAST, whole[index] ?? LEAST) : needs(index, (cell) => Math.max(...wordsOf(cell).map(stringWidth))),
  );
  const fitting = [...columns.keys()].filter((index) => columns[index]?.fit);
  const sharing = [...columns.keys()].filter((index) => !columns[index]?.fit);
  const taken = fitting.reduce((sum, index) => sum + (whole[index] ?? 0), 0);
  const share = Math.max(LEAST, Math.floor((available - taken) / Math.max(1, sharing.length)));
  const widths = columns.map(({ fit }, index) => (fit ? whole[index] : share) ?? share);
  const room = (index: number) => Math.max(0, (widths[index] ?? 0) - (least[index] ?? 0));
  for (const index of [...fitting.toSorted((a, b) => room(b) - room(a)), ...sharing]) {
    const over = widths.reduce((sum, width) => sum + width, 0) - available;
    widths[index] = (widths[index] ?? 0) - Math.max(0, Math.min(room(index), over));
  }
  return widths;
}

/** What of a cell stays on one line: words, and a bound with its amount. */
function wordsOf(cell: string): readonly string[] {
  return cell.split(/(?<![≥<>=]) +/);
}
