import type { Excess } from './bounds.ts';

/** A mistake of form as the library tells it: its offsets in the text, a word for its kind, and a sentence. */
export interface FormMistake {
  readonly pos: readonly [number, number];
  readonly code: string;
  readonly message: string;
}

/** What is wrong with a file that its library has no objection to. */
export const MISTAKES = {
  duplicateKey: {
    what: 'this key appears twice',
    because: 'only one of the two can be used, and it is not clear which',
    write: 'keep one of them',
  },
  secondDocument: {
    what: 'a second document begins here',
    because: 'one file describes one workload',
    write: 'put each workload in a file of its own',
  },
  tag: {
    what: 'a YAML tag is not allowed here',
    because: 'values are plain text, and what they mean follows from the field',
    write: 'remove the tag',
  },
} as const satisfies Readonly<Record<string, Excess>>;

export function mistake(what: string, because: string, write: string | null = null): Excess {
  return { what, because, write };
}

/** The mistakes people make in YAML, in words; the rest in the parser's own. */
export function inWords({ pos: [start], code, message }: FormMistake, text: string): Excess {
  const line = lineAt(text, start);
  switch (code) {
    case 'TAB_AS_INDENT':
      return mistake('a tab indents this line', 'YAML indents with spaces only', 'replace the tab by two spaces');
    case 'TAG_RESOLVE_FAILED':
      return MISTAKES.tag;
    case 'BAD_DIRECTIVE':
      return mistake('a YAML directive is not allowed here', 'a workload file needs none', 'remove the line');
    case 'BAD_SCALAR_START':
      return mistake(`a value cannot begin with ${text[start]}`, 'YAML keeps this sign for itself', 'put the value in quotes');
    case 'BAD_DQ_ESCAPE':
      return mistake('a backslash means something else in double quotes', 'YAML reads it with what follows', 'use single quotes');
    case 'NO_COMMA':
      return mistake('a comma is missing before this', BETWEEN);
    case 'NO_COMMA_THERE':
      return mistake('a comma is missing here', BETWEEN);
    case 'NO_SPACE': {
      const right = line.trim().replace(':', ': ');
      return mistake('there is no space after this colon', 'YAML reads the two words as one', right.length > LONG ? null : right);
    }
    case 'NO_VALUE':
      return isItem(line) ? ITEM : mistake('this line is no field', 'a field is a word, a colon and its value');
    case 'TOO_DEEP':
      return mistake('this line is indented too far', 'the field above it has a value already', 'indent it like the field above');
    case 'BLOCK_AS_IMPLICIT_KEY':
      return isItem(line) ? ITEM : mistake('a value has a colon and a space in it', 'YAML reads a field inside a field', quoted(line));
    case 'UNCLOSED_QUOTE':
      return mistake('this quote is not closed', 'a text that begins with a quote ends with one');
    case 'UNCLOSED_BRACKET':
      return mistake('this bracket is not closed', 'each [ needs a ], and each { needs a }');
    case 'BAD_INDENT':
      return mistake('this line is not indented like those beside it', 'fields of one section begin in one column');
    default: {
      const because = message.slice(0, 200).replace(/\s+/g, ' ');
      return mistake('this is not valid YAML', because.replace(/ at line \d+.*$/, ''));
    }
  }
}

const LONG = 100;

const BETWEEN = 'a comma stands between any two fields in brackets';

const ITEM = mistake('this line is an item of a list', 'a section has fields or is a list, never both');
const isItem = (line: string) => /^\s*-(?:\s|$)/.test(line) && !/: .*: /.test(line);

/** `name: "shop: the API"`, of a line that has the value without quotes. */
function quoted(line: string): string {
  const [, key, value] = /^\s*(?:- )?([\w-]+): +([^"'#]+)$/.exec(line) ?? [];
  return key === undefined || value === undefined || line.length > LONG ? 'put the value in quotes' : `${key}: "${value.trim()}"`;
}

/** The line of a text in which an offset is, without its end. */
export function lineAt(text: string, offset: number): string {
  const { start, end } = boundsOfLine(text, offset);
  return text.slice(start, end);
}

export function boundsOfLine(text: string, offset: number): { readonly start: number; readonly end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const end = next < 0 ? text.length : next;
  return { start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
}
