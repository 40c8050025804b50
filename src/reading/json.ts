import type { Problem } from '../errors/errors.ts';
import { EXCESS, type Bounds, type Excess } from './bounds.ts';

/**
 * Reads JSON that a program wrote, held to the same kind of bounds as YAML.
 * @param what is said of a text that is no JSON.
 */
export function readJson(
  text: string,
  file: string | null,
  bounds: Bounds,
  what: string = 'this is not valid JSON',
): { readonly data: unknown } | { readonly problem: Problem } {
  const problem = (offset: number | null, excess: Excess): { readonly problem: Problem } => {
    const before = offset === null ? null : text.slice(0, offset);
    const [line, column] = before === null ? [null, null] : [before.split('\n').length, before.length - before.lastIndexOf('\n')];
    return { problem: { file, line, column, path: null, ...excess } };
  };
  const found = excessIn(text, bounds);
  if (found !== null) return problem(found.offset, found.excess);
  try {
    return { data: JSON.parse(text) };
  } catch (cause) {
    // Only the engine's sentence says where, and not every sentence does.
    const { message } = cause as SyntaxError;
    const position = /at position (\d+)/.exec(message)?.[1] ?? (/end of JSON input/.test(message) ? text.length : null);
    return problem(position === null ? null : Number(position), { what, because: 'it is not JSON, or not all of it', write: null });
  }
}

/** One look at every character, before anything is built of them. */
export function excessIn(text: string, bounds: Bounds): { readonly offset: number; readonly excess: Excess } | null {
  const at = (offset: number, excess: Excess) => ({ offset, excess });
  if (text.length > bounds.bytes) return at(0, EXCESS.bytes(bounds.bytes, text.length));
  // Too short to pass any other.
  if (text.length <= Math.min(bounds.scalar, bounds.key, bounds.entries, bounds.depth)) return null;
  let [depth, values] = [0, 1];
  for (let offset = 0; offset < text.length; offset += 1) {
    switch (text.charCodeAt(offset)) {
      case QUOTE: {
        const end = endOfText(text, offset);
        const length = end - offset - 1;
        if (length > bounds.scalar) return at(offset, EXCESS.scalar(bounds.scalar, length));
        if (length > bounds.key && isKey(text, end)) return at(offset, EXCESS.key(bounds.key, length));
        offset = end;
        break;
      }
      case BRACE:
      case BRACKET:
        depth += 1;
        values += 1;
        if (depth > bounds.depth) return at(offset, EXCESS.depth(bounds.depth));
        break;
      case END_BRACE:
      case END_BRACKET:
        depth -= 1;
        break;
      case COMMA:
        values += 1;
        if (values > bounds.entries) return at(offset, EXCESS.entries(bounds.entries));
        break;
    }
  }
  return null;
}

const [QUOTE, BACKSLASH, COMMA, BRACE, END_BRACE, BRACKET, END_BRACKET] = [34, 92, 44, 123, 125, 91, 93];

function endOfText(text: string, start: number): number {
  let offset = start + 1;
  while (offset < text.length && text.charCodeAt(offset) !== QUOTE) offset += text.charCodeAt(offset) === BACKSLASH ? 2 : 1;
  return offset;
}

function isKey(text: string, end: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = end + 1;
  return colon.test(text);
}
