import type { Unpriced } from '../estimate/disclose.ts';
import type { Part } from './item.ts';

/** What a workload needs that costs money and is in no total: what could not be metered, and what supplies a missing feature. */
export function leftOut(parts: readonly Part[], unmetered: readonly Unpriced[]): readonly Unpriced[] {
  if (parts.length === 0) return [{ what: 'the whole workload', because: 'no candidate carries it', candidates: [] }];
  const supplied = parts.flatMap(({ advised }) =>
    advised.unpriced.map((what) => ({
      what,
      because: `the ${advised.candidate.title} needs it for what it lacks, and the workload does not state it`,
      candidates: [advised.candidate.id],
    })),
  );
  return [...unmetered, ...supplied];
}
