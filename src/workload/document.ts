import {
  type Alias,
  Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  parseDocument,
  Scalar,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Said } from './draft.ts';
import { EXAMPLE_MARK } from './examples.ts';
import { stated, type Edit } from './stated.ts';

/** Comment lines that say what is left open; each is one of ours, so that a later edit can take it back. */
export const OPEN_MARK = '# open: ';

/** Texts that YAML, or our reader of it, would not take as text unless quoted. */
const SAYS_NOTHING = ['', '~', 'null'];

/** A long line is a sentence of ours or a value of theirs; neither is folded. */
const UNFOLDED = { lineWidth: 0 } as const;

/**
 * A workload file with fields added or replaced; what else stands in it stays, its comments included. `open` lists what
 * is still open, one line each, at the end. JSON stays JSON, which has no comments.
 */
export function editWorkload(text: string, edits: readonly Edit[], open: readonly string[]): string {
  if (isJson(text)) return `${JSON.stringify(edits.reduce(stated, JSON.parse(text) as Said), null, 2)}\n`;
  const document = parseDocument(withoutMarks(text), { schema: 'failsafe', logLevel: 'error', uniqueKeys: false });
  if (!isMap(document.contents)) document.contents = document.createNode({}) as unknown as typeof document.contents;
  for (const edit of edits) put(document as unknown as Document<YAMLMap>, edit);
  const marks = open.map((line) => `${OPEN_MARK}${line}\n`).join('');
  return `${document.toString(UNFOLDED).trimEnd()}\n${marks === '' ? '' : `\n${marks}`}`;
}

function put(document: Document<YAMLMap>, { path, value, comment, isExample = false }: Edit): void {
  let map = document.contents as YAMLMap;
  for (const [depth, key] of path.entries()) {
    const last = depth === path.length - 1;
    const pair = map.items.find((one) => isScalar(one.key) && one.key.value === key) as Pair<Scalar, Node | null> | undefined;
    if (last && value !== null) {
      if (pair) pair.value = scalar(value, isExample, pair.value);
      else add(document, map, key, scalar(value, isExample, null), comment);
      return;
    }
    const inner = isAlias(pair?.value) ? writtenOut(pair.value, document) : pair?.value;
    const section = isMap(inner) ? inner : (document.createNode({}) as YAMLMap);
    if (pair) pair.value = section;
    else add(document, map, key, section, last ? comment : null);
    map = section;
  }
}

/** What an alias stands for, as a section of its own: a change of it is none of the section that it named. */
function writtenOut(alias: Alias, document: Document): Node {
  return document.createNode(alias.resolve(document)?.toJS(document), { flow: true });
}

/** A value in the place of another keeps the comment that stood behind it. */
function scalar(value: string, isExample: boolean, before: Node | null): Scalar {
  const node = new Scalar(value);
  if (SAYS_NOTHING.includes(value)) node.type = Scalar.QUOTE_DOUBLE;
  if (isExample) node.comment = EXAMPLE_MARK;
  else if (isScalar(before) && before.comment && before.comment !== EXAMPLE_MARK) node.comment = before.comment;
  return node;
}

function add(document: Document, map: YAMLMap, key: string, value: Node, comment: string | null): void {
  const name = new Scalar(key);
  // A comment inside braces would break the line in two.
  if (comment !== null && map.flow !== true) name.commentBefore = ` ${comment}`;
  // A section begins after an empty line.
  if (map === (document.contents as unknown) && isCollection(value)) name.spaceBefore = map.items.length > 0;
  map.items.push(document.createPair(name, value) as unknown as YAMLMap['items'][number]);
}

function withoutMarks(text: string): string {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  return lines.filter((line) => !line.trimStart().startsWith(OPEN_MARK)).join('\n');
}

function isJson(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
