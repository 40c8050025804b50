import stringWidth from 'string-width';

/** No wider, so that an eye finds the next line. */
export const WIDEST = 100;

/**
 * Text broken at spaces, but not between a bound and its amount, to fit the screen, with a mark before the first line and the rest
 * indented under it. A word that is wider than the screen is broken, but an address stays whole, to be copied.
 */
export function paragraph(text: string, columns: number, mark: string): string {
  return marked(wordsOf(text), columns, mark);
}

/** Things of a few words each, which stay whole where a line has room for them: `a · b · c`. */
export function listed(items: readonly string[], columns: number, mark: string): string {
  const room = roomIn(columns, mark);
  const parts = items.map((one, index) => (index === items.length - 1 ? one : `${one} ·`));
  return marked(
    parts.flatMap((one) => (stringWidth(one) <= room ? [one] : wordsOf(one))),
    columns,
    mark,
  );
}

function marked(words: readonly string[], columns: number, mark: string): string {
  const lines = broken(words, roomIn(columns, mark));
  return lines.map((one, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + one).join('\n');
}

function roomIn(columns: number, mark: string): number {
  return Math.max(20, Math.min(columns, WIDEST) - mark.length);
}

/** What of a text stays on one line: words, and a bound with its amount. */
function wordsOf(text: string): readonly string[] {
  return text.split(/(?<![≥≤]) /);
}

/** Lines of so many columns. */
export function broken(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((one) => pieces(one, width))) {
    if (line !== '' && stringWidth(line) + 1 + stringWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A word as it is, or cut where it is wider than a line. */
function pieces(word: string, width: number): readonly string[] {
  if (stringWidth(word) <= width || /^\S{0,2}https?:\/\//.test(word)) return [word];
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (stringWidth(piece + sign) > width) {
      found.push(piece);
      piece = sign;
    } else piece += sign;
  }
  return [...found, piece];
}
