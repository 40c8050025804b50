import * as v from 'valibot';
import { VALUE_ALIASES } from './aliases.ts';
import type { Schema } from './schema-at.ts';

/** Whether a field takes a text as it is. */
export function takes(schema: Schema, text: string): boolean {
  return v.safeParse(schema as unknown as v.GenericSchema, text).success;
}

/** The example that the schema gives of a field. */
export function exampleOf(schema: Schema): string {
  return schema.pipe?.find((one) => one.type === 'examples')?.examples?.[0] ?? wordsOf(schema)[0] ?? '';
}

/** The words that a field takes: one of a few, or yes and no. */
export function wordsOf(schema: Schema): readonly string[] {
  return (schema.options ?? []).flatMap((one) => (typeof one === 'string' ? [one] : wordsOf(one)));
}

/** The word of a field that a text is, or is another name of; null where none is. */
export function wordFor(schema: Schema, text: string): string | null {
  const words = wordsOf(schema);
  const said = signless(text);
  if (said === '') return text.trim() === '*' && words.includes('any') ? 'any' : null;
  const plural = said.replace(/s$/, '');
  const isNamed = (word: string) => {
    const names = (VALUE_ALIASES[word] ?? '').split(' ');
    return names.includes(said) || names.includes(plural);
  };
  return words.find((word) => signless(word) === said) ?? words.find(isNamed) ?? null;
}

const signless = (text: string) => text.toLowerCase().replaceAll(/[^a-z\d]+/g, '');

const YES = 'y yes true on 1 enabled enable required needed needs must always active ok sure t x allow allowed default'.split(' ');
const NO = 'n no false off 0 disabled disable none never not unneeded inactive f without deny forbidden'.split(' ');

/** Whether a text says yes, or no; null where it says something else. */
export function yesOrNo(text: string): 'yes' | 'no' | null {
  const [word = ''] = text
    .trim()
    .toLowerCase()
    .split(/[^a-z\d]+/, 1);
  const whole = text.trim().toLowerCase();
  if (YES.includes(whole) || (YES.includes(word) && /^(yes|no|true|false)$/.test(word))) return 'yes';
  return NO.includes(whole) || /^(no|false)$/.test(word) ? 'no' : null;
}

/** What says nothing yet: absent is not no, and unknown is not zero. */
export function saysNothing(text: string): boolean {
  return /^(?:\?+|-+|\.+|tbd|tba|todo|unknown|unsure|not sure|don'?t know|dunno|idk|n\/?a|null|nil|undefined|maybe|optional|preferred|nice to have|if possible|later|open|unspecified|auto|default|xxx?|)$/i.test(
    text.trim(),
  );
}
