import * as v from 'valibot';
import { didYouMean } from '../errors/did-you-mean.ts';
import { own } from '../reading/own.ts';
import { fieldsAt, schemaAt, unwrap, type Path, type Schema } from './schema-at.ts';

export type { Path };

/** A mistake before it is placed in a file. */
export interface Mistake {
  readonly path: Path;
  /** `key` where the word before the value is the mistake. */
  readonly at?: 'key';
  readonly what: string;
  readonly because: string;
  readonly write: string | null;
}

/** One issue of the schema library as mistakes in our words. */
export function mistakes(issue: v.BaseIssue<unknown>, data: unknown): readonly Mistake[] {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const name = path.length > 0 ? dotted(path) : 'the file';
  const key = path.at(-1);
  const found = `${name} is ${show(valueAt(data, path))}`;
  switch (issue.type) {
    case 'strict_object':
      return [issue.expected === 'never' ? unknownKey(path, name) : missingOrMisplaced(path, name, data)];
    case 'raw_transform':
      return [{ path, what: found, because: issue.expected ?? '', write: `${String(key)}: ${issue.message}` }];
    case 'picklist':
    case 'union': {
      const value = valueAt(data, path);
      const nested = nestedIssues(issue, path);
      if (isContainer(value) && nested.length > 0) return nested.flatMap((one) => mistakes(one, data));
      if (issue.path?.at(-1)?.origin === 'key') return [unknownWord(path, wordsOf(issue))];
      if (isContainer(value) || value === null || value === undefined)
        return [{ path, what: found, because: 'one value is expected here', write: null }];
      const words = wordsOf(issue);
      const because = words.length > 0 ? `it is one of ${words.join(', ')}` : 'it is not a value that this field takes';
      return [
        { path, what: found, because, write: words.length > 0 ? `${String(key)}: ${didYouMean(String(value), words) ?? words[0]}` : null },
      ];
    }
    default:
      return [
        {
          path,
          what: found,
          because: `${EXPECTED.get(issue.expected ?? '') ?? issue.expected ?? 'something else'} is expected here`,
          write: null,
        },
      ];
  }
}

/** Lists where a section belongs. The schema library takes them for sections whose fields are called 0, 1, 2. */
export function misplacedLists(data: unknown): readonly Mistake[] {
  return listsIn(data, [], schemaAt([]));
}

function listsIn(data: unknown, path: Path, schema: Schema | null | undefined): readonly Mistake[] {
  if (!isContainer(data)) return [];
  const { type, entries, item, options = [] }: Partial<Schema> = unwrap(schema ?? null) ?? {};
  if (Array.isArray(data)) {
    if (type === 'array') return data.flatMap((one: unknown, index) => listsIn(one, [...path, index], item));
    if (![type, ...options.map((one) => one.type)].some((one) => one === 'strict_object' || one === 'record')) return [];
    const name = path.length > 0 ? dotted(path) : 'the file';
    return [{ path, what: `${name} is a list`, because: 'a section with fields is expected here', write: example(path) }];
  }
  return Object.entries(data as object).flatMap(([key, value]) => listsIn(value, [...path, key], own(entries, key)));
}

/** Issues inside a union's value, with the whole path; the alternative that got furthest into it. */
function nestedIssues(issue: v.BaseIssue<unknown>, path: Path): readonly v.BaseIssue<unknown>[] {
  const inside = (issue.issues ?? []).filter((one) => (one.path?.length ?? 0) > 0);
  return inside.map(
    (one) =>
      ({ ...one, path: [...(issue.path ?? []).slice(0, path.length), ...(one.path ?? [])] as typeof one.path }) as v.BaseIssue<unknown>,
  );
}

/** More words than a message should list. */
const MOST_WORDS = 20;

function unknownWord(path: Path, words: readonly string[]): Mistake {
  const key = String(path.at(-1));
  const nearest = didYouMean(key, words);
  return {
    path,
    at: 'key',
    what: `"${key}" is not known in ${dotted(path.slice(0, -1))}`,
    because: words.length > MOST_WORDS ? '`apigw-advisor explain --list` names all' : `it is one of ${words.join(', ')}`,
    write: nearest === null ? null : `did you mean ${nearest}?`,
  };
}

function missingOrMisplaced(path: Path, name: string, data: unknown): Mistake {
  const value = valueAt(data, path);
  if (value === undefined) {
    return {
      path,
      what: `${name} is missing`,
      because: path.length === 1 ? 'every workload has it' : `it is required inside ${dotted(path.slice(0, -1))}`,
      write: example(path),
    };
  }
  const fields = value === null ? 'nothing is written here' : 'a section with fields is expected here';
  return { path, what: `${name} is ${show(value)}`, because: fields, write: example(path) };
}

/** Fields that had another name once, and what to write today. */
const RENAMED = new Map([
  ['auth.lambdaAuthorizer.slowStart', 'coldStarts: { share: 1%, duration: 900 ms }'],
  ['auth.lambdaAuthorizer.keptWarm', 'provisioned: { concurrency: 10 }'],
]);

function unknownKey(path: Path, name: string): Mistake {
  const today = RENAMED.get(name);
  if (today !== undefined)
    return { path, at: 'key', what: `${name} is not a field`, because: 'one word says it for every function now', write: today };
  const known = fieldsAt(path.slice(0, -1));
  const key = String(path.at(-1));
  const nearest = didYouMean(key, known);
  return {
    path,
    at: 'key',
    what: `${name} is not a field`,
    because: `the fields here are ${known.join(', ')}`,
    write: nearest === null ? null : `did you mean ${nearest}?`,
  };
}

/** Type names of the schema library, in words. */
const EXPECTED = new Map([
  ['string', 'text'],
  ['Object', 'a section with fields'],
  ['Array', 'a list'],
]);

const EXAMPLES = new Map([
  ['name', 'name: catalogue-api'],
  ['region', 'region: us-east-1'],
  ['traffic', 'traffic: { requests: 100M/month }'],
  ['requests', 'requests: 100M/month'],
  ['memory', 'memory: 512 MB'],
  ['duration', 'duration: 120 ms'],
]);

const example = (path: Path) => EXAMPLES.get(String(path.at(-1))) ?? null;

function wordsOf(issue: v.BaseIssue<unknown>): readonly string[] {
  return [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] as string);
}

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (isContainer(value) ? own(value as Readonly<Record<string, unknown>>, key) : undefined),
    data,
  );
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a section';
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

export function dotted(path: Path): string {
  return path.reduce<string>((name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`), '');
}
