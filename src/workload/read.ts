import * as v from 'valibot';
import { didYouMean } from '../errors/did-you-mean.ts';
import { WorkloadError, type Problem } from '../errors/errors.ts';
import { contradictions } from './contradictions.ts';
import { workloadSchema, type Workload } from './schema.ts';
import { readYaml, type Outline } from './yaml.ts';

export interface ReadOptions {
  /** Name of the file, for the error messages. */
  readonly file?: string;
  /** Regions that have a price sheet; a name outside this list is a mistake. */
  readonly regions: readonly string[];
}

/**
 * Reads a workload from YAML or JSON text.
 * @throws WorkloadError with every mistake of the file, each with line and column.
 */
export function parseWorkload(text: string, { file, regions }: ReadOptions): Workload {
  const { outline, problems } = readYaml(text, file ?? null);
  if (outline === null) throw new WorkloadError(problems);
  return check(outline, file ?? null, regions);
}

function check(outline: Outline, file: string | null, regions: readonly string[]): Workload {
  const result = v.safeParse(workloadSchema, outline.data);
  const at = (path: readonly (string | number)[]) => ({
    file,
    ...outline.place(path),
    path: path.length > 0 ? dotted(path) : null,
  });
  const found: Problem[] = [];
  for (const issue of result.issues ?? [])
    found.push(...describe(issue, outline.data).map(({ path, ...rest }) => ({ ...at(path), ...rest })));
  const region = valueAt(outline.data, ['region']);
  if (typeof region === 'string' && !regions.includes(region)) {
    found.push({
      ...at(['region']),
      what: `region is "${region}", for which there is no price sheet`,
      because: 'prices are known for the Regions that `apigw-advisor prices list` names',
      write: `region: ${didYouMean(region, regions) ?? 'us-east-1'}`,
    });
  }
  if (result.success) for (const { path, ...rest } of contradictions(result.output)) found.push({ ...at(path), ...rest });
  if (found.length > 0 || !result.success) throw new WorkloadError(found.toSorted(byPlace));
  return result.output;
}

interface Described {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly because: string;
  readonly write: string | null;
}

/** One issue of the schema library as problems in our words. */
function describe(issue: v.BaseIssue<unknown>, data: unknown): readonly Described[] {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const name = path.length > 0 ? dotted(path) : 'the file';
  const key = path.at(-1);
  const found = `${name} is ${show(valueAt(data, path))}`;
  switch (issue.type) {
    case 'strict_object': {
      if (path.length === 0 || isContainer(valueAt(data, path.slice(0, -1))) === false || issue.expected !== 'never')
        return [missingOrMisplaced(issue, path, name, data)];
      return [unknownKey(path, siblings(issue), name)];
    }
    case 'raw_transform':
      return [{ path, what: found, because: issue.expected ?? '', write: `${String(key)}: ${issue.message}` }];
    case 'picklist':
    case 'union': {
      const value = valueAt(data, path);
      const nested = nestedIssues(issue, path);
      if (isContainer(value) && nested.length > 0) return nested.flatMap((one) => describe(one, data));
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
          because: `${EXPECTED[issue.expected ?? ''] ?? issue.expected ?? 'something else'} is expected here`,
          write: null,
        },
      ];
  }
}

/** Issues inside a union's value, with the whole path; the alternative that got furthest into it. */
function nestedIssues(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): readonly v.BaseIssue<unknown>[] {
  const inside = (issue.issues ?? []).filter((one) => (one.path?.length ?? 0) > 0);
  return inside.map(
    (one) =>
      ({ ...one, path: [...(issue.path ?? []).slice(0, path.length), ...(one.path ?? [])] as typeof one.path }) as v.BaseIssue<unknown>,
  );
}

function unknownWord(path: readonly (string | number)[], words: readonly string[]): Described {
  const key = String(path.at(-1));
  const nearest = didYouMean(key, words);
  return {
    path,
    what: `"${key}" is not known in ${dotted(path.slice(0, -1))}`,
    because: `it is one of ${words.join(', ')}`,
    write: nearest === null ? null : `did you mean ${nearest}?`,
  };
}

function missingOrMisplaced(issue: v.BaseIssue<unknown>, path: readonly (string | number)[], name: string, data: unknown): Described {
  const value = valueAt(data, path);
  if (value === undefined) {
    return {
      path,
      what: `${name} is missing`,
      because: path.length === 1 ? 'every workload has it' : `it is required inside ${dotted(path.slice(0, -1))}`,
      write: exampleOf(issue, path),
    };
  }
  const fields = value === null ? 'nothing is written here' : 'a section with fields is expected here';
  return { path, what: `${name} is ${show(value)}`, because: fields, write: exampleOf(issue, path) };
}

function unknownKey(path: readonly (string | number)[], known: readonly string[], name: string): Described {
  const key = String(path.at(-1));
  const nearest = didYouMean(key, known);
  return {
    path,
    what: `${name} is not a field`,
    because: known.length > 0 ? `the fields here are ${known.join(', ')}` : 'nothing reads it',
    write: nearest === null ? null : `did you mean ${nearest}?`,
  };
}

/** Type names of the schema library, in words. */
const EXPECTED: Readonly<Record<string, string>> = { string: 'text', Object: 'a section with fields', Array: 'a list' };

const REQUIRED_EXAMPLES: Readonly<Record<string, string>> = {
  name: 'name: catalogue-api',
  region: 'region: us-east-1',
  traffic: 'traffic: { requests: 100M/month }',
  requests: 'requests: 100M/month',
  memory: 'memory: 512 MB',
  duration: 'duration: 120 ms',
};

function exampleOf(_issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string | null {
  return REQUIRED_EXAMPLES[String(path.at(-1))] ?? null;
}

/** Names of the fields of the section in which an unknown key stands. */
function siblings(issue: v.BaseIssue<unknown>): readonly string[] {
  const { entries } = issue as { requirement?: unknown } & { entries?: unknown } as { entries?: object };
  return entries ? Object.keys(entries) : fieldsAt((issue.path ?? []).slice(0, -1).map((item) => item.key as string | number));
}

/** Field names of the section at a path, read from the schema itself. */
function fieldsAt(path: readonly (string | number)[]): readonly string[] {
  let schema: unknown = workloadSchema;
  for (const key of path) {
    const inner = unwrap(schema) as { entries?: Record<string, unknown>; item?: unknown };
    schema = typeof key === 'number' ? inner.item : inner.entries?.[key];
  }
  const { entries } = (unwrap(schema) ?? {}) as { entries?: object };
  return entries ? Object.keys(entries) : [];
}

function unwrap(schema: unknown): unknown {
  let inner = schema as { type?: string; wrapped?: unknown } | undefined;
  while (inner?.type === 'optional') inner = inner.wrapped as typeof inner;
  return inner;
}

function wordsOf(issue: v.BaseIssue<unknown>): readonly string[] {
  return [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] as string);
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (isContainer(value) ? (value as Record<string | number, unknown>)[key] : undefined), data);
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

function dotted(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`), '');
}

function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
