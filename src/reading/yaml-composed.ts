import { Composer, Lexer, Parser, type CST, type Document, type LineCounter } from 'yaml';
import { EXCESS, type Bounds, type Excess } from './bounds.ts';
import { MISTAKES } from './yaml-mistakes.ts';
import { MOST_TOLD } from './yaml-read-on.ts';

/** Told of something that is more than a file may have, or that it may not have. */
export type Reject = (offset: number, excess: Excess) => void;

/**
 * The document, composed sign by sign while it keeps to the bounds: the library works on what is nested by calling itself,
 * and nothing that it would do for long is begun.
 */
export function composed(
  text: string,
  {
    lines,
    bounds,
    reject,
    scalars,
  }: { readonly lines: LineCounter; readonly bounds: Bounds; readonly reject: Reject; readonly scalars: 'text' | 'typed' },
): Document.Parsed | null {
  let excessive = false;
  const stop = (offset: number, excess: Excess) => {
    excessive = true;
    reject(offset, excess);
  };
  function* tokens(): Iterable<CST.Token> {
    const parser = new Parser(lines.addNewLine);
    lines.addNewLine(0);
    let [signs, aliases, mistakes, isScalarNext] = [0, 0, 0, false];
    for (const sign of new Lexer().lex(text)) {
      const [first = ''] = sign;
      if (isScalarNext || !UNCOUNTED.includes(first)) {
        signs += 1;
        if ('*&!'.includes(first) && !isScalarNext) aliases += 1;
        if (sign.length > bounds.scalar) return stop(parser.offset, EXCESS.scalar(bounds.scalar, sign.length));
        if (signs > bounds.entries * SIGNS_A_VALUE) return stop(parser.offset, EXCESS.signs(bounds.entries));
        if (aliases > bounds.aliases) return stop(parser.offset, EXCESS.aliases(bounds.aliases));
      }
      isScalarNext = sign === SCALAR_FOLLOWS;
      const offset = parser.offset;
      for (const token of parser.next(sign)) {
        yield token;
        if (token.type === 'error') mistakes += 1;
      }
      if (mistakes > MOST_TOLD) break;
      // Beside the document itself and a scalar at the end.
      if (parser.stack.length > bounds.depth + 2) return stop(offset, EXCESS.depth(bounds.depth));
    }
    yield* parser.end();
  }
  const schema = scalars === 'text' ? 'failsafe' : 'core';
  const composer = new Composer({ schema, prettyErrors: false, uniqueKeys: false, logLevel: 'error', resolveKnownTags: false });
  let found: Document.Parsed | null = null;
  for (const document of composer.compose(tokens(), true, text.length)) {
    if (excessive) return null;
    if (found === null) found = document as Document.Parsed;
    else {
      reject(document.range[0], MISTAKES.secondDocument);
      break;
    }
  }
  return excessive ? null : found;
}

/** A key, its colon, its value and a comma, and an anchor and a tag of it. */
const SIGNS_A_VALUE = 6;
/** What the lexer puts before a scalar: https://eemeli.org/yaml/#lexer */
const SCALAR_FOLLOWS = '\u001f';
/** How signs begin that are no value and no part of one: spaces, ends of lines, comments and marks of the lexer. */
const UNCOUNTED = ` \t\r\n#\u0002\u0018${SCALAR_FOLLOWS}\ufeff`;
