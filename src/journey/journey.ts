import type { Candidate } from '../candidates/candidate.ts';
import type { Hop, Metered, Routed, Side } from '../hops/hop.ts';
import { route } from '../hops/route.ts';
import type { Month } from './month.ts';

/** One thing that a hop metered. */
export interface MeteredFact {
  readonly hop: string;
  readonly side: Side;
  readonly fact: Metered;
}

/** A candidate's hops, the parcels of a month that ended at each, and what each hop counted. */
export interface Journey extends Routed {
  readonly candidate: Candidate;
  readonly month: Month;
  readonly hops: readonly Hop[];
  /** Counted when it is first asked for: quotas and limits need none of it. */
  readonly metered: readonly MeteredFact[];
}

/** Routes a month through the hops of a candidate. Ask the month for it, which does so once. */
export function journeyOf(candidate: Candidate, month: Month): Journey {
  const { workload, home, flow, units } = month;
  const hops = candidate.hops(workload, home);
  const forRequests = candidate.carries === 'requests';
  const routed: Routed = { parcels: forRequests ? route(flow.parcels, hops) : [], realtime: forRequests ? null : flow.realtime };
  let metered: readonly MeteredFact[] | null = null;
  return {
    ...routed,
    candidate,
    month,
    hops,
    get metered() {
      metered ??= hops.flatMap((hop, index) =>
        (hop.meter?.(routed, { index, units }) ?? []).map((fact) => ({ hop: hop.id, side: hop.side, fact })),
      );
      return metered;
    },
  };
}
