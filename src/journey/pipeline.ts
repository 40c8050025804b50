import type { Fate } from '../hops/flow.ts';
import { quotient, sum, type Decimal } from '../money/decimal.ts';
import type { Journey } from './journey.ts';

/** A hop that requests pass, and the shares of all requests that end there, by fate. */
export interface Stage {
  readonly hop: string;
  readonly exits: readonly { readonly fate: Fate; readonly share: Decimal }[];
}

/** Which share of all requests leaves at every exit. The shares add up to 1. */
export function pipeline({ hops, parcels }: Journey): readonly Stage[] {
  const all = sum(parcels.map((one) => one.requests));
  if (all.isZero()) return [];
  return [...hops.map((hop) => hop.id), 'answer'].flatMap((hop, index) => {
    const ended = parcels.filter((one) => one.endedAt === index);
    const fates = [...new Set(ended.map((one) => one.fate))];
    const exits = fates.map((fate) => ({
      fate,
      share: quotient(sum(ended.filter((one) => one.fate === fate).map((one) => one.requests)), all),
    }));
    return exits.length === 0 ? [] : [{ hop, exits }];
  });
}
