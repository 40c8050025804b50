import { assess } from '../../advise/assess.ts';
import type { Want } from '../../estimate/want.ts';
import { monthOf } from '../../journey/month.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { SKUS, type Service, type Sku } from '../../pricebook/skus.ts';
import type { Placed } from '../read-workloads.ts';

/** A sku that workloads use and that has no price where they are. */
export interface Lacking {
  readonly sku: Sku;
  readonly region: string;
  readonly want: Want;
  readonly reason: string;
  /** The candidates whose totals are lower bounds because of it. */
  readonly candidates: readonly string[];
  readonly files: readonly string[];
}

/** What workloads use, whatever is built of them. */
export interface Used {
  readonly regions: readonly string[];
  readonly services: ReadonlySet<Service>;
  readonly lacking: readonly Lacking[];
}

/** @throws PriceError where a sheet is damaged. */
export function usedBy(placed: readonly Placed[], book: PriceBook): Used {
  const services = new Set<Service>();
  const lacking = new Map<string, Omit<Lacking, 'candidates' | 'files'> & { candidates: Set<string>; files: Set<string> }>();
  for (const { file, workload } of placed)
    for (const { candidate, estimate } of assess(monthOf(workload, book), book).candidates) {
      for (const { sku } of estimate.lineItems) services.add(SKUS[sku].service);
      for (const { sku, want, reason } of estimate.missing) {
        if (want === 'not-stated') continue;
        const { region } = workload;
        const one = lacking.get(`${sku} ${region}`) ?? { sku, region, want, reason, candidates: new Set(), files: new Set() };
        lacking.set(`${sku} ${region}`, one);
        one.candidates.add(candidate.id);
        one.files.add(file);
      }
    }
  return {
    regions: [...new Set(placed.map(({ workload }) => workload.region))].toSorted(),
    services,
    lacking: [...lacking.values()].map((one) => ({ ...one, candidates: [...one.candidates], files: [...one.files] })),
  };
}
