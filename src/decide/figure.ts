import type { Journey } from '../journey/journey.ts';
import type { Decimal } from '../money/decimal.ts';

/** A figure of a workload that is compared with a quota. */
export interface Figure {
  readonly from: string;
  /** What becomes of requests past it, where they do not fail. */
  readonly past?: string | ((journey: Journey) => string | null);
  /** In the unit of the quota; null when the workload does not say. */
  used(journey: Journey): Decimal | null;
}
