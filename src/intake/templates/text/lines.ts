import type { Place } from '../value.ts';

/** Turns offsets in a text into places in a file. */
export type PlaceOf = (offset: number) => Place;

/**
 * @param begins where the text begins in the file: a text inside another file, such as a body in a heredoc, has its first line there.
 */
export function placesOf(text: string, file: string, begins: { readonly line: number; readonly indent: number } = START): PlaceOf {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: begins.line + low, column: begins.indent + offset - (starts[low] as number) + 1 };
  };
}

const START = { line: 1, indent: 0 };
