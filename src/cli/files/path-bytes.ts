import { isUtf8 } from 'node:buffer';

/**
 * A file name as text that stands for its bytes: a byte that is not UTF-8, which Node would replace and then not find,
 * becomes half of a character, U+DC80 to U+DCFF, as in Python (https://peps.python.org/pep-0383/).
 */
export function pathOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  let path = '';
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find((count) => at + count <= bytes.length && isUtf8(bytes.subarray(at, at + count)));
    path += length === undefined ? String.fromCharCode(HALF + (bytes[at] ?? 0)) : bytes.toString('utf8', at, at + length);
    at += length ?? 1;
  }
  return path;
}

/** What the system is asked for: the text as it is, or the bytes that it stands for. */
export function bytesOf(path: string): string | Buffer {
  if (!HALVES.test(path)) return path;
  return Buffer.concat(path.split(HALVES).map((part) => (HALVES.test(part) ? Buffer.of(part.charCodeAt(0) - HALF) : Buffer.from(part))));
}

/** A path to read: whole characters, `\xff` for a byte that is none. */
export function nameOf(path: string): string {
  return HALVES.test(path) ? path.split(HALVES).map(shown).join('') : path;
}

/** The name of a file that is read, or of standard input. */
export function inputName(path: string): string {
  return path === '-' ? 'standard input' : nameOf(path);
}

const shown = (part: string) => (HALVES.test(part) ? `\\x${(part.charCodeAt(0) - HALF).toString(16)}` : part);

const HALF = 0xdc00;
const HALVES = /([\udc80-\udcff])/u;
