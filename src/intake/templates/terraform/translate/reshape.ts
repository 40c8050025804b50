import { unknown } from '../../build-value.ts';
import { textOf } from '../../lookup.ts';
import type { Entry, Section, Value } from '../../value.ts';

const withEntry = (section: Section, name: string, entry: Entry | null): Section => {
  const entries = new Map(section.entries);
  if (entry === null) entries.delete(name);
  else entries.set(name, entry);
  return { ...section, entries };
};

/** Another value in place of one. */
export function changed(section: Section, name: string, change: (value: Value) => Value): Section {
  const entry = section.entries.get(name);
  return entry === undefined ? section : withEntry(section, name, { ...entry, value: change(entry.value) });
}

/** The entries of a section inside, in place of it. */
export function flattened(section: Section, name: string): Section {
  const entry = section.entries.get(name);
  if (entry?.value.kind !== 'section') return section;
  const entries = new Map([...section.entries, ...entry.value.entries]);
  entries.delete(name);
  return { ...section, entries };
}

/** What stands at the top, inside a section of its own. */
export function wrapped(section: Section, name: string, inside: readonly string[]): Section {
  const entries = new Map([...section.entries].filter(([one]) => !inside.includes(one)));
  const inner = new Map([...section.entries].filter(([one]) => inside.includes(one)));
  const [first] = inner.values();
  if (first === undefined) return section;
  entries.set(name, { key: first.key, value: { kind: 'section', at: first.key, entries: inner } });
  return { ...section, entries };
}

/** A list of sections as a section of them, by what one of their entries says. */
export function keyed(value: Value, by: string): Value {
  if (value.kind !== 'list') return value;
  const entries = new Map<string, Entry>();
  for (const item of value.items) {
    const name = item.kind === 'section' ? textOf(item.entries.get(by)?.value) : null;
    if (item.kind !== 'section' || name === null) return item.kind === 'unknown' ? item : unknown(item.at, `${by} is not known`);
    entries.set(name, { key: item.at, value: withEntry(item, by, null) });
  }
  return { kind: 'section', at: value.at, entries };
}

/** A map as a list of its keys and values. */
export function listed(value: Value, key: string, of: string): Value {
  if (value.kind !== 'section') return value;
  const items = [...value.entries].map(([name, entry]): Section => {
    const inner = new Map<string, Entry>([
      [key, { key: entry.key, value: { kind: 'text', text: name, at: entry.key } }],
      [of, entry],
    ]);
    return { kind: 'section', at: entry.key, entries: inner };
  });
  return { kind: 'list', at: value.at, items };
}

/** Every section of a list, changed. */
export function eachItem(value: Value, change: (item: Section) => Section): Value {
  if (value.kind === 'section') return change(value);
  if (value.kind === 'either') return { ...value, branches: value.branches.map((branch) => branch && eachItem(branch, change)) };
  return value.kind === 'list' ? { ...value, items: value.items.map((item) => eachItem(item, change)) } : value;
}
