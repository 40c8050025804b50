import type { Candidate } from '../candidates/candidate.ts';
import { requestParcels, type Fate } from '../hops/flow.ts';
import { route } from '../hops/route.ts';
import { quotient, sum, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { unitsFor } from './month.ts';

/** A hop that requests pass, and the shares of all requests that end there, by fate. */
export interface Stage {
  readonly hop: string;
  readonly exits: readonly { readonly fate: Fate; readonly share: Decimal }[];
}

/** The way of the requests through one candidate: which share of all leaves at every exit. The shares add up to 1. */
export function pipeline(candidate: Candidate, workload: Workload, book: PriceBook): readonly Stage[] {
  if (!workload.traffic) return [];
  const hops = candidate.hops(workload, book.homeGeography(workload.region));
  const finished = route(requestParcels(workload.traffic, unitsFor(workload, book, {})), hops);
  const all = sum(finished.map((one) => one.requests));
  if (all.isZero()) return [];
  return [...hops.map((hop) => hop.id), 'answer'].flatMap((hop, index) => {
    const ended = finished.filter((one) => one.endedAt === index);
    const fates = [...new Set(ended.map((one) => one.fate))];
    const exits = fates.map((fate) => ({
      fate,
      share: quotient(sum(ended.filter((one) => one.fate === fate).map((one) => one.requests)), all),
    }));
    return exits.length === 0 ? [] : [{ hop, exits }];
  });
}
