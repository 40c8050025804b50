import type { Candidate } from '../candidates/candidate.ts';
import type { Metered, Usage } from '../hops/hop.ts';
import { requirementsOf } from '../workload/requirements.ts';
import { ZERO } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import type { MeteredFact } from './journey.ts';
import { monthInstead, type Month } from './month.ts';

/** What there is once for all Regions: a distribution, its web ACL and its plan. */
const GLOBAL = ['cloudfront/'];

/**
 * Where clients should fail over, everything stands in a second Region too. What is billed there however little there is to
 * do, at the rates of this Region; what it does while it serves, it does in place of this one.
 */
export function secondRegion(candidate: Candidate, month: Month): readonly MeteredFact[] {
  const { workload, edition } = month;
  if (edition !== 'aws' || !requirementsOf(workload).has('multi-region-failover')) return [];
  const distributed = candidate.composition.distribution !== null;
  const idle = monthInstead(month, idling(workload))
    .journey(candidate)
    .metered.flatMap(({ side, fact }): MeteredFact[] => {
      if (fact.type !== 'usage' || fact.pricingQuantity.isZero() || isGlobal(fact, distributed)) return [];
      const note = [fact.note, 'idle in a second Region'].filter(Boolean).join(', ');
      return [{ hop: 'second-region', side, fact: { ...fact, note, allowance: 'none' } }];
    });
  const told: readonly Metered[] = [
    { type: 'assumed', id: 'second-region-idle' },
    {
      type: 'not-priced',
      what: 'what else a second Region takes',
      because: 'copies of the data, health checks and records of DNS, and tests of the failover are not in the workload',
      field: null,
    },
  ];
  return [...idle, ...told.map((fact) => ({ hop: 'second-region', side: 'front-door' as const, fact }))];
}

function isGlobal({ sku }: Usage, distributed: boolean): boolean {
  return GLOBAL.some((beginning) => sku.startsWith(beginning)) || (distributed && sku.startsWith('waf/'));
}

/** The same API without a request, and without the need for yet another Region. */
function idling(workload: Workload): Workload {
  const { traffic, realtime, needs, ...rest } = workload;
  return {
    ...rest,
    needs: { ...needs, 'multi-region-failover': false },
    ...(traffic ? { traffic: { ...traffic, requests: { amount: ZERO, per: 'month' as const } } } : {}),
    ...(realtime ? { realtime: { ...realtime, hoursPerDay: ZERO } } : {}),
  };
}
