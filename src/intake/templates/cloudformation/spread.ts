import { unknown } from '../build-value.ts';
import { find, textOf } from '../lookup.ts';
import type { Entry, Section, Value } from '../value.ts';
import { TOO_MUCH, VALUE } from './budget.ts';
import type { Scope } from './scope.ts';

/** Keys that stand for entries of the section around them. */
export const isSpread = (name: string) => name === 'Fn::Transform' || name.startsWith('Fn::ForEach::');

/**
 * A section with the entries that `Fn::Transform` of an include and `Fn::ForEach` stand for, as they are written. Where they
 * are not known, the key keeps a value that is not.
 */
export function spread(section: Section, scope: Scope, resolve: (value: Value) => Value | null): Section {
  const entries = new Map<string, Entry>();
  for (const [name, entry] of section.entries) {
    if (!isSpread(name)) {
      entries.set(name, entry);
      continue;
    }
    const made = name === 'Fn::Transform' ? transformed(entry.value, scope, resolve) : repeated(entry.value, scope, resolve);
    if (made?.kind === 'section') for (const [inner, one] of made.entries) entries.set(inner, one);
    else entries.set(name, { key: entry.key, value: made ?? unknown(entry.value.at, `${name} gives nothing`) });
  }
  return { ...section, entries };
}

/** What a macro makes in place of itself: only that of an include is known. */
export function transformed(macro: Value, scope: Scope, resolve: (value: Value) => Value | null): Value | null {
  const [name] = find(macro, 'Name');
  const called = textOf(name?.value) ?? 'a macro';
  if (called !== 'AWS::Include') return unknown(macro.at, `what the macro ${called} makes is not known`, 'the template as it is deployed');
  const [location] = find(macro, 'Parameters', 'Location');
  const where = location === undefined ? null : resolve(location.value);
  return scope.included(where ?? unknown(macro.at, 'it has no Location', 'its Location'), macro.at);
}

/** What `Fn::ForEach` makes: its body once for each item, with the item in place of the identifier. */
function repeated(loop: Value, scope: Scope, resolve: (value: Value) => Value | null): Value {
  const [identifier, collection, body] = loop.kind === 'list' ? loop.items : [];
  const name = textOf(identifier);
  const items = collection === undefined ? null : resolve(collection);
  if (name === null || items?.kind !== 'list' || body?.kind !== 'section')
    return unknown(loop.at, 'what it repeats is not known', 'a list of texts');
  const entries = new Map<string, Entry>();
  for (const item of items.items) {
    const word = textOf(item);
    if (word === null) return unknown(item.at, 'an item of the list is not known', 'a list of texts');
    const made = replaced(body, name, word, scope);
    if (made?.kind !== 'section') return unknown(loop.at, TOO_MUCH);
    const whole = [...made.entries.keys()].some(isSpread) ? spread(made, scope, resolve) : made;
    for (const [key, entry] of whole.entries) entries.set(key, entry);
  }
  return { kind: 'section', at: loop.at, entries };
}

/** A value as it is written with a word in place of an identifier: in `Ref`, in `${…}` and `&{…}`, in keys and texts. */
function replaced(value: Value, name: string, word: string, scope: Scope): Value | null {
  if (!scope.budget.spend(VALUE)) return null;
  const inText = (text: string) => text.replaceAll(`\${${name}}`, word).replaceAll(`&{${name}}`, word.replaceAll(/[^A-Za-z0-9]/g, ''));
  switch (value.kind) {
    case 'text':
      return { ...value, text: inText(value.text) };
    case 'list': {
      const items = value.items.map((item) => replaced(item, name, word, scope));
      return items.every((item) => item !== null) ? { ...value, items } : null;
    }
    case 'section': {
      const reference = value.entries.size === 1 ? value.entries.get('Ref') : undefined;
      if (textOf(reference?.value) === name) return { kind: 'text', text: word, at: value.at };
      const entries = new Map<string, Entry>();
      for (const [key, entry] of value.entries) {
        const one = replaced(entry.value, name, word, scope);
        if (one === null) return null;
        entries.set(inText(key), { key: entry.key, value: one });
      }
      return { ...value, entries };
    }
    default:
      return value;
  }
}
