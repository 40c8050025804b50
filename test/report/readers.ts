/**
 * What another program reads in each format: its elements as nested lists and records, and the text in them. Each also
 * throws on what its format must never have.
 */
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse as parseHtml, type DefaultTreeAdapterTypes } from 'parse5';
import { SaxesParser } from 'saxes';
import { visible } from '../../src/documents/visible.ts';
import type { Ran } from '../run.ts';

export type Format = 'table' | 'markdown' | 'csv' | 'json' | 'sarif' | 'junit' | 'html' | 'xlsx';

export interface Reader {
  /** What was printed, as its readers see it. */
  read(ran: Ran): unknown;
  /** A stranger's text, as they see it. */
  shown(text: string): string;
}

/** Runs of spaces are one to most readers, and a terminal breaks lines at them. */
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

function check(is: boolean, what: string): void {
  if (!is) throw new Error(what);
}

// ---- a terminal: lines are broken, and cells have borders

const unbroken = (text: string) => text.replace(/[\s─│┌┬┐├┼┤└┴┘]+/g, '');

// ---- Markdown, by the grammar of GitHub; then what GitHub makes of the text of one element, after that

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** Parts of a text between elements and comments, which is where GitHub looks for what is its own. */
const GITHUB_MAKES: Readonly<Record<string, RegExp>> = {
  'a mention': /(?<!\w)@[a-z\d]/i,
  'an issue': /#\d|\bGH-\d/i,
  'a commit': /(?<![\w.])(?!\d{12,}\b)[\da-f]{7,40}(?!\w)/,
  'an emoji': /:(?!\d+:(?<!:100:|:1234:))[\w+-]+:/,
  'a formula': /\$(?=\S)[^$]*?(?<=\S)\$(?!\d)|\$\$/,
  'a link': /https?:\/\/|www\./i,
};

function markdownTree({ type, value, url, children }: Node, inert: boolean): unknown {
  if (type === 'text' && !inert)
    for (const [what, sign] of Object.entries(GITHUB_MAKES)) check(!sign.test(value ?? ''), `GitHub makes ${what} of ${value ?? ''}`);
  if (type === 'html')
    check(
      /^(<!-- -->|<span>|<\/span>|<a id="[\w-]+">|<\/a>|<br>|<details><summary>[\w ,]+<\/summary>|<\/details>)$/.test(value ?? ''),
      `HTML: ${value ?? ''}`,
    );
  if (children === undefined) return type === 'text' ? { text: value } : { type, value, url };
  const read: unknown[] = [];
  for (const child of children) {
    if (child.type === 'html') markdownTree(child, inert);
    else {
      const one = markdownTree(child, inert || type === 'link');
      const last = read.at(-1);
      if (isText(one) && isText(last)) read[read.length - 1] = { text: last.text + one.text };
      else read.push(one);
    }
  }
  return { type, url, children: read.map((one) => (isText(one) ? { text: spaced(one.text) } : one)) };
}

function isText(one: unknown): one is { readonly text: string } {
  return typeof one === 'object' && one !== null && 'text' in one;
}

export function readMarkdown(markdown: string): unknown {
  return markdownTree(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node, false);
}

// ---- cells of spreadsheets

const RUN = /^[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const isNumber = (cell: string) => /^-?[\d.]+$/.test(cell);
/** Without the marks that keep a cell from being run, and without those that someone wrote. */
const unmarked = (cell: string) => cell.replace(/'+(?=[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, '');

function csvRows(csv: string): unknown {
  const rows = parseCsv(csv);
  for (const delimiter of [',', ';', '\t'])
    for (const cell of parseCsv(csv, { delimiter, relax_quotes: true, relax_column_count: true }).flat())
      check(!RUN.test(cell) || isNumber(cell), `a spreadsheet runs ${cell}`);
  const [heads = []] = rows;
  return rows.map((row) => row.map((cell, index) => (heads[index] === 'Tags' ? tagsOf(cell) : unmarked(cell))));
}

/** Tags of FOCUS are JSON, and shown as text is when read. */
function tagsOf(cell: string): unknown {
  if (cell === 'Tags') return cell;
  const tags = JSON.parse(cell) as Record<string, string>;
  return Object.entries(tags).map((pair) => pair.map((one) => unmarked(visible(one))));
}

/** Cells as Excel reads them: entities, then the format's own escapes. */
function sheets(archive: Uint8Array | undefined): unknown {
  const files = unzipSync(archive ?? new Uint8Array());
  const strings: string[] = [];
  const names: string[] = [];
  let inside = '';
  readXml(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array()), {
    open: (name) => void (inside = name === 'si' ? '' : inside),
    text: (text) => void (inside += text),
    close: (name) => {
      if (name === 'si') strings.push(inside.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
    },
  });
  readXml(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()), {
    open: (name, attributes) => void (name === 'sheet' && names.push(attributes['name'] ?? '')),
  });
  for (const name of names) check(name.length <= 31 && !/[[\]/\\:*?]/.test(name), `no name of a sheet: ${name}`);
  for (const text of strings)
    check(text.length <= 32_767 && !/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text), `a spreadsheet runs ${text}`);
  const rows = names.map((name, index) => {
    const cells: string[] = [name];
    let type = '';
    let value = '';
    readXml(strFromU8(files[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array()), {
      open: (element, attributes) => {
        check(element !== 'f' && element !== 'is', `a cell of another type: ${element}`);
        if (element === 'c') type = attributes['t'] ?? 'n';
        if (element === 'v') value = '';
      },
      text: (text) => void (value += text),
      close: (element) => {
        if (element === 'v') cells.push(type === 's' ? unmarked(strings[Number(value)] ?? '') : value);
      },
    });
    return cells;
  });
  return rows;
}

// ---- XML and HTML

interface Handlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Throws on what is not well-formed XML 1.0. */
function readXml(xml: string, { open, close, text }: Handlers): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open?.(name, attributes as Record<string, string>));
  parser.on('closetag', ({ name }) => close?.(name));
  parser.on('text', (one) => text?.(one));
  parser.write(xml).close();
}

function xmlEvents(xml: string): unknown {
  const events: unknown[] = [];
  readXml(xml, {
    open: (name, attributes) => void events.push({ name, ...attributes }),
    close: (name) => void events.push(`/${name}`),
    text: (text) => void events.push(text),
  });
  return events;
}

/** Sizes of a drawing follow from its words, and so does how much room a cell gets. */
const LEFT_OUT = ['class', 'x', 'y', 'x1', 'x2', 'width', 'd', 'transform'];

function htmlTree(node: DefaultTreeAdapterTypes.ChildNode): unknown {
  if (node.nodeName === '#text') return spaced((node as DefaultTreeAdapterTypes.TextNode).value);
  if (!('attrs' in node)) return node.nodeName;
  for (const { name, value } of node.attrs) {
    check(!name.startsWith('on') && name !== 'style' && name !== 'src', `an attribute of a page: ${name}`);
    if (name === 'href') check(/^(https:\/\/|#)/.test(value), `a link to ${value}`);
  }
  // What is cut to fit a drawing stands in the table beside it.
  if (node.nodeName === 'text') return 'text';
  const attributes = node.attrs.filter(({ name }) => !LEFT_OUT.includes(name)).map(({ name, value }) => `${name}=${spaced(value)}`);
  return [node.nodeName, ...attributes, ...node.childNodes.map(htmlTree)];
}

// ---- messages of SARIF

/** A message as it is shown: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html , 3.11.5 and 3.11.6. */
function messageOf(text: string): string {
  check(!/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(/.test(text), `a link in ${text}`);
  const whole = text.replace(/\{\{|\}\}|[{}]/g, (braces) => {
    check(braces.length === 2, `a place for an argument in ${text}`);
    return braces.slice(1);
  });
  return text.includes('](') || text.includes('\\](') ? whole.replace(/\\([\\[\]])/g, '$1') : whole;
}

const sarif = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) =>
    key === 'message' ? { text: messageOf((value as { readonly text: string }).text) } : value,
  ) as unknown;

export const READERS: Readonly<Record<Format, Reader>> = {
  table: { read: ({ stdout }) => unbroken(stdout), shown: (text) => unbroken(visible(text)) },
  markdown: { read: ({ stdout }) => readMarkdown(stdout), shown: (text) => spaced(visible(text)) },
  csv: { read: ({ stdout }) => csvRows(stdout), shown: (text) => unmarked(visible(text)) },
  json: { read: ({ stdout }) => JSON.parse(stdout), shown: (text) => text },
  sarif: { read: ({ stdout }) => sarif(stdout), shown: (text) => text },
  junit: { read: ({ stdout }) => xmlEvents(stdout), shown: visible },
  html: { read: ({ stdout }) => parseHtml(stdout).childNodes.map(htmlTree), shown: (text) => spaced(visible(text)) },
  xlsx: { read: ({ bytes }) => sheets(bytes.get('-')), shown: (text) => unmarked(visible(text)) },
};
