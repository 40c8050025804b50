import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { excessIn } from '../../../reading/json.ts';
import { BOUNDS } from '../../../reading/bounds.ts';
import type { Entry, Value } from '../value.ts';
import type { PlaceOf } from './lines.ts';
import type { RawText } from './raw.ts';

/** Reads JSON with the place of every value. Comments and a comma too many are forgiven, as editors forgive them. */
export function rawJson(text: string, placeOf: PlaceOf): RawText {
  const excess = excessIn(text, BOUNDS.template);
  if (excess !== null) return { value: null, mistake: { at: placeOf(excess.offset), ...excess.excess }, remarks: [] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    const because =
      error === undefined
        ? 'it is empty'
        : printParseErrorCode(error.error)
            .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
            .toLowerCase();
    return { value: null, mistake: { at: placeOf(error?.offset ?? 0), what: 'this is not valid JSON', because, write: null }, remarks: [] };
  }
  return { value: valueOf(root, placeOf), mistake: null, remarks: [] };
}

function valueOf(node: Node, placeOf: PlaceOf): Value {
  const at = placeOf(node.offset);
  const children = node.children ?? [];
  switch (node.type) {
    case 'object': {
      const entries = new Map<string, Entry>();
      for (const { children: [key, value] = [] } of children) {
        if (key !== undefined && value !== undefined && value.type !== 'null')
          entries.set(String(key.value), { key: placeOf(key.offset), value: valueOf(value, placeOf) });
      }
      return { kind: 'section', at, entries };
    }
    case 'array':
      return { kind: 'list', at, items: children.map((item) => valueOf(item, placeOf)) };
    default:
      return { kind: 'text', at, text: node.type === 'null' ? '' : String(node.value) };
  }
}
