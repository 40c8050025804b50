import type { Candidate } from '../candidates/candidate.ts';
import { sum, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { allowancesApply, flowOf, meter, poolOf, unitsFor, type EstimateOptions } from './month.ts';
import { price } from './price.ts';

/**
 * The monthly list cost of one candidate and nothing else of an estimate, for comparing what-ifs. Null where some price is
 * not published or some size is not stated that it needs.
 */
export function costOf(candidate: Candidate, workload: Workload, book: PriceBook, options: EstimateOptions = {}): Decimal | null {
  const units = unitsFor(workload, book, options);
  const metered = meter(candidate, flowOf(workload, units), workload, book, units);
  if (metered.some(({ fact }) => fact.type === 'incomplete')) return null;
  const priced = price(poolOf(metered, workload.region), book, { alwaysFree: allowancesApply(workload, options) });
  if (priced.some(({ missing }) => missing.length > 0)) return null;
  return sum(priced.flatMap(({ lineItems }) => lineItems.flatMap((item) => item.listCost ?? [])));
}
