import type { Candidate } from '../candidates/candidate.ts';
import { realtimeFlow, requestParcels, type Parcel, type Realtime } from '../hops/flow.ts';
import type { Usage } from '../hops/hop.ts';
import { route } from '../hops/route.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Place, PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import type { Units } from '../workload/units.ts';
import type { MeteredFact } from './disclose.ts';
import type { PoolEntry } from './price.ts';

export interface EstimateOptions {
  /** Overrides the month of the workload and the edition. */
  readonly hoursPerMonth?: Decimal;
  /** Overrides `alwaysFree` of the workload. */
  readonly alwaysFree?: boolean;
}

/** How long the month is and how many bytes a KB has: flag, then workload, then edition. */
export function unitsFor(workload: Workload, book: PriceBook, options: EstimateOptions): Units {
  return {
    hoursPerMonth: options.hoursPerMonth ?? workload.hoursPerMonth ?? book.edition.hoursPerMonth,
    bytesPerKB: book.edition.bytesPerKB,
  };
}

/** Whether allowances that never expire are subtracted: flag, then workload, then no. */
export function allowancesApply(workload: Workload, options: EstimateOptions): boolean {
  return options.alwaysFree ?? workload.alwaysFree ?? false;
}

/** A month of what clients send, before any hop. */
export interface Flow {
  readonly parcels: readonly Parcel[];
  readonly realtime: Realtime | null;
}

export function flowOf(workload: Workload, units: Units): Flow {
  return {
    parcels: workload.traffic ? requestParcels(workload.traffic, units) : [],
    realtime: workload.realtime ? realtimeFlow(workload.realtime, units) : null,
  };
}

/** Routes a month through the hops of a candidate, and lets each hop count. */
export function meter(candidate: Candidate, flow: Flow, workload: Workload, book: PriceBook, units: Units): readonly MeteredFact[] {
  const hops = candidate.hops(workload, book.homeGeography(workload.region));
  const journey =
    candidate.carries === 'requests' ? { parcels: route(flow.parcels, hops), realtime: null } : { parcels: [], realtime: flow.realtime };
  return hops.flatMap((hop, index) =>
    (hop.meter?.(journey, { index, units }) ?? []).map((fact) => ({ hop: hop.id, side: hop.side, fact })),
  );
}

/** The usage among what was metered, ready to be priced. */
export function poolOf(metered: readonly MeteredFact[], region: string): readonly PoolEntry[] {
  return metered.flatMap(({ hop, side, fact }): PoolEntry[] =>
    fact.type === 'usage' ? [{ hop, side, usage: fact, place: placeOf(fact, region) }] : [],
  );
}

export function placeOf(usage: Pick<Usage, 'geography' | 'region'>, region: string): Place {
  return usage.geography === undefined ? { region: usage.region ?? region } : { geography: usage.geography };
}
