import { closest, distance } from 'fastest-levenshtein';

/** The word a person may have meant, or null when none is near enough to be meant. */
export function didYouMean(word: string, words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const nearest = closest(word, [...words]);
  return distance(word, nearest) <= Math.max(2, nearest.length / 3) ? nearest : null;
}
