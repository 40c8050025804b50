import type { Value } from '../value.ts';

/** A value as JSON, in parts. Whether a scalar was a number or a text is not known any more: what looks like a number is one. */
export function inJson(value: Value | null): readonly (string | Value)[] {
  if (value === null) return ['null'];
  switch (value.kind) {
    case 'text':
      return [/^(?:-?\d+(?:\.\d+)?|true|false)$/.test(value.text) ? value.text : JSON.stringify(value.text)];
    case 'list':
      return ['[', ...separated(value.items.map(inJson)), ']'];
    case 'section':
      return ['{', ...separated([...value.entries].map(([name, entry]) => [`${JSON.stringify(name)}:`, ...inJson(entry.value)])), '}'];
    default:
      return ['"', value, '"'];
  }
}

function separated(all: readonly (readonly (string | Value)[])[]): readonly (string | Value)[] {
  return all.flatMap((one, index) => (index === 0 ? one : [',', ...one]));
}
