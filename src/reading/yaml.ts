import { isAlias, isMap, isScalar, isSeq, LineCounter, type Alias, type ParsedNode } from 'yaml';
import type { Problem } from '../errors/errors.ts';
import { EXCESS, type Bounds, type Excess } from './bounds.ts';
import { byPlace, offsetAt, type Located, type Outline, type Place } from './outline.ts';
import { composed, type Reject } from './yaml-composed.ts';
import { inWords, mistake, MISTAKES } from './yaml-mistakes.ts';
import { MOST_TOLD, readOn } from './yaml-read-on.ts';

/** Tags that our price sheets would take silently, and that make something else of the text that stands there. */
const TYPED_TAGS = /^tag:yaml\.org,2002:(?:int|float|bool|null)$/;

/** Words that the schema library skips as keys without a word, to protect prototypes. */
const RESERVED_KEYS: readonly string[] = ['__proto__', 'prototype', 'constructor'];

export interface YamlRead {
  /** Null where there are problems. */
  readonly outline: Outline | null;
  readonly problems: readonly Problem[];
  /** What can be read in spite of the problems, so that what else is wrong is told with them; null where nothing can. */
  readonly remains: { readonly outline: Outline; readonly isWhole: boolean } | null;
}

/**
 * Reads YAML (or JSON) without interpreting its scalars: `1e18`, `0.10` and `no` stay the text that was
 * written, so no digit is lost on the way to an exact decimal.
 * @param scalars `typed` tells a number from a quoted one, for files in which only the latter may stand.
 */
export function readYaml(text: string, file: string | null, bounds: Bounds, scalars: 'text' | 'typed' = 'text'): YamlRead {
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line || 1, column: col || 1 };
  };
  const reject: Reject = (offset, excess) => problems.push({ file, ...place(offset), path: null, ...excess });
  const failed = () => ({ outline: null, problems, remains: null });

  if (text.length > bounds.bytes) reject(0, EXCESS.bytes(bounds.bytes, text.length));
  const binary = text.search(/[\u0000\ufffd]/);
  if (binary >= 0) reject(binary, mistake('this is not a text file', 'it holds bytes that are not UTF-8 text'));
  if (problems.length > 0) return failed();

  const written = text.replace(/^\ufeff/, '');
  const first = composed(written, { lines, bounds, reject, scalars });
  if (first === null) return failed();
  const { document, mistakes, isWhole } = readOn(written, first, (rest) =>
    composed(rest, { lines: new LineCounter(), bounds, reject: () => undefined, scalars }),
  );
  for (const one of mistakes.slice(0, MOST_TOLD)) reject(one.pos[0], inWords(one, written));
  const [untold] = mistakes.slice(MOST_TOLD);
  if (untold) reject(untold.pos[0], mistake('from here on, the YAML is not valid', `${MOST_TOLD} syntax errors are listed at a time`));
  if (document === null) return failed();
  if (document.contents === null) {
    if (problems.length > 0) return failed();
    reject(0, {
      what: 'the file is empty',
      because: 'a workload needs at least a name, a region and some traffic',
      write: 'apigw-advisor init writes one to start from',
    });
    return failed();
  }

  const unfolded = unfold(document.contents, bounds, reject, scalars);
  if (unfolded === null) return failed();
  const { data, root } = unfolded;
  const outline: Outline = { data, place: (path, of = 'value') => place(offsetAt(root, path, of)) };
  if (problems.length === 0) return { outline, problems, remains: null };
  return { outline: null, problems: problems.toSorted(byPlace), remains: { outline, isWhole } };
}

function unfold(
  contents: ParsedNode,
  bounds: Bounds,
  reject: Reject,
  scalars: 'text' | 'typed',
): { readonly data: unknown; readonly root: Located } | null {
  let values = 0;
  let excessive = false;
  const anchors = new Map<string, ParsedNode>();
  /** What each alias stands for where it is written: an anchor may be given again further down. */
  const targets = new Map<Alias, ParsedNode>();
  const open = new Set<ParsedNode>();
  const stop = (offset: number, excess: Excess) => {
    if (!excessive) reject(offset, excess);
    excessive = true;
    return undefined;
  };

  const targetOf = (alias: Alias.Parsed): ParsedNode | null => {
    const target = targets.get(alias) ?? anchors.get(alias.source);
    if (target === undefined) {
      reject(alias.range[0], mistake(`*${alias.source} repeats nothing`, `no value before it is marked &${alias.source}`));
      return null;
    }
    targets.set(alias, target);
    if (!open.has(target)) return target;
    return stop(alias.range[0], mistake(`*${alias.source} is inside what it repeats`, 'it would never end')) ?? null;
  };

  const visit = (node: ParsedNode | null, at: Located, depth: number, repeated: boolean): unknown => {
    values += 1;
    if (values > bounds.entries) return stop(at.value, EXCESS.entries(bounds.entries, targets.size > 0));
    if (depth > bounds.depth) return stop(at.value, EXCESS.depth(bounds.depth));
    if (excessive || node === null) return excessive ? undefined : null;
    if (isAlias(node)) {
      const target = targetOf(node);
      if (target === null) return null;
      at.value = target.range[0];
      values -= 1;
      return visit(target, at, depth, true);
    }
    if (node.anchor !== undefined && !repeated) anchors.set(node.anchor, node);
    if (node.tag !== undefined && TYPED_TAGS.test(node.tag) && scalars === 'typed') reject(at.value, MISTAKES.tag);
    if (isScalar(node) && scalars === 'typed') return node.value;
    if (isScalar(node)) return emptyScalar(node) ? null : String(node.value);
    const inside = new Map<string | number, Located>();
    at.inside = inside;
    open.add(node);
    const locate = (step: string | number, value: ParsedNode | null, key: number | null, fallback: number): unknown => {
      const located: Located = { value: value?.range[0] ?? fallback, key, inside: null };
      inside.set(step, located);
      return visit(value, located, depth + 1, repeated);
    };
    let data: unknown;
    if (isSeq(node)) data = node.items.map((item, index) => locate(index, item as ParsedNode, null, at.value));
    else if (isMap(node)) {
      const entries: [string, unknown][] = [];
      for (const pair of node.items) {
        const key = pair.key as ParsedNode | null;
        const offset = key?.range[0] ?? at.value;
        if (!isScalar(key)) {
          reject(offset, mistake('a key is not plain text', 'fields are named by words'));
          continue;
        }
        const name = String(key.value);
        if (RESERVED_KEYS.includes(name))
          reject(offset, { what: `"${name}" cannot be a key`, because: 'JavaScript reserves this word', write: 'another word' });
        if (name.length > bounds.key) reject(offset, EXCESS.key(bounds.key, name.length));
        if (inside.has(name)) reject(offset, MISTAKES.duplicateKey);
        entries.push([name, locate(name, pair.value as ParsedNode | null, offset, offset)]);
      }
      data = Object.fromEntries(entries);
    }
    open.delete(node);
    return data;
  };
  const root: Located = { value: contents.range[0], key: null, inside: null };
  const data = visit(contents, root, 0, false);
  return excessive ? null : { data, root };
}

/** `key:`, `key: ~` and `key: null` say nothing; `key: ""` says the empty text. */
function emptyScalar(node: { value: unknown; type?: unknown }): boolean {
  return node.type === 'PLAIN' && (node.value === '' || node.value === '~' || node.value === 'null');
}
