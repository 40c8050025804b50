import { expressionOf, named, one, wordsOf, type Source } from './expression.ts';
import type { Part } from './syntax.ts';
import type { Node } from './tree.ts';

/** The parts of a text in quotation marks. */
export function quotedParts(node: Node, source: Source): readonly Part[] {
  const begin = one(node, 'quoted_template_start')?.end ?? node.start + 1;
  const end = one(node, 'quoted_template_end')?.start ?? node.end - 1;
  return partsBetween(node.children, begin, end, source, unescaped);
}

/** The parts of a heredoc, and the line in which its content begins. */
export function heredocParts(node: Node, source: Source): { readonly parts: readonly Part[]; readonly begins: number } {
  const [name, last] = named(node, 'heredoc_identifier');
  const begin = source.text.indexOf('\n', name?.end ?? node.start) + 1;
  const end = Math.max(begin, source.text.lastIndexOf('\n', last?.start ?? node.end) + 1);
  const parts = partsBetween(node.children, begin, end, source, literal);
  const isIndented = source.text.startsWith('<<-', node.start);
  const begins = source.placeOf(begin).line ?? 1;
  return { parts: isIndented ? outdented(parts, source.text.slice(begin, end)) : parts, begins };
}

/** `<<-` takes from each line the blanks that all lines begin with. */
function outdented(parts: readonly Part[], content: string): readonly Part[] {
  const indents = content.split('\n').flatMap((line) => (line.trim() === '' ? [] : [/^ */.exec(line)?.[0].length ?? 0]));
  const indent = indents.reduce((least, next) => Math.min(least, next), indents[0] ?? 0);
  if (indent === 0) return parts;
  const after = new RegExp(`\\n {1,${indent}}`, 'g');
  return parts.map((part, index) => {
    if (typeof part !== 'string') return part;
    const inner = part.replaceAll(after, '\n');
    return index === 0 ? inner.replace(new RegExp(`^ {1,${indent}}`), '') : inner;
  });
}

const MARKS = new Set(['template_interpolation', 'template_directive']);
const TURNS = new Set(['template_if_intro', 'template_else_intro', 'template_if_end', 'template_for_start', 'template_for_end']);

/**
 * The grammar leaves out blanks at the edges of a text, so texts are what stands between the marks.
 */
function partsBetween(
  nodes: readonly Node[],
  begin: number,
  end: number,
  source: Source,
  plain: (text: string) => string,
): readonly Part[] {
  const parts: Part[] = [];
  let position = begin;
  let trims = source.text.slice(begin - 2, begin) === '~}';
  const put = (until: number, trimsEnd: boolean) => {
    let text = source.text.slice(position, until);
    if (trims) text = text.trimStart();
    if (trimsEnd) text = text.trimEnd();
    if (text !== '') parts.push(plain(text));
  };
  for (const node of nodes) {
    if (!MARKS.has(node.type) || node.start < begin) continue;
    put(node.start, source.text.startsWith('~', node.start + 2));
    for (const part of node.type === 'template_directive' ? directive(node, source, plain) : interpolation(node, source)) parts.push(part);
    trims = source.text[node.end - 2] === '~';
    position = node.end;
  }
  put(end, source.text.startsWith('%{~', end));
  return parts;
}

function interpolation(node: Node, source: Source): readonly Part[] {
  const inner = one(node, 'expression');
  return inner === null ? [] : [{ kind: 'value', of: expressionOf(inner, source) }];
}

/** `%{ if }` and `%{ for }`. */
function directive(node: Node, source: Source, plain: (text: string) => string): readonly Part[] {
  const [inside = node] = named(node, 'template_if', 'template_for');
  const turns = inside.children.filter(({ type }) => TURNS.has(type));
  const between = (index: number) => {
    const [from, to] = [turns[index], turns[index + 1]];
    return from === undefined || to === undefined
      ? []
      : partsBetween(
          inside.children.filter(({ start }) => start >= from.end && start < to.start),
          from.end,
          to.start,
          source,
          plain,
        );
  };
  const [intro] = turns;
  const asked = intro === undefined ? null : one(intro, 'expression');
  if (intro === undefined || asked === null) return [];
  const of = expressionOf(asked, source);
  if (inside.type === 'template_for') {
    const names = named(intro, 'identifier').map((name) => source.text.slice(name.start, name.end));
    return [{ kind: 'for', names, over: of, parts: between(0) }];
  }
  return [{ kind: 'if', condition: of, words: wordsOf(asked, source), yes: between(0), no: turns.length > 2 ? between(1) : [] }];
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

const literal = (text: string) => text.replaceAll('$${', '${').replaceAll('%%{', '%{');

function unescaped(text: string): string {
  return literal(text).replaceAll(/\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/g, (whole, short?: string, long?: string, sign?: string) => {
    if (sign !== undefined) return ESCAPES[sign] ?? whole;
    const code = Number.parseInt(short ?? long ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
