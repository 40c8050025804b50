import type { RegionMistake } from './correction.ts';
import { saysNothing, wordsOf, yesOrNo } from './field-words.ts';
import { rightForm } from './right-form.ts';
import { fieldAt, type Path } from './schema-at.ts';
import { kindOf } from './stated-with.ts';

/** How well a value goes with a field, from 0, not at all, to 3. */
export function fit(value: unknown, path: Path, unit: string, regionMistake: RegionMistake): number {
  const schema = fieldAt(path);
  if (schema === null) return 0;
  const isSection = ['strict_object', 'record', 'array'].includes(schema.type);
  if (value === null) return 1;
  if (typeof value === 'object') {
    // Words in a list are no section, unless it is one that words describe.
    const isWords = Array.isArray(value) && value.every((one) => typeof one !== 'object');
    if (isSection) return isWords && schema.type === 'strict_object' && path.length > 1 ? 0 : 3;
    const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : null;
    if (only !== null && typeof only !== 'object') return fit(only, path, unit, regionMistake);
    return path[0] === 'tags' || wordsOf(schema).includes('yes') ? 0 : 1;
  }
  const text = String(value);
  const answer = yesOrNo(text);
  if (isSection) return answer === null ? 1 : 2;
  if (wordsOf(schema).includes('yes')) return answer === null ? (saysNothing(text) ? 1 : 0) : 3;
  if (path.length === 1 && path[0] === 'region') return regionMistake(text) === null || /[a-z]/i.test(text) ? 3 : 0;
  if (schema.type === 'string') return answer === null || /[02-9]/.test(text) ? 2 : 0;
  if (kindOf(schema) !== undefined && answer !== null && !/\d/.test(text)) return 0;
  return rightForm(schema, path, text, unit) === null ? (saysNothing(text) ? 1 : 0) : 3;
}
