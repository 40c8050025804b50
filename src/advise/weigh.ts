import { CANDIDATES } from '../candidates/index.ts';
import { inspect } from '../decide/inspect.ts';
import type { Finding } from '../decide/rule.ts';
import { estimate, type WorkloadEstimate } from '../estimate/estimate.ts';
import type { EstimateOptions } from '../estimate/month.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { advised, type Advised } from './advised.ts';

/** Every candidate that applies, with what it costs and what it has; nothing is picked yet. */
export interface Weighed {
  readonly estimated: WorkloadEstimate;
  readonly findings: readonly Finding[];
  readonly candidates: readonly Advised[];
}

/** @throws PriceError as `estimate` does. */
export function weigh(workload: Workload, book: PriceBook, options: EstimateOptions): Weighed {
  const estimated = estimate(workload, book, options);
  const compared = CANDIDATES.filter(({ id }) => estimated.candidates.some((one) => one.id === id));
  const findings = inspect(workload, compared, book.edition);
  const candidates = estimated.candidates.flatMap((one): Advised[] => {
    const candidate = compared.find(({ id }) => id === one.id);
    return candidate ? [advised(candidate, one, findings, workload, book, options)] : [];
  });
  return { estimated, findings, candidates };
}
