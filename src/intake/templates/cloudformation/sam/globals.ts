import { textOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { MOST_VALUES, VALUE, type Budget } from '../budget.ts';
import type { Draft } from '../draft.ts';
import { sizeOf } from '../size.ts';

/** Adds to a serverless resource what Globals says of all of its kind. Only resources of SAM take it. */
export function globalsOf(globals: ReadonlyMap<string, Entry>, budget: Budget): (draft: Draft) => Draft {
  const sizes = new Map<string, number>();
  return (draft) => {
    const kind = /^AWS::Serverless::(\w+)$/.exec(draft.type)?.[1] ?? '';
    const section = globals.get(kind)?.value;
    if (section?.kind !== 'section') return draft;
    const ignored = draft.written.entries.get('IgnoreGlobals')?.value;
    if (textOf(ignored) === '*') return draft;
    const left = ignored?.kind === 'list' ? ignored.items.map(textOf) : [];
    const whole: Section =
      left.length === 0 ? section : { ...section, entries: new Map([...section.entries].filter(([name]) => !left.includes(name))) };
    const size = sizes.get(kind) ?? sizeOf(section, MOST_VALUES);
    sizes.set(kind, size);
    // Of templates without end, what is inherited is said in Globals alone.
    const properties = merged(budget.spend(VALUE * size) ? inherited(whole, draft.at) : whole, draft.properties);
    return properties.kind === 'section' ? { ...draft, properties: { ...properties, at: draft.properties.at } } : draft;
  };
}

/** Maps are put together, lists one after the other; of anything else the resource's own counts. */
function merged(global: Value, own: Value): Value {
  if (global.kind === 'list' && own.kind === 'list') return { ...own, items: [...global.items, ...own.items] };
  if (global.kind !== 'section' || own.kind !== 'section') return own;
  const entries = new Map(global.entries);
  for (const [name, entry] of own.entries) {
    const above = global.entries.get(name);
    entries.set(name, above === undefined ? entry : { key: entry.key, value: merged(above.value, entry.value) });
  }
  return { ...own, entries };
}

/** What is said in Globals, as it holds for a resource. */
function inherited(value: Value, at: Place, key: Place = value.at): Value {
  const placed = { at, said: value.said ?? { ...key, by: 'Globals' } };
  switch (value.kind) {
    case 'list':
      return { ...value, ...placed, items: value.items.map((item) => inherited(item, at)) };
    case 'section': {
      const entries = [...value.entries].map(([name, entry]) => [name, { key: at, value: inherited(entry.value, at, entry.key) }] as const);
      return { ...value, ...placed, entries: new Map(entries) };
    }
    case 'either':
      return { ...value, ...placed, branches: value.branches.map((branch) => (branch === null ? null : inherited(branch, at))) };
    default:
      return { ...value, ...placed };
  }
}
