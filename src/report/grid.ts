import Table from 'cli-table3';
import { forScreen } from './plain-signs.ts';
import type { Screen } from './theme.ts';

export interface Column {
  readonly head: string;
  /** As wide as its widest cell; the others share what is left. */
  readonly fit?: boolean;
  readonly align?: 'left' | 'right';
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
  const widths = columns.map(({ head, fit }, index) =>
    fit ? 2 + Math.max(head.length, ...rows.map((row) => row[index]?.length ?? 0)) : null,
  );
  const taken = widths.reduce<number>((total, width) => total + (width ?? 0), 0);
  const open = widths.filter((width) => width === null).length;
  const left = Math.max(16, Math.floor((available - taken - columns.length - 1) / Math.max(1, open)));
  const table = new Table({
    head: columns.map((column) => theme.strong(column.head)),
    colWidths: widths.map((width) => width ?? left),
    colAligns: columns.map((column) => column.align ?? 'left'),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
    ...(unicode ? {} : { chars: ASCII }),
  });
  table.push(...rows);
  return table.toString();
}
