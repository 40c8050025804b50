import type { Problem } from '../../../../errors/errors.ts';
import type { Excess } from '../../../../reading/bounds.ts';
import { placesOf } from '../../text/lines.ts';
import { expressionOf, named, one, wordsOf, type Source } from './expression.ts';
import type { Attribute, Block, Body, Expression } from './syntax.ts';
import type { Node, ParseTree } from './tree.ts';

type Parsed = { readonly body: Body } | { readonly problem: Problem };

/** Reads a file of Terraform, or one of values of variables. */
export function parseFile(text: string, file: string, treeOf: ParseTree): Parsed {
  const written = text.replace(/^\ufeff/, '');
  const placeOf = placesOf(written, file);
  const refuse = (offset: number, excess: Excess): Parsed => {
    const { line, column } = placeOf(offset);
    return { problem: { file, line, column, path: null, ...excess } };
  };
  const root = treeOf(written);
  if ('because' in root) return refuse(0, root);
  const wrong = firstWrong(root);
  if (wrong !== null) return refuse(wrong, { what: 'this is not valid Terraform', because: 'it cannot be read from here on', write: null });
  return { body: bodyOf(one(root, 'body'), { text: written, placeOf }) };
}

/**
 * The text of a template, which is written as one inside a file is.
 * @param line where it begins in its file.
 * @returns null where it cannot be read.
 */
export function parseTemplate(
  text: string,
  file: string,
  line: number,
  treeOf: ParseTree,
): Extract<Expression, { kind: 'template' }> | null {
  const end = 'END_OF_TEMPLATE';
  const opening = `x = <<${end}\n`;
  const whole = `${opening}${text}\n${end}\n`;
  const root = treeOf(whole);
  if ('because' in root || text.includes(end) || firstWrong(root) !== null) return null;
  const placeOf = placesOf(whole, file, { line: line - 1, indent: 0 });
  const value = bodyOf(one(root, 'body'), { text: whole, placeOf }).attributes.get('x')?.value;
  if (value?.kind !== 'template') return null;
  const parts = value.parts.map((part, index) =>
    index === value.parts.length - 1 && typeof part === 'string' ? part.replace(/\n$/, '') : part,
  );
  return { ...value, at: placeOf(opening.length), parts };
}

function bodyOf(node: Node | null, source: Source): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const child of node?.children ?? []) {
    const name = one(child, 'identifier');
    if (name === null) continue;
    const at = source.placeOf(name.start);
    const word = source.text.slice(name.start, name.end);
    const value = one(child, 'expression');
    if (child.type === 'attribute' && value !== null)
      attributes.set(word, { at, value: expressionOf(value, source), words: wordsOf(value, source) });
    else if (child.type === 'block')
      blocks.push({ type: word, at, labels: labelsOf(child, source), body: bodyOf(one(child, 'body'), source) });
  }
  return { attributes, blocks };
}

function labelsOf(block: Node, source: Source): readonly string[] {
  const [, ...labels] = named(block, 'identifier', 'string_lit');
  return labels.map(({ start, end }) => source.text.slice(start, end).replaceAll('"', ''));
}

/**
 * Where a text stops being right. What the grammar could not place holds all that it read before: the first thing after the
 * last whole attribute or block in it is what it did not expect, or the last of all where nothing in it is whole.
 */
function firstWrong(root: Node): number | null {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.isWrong) {
      const last = node.children.findLastIndex(({ type }) => ['attribute', 'block', 'body'].includes(type));
      return (last < 0 ? node.children.at(-1) : node.children[last + 1])?.start ?? node.end;
    }
    for (const child of node.children.toReversed()) open.push(child);
  }
  return null;
}
