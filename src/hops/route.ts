import { ONE } from '../money/decimal.ts';
import type { Finished, Parcel } from './flow.ts';
import type { Hop } from './hop.ts';

/** Decides the fate of every request: walks the hops in order and splits off what ends at each. No request is lost. */
export function route(parcels: readonly Parcel[], hops: readonly Hop[]): readonly Finished[] {
  const finished: Finished[] = [];
  let underway = parcels;
  hops.forEach((hop, index) => {
    const next: Parcel[] = [];
    for (const parcel of underway) {
      const exit = hop.exit?.(parcel) ?? null;
      if (exit === null || exit.share.isZero()) {
        next.push(parcel);
        continue;
      }
      if (exit.share === ONE) {
        finished.push({ ...parcel, fate: exit.fate, endedAt: index });
        continue;
      }
      const leaving = parcel.requests.times(exit.share);
      finished.push({ ...parcel, requests: leaving, fate: exit.fate, endedAt: index });
      if (exit.share.lt(ONE)) next.push({ ...parcel, requests: parcel.requests.minus(leaving) });
    }
    underway = next;
  });
  for (const parcel of underway) finished.push({ ...parcel, fate: 'answered', endedAt: hops.length });
  return finished;
}
