import { didYouMean } from '../errors/did-you-mean.ts';
import { takes, wordFor, wordsOf, yesOrNo } from './field-words.ts';
import { quantityForms } from './quantity-forms.ts';
import type { Path, Schema } from './schema-at.ts';
import { kindOf } from './stated-with.ts';
import { EXACT_SIZES, SIZE_NAMES } from './unit-words.ts';

/**
 * What a person meant by a text, in the form that the field takes; null where nobody can tell.
 * @param unit what the key says of it, such as `ms` in `durationMs`.
 */
export function rightForm(schema: Schema, path: Path, text: string, unit = ''): string | null {
  const kind = kindOf(schema);
  const forms = kind === undefined ? wordForms(schema, text) : quantityForms(schema, path, text.slice(0, 200), unit);
  for (const form of forms) if (takes(schema, form)) return form;
  return null;
}

/** A value in the words of the house: `2kb` as `2 KB`, a bare `256` of memory as `256 MB`, `true` as `yes`. */
export function tidy(schema: Schema, text: string): string {
  const kind = kindOf(schema);
  if (kind === undefined) return wordsOf(schema).includes('yes') ? (yesOrNo(text) ?? text) : text;
  const [, number = '', unit = ''] = /^\s*([\d.,_]+)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  if (number === '' || EXACT_SIZES.has(unit)) return text;
  if (kind === 'memory' || kind === 'size') {
    const known = SIZE_NAMES.get(unit.toLowerCase() || (kind === 'memory' ? 'mb' : 'b'));
    const form = `${number} ${known ?? unit}`;
    return takes(schema, form) ? form : text;
  }
  return text;
}

function* wordForms(schema: Schema, text: string): Iterable<string> {
  const words = wordsOf(schema);
  if (words.length === 0) {
    // Text of any kind.
    yield text.trim().slice(0, 200);
    return;
  }
  if (words.includes('yes')) {
    const answer = yesOrNo(text);
    if (answer !== null) yield answer;
    return;
  }
  const word = wordFor(schema, text);
  if (word !== null) yield word;
  const nearest = didYouMean(text.trim().toLowerCase(), words);
  if (nearest !== null) yield nearest;
}
