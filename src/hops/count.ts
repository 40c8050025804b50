import { sum, type Decimal } from '../money/decimal.ts';
import type { Fate, Finished, Parcel } from './flow.ts';
import type { Metered } from './hop.ts';

export function requestsOf(parcels: readonly Parcel[]): Decimal {
  return sum(parcels.map((parcel) => parcel.requests));
}

export function ofFate(parcels: readonly Finished[], ...fates: readonly Fate[]): readonly Finished[] {
  return parcels.filter((parcel) => fates.includes(parcel.fate));
}

/** Bytes that parcels carry in one direction, or null as soon as a size was not stated. */
export function bytesOf(parcels: readonly Parcel[], side: 'requestBytes' | 'responseBytes'): Decimal | null {
  const sizes = parcels.map((parcel) => {
    const bytes = parcel[side];
    return bytes === null ? null : parcel.requests.times(bytes);
  });
  return sizes.includes(null) ? null : sum(sizes as Decimal[]);
}

/** A not-priced row for bytes whose size nobody stated. */
export function unstated(what: string, field: string): Metered {
  return { type: 'not-priced', what, because: `${field} is not stated`, field };
}
