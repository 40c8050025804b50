import { markdownTable } from 'markdown-table';
import { grid, type Column } from './grid.ts';
import { markdownText } from './markdown-text.ts';
import { paragraph } from './paragraph.ts';
import { forScreen } from './plain-signs.ts';
import type { Screen } from './theme.ts';
import { visible } from '../documents/visible.ts';

/** A line with a mark before it, such as an answer before its question. */
export interface Entry {
  readonly mark: string;
  readonly text: string;
  /** Where it comes from. */
  readonly from: string;
  /** Pages that say so; a terminal shows those of an entry that decides. */
  readonly links: readonly string[];
  readonly decides: boolean;
}

/** A part of a report, before it is drawn: words, a list, marked lines, a table, and words after it. */
export interface Section {
  readonly heading: string | null;
  /** The answer itself. */
  readonly lead?: string;
  readonly words?: readonly string[];
  readonly list?: readonly string[];
  /** Lines under the heads of mark, text, origin and links. */
  readonly ledger?: { readonly heads: readonly [string, string, string, string]; readonly entries: readonly Entry[] };
  /** Drawn without lines where it is `bare`. */
  readonly table?: { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[]; readonly bare?: boolean };
  readonly after?: readonly string[];
}

/** Sections for a terminal, as wide as it is. Whoever named a workload may have put signs there that it would obey. */
export function drawSections(title: string, sections: readonly Section[], screen: Screen): string {
  const { theme, columns } = screen;
  const said = (text: string, mark: string) => paragraph(visible(text), columns, mark);
  const drawn = sections.map(({ heading, lead, words = [], list = [], ledger, table, after = [] }) =>
    [
      ...(heading === null ? [] : [theme.strong(visible(heading))]),
      ...(lead === undefined ? [] : [theme.good(said(lead, ''))]),
      ...words.map((text) => said(text, '')),
      ...list.map((text) => said(text, '- ')),
      ...drawLedger(ledger?.entries ?? [], columns),
      ...(table && table.rows.length > 0
        ? [
            grid(
              table.columns.map((column) => ({ ...column, head: visible(column.head) })),
              table.rows.map((row) => row.map(visible)),
              screen,
              table.bare,
            ),
          ]
        : []),
      ...after.map((text) => said(text, '')),
    ].join('\n'),
  );
  return forScreen(`${[theme.strong(visible(title)), ...drawn].join('\n\n')}\n`, screen);
}

function drawLedger(entries: readonly Entry[], columns: number): readonly string[] {
  const width = 2 + Math.max(0, ...entries.map(({ mark }) => mark.length));
  return entries.map(({ mark, text, from, links, decides }) =>
    [paragraph(visible(from === '' ? text : `${text} (${from})`), columns, mark.padEnd(width)), ...(decides ? links : [])].join('\n'),
  );
}

function writeLedger(heads: readonly string[], entries: readonly Entry[]): string {
  const rows = entries.map(({ mark, text, from, links }) => [
    markdownText(mark),
    markdownText(text),
    markdownText(from),
    links.map((link) => `[${pageOf(link)}](${link})`).join(' '),
  ]);
  return markdownTable([[...heads], ...rows]);
}

/** The name of a page in its address. */
function pageOf(link: string): string {
  return markdownText(link.replace(/^.*\//, '').replace(/\.html$/, ''));
}

/** The same sections as Markdown. */
export function writeSections(title: string, sections: readonly Section[]): string {
  const written = sections.flatMap(({ heading, lead, words = [], list = [], ledger, table, after = [] }) => [
    ...(heading === null ? [] : [`### ${markdownText(heading)}`]),
    ...(lead === undefined ? [] : [`**${markdownText(lead)}**`]),
    ...words.map(markdownText),
    ...(list.length > 0 ? [list.map((text) => `- ${markdownText(text)}`).join('\n')] : []),
    ...(ledger && ledger.entries.length > 0 ? [writeLedger(ledger.heads, ledger.entries)] : []),
    ...(table && table.rows.length > 0
      ? [
          markdownTable([table.columns.map((column) => markdownText(column.head)), ...table.rows.map((row) => row.map(markdownText))], {
            align: table.columns.map((column) => (column.align === 'right' ? 'right' : 'left')),
          }),
        ]
      : []),
    ...after.map(markdownText),
  ]);
  return `${[`## ${markdownText(title)}`, ...written].join('\n\n')}\n`;
}
