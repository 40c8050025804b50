import { CANDIDATE_IDS } from '../workload/composition.ts';
import { didYouMean } from '../errors/did-you-mean.ts';
import { UsageError } from '../errors/errors.ts';

/**
 * A candidate as an option names it.
 * @throws UsageError where there is none of that id.
 */
export function knownCandidate<T extends string | undefined>(id: T, option = '--candidate'): T {
  if (id === undefined || CANDIDATE_IDS.includes(id)) return id;
  throw new UsageError(
    `${option} is "${id}"`,
    `it is one of ${CANDIDATE_IDS.join(', ')}`,
    `${option} ${didYouMean(id, CANDIDATE_IDS) ?? 'http'}`,
  );
}
