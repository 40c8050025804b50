import { boundsOfLine, lineAt, type FormMistake } from './yaml-mistakes.ts';

/** What is read on of: the library's document. */
interface Damaged {
  readonly errors: readonly FormMistake[];
  /** Things that YAML allows and that would be ignored: an unknown tag, a directive. */
  readonly warnings: readonly FormMistake[];
}

/** Nobody reads more, and a file of only brackets has as many mistakes of form as it has signs. */
export const MOST_TOLD = 100;

/** Whoever has left out more lines than this has no file in YAML. */
const MOST_ROUNDS = 20;
/** Characters that are composed again at most, so that a large file does not take long. */
const MOST_AGAIN = 2_000_000;

/**
 * Leaves out the lines whose form is wrong, one after the other, until the rest is YAML: what else is wrong is told at once too.
 * @returns the first document, its mistakes where no line is to blame for them, and null instead of it where it takes more.
 */
export function readOn<T extends Damaged>(
  text: string,
  first: T,
  composed: (rest: string) => T | null,
): { readonly document: T | null; readonly mistakes: readonly FormMistake[]; readonly isWhole: boolean } {
  const told = new Map<string, FormMistake>();
  const tell = (some: readonly FormMistake[]) => some.forEach((one) => told.set(`${one.code} ${one.pos[0]}`, one));
  const answer = (document: T | null) => {
    const mistakes = [...told.values()].toSorted((a, b) => a.pos[0] - b.pos[0]);
    return { document, mistakes, isWhole };
  };
  let [document, rest, isWhole] = [first, text, true];
  for (let round = 0; ; round += 1) {
    tell(document.warnings);
    const errors = document.errors.slice(0, MOST_TOLD + 1);
    const [recovered, error] = untilOpen(errors, rest);
    tell(recovered);
    if (error === undefined) return answer(document);
    const mended = mend(rest, error);
    const isWorthIt = document.errors.length <= MOST_TOLD && round < MOST_ROUNDS && round * text.length < MOST_AGAIN;
    const next = isWorthIt ? composed(mended) : null;
    const isTab = error.code === 'TAB_AS_INDENT';
    if (next === null || (next.errors.length >= document.errors.length && !isTab)) {
      tell(errors.map((one) => named(one, errors, rest)));
      return answer(null);
    }
    const { start, end } = boundsOfLine(text, error.pos[0]);
    const isTold = [...told.values()].some(({ pos: [offset] }) => offset >= start && offset <= end);
    if (isTab) tell(errors.filter(({ code }) => code === error.code));
    else if (!isTold) tell([error]);
    [document, rest, isWhole] = [next, mended, isWhole && isTab];
  }
}

/** The first mistake after which the library does not go on as it should, and those before it. */
function untilOpen(errors: readonly FormMistake[], text: string): readonly [readonly FormMistake[], FormMistake | undefined] {
  const recovered: FormMistake[] = [];
  for (const one of errors) {
    const known = named(one, errors, text);
    if (!isRecovered(known)) return [recovered, known];
    recovered.push(known);
  }
  return [recovered, undefined];
}

/** After these the library goes on as whoever wrote the file would. */
function isRecovered({ code }: FormMistake): boolean {
  return ['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'BAD_ALIAS', 'NO_COMMA', 'UNCLOSED_BRACKET'].includes(code);
}

/** The mistake that people make where the library tells what it met. */
function named(one: FormMistake, errors: readonly FormMistake[], text: string): FormMistake {
  const { pos, code, message } = one;
  const here = errors.filter((other) => other.pos[0] === pos[0]);
  const across = here.find((other) => other.code === 'MULTILINE_IMPLICIT_KEY');
  if (message.startsWith('Missing , between')) return { ...one, code: 'NO_COMMA' };
  if (/^Flow .* end with a/.test(message)) return { pos: openBracket(text, pos[0]), code: 'UNCLOSED_BRACKET', message };
  if (/^Missing closing .quote/.test(message)) return { pos: openQuote(text, message), code: 'UNCLOSED_QUOTE', message };
  const around = errors.find((other) => other.code === 'BLOCK_IN_FLOW' && other.pos[0] <= pos[0] && pos[0] < other.pos[1]);
  if (around !== undefined) return { ...around, code: 'NO_COMMA_THERE' };
  if (across === undefined) return one;
  if (here.some((other) => other.code === 'BLOCK_AS_IMPLICIT_KEY')) {
    const { start } = boundsOfLine(text, across.pos[1] - 1);
    return { pos: [start, across.pos[1]], code: 'TOO_DEEP', message };
  }
  if (code !== 'MULTILINE_IMPLICIT_KEY') return one;
  return { ...one, code: /^\s*[\w-]+:\S/.test(lineAt(text, pos[0])) ? 'NO_SPACE' : 'NO_VALUE' };
}

/** Everything after an open quote is in it: the last one that begins a value and is not closed on its line. */
function openQuote(text: string, message: string): readonly [number, number] {
  const quote = message.includes("'") ? "'" : '"';
  let [offset, found] = [0, text.length - 1];
  for (const line of text.split('\n')) {
    const begins = /[-:,[{]\s*$/.test(line.slice(0, Math.max(line.lastIndexOf(quote), 0)));
    if (begins && line.split(quote).length % 2 === 0) found = offset + line.lastIndexOf(quote);
    offset += line.length + 1;
  }
  return [found, found + 1];
}

/** The last bracket before an offset that none closes. */
function openBracket(text: string, before: number): readonly [number, number] {
  let closed = 0;
  for (let offset = before - 1; offset > 0; offset -= 1) {
    const sign = text[offset] ?? '';
    if ('[{'.includes(sign) && --closed < 0) return [offset, offset + 1];
    if (']}'.includes(sign)) closed += 1;
  }
  return [0, 1];
}

/** The text without the mistake, and every other sign where it was. */
function mend(text: string, { pos, code }: FormMistake): string {
  if (code === 'TAB_AS_INDENT') return text.replace(/^[\t ]+/gm, (indent) => ' '.repeat(indent.length));
  const { start, end } = boundsOfLine(text, Math.min(pos[0], text.length - 1));
  return `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
}
