import type { Parser } from 'web-tree-sitter';
import { BOUNDS, EXCESS, type Excess } from '../../../../reading/bounds.ts';
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

/** The tree of a text, or why there is none. */
export type ParseTree = (text: string) => Node | Excess;

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
  return (text) => {
    if (text.length > MOST.bytes) return EXCESS.bytes(MOST.bytes, text.length);
    try {
      return parsed(parser, text) ?? EXCESS.depth(MOST.depth);
    } catch {
      // Its memory was not enough: it gives up, and says nothing else.
      return { what: 'this cannot be read as Terraform', because: 'the parser gave up', write: null };
    }
  };
}

const MOST = BOUNDS.terraform;

/** Far deeper than people nest: the grammar puts about four nodes around each value. */
const MOST_DEPTH = 600;

/** Nodes with nothing inside that says more than their text: most nodes are one, and each step costs a call into the parser. */
const LEAVES =
  /^(?:string_lit|identifier|numeric_lit|bool_lit|null_lit|comment|template_literal|(?:block|object|tuple|quoted_template|template_interpolation|template_directive)_(?:start|end)|[^a-z]+)$/;

function parsed(parser: Parser, text: string): Node | null {
  const tree = parser.parse(text);
  if (tree === null) return null;
  const cursor = tree.walk();
  const { hasError } = tree.rootNode;
  const isLeaf = new Map<string, boolean>();
  const step = (type: string): boolean => {
    const known = isLeaf.get(type) ?? LEAVES.test(type);
    isLeaf.set(type, known);
    // What is missing may be inside any.
    return (hasError || !known) && cursor.gotoFirstChild();
  };
  try {
    const node = (type: string): Omit<Node, 'children'> & { readonly children: Node[] } => ({
      type,
      start: cursor.startIndex,
      end: cursor.endIndex,
      children: [],
      isWrong: hasError && (cursor.nodeIsMissing || type === 'ERROR'),
    });
    const root = node(cursor.nodeType);
    const open = [root];
    for (let down = cursor.gotoFirstChild(); open.length > 0;) {
      if (down) {
        const type = cursor.nodeType;
        const one = node(type);
        if (type !== 'comment') open.at(-1)?.children.push(one);
        open.push(one);
        if (open.length > MOST_DEPTH) return null;
        down = step(type);
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
