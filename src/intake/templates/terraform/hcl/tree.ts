import type { Parser } from 'web-tree-sitter';
import { packagedWasm } from './wasm-files.ts';

/** A node of the syntax as the grammar of Terraform has it, without comments. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly Node[];
  /** The grammar wanted something else here. */
  readonly isWrong: boolean;
}

/** The tree of a text; null where it is nested deeper than is read. */
export type ParseTree = (text: string) => Node | null;

let loaded: Promise<ParseTree> | null = null;

/** Loads the parser when the first file is read: most runs read no Terraform. */
export function treeParser(): Promise<ParseTree> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<ParseTree> {
  const { Parser, Language } = await import('web-tree-sitter');
  await Parser.init({ wasmBinary: await packagedWasm('web-tree-sitter.wasm') });
  const parser = new Parser();
  parser.setLanguage(await Language.load(await packagedWasm('tree-sitter-terraform.wasm')));
  return (text) => parsed(parser, text);
}

/** Far deeper than people nest: the grammar puts about four nodes around each value. */
const MOST_DEPTH = 600;

function parsed(parser: Parser, text: string): Node | null {
  const tree = parser.parse(text);
  if (tree === null) return null;
  const cursor = tree.walk();
  try {
    const node = (): { -readonly [K in keyof Node]: Node[K] } & { children: Node[] } => ({
      type: cursor.nodeType,
      start: cursor.startIndex,
      end: cursor.endIndex,
      children: [],
      isWrong: cursor.nodeIsMissing || cursor.nodeType === 'ERROR',
    });
    const root = node();
    const open = [root];
    for (let down = cursor.gotoFirstChild(); open.length > 0;) {
      if (down) {
        const one = node();
        if (one.type !== 'comment') open.at(-1)?.children.push(one);
        open.push(one);
        if (open.length > MOST_DEPTH) return null;
        down = cursor.gotoFirstChild();
        continue;
      }
      open.pop();
      if (open.length === 0) break;
      down = cursor.gotoNextSibling();
      if (!down) cursor.gotoParent();
    }
    return root;
  } finally {
    cursor.delete();
    tree.delete();
  }
}
