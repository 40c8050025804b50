import type { Candidate } from '../../candidates/candidate.ts';
import type { Decision } from '../../decide/walk.ts';
import type { Month } from '../../journey/month.ts';
import type { Decimal } from '../../money/decimal.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { Workload } from '../../workload/schema.ts';
import type { Advised } from '../advised.ts';

/** How much work it is, the least first: a setting, a change of code, or another API under the same domain. */
export const EFFORTS = ['setting', 'code', 'migration'] as const;
export type Effort = (typeof EFFORTS)[number];

/** What an opportunity is judged by: a workload, what it is built as (or would be), and what else it could be. */
export interface Situation {
  readonly month: Month;
  readonly workload: Workload;
  /** What is in use today, or else the pick. */
  readonly today: Advised;
  readonly candidates: readonly Advised[];
  readonly decision: Decision;
  readonly book: PriceBook;
}

/** What a workload is after a saving, so that several can be combined. */
export interface Becomes {
  /** What it is built as then; null where that stays. Two moves of one part of a workload are alternatives. */
  readonly candidate: Candidate | null;
  /** What it then states. */
  readonly state: (workload: Workload) => Workload;
}

/** Two estimates of one month, and what the difference asks for. */
export interface Proof {
  /** One sentence without its full stop, in this workload's own numbers. */
  readonly because: string;
  readonly today: Decimal;
  readonly instead: Decimal;
  /** What would be there instead. */
  readonly change: string;
  readonly becomes: Becomes;
  /** What must be settled first; empty where nothing blocks it. */
  readonly blockers: readonly string[];
}

/** A judgement that weighs money: what one would do about a bill, proved by two estimates. */
export interface Saving {
  /** Subject first, in kebab case; never renamed, never reused. */
  readonly id: string;
  /** What one would do or have, in a few words. */
  readonly name: string;
  readonly title: string;
  readonly effort: Effort;
  /** What may go wrong. */
  readonly risk: string;
  readonly sources: readonly string[];
  /** Null where there is nothing to save, or a price is not known. */
  weigh(situation: Situation): Proof | null;
}

/** For inference only: a saving is a plain value. */
export function defineSaving(saving: Saving): Saving {
  return saving;
}
