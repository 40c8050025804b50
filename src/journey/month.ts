import type { Candidate } from '../candidates/candidate.ts';
import { realtimeFlow, requestParcels, type Parcel, type Realtime } from '../hops/flow.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { EditionId } from '../pricebook/sheet.ts';
import type { FreeTier, Workload } from '../workload/schema.ts';
import type { Units } from '../workload/units.ts';
import { journeyOf, type Journey } from './journey.ts';

export interface MonthOptions {
  /** Overrides the month of the workload and the edition. */
  readonly hoursPerMonth?: Decimal;
  /** Overrides `alwaysFree` of the workload. */
  readonly alwaysFree?: boolean;
  /** Overrides `freeTier` of the workload. */
  readonly freeTier?: FreeTier;
  /** Candidates by their ids that are compared beside those that always are. */
  readonly asked?: readonly string[];
}

/** What clients send in a month, before any hop. */
export interface Flow {
  readonly parcels: readonly Parcel[];
  readonly realtime: Realtime | null;
}

/**
 * One month of one workload, without a price. What it costs, what it uses of quotas and what throttles it follow from the
 * same journeys.
 */
export interface Month {
  readonly workload: Workload;
  readonly edition: EditionId;
  readonly units: Units;
  /** The CloudFront geography of the Region. */
  readonly home: ReturnType<PriceBook['homeGeography']>;
  /** Whether allowances that never expire are subtracted. */
  readonly alwaysFree: boolean;
  readonly freeTier: FreeTier;
  readonly asked: readonly string[];
  readonly flow: Flow;
  /** The way through a candidate, worked out once. */
  journey(candidate: Candidate): Journey;
}

/** A month as the flags, the workload and the edition state it, in this order. */
export function monthOf(workload: Workload, book: Pick<PriceBook, 'edition' | 'homeGeography'>, options: MonthOptions = {}): Month {
  const { id: edition, bytesPerKB, hoursPerMonth } = book.edition;
  const units = { hoursPerMonth: options.hoursPerMonth ?? workload.hoursPerMonth ?? hoursPerMonth, bytesPerKB };
  const alwaysFree = options.alwaysFree ?? workload.alwaysFree ?? false;
  const freeTier = options.freeTier ?? workload.freeTier ?? 'none';
  const home = book.homeGeography(workload.region);
  return withJourneys({ workload, edition, units, home, alwaysFree, freeTier, asked: options.asked ?? [], flow: flowOf(workload, units) });
}

/** The same month with another workload in the same Region: a what-if. */
export function monthInstead(month: Month, workload: Workload): Month {
  const alike = workload.traffic === month.workload.traffic && workload.realtime === month.workload.realtime;
  return withJourneys({ ...month, workload, flow: alike ? month.flow : flowOf(workload, month.units) });
}

function withJourneys(stated: Omit<Month, 'journey'>): Month {
  const journeys = new Map<Candidate, Journey>();
  const month: Month = {
    ...stated,
    journey(candidate) {
      const known = journeys.get(candidate) ?? journeyOf(candidate, month);
      journeys.set(candidate, known);
      return known;
    },
  };
  return month;
}

function flowOf(workload: Workload, units: Units): Flow {
  return {
    parcels: workload.traffic ? requestParcels(workload.traffic, units) : [],
    realtime: workload.realtime ? realtimeFlow(workload.realtime, units) : null,
  };
}
