import type { Candidate } from '../candidates/candidate.ts';
import { poolOf } from '../estimate/pool.ts';
import { poolCost } from '../estimate/price.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import { decimal, min, ONE, quotient, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { vary } from './vary.ts';

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
export function sensitivities(candidate: Candidate, month: Month, book: PriceBook): readonly Sensitivity[] {
  const costIn = (one: Month) => poolCost(poolOf(one.journey(candidate).metered, one.workload.region), book, month);
  const cost = costIn(month);
  if (cost.isZero()) return [];
  return INPUTS.flatMap((field): Sensitivity[] => {
    const changed = vary(month.workload, field, (value) => tenthMore(value, field.endsWith('Ratio')));
    if (changed === null) return [];
    const change = costIn(monthInstead(month, changed)).minus(cost);
    return change.isZero() ? [] : [{ field, change, share: quotient(change.abs(), cost) }];
  }).toSorted((a, b) => b.share.cmp(a.share));
}

function tenthMore(value: unknown, isShare: boolean): unknown {
  const quantity = value as Decimal | { readonly amount: Decimal };
  if ('amount' in quantity) return { ...quantity, amount: quantity.amount.times(TENTH_MORE) };
  const more = quantity.times(TENTH_MORE);
  return isShare ? min(more, ONE) : more;
}
