import type { Usage } from '../hops/hop.ts';
import type { MeteredFact } from '../journey/journey.ts';
import type { Place } from '../pricebook/price-book.ts';
import type { PoolEntry } from './price.ts';

/** The usage among what was metered, ready to be priced. */
export function poolOf(metered: readonly MeteredFact[], region: string): readonly PoolEntry[] {
  return metered.flatMap(({ hop, side, fact }): PoolEntry[] =>
    fact.type === 'usage' ? [{ hop, side, usage: fact, place: placeOf(fact, region) }] : [],
  );
}

export function placeOf(usage: Pick<Usage, 'geography' | 'region'>, region: string): Place {
  return usage.geography === undefined ? { region: usage.region ?? region } : { geography: usage.geography };
}
