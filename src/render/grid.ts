import Table from 'cli-table3';
import stringWidth from 'string-width';
import { forScreen } from './plain-signs.ts';
import type { Screen } from './theme.ts';

export interface Column {
  readonly head: string;
  /** As wide as its widest cell; the others share what is left. */
  readonly fit?: boolean;
  readonly align?: 'left' | 'right';
  /** Cut off where it is too long, so that a row stays one line; the whole stands elsewhere. */
  readonly cut?: boolean;
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

/** Columns without lines around them. */
const BARE = Object.fromEntries(Object.keys(ASCII).map((place) => [place, '']));

/**
 * A table that fills the screen and no more. cli-table3 colours even a pipe unless its styles are emptied.
 * @param bare without lines, and no wider than what stands in it.
 */
export function grid(columns: readonly Column[], cells: readonly (readonly string[])[], screen: Screen, bare = false): string {
  const { theme, columns: available, unicode } = screen;
  // Before the widths are measured: plain signs are longer.
  const rows = cells.map((row) => row.map((cell) => forScreen(cell, screen)));
  const widths = bare ? bareWidths(columns, rows, available) : widthsOf(columns, rows, available - columns.length - 1);
  const table = new Table({
    head: columns.map((column) => theme.strong(column.head)),
    colWidths: [...widths],
    colAligns: columns.map((column) => column.align ?? 'left'),
    // Asked for only where something wraps: it takes a third of the drawing.
    wordWrap: rows.some((row) => row.some((cell, index) => !columns[index]?.cut && stringWidth(cell) > (widths[index] ?? 0) - 2)),
    style: { head: [], border: [], compact: true, ...(bare ? { 'padding-left': 0, 'padding-right': GAP } : {}) },
    truncate: unicode ? '…' : '...',
    ...(bare ? { chars: BARE } : unicode ? {} : { chars: ASCII }),
  });
  table.push(...rows.map((row) => row.map((content, index) => (columns[index]?.cut ? { content, wordWrap: false } : content))));
  return bare ? table.toString().replace(/ +$/gm, '') : table.toString();
}

/** Between columns without lines. */
const GAP = 2;

/** As wide as they need to be, where the screen has room for all. */
function bareWidths(columns: readonly Column[], rows: readonly (readonly string[])[], available: number): readonly number[] {
  const whole = columns.map(({ head }, index) => GAP + Math.max(...[head, ...rows.map((row) => row[index] ?? '')].map(stringWidth)));
  // What follows the last column is cut off.
  return whole.reduce((sum, width) => sum + width, 0) <= available + GAP ? whole : widthsOf(columns, rows, available);
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
