import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import type { Problem } from '../errors/errors.ts';

/** A YAML file as maps, lists and the text of its scalars, with the place of every value. */
export interface Outline {
  readonly data: unknown;
  /** Where the value of a path stands, or the key before it; for an unknown path, where its nearest parent stands. */
  place(path: readonly (string | number)[], of?: 'key' | 'value'): Place;
}

interface Place {
  readonly line: number | null;
  readonly column: number | null;
}

type Reject = (offset: number, what: string, because: string, write: string | null) => void;

/** More values than any workload has: stops aliases that expand into billions (https://en.wikipedia.org/wiki/Billion_laughs_attack). */
const MOST_VALUES = 20_000;

/** Tags that say what a value is anyway. Any other would make something else of the text that stands there. */
const PLAIN_TAGS: readonly (string | undefined)[] = [undefined, 'tag:yaml.org,2002:str', 'tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq'];

/** Words that the schema library skips as keys without a word, to protect prototypes. */
const RESERVED_KEYS: readonly string[] = ['__proto__', 'prototype', 'constructor'];

/**
 * Reads YAML (or JSON) without interpreting its scalars: `1e18`, `0.10` and `no` stay the text that was
 * written, so no digit is lost on the way to an exact decimal.
 * @param mostValues values that such a file may have.
 */
export function readYaml(
  text: string,
  file: string | null,
  mostValues: number = MOST_VALUES,
): { outline: Outline | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line || 1, column: col || 1 };
  };
  const reject: Reject = (offset, what, because, write) => problems.push({ file, ...place(offset), path: null, what, because, write });

  const binary = text.search(/[\u0000\ufffd]/);
  if (binary >= 0) {
    reject(binary, 'this is not a text file', 'it holds bytes that are not UTF-8 text', null);
    return { outline: null, problems };
  }
  const document = parseDocument(text.replace(/^\ufeff/, ''), {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'error',
  });
  // Its warnings are things that YAML allows and that would be ignored: an unknown tag, a directive.
  for (const error of [...document.errors, ...document.warnings]) reject(error.pos[0], ...explain(error.code, error.message));
  if (problems.length > 0) return { outline: null, problems };
  if (document.contents === null) {
    reject(
      0,
      'the file is empty',
      'a workload needs at least a name, a region and some traffic',
      'apigw-advisor init writes one to start from',
    );
    return { outline: null, problems };
  }

  const places: Places = { values: new Map(), keys: new Map() };
  const data = unfold(document, places, reject, mostValues);
  if (problems.length > 0) return { outline: null, problems };
  return {
    outline: {
      data,
      place(path, of = 'value') {
        const key = of === 'key' ? places.keys.get(JSON.stringify(path)) : undefined;
        if (key !== undefined) return place(key);
        for (let length = path.length; length >= 0; length -= 1) {
          const offset = places.values.get(JSON.stringify(path.slice(0, length)));
          if (offset !== undefined) return place(offset);
        }
        return { line: null, column: null };
      },
    },
    problems,
  };
}

/** Where values stand, and the keys before them, by path. */
interface Places {
  readonly values: Map<string, number>;
  readonly keys: Map<string, number>;
}

function unfold(document: Document.Parsed, places: Places, reject: Reject, mostValues: number): unknown {
  let values = 0;
  const visit = (node: ParsedNode | null, path: readonly (string | number)[], fallback: number, depth: number): unknown => {
    const offset = node?.range[0] ?? fallback;
    places.values.set(JSON.stringify(path), offset);
    values += 1;
    if (values > mostValues || depth > 50) {
      if (values !== Infinity)
        reject(offset, 'the file unfolds into too many values', 'aliases that repeat aliases can grow without end', 'write the values out');
      values = Infinity;
      return undefined;
    }
    if (node === null) return null;
    if (isAlias(node)) return visit((node.resolve(document) as ParsedNode | undefined) ?? null, path, offset, depth + 1);
    if (!PLAIN_TAGS.includes(node.tag)) reject(offset, ...explain('TAG_RESOLVE_FAILED', ''));
    if (isSeq(node)) return node.items.map((item, index) => visit(item as ParsedNode, [...path, index], offset, depth + 1));
    if (isMap(node)) {
      const entries: [string, unknown][] = [];
      for (const pair of node.items) {
        const key = pair.key as ParsedNode;
        if (!isScalar(key)) {
          reject(key?.range[0] ?? offset, 'a key is not plain text', 'fields are named by words', null);
          continue;
        }
        const name = String(key.value);
        const at = key.range?.[0] ?? offset;
        if (RESERVED_KEYS.includes(name)) reject(at, `"${name}" cannot be a key`, 'JavaScript keeps this word for itself', 'another word');
        places.keys.set(JSON.stringify([...path, name]), at);
        const value = visit(pair.value as ParsedNode | null, [...path, name], at, depth + 1);
        entries.push([name, value]);
      }
      return Object.fromEntries(entries);
    }
    if (isScalar(node)) return emptyScalar(node) ? null : String(node.value);
    return null;
  };
  return visit(document.contents as ParsedNode | null, [], 0, 0);
}

/** `key:`, `key: ~` and `key: null` say nothing; `key: ""` says the empty text. */
function emptyScalar(node: { value: unknown; type?: unknown }): boolean {
  return node.type === 'PLAIN' && (node.value === '' || node.value === '~' || node.value === 'null');
}

/** The mistakes people make in YAML, in words; the rest in the parser's own. */
function explain(code: string, message: string): [what: string, because: string, write: string | null] {
  switch (code) {
    case 'DUPLICATE_KEY':
      return ['a key stands here twice', 'only one of the two could count, and no one could tell which', 'keep one of them'];
    case 'MULTIPLE_DOCS':
      return ['a second document begins here', 'one file describes one workload', 'put each workload in a file of its own'];
    case 'TAB_AS_INDENT':
      return ['a tab indents this line', 'YAML indents with spaces only', 'replace the tab by two spaces'];
    case 'TAG_RESOLVE_FAILED':
      return ['a YAML tag stands here', 'values are plain text, and what they mean follows from the field', 'remove the tag'];
    case 'BAD_DIRECTIVE':
      return ['a YAML directive stands here', 'a workload file needs none', 'remove the line'];
    default:
      return ['this is not valid YAML', message.replace(/\s+/g, ' ').replace(/ at line \d+.*$/, ''), null];
  }
}
