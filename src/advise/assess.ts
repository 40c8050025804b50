import type { Candidate } from '../candidates/candidate.ts';
import { inspectorOf } from '../decide/inspect.ts';
import type { Finding } from '../decide/rule.ts';
import { applying } from '../estimate/estimate.ts';
import type { Month } from '../journey/month.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { advised, type Advised } from './advised.ts';

/** Every candidate that applies, with what it has, and what it costs if that is asked; nothing is picked yet. */
export interface Assessed {
  readonly candidates: readonly Advised[];
  /** What the rule book says about any of these candidates, blockers first. */
  findings(candidates: readonly Candidate[]): readonly Finding[];
}

/** Estimates are worked out when they are asked for, and throw PriceError then. */
export function assess(month: Month, book: PriceBook): Assessed {
  const findings = inspectorOf(month);
  return { findings, candidates: applying(month).map((candidate) => advised(candidate, findings, month, book)) };
}
