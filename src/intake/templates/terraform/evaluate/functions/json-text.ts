import { compose } from '../../../build-value.ts';
import type { Value } from '../../../value.ts';
import { taken } from '../marks.ts';

/** A value as JSON: a text, of which what is not known stays a part. */
export function encodedText(value: Value): Value {
  return compose(parts(value), value.at);
}

function parts(value: Value | null): readonly (string | Value)[] {
  if (value === null) return ['null'];
  switch (value.kind) {
    case 'text':
      return [JSON.stringify(value.text)];
    case 'composed':
      return [
        '"',
        ...value.parts.map((part) => (typeof part === 'string' ? inside(part) : part.kind === 'text' ? inside(part.text) : part)),
        '"',
      ];
    case 'list':
      return ['[', ...value.items.flatMap((item, index) => [index === 0 ? '' : ',', ...parts(taken(item))]), ']'];
    case 'section': {
      const entries = [...value.entries];
      return [
        '{',
        ...entries.flatMap(([name, entry], index) => [`${index === 0 ? '' : ','}${JSON.stringify(name)}:`, ...parts(taken(entry.value))]),
        '}',
      ];
    }
    default:
      return ['"', value, '"'];
  }
}

const inside = (text: string) => JSON.stringify(text).slice(1, -1);
