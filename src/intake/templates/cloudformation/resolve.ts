import type { Entry, List, Section, Value } from '../value.ts';
import { FUNCTIONS } from './functions.ts';
import type { Scope } from './scope.ts';
import { isSpread, spread } from './spread.ts';
import { unknown } from '../build-value.ts';

/** A value with all functions in it worked out; null where it says that there is no value. What has none is not copied. */
export function resolve(value: Value, scope: Scope): Value | null {
  if (value.kind === 'list') return resolveList(value, scope);
  return value.kind === 'section' ? (call(value, scope) ?? NOTHING).value : value;
}

/** A section whose values are worked out, of what is no function itself. */
export function resolveSection(section: Section, scope: Scope): Section {
  const resolveIn = (inner: Value) => resolve(inner, scope);
  const whole = [...section.entries.keys()].some(isSpread) ? spread(section, scope, resolveIn) : section;
  let changed = whole !== section;
  const entries = new Map<string, Entry>();
  for (const [name, entry] of whole.entries) {
    const value = resolve(entry.value, scope);
    if (value !== entry.value) changed = true;
    if (value !== null) entries.set(name, value === entry.value ? entry : { key: entry.key, value });
  }
  return changed ? { ...section, entries } : section;
}

const NOTHING = { value: null };

function call(section: Section, scope: Scope): { readonly value: Value | null } {
  const [only] = section.entries;
  const [name, entry] = only ?? ['', null];
  const isCall =
    entry !== null && section.entries.size === 1 && (name === 'Ref' || (name.startsWith('Fn::') && !name.startsWith('Fn::ForEach')));
  if (!isCall) return { value: resolveSection(section, scope) };
  const known = FUNCTIONS.get(name);
  if (known === undefined) return { value: unknown(section.at, `${name} is not known here`, null) };
  return { value: known({ argument: entry.value, at: section.at, scope, resolve: (value) => resolve(value, scope) }) };
}

function resolveList(list: List, scope: Scope): List {
  let changed = false;
  const items = list.items.flatMap((item) => {
    const value = resolve(item, scope);
    if (value !== item) changed = true;
    return value === null ? [] : [value];
  });
  return changed ? { ...list, items } : list;
}
