import { compose, text, unknown } from '../../../build-value.ts';
import { linksIn, numberOf, textOf } from '../../../lookup.ts';
import type { Place, Value } from '../../../value.ts';
import { taken } from '../marks.ts';
import { truth } from '../operations.ts';

type Given = readonly (Value | null)[];

/** Functions of texts, by their names. */
export const TEXTS = {
  lower: changed((one) => one.toLowerCase()),
  upper: changed((one) => one.toUpperCase()),
  title: changed((one) => one.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())),
  trimspace: changed((one) => one.trim()),
  chomp: changed((one) => one.replace(/[\r\n]+$/, '')),
  trimprefix: changed((one, prefix = '') => (prefix !== '' && one.startsWith(prefix) ? one.slice(prefix.length) : one)),
  trimsuffix: changed((one, suffix = '') => (suffix !== '' && one.endsWith(suffix) ? one.slice(0, -suffix.length) : one)),
  trim: changed((one, signs = '') => trimmed(one, signs)),
  basename: changed((one) => one.slice(one.lastIndexOf('/') + 1)),
  dirname: changed((one) => (one.includes('/') ? one.slice(0, Math.max(1, one.lastIndexOf('/'))) : '.')),
  substr: changed((one, from = '0', length = '-1') => {
    const start = Number(from) < 0 ? one.length + Number(from) : Number(from);
    return one.slice(start, Number(length) < 0 ? undefined : start + Number(length));
  }),
  // A pattern between slashes is not tried: one that a stranger wrote may take for ever.
  replace: changed((one, what = '', by = '') => (/^\/.*\/$/s.test(what) ? null : one.replaceAll(what, () => by))),
  split: (given: Given, at: Place): Value => {
    const [separator, one] = [textOf(given[0]), textOf(given[1])];
    if (separator !== null && one !== null) return { kind: 'list', at, items: one.split(separator).map((part) => text(part, at)) };
    return unknownOf(given, at);
  },
  join: (given: Given, at: Place): Value => {
    const [separator, list] = [textOf(given[0]), given[1]];
    if (separator === null || list?.kind !== 'list') return unknownOf(given, at);
    return compose(
      list.items.flatMap((item, index) => (index === 0 ? [taken(item) ?? ''] : [separator, taken(item) ?? ''])),
      at,
    );
  },
  format: formatted,
  startswith: asked((one, other) => one.startsWith(other)),
  endswith: asked((one, other) => one.endsWith(other)),
  strcontains: asked((one, other) => one.includes(other)),
  tostring: same,
  tonumber: same,
  tobool: same,
  sensitive: same,
  nonsensitive: same,
  abs: numbered(([one = 0]) => Math.abs(one)),
  ceil: numbered(([one = 0]) => Math.ceil(one)),
  floor: numbered(([one = 0]) => Math.floor(one)),
  max: numbered((all) => all.reduce((most, next) => Math.max(most, next))),
  min: numbered((all) => all.reduce((least, next) => Math.min(least, next))),
};

function same(given: Given): Value | null {
  return given[0] ?? null;
}

/** What is made of a text that is not known is not known, but still refers to the same resources. */
export function unknownOf(given: Given, at: Place): Value {
  const links = given.flatMap(linksIn);
  if (links.length > 0) return { kind: 'composed', at, parts: links };
  const unread = given.find((one) => one?.kind === 'unknown');
  return unread?.kind === 'unknown' ? unread : unknown(at, 'it is known only after deployment');
}

function changed(change: (one: string, ...rest: readonly string[]) => string | null): (given: Given, at: Place) => Value {
  return (given, at) => {
    const [one = null, ...rest] = given.map((each) => textOf(each));
    const others = rest.flatMap((each) => each ?? []);
    const made = one === null || others.length < rest.length ? null : change(one, ...others);
    const [first] = given;
    return made === null || first?.kind !== 'text' ? unknownOf(given, at) : { ...first, text: made };
  };
}

function asked(question: (one: string, other: string) => boolean): (given: Given, at: Place) => Value {
  return (given, at) => {
    const [one, other] = [textOf(given[0]), textOf(given[1])];
    return one === null || other === null ? unknownOf(given, at) : truth(question(one, other), at);
  };
}

function numbered(count: (numbers: readonly number[]) => number): (given: Given, at: Place) => Value {
  return (given, at) => {
    const numbers = given.flatMap((one) => numberOf(one) ?? []);
    return numbers.length < given.length || numbers.length === 0 ? unknownOf(given, at) : text(String(count(numbers)), at);
  };
}

function trimmed(one: string, signs: string): string {
  let [start, end] = [0, one.length];
  while (start < end && signs.includes(one[start] as string)) start += 1;
  while (end > start && signs.includes(one[end - 1] as string)) end -= 1;
  return one.slice(start, end);
}

/** `format` with the verbs that people use for texts and whole numbers. */
function formatted([pattern, ...rest]: Given, at: Place): Value {
  const written = textOf(pattern);
  if (written === null) return unknownOf([pattern ?? null, ...rest], at);
  let next = 0;
  const parts = written.split(/(%[%svdq])/).map((part): string | Value => {
    if (part === '%%') return '%';
    if (!/^%[svdq]$/.test(part)) return part;
    const value = rest[next] ?? '';
    next += 1;
    return value;
  });
  return parts.some((part) => typeof part === 'string' && /%[^%]/.test(part)) ? unknownOf(rest, at) : compose(parts, at);
}
