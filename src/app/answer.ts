import type { Problem } from '../errors/errors.ts';

/** What every use case answers beside the answer itself. */
export interface Answer {
  /** Mistakes of the texts that are not in the answer. */
  readonly problems: readonly Problem[];
  /** Whether a condition that a pipeline set is not met. */
  readonly failed: boolean;
  /** Sentences that belong beside the answer: conditions that are not met, old prices. */
  readonly remarks: readonly string[];
}
