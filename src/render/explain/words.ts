import type { SupportData } from '../../documents/explain/schema.ts';

/** Words in a sentence: `a, b and c`. */
export function listing(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** One word for how a front door has a feature. */
export const SUPPORT_WORDS: Readonly<Record<SupportData['type'], string>> = {
  native: 'yes',
  via: 'with help',
  no: 'no',
  unknown: 'unknown',
};

const COSTS = { setting: '', code: '', billed: ', which is billed' };

/** Conditions, what supplies it, or why not; empty where there is nothing to add to the word. */
export function supportDetail(support: SupportData): string {
  switch (support.type) {
    case 'native':
      return [support.conditions ?? [], support.since === null ? [] : `since ${support.since}`].flat().join('; ');
    case 'via':
      return `by way of ${support.by}${COSTS[support.costs]}: ${support.caveat}`;
    case 'no':
    case 'unknown':
      return support.because;
  }
}

/** The word and the detail in one; what supplies a feature speaks for itself. */
export function supportText(support: SupportData): string {
  const detail = supportDetail(support);
  if (support.type === 'via') return detail;
  return detail === '' ? SUPPORT_WORDS[support.type] : `${SUPPORT_WORDS[support.type]} – ${detail}`;
}
