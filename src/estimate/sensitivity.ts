import type { Candidate } from '../candidates/candidate.ts';
import { decimal, min, ONE, quotient, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { allowancesApply, flowOf, meter, poolOf, unitsFor, type EstimateOptions } from './month.ts';
import { listCostOf } from './price.ts';

/** What a tenth more of one input does to the cost of a candidate. */
export interface Sensitivity {
  readonly field: string;
  /** Change of the monthly list cost; negative where more means cheaper, as with a hit ratio. */
  readonly change: Decimal;
  /** Change ÷ cost. */
  readonly share: Decimal;
}

const TENTH_MORE = decimal('1.1');

/** Numbers of a workload that a cost follows from. A share stops at 100%. */
const INPUTS: readonly string[] = [
  'traffic.requests',
  'traffic.request',
  'traffic.response',
  'realtime.connections',
  'realtime.connectRate',
  'realtime.hoursPerDay',
  'realtime.sessionLength',
  'realtime.inbound.rate',
  'realtime.inbound.size',
  'realtime.outbound.rate',
  'realtime.outbound.size',
  'realtime.fanOut',
  'edge.hitRatio',
  'cache.hitRatio',
  'auth.lambdaAuthorizer.duration',
  'auth.lambdaAuthorizer.cacheHitRatio',
  'backend.lambda.memory',
  'backend.lambda.duration',
  'traffic.connections.requestsEach',
  'observability.accessLogs.bytes',
];

/**
 * How the cost of a candidate answers to each input that the workload states, the strongest first. Size classes are
 * left out: which of them would grow, nobody knows.
 */
export function sensitivities(
  candidate: Candidate,
  workload: Workload,
  book: PriceBook,
  options: EstimateOptions = {},
): readonly Sensitivity[] {
  const units = unitsFor(workload, book, options);
  const alwaysFree = allowancesApply(workload, options);
  const unchanged = flowOf(workload, units);
  const costOf = (changed: Workload) => {
    const alike = changed.traffic === workload.traffic && changed.realtime === workload.realtime;
    const pool = poolOf(meter(candidate, alike ? unchanged : flowOf(changed, units), changed, book, units), workload.region);
    return listCostOf(pool, book, { alwaysFree });
  };
  const cost = costOf(workload);
  if (cost.isZero()) return [];
  return INPUTS.flatMap((field): Sensitivity[] => {
    const changed = increased(workload, field.split('.'));
    if (changed === null) return [];
    const change = costOf(changed as unknown as Workload).minus(cost);
    return change.isZero() ? [] : [{ field, change, share: quotient(change.abs(), cost) }];
  }).toSorted((a, b) => b.share.cmp(a.share));
}

/** The workload with a tenth more at a path; null where it says nothing there. */
function increased(at: unknown, path: readonly string[]): object | null {
  const [key, ...rest] = path;
  if (typeof at !== 'object' || at === null || key === undefined) return null;
  const value = (at as Record<string, unknown>)[key];
  if (value === undefined) return null;
  const more = rest.length > 0 ? increased(value, rest) : tenthMore(value, key.endsWith('Ratio'));
  return more === null ? null : { ...at, [key]: more };
}

function tenthMore(value: unknown, isShare: boolean): unknown {
  const quantity = value as Decimal | { readonly amount: Decimal };
  if ('amount' in quantity) return { ...quantity, amount: quantity.amount.times(TENTH_MORE) };
  const more = quantity.times(TENTH_MORE);
  return isShare ? min(more, ONE) : more;
}
