import { disclosed, type WorkloadEstimate } from '../estimate/estimate.ts';
import type { Month } from '../journey/month.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { once } from './once.ts';
import type { Picked, Picking } from './pick.ts';
import { subjectOf, type SubjectPart } from './subject.ts';

/** A workload with its pick, what all candidates cost, and what is spoken of: all that a price needs to say of it. */
export interface Costed extends Omit<Picking, 'findings' | 'picked'> {
  readonly picks: readonly Picked[];
  /** What the workload says it is built as today, by its id, where that is compared. */
  readonly inUse: string | null;
  /** What is asked for or in use, or else the picks. */
  readonly subject: readonly SubjectPart[];
  readonly estimate: WorkloadEstimate;
}

/** @param asked a candidate by its id, to speak of instead of what is in use or picked. */
export function costedOf(
  { policy, decision, candidates, picked, outcome }: Picking,
  month: Month,
  book: PriceBook,
  asked?: string,
): Costed {
  const subject = subjectOf(picked, asked);
  const estimate = once(() =>
    disclosed(
      month,
      book,
      candidates.map((one) => one.estimate),
      subject.map(({ advised }) => advised.candidate.id),
    ),
  );
  return {
    policy,
    decision,
    candidates,
    outcome,
    picks: picked,
    inUse: picked.find((one) => one.inUse !== null)?.inUse?.candidate.id ?? null,
    subject,
    get estimate() {
      return estimate();
    },
  };
}
