import { markdownTable } from 'markdown-table';
import { markdownText } from './cost-markdown.ts';
import { grid, type Column } from './grid.ts';
import { paragraph } from './paragraph.ts';
import type { Screen } from './theme.ts';

/** A part of a report, before it is drawn: words, a list, a table, and words after it. */
export interface Section {
  readonly heading: string | null;
  readonly words?: readonly string[];
  readonly list?: readonly string[];
  readonly table?: { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] };
  readonly after?: readonly string[];
}

/** Sections for a terminal, as wide as it is. */
export function drawSections(title: string, sections: readonly Section[], screen: Screen): string {
  const { theme, columns } = screen;
  const drawn = sections.map(({ heading, words = [], list = [], table, after = [] }) =>
    [
      ...(heading === null ? [] : [theme.strong(heading)]),
      ...words.map((text) => paragraph(text, columns, '')),
      ...list.map((text) => paragraph(text, columns, '- ')),
      ...(table && table.rows.length > 0 ? [grid(table.columns, table.rows, screen)] : []),
      ...after.map((text) => paragraph(text, columns, '')),
    ].join('\n'),
  );
  return `${[theme.strong(title), ...drawn].join('\n\n')}\n`;
}

/** The same sections as Markdown. */
export function writeSections(title: string, sections: readonly Section[]): string {
  const written = sections.flatMap(({ heading, words = [], list = [], table, after = [] }) => [
    ...(heading === null ? [] : [`### ${markdownText(heading)}`]),
    ...words.map(markdownText),
    ...(list.length > 0 ? [list.map((text) => `- ${markdownText(text)}`).join('\n')] : []),
    ...(table && table.rows.length > 0
      ? [
          markdownTable([table.columns.map((column) => column.head), ...table.rows.map((row) => row.map(markdownText))], {
            align: table.columns.map((column) => (column.align === 'right' ? 'right' : 'left')),
          }),
        ]
      : []),
    ...after.map(markdownText),
  ]);
  return `${[`## ${markdownText(title)}`, ...written].join('\n\n')}\n`;
}
