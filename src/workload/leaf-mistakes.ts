import * as v from 'valibot';
import { FEATURES, type FeatureId } from './features.ts';
import { exampleOf, wordsOf } from './field-words.ts';
import { rightForm } from './right-form.ts';
import type { Path, Schema } from './schema-at.ts';

/** Why a field does not take a text, and what is meant by it in the right form, or else an example. */
export function leafMistake(schema: Schema, path: Path, text: string): { readonly because: string; readonly right: string } {
  return { because: whyNot(schema, text), right: rightForm(schema, path, text) ?? exampleOf(schema) };
}

function whyNot(schema: Schema, text: string): string {
  const words = wordsOf(schema);
  if (words.includes('yes')) return 'it is yes or no';
  if (words.length > 0) return `it is one of ${words.join(', ')}`;
  const [issue] = v.safeParse(schema as unknown as v.GenericSchema, text).issues ?? [];
  if (issue?.type === 'raw_transform') return issue.expected ?? '';
  return issue?.type === 'max_length' ? 'it is longer than 200 characters' : 'text is expected here';
}

/** A word that can only mean one thing, as the field has it: `ARM64`, `Yes`; null where it is none. */
export function silentForm(schema: Schema, text: string): string | null {
  const said = text.trim().toLowerCase();
  return wordsOf(schema).find((word) => word.toLowerCase() === said) ?? null;
}

/** `JWT authorizer: tokens of any OpenID Connect issuer are verified without code of your own`. */
export function featureInWords(id: string): string {
  const { name, description } = FEATURES[id as FeatureId];
  return `${id} is ${name}: ${description.replace(/\.$/, '').replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())}`;
}
