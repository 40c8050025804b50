import type { Entry, Section, Value } from '../../value.ts';
import { encodedText } from '../evaluate/functions/json-text.ts';
import { isEncoded, taken } from '../evaluate/marks.ts';
import { documentOf } from './document.ts';
import type { Kind } from './kind.ts';
import { pascal } from './names.ts';
import { OTHERS } from './others.ts';
import { REST } from './rest.ts';
import { V2 } from './v2.ts';

const KINDS: ReadonlyMap<string, Kind> = new Map(Object.entries({ ...REST, ...V2, ...OTHERS }));

/** The type of CloudFormation for one of Terraform; undefined of what says nothing of an API. */
export const typeOf = (type: string): string | undefined => KINDS.get(type)?.type;

/** What AWS gives a resource, and nobody states: plans and states hold it too. */
const GIVEN = new Set([
  'id',
  'arn',
  'tags_all',
  'tags',
  'region',
  'created_date',
  'last_updated_date',
  'execution_arn',
  'invoke_url',
  'root_resource_id',
]);

/** What a resource states, in the words of CloudFormation. */
export function translated(type: string, stated: Section): { readonly type: string; readonly properties: Section } | null {
  const kind = KINDS.get(type);
  if (kind === undefined) return null;
  const entries = new Map(converted(stated, kind, true).entries);
  for (const [name, text] of Object.entries(kind.defaults ?? {}))
    if (!entries.has(name)) entries.set(name, { key: stated.at, value: { kind: 'text', text, at: stated.at } });
  const properties: Section = { ...stated, entries };
  return { type: kind.type, properties: kind.shape?.(properties) ?? properties };
}

function converted(stated: Section, kind: Kind, isTop: boolean): Section {
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of stated.entries) {
    const there = taken(value);
    if (there === null || (isTop && GIVEN.has(name))) continue;
    if (there.kind === 'text' && kind.unset?.[name] === there.text) continue;
    const made = valueOf(name, there, kind);
    if (made !== null) entries.set(kind.names?.[name] ?? pascal(name), { key, value: made });
  }
  return { ...stated, entries };
}

function valueOf(name: string, value: Value, kind: Kind): Value | null {
  if (kind.documents?.includes(name)) return documentOf(value);
  if (isEncoded(value)) return encodedText(value);
  if (value.kind !== 'list' || !value.items.some(isBlock)) return settled(value);
  const blocks = value.items.map((item) => blockOf(item, kind));
  if (kind.lists?.includes(name)) return { ...value, items: blocks };
  return blocks[0] ?? null;
}

const isBlock = (value: Value | null): boolean => value?.kind === 'section' || (value?.kind === 'either' && value.branches.some(isBlock));

function blockOf(value: Value, kind: Kind): Value {
  if (value.kind === 'section') return converted(value, kind, false);
  return value.kind === 'either' ? { ...value, branches: value.branches.map((branch) => branch && blockOf(branch, kind)) } : value;
}

/** A value without what is null inside it; what was encoded is a text there. */
function settled(value: Value): Value {
  if (isEncoded(value)) return encodedText(value);
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.flatMap((item) => (taken(item) === null ? [] : [settled(item)])) };
    case 'section': {
      const there = [...value.entries].filter(([, entry]) => taken(entry.value) !== null);
      return { ...value, entries: new Map(there.map(([name, entry]) => [name, { ...entry, value: settled(entry.value) }])) };
    }
    case 'composed':
      return { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? part : settled(part))) };
    case 'either':
      return { ...value, branches: value.branches.map((branch) => branch && settled(branch)) };
    default:
      return value;
  }
}
