import { markdownTable } from 'markdown-table';
import { grid, openGrid, type Column } from './grid.ts';
import { markdownText } from './markdown-text.ts';
import stringWidth from 'string-width';
import { listed, paragraph, WIDEST } from './paragraph.ts';
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

/** What an answer comes to: a thing, and amounts that stand at the right. */
export interface Headline {
  readonly mark: string;
  readonly text: string;
  readonly amounts: readonly string[];
}

/** A sentence, and the option that says more about it. */
export interface Hinted {
  readonly text: string;
  readonly option: string;
}

/** A part of a report, before it is drawn: words, a list, marked lines, a table, and words after it. */
export interface Section {
  readonly heading: string | null;
  /** What stands above all else. */
  readonly headlines?: readonly Headline[];
  /** Sentences under it. */
  readonly under?: readonly (string | Hinted)[];
  /** The answer itself. */
  readonly lead?: string;
  readonly words?: readonly string[];
  readonly list?: readonly string[];
  /** Lines under the heads of mark, text, origin and links. */
  readonly ledger?: { readonly heads: readonly [string, string, string, string]; readonly entries: readonly Entry[] };
  readonly table?: {
    readonly columns: readonly Column[];
    readonly rows: readonly (readonly string[])[];
    /** Without lines around its cells. */
    readonly open?: true;
  };
  /** Lines of a few words each, under names. */
  readonly labels?: readonly (readonly [name: string, items: readonly string[]])[];
  readonly after?: readonly string[];
}

/** What stands beside a title, and how much of Markdown is folded away. */
export interface Titled {
  readonly title: string;
  readonly beside?: string;
}

/** Sections for a terminal, as wide as it is. Whoever named a workload may have put signs there that it would obey. */
export function drawSections(titled: string | Titled, sections: readonly Section[], screen: Screen): string {
  const { theme, columns } = screen;
  const { title, beside } = typeof titled === 'string' ? { title: titled } : titled;
  const said = (text: string, mark: string) => paragraph(visible(text), columns, mark);
  const drawn = sections
    .map(({ heading, headlines = [], under = [], lead, words = [], list = [], ledger, table, labels = [], after = [] }) =>
      [
        ...(heading === null ? [] : [theme.strong(visible(heading))]),
        ...headlines.map((one) => drawHeadline(one, screen)),
        ...under.map((one) => drawHinted(one, headlines.length > 0 ? '  ' : '', screen)),
        ...(lead === undefined ? [] : [theme.good(said(lead, ''))]),
        ...words.map((text) => said(text, '')),
        ...list.map((text) => said(text, '- ')),
        ...drawLedger(ledger?.entries ?? [], columns),
        ...(table && table.rows.length > 0
          ? [
              (table.open ? openGrid : grid)(
                table.columns,
                table.rows.map((row) => row.map(visible)),
                screen,
              ),
            ]
          : []),
        ...drawLabels(labels, columns),
        ...after.map((text) => said(text, /^ */.exec(text)?.[0] ?? '')),
      ].join('\n'),
    )
    .filter((text) => text !== '');
  const head = paragraph(`${visible(title)}${beside === undefined ? '' : ` · ${visible(beside)}`}`, columns, '');
  // The name alone is emphasised, as far as it stands on the first line.
  const shown = head.startsWith(visible(title)) ? `${theme.strong(visible(title))}${theme.faint(head.slice(visible(title).length))}` : head;
  return forScreen(`${[title === '' ? [] : [shown], drawn].flat().join('\n\n')}\n`, screen);
}

/** A thing and its amounts: on one line, or one below the other where they do not fit. */
function drawHeadline({ mark, text, amounts }: Headline, { theme, columns }: Screen): string {
  const width = Math.min(columns, WIDEST);
  const right = amounts.join('   ');
  const room = width - stringWidth(right) - 2;
  const left = paragraph(visible(text), width, `${mark} `);
  const fits = !left.includes('\n') && stringWidth(left) <= room;
  if (right === '') return theme.good(left);
  return fits
    ? theme.good(`${left}${' '.repeat(width - stringWidth(left) - stringWidth(right))}${right}`)
    : theme.good(`${left}\n${paragraph(right, width, '    ')}`);
}

/** A sentence, with the option that says more at the right of its last line, or below. */
function drawHinted(one: string | Hinted, mark: string, { theme, columns }: Screen): string {
  const { text, option } = typeof one === 'string' ? { text: one, option: '' } : one;
  const drawn = paragraph(visible(text), columns, mark);
  if (option === '') return drawn;
  const width = Math.min(columns, WIDEST);
  const last = stringWidth(drawn.split('\n').at(-1) ?? '');
  const room = width - last - stringWidth(option);
  return room >= 2
    ? `${drawn}${' '.repeat(room)}${theme.faint(option)}`
    : `${drawn}\n${' '.repeat(Math.max(0, width - stringWidth(option)))}${theme.faint(option)}`;
}

function drawLabels(labels: NonNullable<Section['labels']>, columns: number): readonly string[] {
  const width = Math.max(0, ...labels.map(([name]) => name.length));
  return labels.map(([name, items]) => listed(items.map(visible), columns, `  ${name.padEnd(width)}  `));
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
export function writeSections(titled: string | Titled, sections: readonly Section[]): string {
  const { title, beside } = typeof titled === 'string' ? { title: titled } : titled;
  return `${[`## ${markdownText(title)}`, ...(beside === undefined ? [] : [markdownText(beside)]), ...sections.flatMap(writeSection)].join('\n\n')}\n`;
}

/** Sections that are shown when somebody asks, under a line. */
export function writeFolded(summary: string, sections: readonly Section[]): string {
  return `<details><summary>${markdownText(summary)}</summary>\n\n${sections.flatMap(writeSection).join('\n\n')}\n\n</details>\n`;
}

function writeSection(section: Section): readonly string[] {
  const { heading, headlines = [], under = [], lead, words = [], list = [], ledger, table, labels = [], after = [] } = section;
  return [
    ...(heading === null ? [] : [`### ${markdownText(heading)}`]),
    ...headlines.map(({ text, amounts }) => `**${markdownText([text, ...amounts].join(' · '))}**`),
    ...under.map((one) => markdownText(typeof one === 'string' ? one : one.text)),
    ...(lead === undefined ? [] : [`**${markdownText(lead)}**`]),
    ...words.map(markdownText),
    ...(list.length > 0 ? [list.map((text) => `- ${markdownText(text)}`).join('\n')] : []),
    ...(ledger && ledger.entries.length > 0 ? [writeLedger(ledger.heads, ledger.entries)] : []),
    ...(table && table.rows.length > 0
      ? [
          markdownTable(
            [
              table.columns.map((column) => markdownText(column.head.trim())),
              ...table.rows.map((row) => row.map((cell) => markdownText(cell.trim()))),
            ],
            { align: table.columns.map((column) => (column.align === 'right' ? 'right' : 'left')) },
          ),
        ]
      : []),
    ...(labels.length > 0
      ? [labels.map(([name, items]) => `- **${markdownText(name)}**: ${markdownText(items.join(' · '))}`).join('\n')]
      : []),
    ...after.map((text) => markdownText(text.trim())),
  ];
}
