import { text, unknown } from '../../../build-value.ts';
import { numberOf, textOf } from '../../../lookup.ts';
import type { Entry, Place, Value } from '../../../value.ts';
import { failure, kept, taken } from '../marks.ts';
import { isSame, truth } from '../operations.ts';
import { unknownOf } from './texts.ts';

type Given = readonly (Value | null)[];

/** Functions of lists and maps, by their names. */
export const COLLECTIONS = {
  toset: ([list]: Given, at: Place) => onList(list, at, distinct),
  tolist: ([list]: Given) => list ?? null,
  tomap: ([map]: Given) => map ?? null,
  distinct: ([list]: Given, at: Place) => onList(list, at, distinct),
  compact: ([list]: Given, at: Place) => onList(list, at, (items) => items.filter((item) => taken(item) !== null && textOf(item) !== '')),
  reverse: ([list]: Given, at: Place) => onList(list, at, (items) => items.toReversed()),
  sort: ([list]: Given, at: Place) =>
    onList(list, at, (items) =>
      items.every((item) => item.kind === 'text') ? items.toSorted((a, b) => (patternLess(a, b) ? -1 : 1)) : items,
    ),
  slice: ([list, from, to]: Given, at: Place) =>
    onList(list, at, (items) => items.slice(numberOf(from) ?? 0, numberOf(to) ?? items.length)),
  flatten: ([list]: Given, at: Place) => onList(list, at, flat),
  concat: (given: Given, at: Place): Value => {
    const lists = given.flatMap((one) => (one?.kind === 'list' ? [one] : []));
    return lists.length < given.length ? unknownOf(given, at) : { kind: 'list', at, items: lists.flatMap((list) => list.items) };
  },
  setunion: (given: Given, at: Place): Value => onList(COLLECTIONS.concat(given, at), at, distinct),
  setsubtract: ([one, other]: Given, at: Place) =>
    onList(one, at, (items) => items.filter((item) => !(other?.kind === 'list' && holds(other.items, item) === true))),
  setintersection: ([one, other]: Given, at: Place) =>
    onList(one, at, (items) => items.filter((item) => other?.kind === 'list' && holds(other.items, item) === true)),
  merge: (given: Given, at: Place): Value => {
    const there = given.filter((one) => one !== null);
    const maps = there.flatMap((one) => (one.kind === 'section' ? [...one.entries] : []));
    return there.some((one) => one.kind !== 'section') ? unknownOf(there, at) : { kind: 'section', at, entries: new Map(maps) };
  },
  keys: ([map]: Given, at: Place): Value =>
    map?.kind === 'section'
      ? { kind: 'list', at, items: ordered(map.entries).map(([name, { key }]) => text(name, key)) }
      : unknownOf([map ?? null], at),
  values: ([map]: Given, at: Place): Value =>
    map?.kind === 'section'
      ? { kind: 'list', at, items: ordered(map.entries).map(([, { value }]) => value) }
      : unknownOf([map ?? null], at),
  lookup: ([map, key, otherwise]: Given, at: Place): Value | null => {
    const name = textOf(key);
    if (map?.kind !== 'section' || name === null) return unknownOf([map ?? null, key ?? null], at);
    const entry = map.entries.get(name);
    if (entry !== undefined) return taken(entry.value);
    return otherwise === undefined ? failure(at, `there is no ${name}`) : otherwise;
  },
  element: ([list, index]: Given, at: Place): Value | null => {
    const place = numberOf(index);
    if (list?.kind !== 'list' || place === null) return unknownOf([list ?? null, index ?? null], at);
    const item = list.items[((place % list.items.length) + list.items.length) % list.items.length];
    return item === undefined ? failure(at, 'the list is empty') : taken(item);
  },
  one: ([list]: Given, at: Place): Value | null => {
    if (list?.kind !== 'list') return list ?? null;
    const [item] = list.items;
    return list.items.length > 1 ? failure(at, 'the list has more than one item') : item === undefined ? null : taken(item);
  },
  length: ([of]: Given, at: Place): Value => {
    if (of?.kind === 'list')
      return of.items.some((item) => item.kind === 'either')
        ? unknown(at, 'how many there are is not known')
        : text(String(of.items.length), at);
    if (of?.kind === 'section') return text(String(of.entries.size), at);
    return of?.kind === 'text' ? text(String([...of.text].length), at) : unknownOf([of ?? null], at);
  },
  contains: ([list, item]: Given, at: Place): Value => {
    const held = list?.kind === 'list' ? holds(list.items, item ?? null) : null;
    return held === null ? unknownOf([list ?? null, item ?? null], at) : truth(held, at);
  },
  index: ([list, item]: Given, at: Place): Value => {
    const found = list?.kind === 'list' ? list.items.findIndex((each) => isSame(each, item ?? null) === true) : -1;
    return found < 0 ? failure(at, 'the list does not hold it') : text(String(found), at);
  },
  coalesce: (given: Given, at: Place): Value =>
    given.find((one) => one !== null && textOf(one) !== '') ?? failure(at, 'nothing has a value'),
  coalescelist: (given: Given, at: Place): Value =>
    given.find((one) => one !== null && !(one.kind === 'list' && one.items.length === 0)) ?? failure(at, 'every list is empty'),
  zipmap: ([keys, values]: Given, at: Place): Value => {
    if (keys?.kind !== 'list' || values?.kind !== 'list') return unknownOf([keys ?? null, values ?? null], at);
    const entries = keys.items.map((key, index): readonly [string, Entry] => {
      return [textOf(key) ?? '', { key: key.at, value: values.items[index] ?? kept(null, at) }];
    });
    return keys.items.every((key) => key.kind === 'text') ? { kind: 'section', at, entries: new Map(entries) } : unknownOf([keys], at);
  },
  setproduct: (given: Given, at: Place): Value => {
    const lists = given.flatMap((one) => (one?.kind === 'list' ? [one.items] : []));
    const count = lists.reduce((all, items) => all * items.length, 1);
    if (lists.length < given.length) return unknownOf(given, at);
    if (count > MOST) return unknown(at, 'it has too many items');
    const rows = lists.reduce<readonly (readonly Value[])[]>(
      (all, items) => all.flatMap((row) => items.map((item) => [...row, item])),
      [[]],
    );
    return { kind: 'list', at, items: rows.map((items) => ({ kind: 'list', at, items })) };
  },
  range: (given: Given, at: Place): Value => {
    const numbers = given.flatMap((one) => numberOf(one) ?? []);
    const [from = 0, to = 0, by = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
    const count = by === 0 ? Infinity : Math.ceil((to - from) / by);
    if (numbers.length < given.length) return unknownOf(given, at);
    if (count > MOST) return unknown(at, 'it has too many items');
    return { kind: 'list', at, items: Array.from({ length: Math.max(0, count) }, (_, index) => text(String(from + index * by), at)) };
  },
  alltrue: ([list]: Given, at: Place): Value => every(list, 'true', at),
  anytrue: ([list]: Given, at: Place): Value => {
    const none = every(list, 'false', at);
    return none.kind === 'text' ? truth(none.text !== 'true', at) : none;
  },
};

const MOST = 10_000;

function onList(list: Value | null | undefined, at: Place, change: (items: readonly Value[]) => readonly Value[]): Value {
  if (list?.kind === 'list') return { ...list, at, items: change(list.items) };
  // `toset` and `flatten` of a map are of no use, and Terraform refuses them.
  return unknownOf([list ?? null], at);
}

const distinct = (items: readonly Value[]): readonly Value[] => {
  const seen = new Set<string>();
  return items.filter((item) => {
    if (item.kind !== 'text') return true;
    const isNew = !seen.has(item.text);
    seen.add(item.text);
    return isNew;
  });
};

const flat = (items: readonly Value[]): readonly Value[] => items.flatMap((item) => (item.kind === 'list' ? flat(item.items) : [item]));

function holds(items: readonly Value[], item: Value | null): boolean | null {
  const answers = items.map((each) => isSame(taken(each), item));
  return answers.includes(true) ? true : answers.includes(null) ? null : false;
}

const patternLess = (one: Value, other: Value) => (textOf(one) ?? '') < (textOf(other) ?? '');

/** Terraform's maps are in the order of their keys. */
const ordered = (entries: ReadonlyMap<string, Entry>) => [...entries].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

function every(list: Value | null | undefined, word: string, at: Place): Value {
  if (list?.kind !== 'list') return unknownOf([list ?? null], at);
  if (list.items.some((item) => item.kind === 'text' && item.text !== word)) return truth(false, at);
  return list.items.every((item) => item.kind === 'text') ? truth(true, at) : unknownOf(list.items, at);
}
