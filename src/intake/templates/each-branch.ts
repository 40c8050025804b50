import { text } from './build-value.ts';
import type { Decided } from './lookup.ts';
import type { Entry, Section, Value } from './value.ts';

/** A value in which each branch is replaced by what becomes of it. */
export function eachBranch(value: Value, become: (decided: Decided) => Value): Value {
  if (value.kind !== 'either') return become(value);
  return { ...value, branches: value.branches.map((branch) => (branch === null ? null : eachBranch(branch, become))) };
}

/** Texts in another form; what is no text stays as it is. */
export function eachText(value: Value, become: (text: string) => string): Value {
  return eachBranch(value, (one) => (one.kind === 'text' ? { ...one, text: become(one.text) } : one));
}

export const upper = (value: Value) => eachText(value, (one) => one.toUpperCase());

/** What becomes of an entry: another name for its key, and perhaps another form of its value. */
type Renames = Readonly<Record<string, string | readonly [name: string, become: (value: Value) => Value]>>;

/** The entries of a section that have another name elsewhere, under that name and with their places. */
export function renamed(from: Section, renames: Renames): readonly (readonly [string, Entry])[] {
  return Object.entries(renames).flatMap(([key, rename]) => {
    const entry = from.entries.get(key);
    if (entry === undefined) return [];
    const [name, become] = typeof rename === 'string' ? [rename, (value: Value) => value] : rename;
    return [[name, { key: entry.key, value: become(entry.value) }] as const];
  });
}

/** A section under other names, in each of its branches; what is no section stays as it is. */
export function renamedSection(value: Value, renames: Renames): Value {
  return eachBranch(value, (one) => (one.kind === 'section' ? { ...one, entries: new Map(renamed(one, renames)) } : one));
}

/** An entry that stands where another does. */
export const entryAt = (entry: { readonly key: Entry['key'] }, value: Value | string): Entry => ({
  key: entry.key,
  value: typeof value === 'string' ? text(value, entry.key) : value,
});
