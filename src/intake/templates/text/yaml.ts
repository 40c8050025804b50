import { isAlias, isMap, isScalar, isSeq, LineCounter, type Alias, type ParsedNode } from 'yaml';
import { BOUNDS, EXCESS, type Excess } from '../../../reading/bounds.ts';
import { composed } from '../../../reading/yaml-composed.ts';
import { inWords, mistake } from '../../../reading/yaml-mistakes.ts';
import type { Remark } from '../template.ts';
import type { Entry, List, Section, Value } from '../value.ts';
import type { PlaceOf } from './lines.ts';
import type { RawText } from './raw.ts';

const MOST = BOUNDS.template;

/** Reads YAML as PyYAML does, with which AWS's tools read templates: a key that stands twice counts as it stands last. */
export function rawYaml(text: string, placeOf: PlaceOf): RawText {
  const refuse = (offset: number, excess: Excess): RawText => ({ value: null, mistake: { at: placeOf(offset), ...excess }, remarks: [] });
  if (text.length > MOST.bytes) return refuse(0, EXCESS.bytes(MOST.bytes, text.length));
  const binary = text.search(/[\0\ufffd]/);
  if (binary >= 0) return refuse(binary, mistake('this is not a text file', 'it holds bytes that are not UTF-8 text'));
  let written = text;
  const pads: Pad[] = [];
  for (;;) {
    const rejected: { offset: number; excess: Excess }[] = [];
    const document = composed(written, {
      lines: new LineCounter(),
      bounds: MOST,
      reject: (offset, excess) => rejected.push({ offset, excess }),
      scalars: 'text',
    });
    const [first] = rejected;
    if (document === null) return first === undefined ? refuse(0, EMPTY) : refuse(original(first.offset, pads), first.excess);
    const [error] = document.errors;
    if (error === undefined) {
      if (document.contents === null) return refuse(0, EMPTY);
      return unfolded(document.contents, (offset) => placeOf(original(offset, pads)), refuse);
    }
    const line = written.lastIndexOf('\n', error.pos[0] - 1) + 1;
    if (!isOutdentedEnd(error) || pads.length >= MOST_PADS) return refuse(original(error.pos[0], pads), inWords(error, written));
    written = `${written.slice(0, line)}${' '.repeat(PAD)}${written.slice(line)}`;
    pads.push({ at: line, width: PAD });
  }
}

const EMPTY = mistake('the file is empty', 'nothing stands in it');

/** Blanks put into the text, each by an offset in the text that had all earlier ones. */
interface Pad {
  readonly at: number;
  readonly width: number;
}

const PAD = 40;
const MOST_PADS = 10;

/**
 * PyYAML takes a list or map in brackets that ends at the column of its key or further left, and the library loses the rest
 * of the document: the line is padded, and offsets are counted back.
 */
function isOutdentedEnd({ code, message }: { readonly code: string; readonly message: string }): boolean {
  return code === 'BAD_INDENT' && message.startsWith('Flow ');
}

function original(offset: number, pads: readonly Pad[]): number {
  return pads.toReversed().reduce((found, { at, width }) => (found <= at ? found : Math.max(at, found - width)), offset);
}

function unfolded(contents: ParsedNode, placeOf: PlaceOf, refuse: (offset: number, excess: Excess) => RawText): RawText {
  const anchors = new Map<string, ParsedNode>();
  const open = new Set<ParsedNode>();
  const remarks: Remark[] = [];
  let [values, stopped] = [0, null as { offset: number; excess: Excess } | null];
  const stop = (offset: number, excess: Excess) => {
    stopped ??= { offset, excess };
    return null;
  };

  /** Null of a value that says nothing. */
  const visit = (node: ParsedNode | null, depth: number): Value | null => {
    if (node === null || stopped !== null) return null;
    values += 1;
    if (values > MOST.entries) return stop(node.range[0], EXCESS.entries(MOST.entries, anchors.size > 0));
    if (depth > MOST.depth) return stop(node.range[0], EXCESS.depth(MOST.depth));
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined)
        return stop(node.range[0], mistake(`*${node.source} repeats nothing`, `no value before it is marked &${node.source}`));
      if (open.has(target)) return stop(node.range[0], mistake(`*${node.source} is inside what it repeats`, 'it would never end'));
      return visit(target, depth);
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    open.add(node);
    const value = tagged(node, inside(node, depth));
    open.delete(node);
    return value;
  };

  const inside = (node: Exclude<ParsedNode, Alias.Parsed>, depth: number): Value | null => {
    const at = placeOf(node.range[0]);
    if (isScalar(node)) {
      if (saysNothing(node)) return null;
      const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
      return { kind: 'text', at, text: String(node.value), ...(isBlock && at.line !== null ? { begins: at.line + 1 } : {}) };
    }
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => visit(item as ParsedNode, depth + 1) ?? { kind: 'text' as const, at, text: '' });
      return { kind: 'list', at, items };
    }
    const entries = new Map<string, Entry>();
    const merged: Value[] = [];
    for (const pair of isMap(node) ? node.items : []) {
      const key = pair.key as ParsedNode | null;
      const offset = key?.range[0] ?? node.range[0];
      if (!isScalar(key)) continue;
      const name = String(key.value);
      const value = visit(pair.value as ParsedNode | null, depth + 1);
      if (name === '<<' && value !== null) merged.push(...(value.kind === 'list' ? value.items : [value]));
      else {
        const before = entries.get(name);
        if (before !== undefined)
          remarks.push({
            at: placeOf(offset),
            what: `${name} stands twice`,
            because: `the first, in line ${before.key.line}, has no effect`,
          });
        // What stands last keeps its own place in the order too.
        entries.delete(name);
        entries.set(name, { key: placeOf(offset), value: value ?? { kind: 'text', at: placeOf(offset), text: '' } });
      }
    }
    for (const one of merged) {
      if (one.kind === 'section') for (const [name, entry] of one.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return { kind: 'section', at, entries } satisfies Section;
  };

  const tagged = (node: ParsedNode, value: Value | null): Value | null => {
    const { tag } = node;
    if (tag === undefined || !tag.startsWith('!') || tag === '!') return value;
    const at = placeOf(node.range[0]);
    const name = tag.slice(1);
    const long = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
    const argument = value ?? { kind: 'text', at, text: '' };
    const parted = name === 'GetAtt' && argument.kind === 'text' ? getAtt(argument.text, argument.at) : argument;
    return { kind: 'section', at, entries: new Map([[long, { key: at, value: parted }]]) };
  };

  const value = visit(contents, 0);
  if (stopped !== null) return refuse((stopped as { offset: number }).offset, (stopped as { excess: Excess }).excess);
  return { value, mistake: value === null ? { at: placeOf(0), ...EMPTY } : null, remarks };
}

/** `!GetAtt A.B.C` is the attribute `B.C` of A. */
function getAtt(text: string, at: Value['at']): List {
  const [first = '', ...rest] = text.split('.');
  const item = (content: string) => ({ kind: 'text', at, text: content }) as const;
  return { kind: 'list', at, items: [item(first), item(rest.join('.'))] };
}

/** `key:`, `key: ~` and `key: null` say nothing; `key: ""` says the empty text. */
function saysNothing(node: { readonly value: unknown; readonly type?: unknown }): boolean {
  return node.type === 'PLAIN' && (node.value === '' || node.value === '~' || node.value === 'null');
}
