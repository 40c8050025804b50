import { CANDIDATES } from '../candidates/index.ts';
import { inspect } from '../decide/inspect.ts';
import type { Finding } from '../decide/rule.ts';
import { estimateMonth, type WorkloadEstimate } from '../estimate/estimate.ts';
import type { Month } from '../journey/month.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { advised, type Advised } from './advised.ts';

/** Every candidate that applies, with what it costs and what it has; nothing is picked yet. */
export interface Weighed {
  readonly estimated: WorkloadEstimate;
  readonly findings: readonly Finding[];
  readonly candidates: readonly Advised[];
}

/** @throws PriceError as `estimate` does. */
export function weigh(month: Month, book: PriceBook): Weighed {
  const estimated = estimateMonth(month, book);
  const compared = CANDIDATES.filter(({ id }) => estimated.candidates.some((one) => one.id === id));
  const findings = inspect(month, compared);
  const candidates = estimated.candidates.flatMap((one): Advised[] => {
    const candidate = compared.find(({ id }) => id === one.id);
    return candidate ? [advised(candidate, one, findings, month)] : [];
  });
  return { estimated, findings, candidates };
}
