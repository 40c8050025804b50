import { describe } from '../../workload/describe.ts';
import { KEYS } from './ask.ts';
import type { Field } from './fields.ts';
import type { Answer, Answers } from './state.ts';

/** The word for "none of it on purpose". */
export const NONE = 'none';

/** Between two values: a comma, but not one inside a number, such as 1,024. */
const BETWEEN = /\s*;\s*|\s*(?:(?<!\d),|,(?!\d))\s*/;

/** What a typed text says of these fields, each compared with its schema; or why it says nothing. */
export function valuesOf(field: Field, paths: readonly (readonly string[])[], text: string, isExample: boolean): Answers | string {
  const typed = text.trim();
  if (typed === NONE && field.none !== undefined) return each(paths, () => ({ type: 'none' }));
  if (typed === KEYS.unknown) return each(paths, () => ({ type: 'unknown' }));
  const parts = paths.length === 1 ? [typed] : typed.split(BETWEEN);
  if (parts.length !== paths.length) {
    const names = paths.map((path) => path.at(-1)).join(' and ');
    return `it takes ${paths.length} values with a comma between them, ${names}, and ${KEYS.unknown} for one that you do not know; write ${paths.map((path) => describe(path).example).join(', ')}`;
  }
  const refusals = paths.flatMap((path, index) => (parts[index] === KEYS.unknown ? [] : (refusal(path, parts[index] ?? '') ?? [])));
  if (refusals.length > 0) return refusals.join('; ');
  return each(paths, (index) => {
    const part = parts[index] ?? '';
    return part === KEYS.unknown ? { type: 'unknown' } : { type: 'value', text: part, isExample };
  });
}

function refusal(path: readonly string[], text: string): string | null {
  const refused = describe(path).refuse(text);
  return refused === null ? null : `${refused.because}${refused.write === null ? '' : `; write ${refused.write}`}`;
}

function each(paths: readonly (readonly string[])[], answer: (index: number) => Answer): Answers {
  return Object.fromEntries(paths.map((path, index) => [path.join('.'), answer(index)]));
}
