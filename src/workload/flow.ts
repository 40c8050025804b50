import type { Path } from './schema-at.ts';

/** A value in one line of YAML: `{ memory: 512 MB, duration: 120 ms }`. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(String(value));
  const entries = Object.entries(value).map(([key, inner]) => `${scalar(key)}: ${inline(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A field with its value, in one line. */
export function fieldLine(key: string, value: unknown): string {
  return `${scalar(key)}: ${inline(value)}`;
}

/** A value at a path, with the sections around it, in one line: `backend: { lambda: { memory: 512 MB } }`. */
export function sectionLine(path: Path, value: unknown): string {
  const [first = '', ...rest] = path;
  return fieldLine(String(first), nested(rest, value));
}

/** A value inside the sections of a path. */
function nested(path: Path, value: unknown): unknown {
  return path.toReversed().reduce<unknown>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value);
}

/** What YAML takes as text without quotes, anywhere; everything else is quoted. */
const PLAIN = /^[\p{L}\d$./_+*(](?:[\p{L}\d$./%_+*()@=&;<>~^'’–-]|:(?=\S)| (?=[^#\s]))*$/u;

function scalar(text: string): string {
  return PLAIN.test(text) && !text.endsWith(':') && !['null', '~'].includes(text) && !text.startsWith('*') ? text : JSON.stringify(text);
}
