import { closest, distance } from 'fastest-levenshtein';

/**
 * The word a person may have meant, or null when none is near enough to be meant: a slip of the keys, else the first
 * of which theirs is a part, as `jwt` is of `auth-jwt`, else one that is spelled much alike.
 */
export function didYouMean(word: string, words: readonly string[]): string | null {
  if (words.length === 0 || word === '') return null;
  const nearest = closest(word, [...words]);
  const apart = distance(word, nearest);
  if (apart <= 2) return nearest;
  const within = words.find((one) => parted(one).startsWith(parted(word))) ?? words.find((one) => parted(one).includes(parted(word)));
  return within ?? (apart <= nearest.length / 3 ? nearest : null);
}

const parted = (word: string) => `-${word.toLowerCase().replaceAll(/[^a-z\d]+/g, '-')}-`;
