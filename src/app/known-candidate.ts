import { CANDIDATES } from '../candidates/index.ts';
import { didYouMean } from '../errors/did-you-mean.ts';
import { UsageError } from '../errors/errors.ts';

/**
 * A candidate as an option names it.
 * @throws UsageError where there is none of that id.
 */
export function knownCandidate<T extends string | undefined>(id: T, option = '--candidate'): T {
  const ids = CANDIDATES.map((one) => one.id);
  if (id === undefined || ids.includes(id)) return id;
  throw new UsageError(`${option} is "${id}"`, `it is one of ${ids.join(', ')}`, `${option} ${didYouMean(id, ids) ?? 'http'}`);
}
