import { UsageError } from '../../errors/errors.ts';

/** The words that `--fail-on` names. */
export function failuresOf<const T extends string>(text: string | undefined, known: readonly T[]): readonly T[] {
  const named = text === undefined ? [] : text.split(',').map((word) => word.trim());
  const unknown = named.find((word) => !known.includes(word as T));
  if (unknown === undefined) return named as T[];
  throw new UsageError(`--fail-on names "${unknown}"`, `it is a list of ${known.join(', ')}`, `--fail-on ${known.slice(0, 2).join(',')}`);
}
