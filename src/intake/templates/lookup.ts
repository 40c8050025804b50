import type { Entry, Link, Place, Value } from './value.ts';

/** A value without branches. */
export type Decided = Exclude<Value, { readonly kind: 'either' }>;

/** A value that may stand at a path, and where. */
export interface Found {
  /** Each branch of an `either` is found by itself. */
  readonly value: Decided;
  /** Where its key stands; of an item of a list, where it begins. */
  readonly at: Place;
  /** Conditions under which it stands there. */
  readonly conditions: readonly string[];
}

/**
 * Every value that may stand where a path of keys and indices leads: none where it is absent. What is unknown on the way is
 * unknown there.
 */
export function find(value: Value | null, ...path: readonly (string | number)[]): readonly Found[] {
  return value === null ? [] : follow(value, value.at, [], path);
}

/** Every item of the list at a path, or the value itself where one stands in place of a list, as CloudFormation and SAM allow. */
export function findItems(value: Value | null, ...path: readonly (string | number)[]): readonly Found[] {
  return find(value, ...path).flatMap((found) => {
    const { value: list, conditions } = found;
    return list.kind === 'list' ? list.items.flatMap((item) => follow(item, item.at, conditions, [])) : [found];
  });
}

/** Every entry of the section at a path. */
export function findEntries(value: Value | null, ...path: readonly (string | number)[]): readonly (Found & { readonly name: string })[] {
  return find(value, ...path).flatMap(({ value: section, conditions }) =>
    section.kind === 'section'
      ? [...section.entries].flatMap(([name, { key, value: inner }]) => follow(inner, key, conditions, []).map((one) => ({ name, ...one })))
      : [],
  );
}

function follow(value: Value, at: Place, conditions: readonly string[], path: readonly (string | number)[]): readonly Found[] {
  if (value.kind === 'either') {
    const under = conditions.includes(value.condition) ? conditions : [...conditions, value.condition];
    return value.branches.flatMap((branch) => (branch === null ? [] : follow(branch, at, under, path)));
  }
  const [step, ...rest] = path;
  if (step === undefined || value.kind === 'unknown') return [{ value, at, conditions }];
  const entry: Entry | undefined =
    value.kind === 'section'
      ? value.entries.get(String(step))
      : value.kind === 'list' && typeof step === 'number' && value.items[step] !== undefined
        ? { key: value.items[step].at, value: value.items[step] }
        : undefined;
  return entry === undefined ? [] : follow(entry.value, entry.key, conditions, rest);
}

/** What a value says as text; null of what is no text, or not known. */
export function textOf(value: Value | null | undefined): string | null {
  return value?.kind === 'text' ? value.text : null;
}

/** `true`, `"True"` and `on` are true to CloudFormation, SAM and the frameworks; null where it is not known. */
export function truthOf(value: Value | null | undefined): boolean | null {
  const word = textOf(value)?.toLowerCase();
  if (word === undefined) return null;
  if (['true', 'yes', 'on', '1'].includes(word)) return true;
  return ['false', 'no', 'off', '0', ''].includes(word) ? false : null;
}

/** A plain number; null of anything else. */
export function numberOf(value: Value | null | undefined): number | null {
  const text = textOf(value);
  return text !== null && /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

/** Stands in a pattern for each value that is no text. */
export const HOLE = '\ufffc';

/** A value as one text in which all that is no text is a `HOLE`: what URIs and ARNs are told apart by. */
export function patternOf(value: Value | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (value.kind === 'text') return value.text;
  return value.kind === 'composed' ? value.parts.map((part) => (typeof part === 'string' ? part : patternOf(part))).join('') : HOLE;
}

/** Every reference to a resource inside a value, in order. */
export function linksIn(value: Value | null | undefined): readonly Link[] {
  switch (value?.kind) {
    case 'link':
      return [value];
    case 'composed':
      return value.parts.flatMap((part) => (typeof part === 'string' ? [] : linksIn(part)));
    case 'list':
      return value.items.flatMap(linksIn);
    case 'section':
      return [...value.entries.values()].flatMap((entry) => linksIn(entry.value));
    case 'either':
      return value.branches.flatMap(linksIn);
    default:
      return [];
  }
}

/** The first thing inside a value that is not known; null where all of it is. */
export function unknownIn(value: Value | null | undefined): Extract<Value, { readonly kind: 'unknown' }> | null {
  const first = (values: readonly (Value | null)[]) => {
    for (const one of values) {
      const found = unknownIn(one);
      if (found !== null) return found;
    }
    return null;
  };
  switch (value?.kind) {
    case 'unknown':
      return value;
    case 'composed':
      return first(value.parts.filter((part) => typeof part !== 'string'));
    case 'list':
      return first(value.items);
    case 'section':
      return first([...value.entries.values()].map((entry) => entry.value));
    case 'either':
      return first(value.branches);
    default:
      return null;
  }
}
