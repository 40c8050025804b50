import type { Unpriced } from '../estimate/disclose.ts';
import type { Advised } from '../advise/advised.ts';

/** What a workload needs that costs money and is in no total: what could not be metered, and what supplies a missing feature. */
export function leftOut(subjects: readonly Advised[], unmetered: readonly Unpriced[]): readonly Unpriced[] {
  if (subjects.length === 0) return [{ what: 'the whole workload', because: 'no candidate can serve it', candidates: [] }];
  return unmetered;
}
