import type { Candidate } from '../candidates/candidate.ts';
import type { Hop, Metered, Routed, Side } from '../hops/hop.ts';
import { route } from '../hops/route.ts';
import { FEATURES } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';
import { servedBehind } from '../workload/servers.ts';
import { directCalls } from './direct-calls.ts';
import { helped, type Help, type Helped } from './help.ts';
import type { Month } from './month.ts';
import { secondRegion } from './second-region.ts';

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
  /** The workload as this candidate serves it: by a function, or by servers. */
  readonly served: Workload;
  readonly hops: readonly Hop[];
  /** What it needs beside itself. */
  readonly help: readonly Help[];
  /** Counted when it is first asked for: quotas and limits need none of it. */
  readonly metered: readonly MeteredFact[];
}

/** Routes a month through the hops of a candidate. Ask the month for it, which does so once. */
export function journeyOf(candidate: Candidate, month: Month): Journey {
  const { workload, home, flow, units, edition } = month;
  const served = servedBehind(candidate.frontDoor, workload);
  const given = helped(candidate, served, edition);
  const hops = withHelp(candidate.hops(given.workload, home), given);
  const forRequests = candidate.carries === 'requests';
  const routed: Routed = { parcels: forRequests ? route(flow.parcels, hops) : [], realtime: forRequests ? null : flow.realtime };
  let metered: readonly MeteredFact[] | null = null;
  return {
    ...routed,
    candidate,
    month,
    served,
    hops,
    help: given.help,
    get metered() {
      metered ??= [
        ...hops.flatMap((hop, index) =>
          (hop.meter?.(routed, { index, units }) ?? []).map((fact) => ({ hop: hop.id, side: hop.side, fact })),
        ),
        ...disclosed(given, candidate, month),
        ...secondRegion(candidate, month),
      ];
      return metered;
    },
  };
}

function withHelp(hops: readonly Hop[], { hops: more }: Helped): readonly Hop[] {
  if (more.length === 0) return hops;
  const after = hops.findIndex(({ id }) => id === 'authorizer') + 1;
  return [...hops.slice(0, after), ...more, ...hops.slice(after)];
}

/** What is assumed of help, and what of it no total holds. */
function disclosed({ assumed, help }: Helped, { title }: Candidate, { workload, edition }: Month): readonly MeteredFact[] {
  const facts: readonly Metered[] = [
    ...assumed.map((id) => ({ type: 'assumed', id }) as const),
    ...help
      // The article counts no help into a total; what a candidate is nothing without is no help.
      .filter((one) => one.priced === 'no' && (edition === 'aws' || one.features.length === 0))
      .map(({ supplier, features }) => ({
        type: 'not-priced' as const,
        what: supplier,
        because:
          features.length === 0
            ? 'you run them behind the load balancer; backend.monthly or backend.fargate states what they cost'
            : `${title} needs it for ${features.map((one) => FEATURES[one].name).join(', ')}, and no part of it is stated`,
        field: null,
        ofTotal: true as const,
      })),
    ...directCalls(workload),
  ];
  return facts.map((fact) => ({ hop: 'help', side: 'front-door', fact }));
}
