import type { Entry, Place, Said, Section, Text, Unknown, Value } from './value.ts';

export const text = (content: string, at: Place): Text => ({ kind: 'text', text: content, at });

export const unknown = (at: Place, because: string, give: string | null = null): Unknown => ({ kind: 'unknown', at, because, give });

/** A section of values that a reader worked out: each key stands where its value does, unless it says otherwise. */
export function section(at: Place, entries: Readonly<Record<string, Value | Entry | null | undefined>>): Section {
  const kept = Object.entries(entries).flatMap(([name, one]): readonly (readonly [string, Entry])[] => {
    if (one === null || one === undefined) return [];
    return [[name, 'kind' in one ? { key: one.at, value: one } : one]];
  });
  return { kind: 'section', at, entries: new Map(kept) };
}

/** Parts as one text where all of them are known; otherwise each part that is a text keeps its place. */
export function compose(parts: readonly (string | Value)[], at: Place, begins?: number): Value {
  const flat = parts.flatMap((part): readonly (string | Value)[] =>
    typeof part !== 'string' && part.kind === 'composed' ? part.parts : [part],
  );
  const known = flat.flatMap((part) => (typeof part === 'string' ? [part] : part.kind === 'text' ? [part.text] : []));
  const line = begins === undefined ? {} : { begins };
  if (known.length === flat.length) return { ...text(known.join(''), at), ...line };
  const [only] = flat;
  return flat.length === 1 && only !== undefined && typeof only !== 'string' ? only : { kind: 'composed', parts: flat, at, ...line };
}

/** A value used at one place that is said at another, such as the default of a parameter. */
export function saidAt(value: Value, at: Place, said: Said): Value {
  return { ...value, at, said: value.said ?? said };
}
