import type { Candidate } from '../../candidates/candidate.ts';
import { exampleWorkload } from '../../decide/example.ts';
import type { Page } from '../../documents/explain/schema.ts';
import { HOPS, type HopId } from '../../documents/terms/hops.ts';
import { monthOf } from '../../journey/month.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { SKUS, type Sku } from '../../pricebook/skus.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';

/** What makes every part of a candidate show itself. */
const EXAMPLE = {
  waf: { webAcls: '1', rules: '1' },
  cache: { size: '0.5 GB', hitRatio: '50%' },
};

/** What one builds, what a request meets of it, and what bills that. */
export function candidatePage(candidate: Candidate, book: PriceBook): Extract<Page, { kind: 'candidate' }> {
  const { id, title, carries, frontDoor } = candidate;
  const { hops, metered } = monthOf(exampleOf(candidate), book).journey(candidate);
  const skus = metered.flatMap(({ fact, side }) => (fact.type === 'usage' && side === 'front-door' ? [fact.sku] : []));
  const met = [...new Set(hops.map((one) => one.id as HopId))];
  return {
    kind: 'candidate',
    id,
    title,
    carries,
    hops: met.map((hop) => ({ id: hop, title: HOPS[hop].title })),
    skus: [...new Set<Sku>(skus)].map((sku) => ({ id: sku, title: SKUS[sku].title })),
    without: FRONT_DOORS[frontDoor].without,
    sources: [...new Set(met.map((hop) => HOPS[hop].source))],
  };
}

function exampleOf({ id, carries }: Candidate) {
  return exampleWorkload(
    carries === 'requests'
      ? { ...EXAMPLE, traffic: { requests: '1M/month', request: '1 KB', response: '5 KB' } }
      : { realtime: { connections: '1K', outbound: { rate: '1/min', size: '1 KB' } } },
    id,
  );
}

/** One thing on the way of a request. */
export function hopPage(id: HopId): Extract<Page, { kind: 'hop' }> {
  const { title, does, source } = HOPS[id];
  return { kind: 'hop', id, title, does, sources: [source] };
}
