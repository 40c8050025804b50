import type { Candidate } from '../candidates/candidate.ts';
import { poolOf } from '../estimate/pool.ts';
import { poolCost } from '../estimate/price.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import { decimal, min, ONE, quotient, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { kindOf, statedWith } from '../workload/stated-with.ts';
import type { Step } from '../workload/traits.ts';
import { possible } from './possible.ts';
import { vary } from './vary.ts';

/** What more of one input does to the cost of a candidate. */
export interface Sensitivity {
  readonly field: string;
  /** How much more: a tenth, or one of what is counted. */
  readonly step: Step;
  /** Change of the monthly list cost; negative where more means cheaper, as with a hit ratio. */
  readonly change: Decimal;
  /** Change ÷ cost. */
  readonly share: Decimal;
}

const TENTH_MORE = decimal('1.1');
const TWO = decimal('2');

/**
 * How the cost of a candidate answers to each input that the workload states, and to the counts that are assumed of it, the
 * strongest first. Size classes are left out: which of them would grow, nobody knows.
 */
export function sensitivities(candidate: Candidate, month: Month, book: PriceBook): readonly Sensitivity[] {
  const costIn = (one: Month) => poolCost(poolOf(one.journey(candidate).metered, one.workload.region), book, month);
  const cost = costIn(month);
  if (cost.isZero()) return [];
  const workload = withAssumed(candidate, month.workload);
  const fields = (step: Step) => statedWith(workload, ({ felt }) => felt === step);
  const shares = statedWith(workload, ({ felt }, field) => felt === 'tenth' && kindOf(field) === 'share');
  const inputs = [
    ...fields('tenth').map((field) => ({ field, step: 'tenth' as const, more: tenthMore(shares.includes(field)) })),
    ...fields('one').map((field) => ({ field, step: 'one' as const, more: oneMore })),
  ];
  return inputs
    .flatMap(({ field, step, more }): Sensitivity[] => {
      const changed = vary(workload, field, more);
      if (changed === null || !possible(changed)) return [];
      const change = costIn(monthInstead(month, changed)).minus(cost);
      return change.isZero() ? [] : [{ field, step, change, share: quotient(change.abs(), cost) }];
    })
    .toSorted((a, b) => b.share.cmp(a.share));
}

/** The workload, with the counts that are assumed of this candidate where they are not stated. */
function withAssumed({ composition: { endpoint, frontDoor } }: Candidate, workload: Workload): Workload {
  return {
    ...workload,
    ...(endpoint === 'private' ? { privateEndpoint: { endpoints: ONE, zones: TWO, ...workload.privateEndpoint } } : {}),
    ...(frontDoor === 'alb' ? { loadBalancer: { zones: TWO, ...workload.loadBalancer } } : {}),
    ...(workload.waf ? { waf: { webAcls: ONE, ...workload.waf } } : {}),
  };
}

function oneMore(value: unknown): unknown {
  return (value as Decimal).plus(ONE);
}

/** A share stops at 100%. */
function tenthMore(isShare: boolean): (value: unknown) => unknown {
  return (value) => {
    const quantity = value as Decimal | { readonly amount: Decimal };
    if ('amount' in quantity) return { ...quantity, amount: quantity.amount.times(TENTH_MORE) };
    const more = quantity.times(TENTH_MORE);
    return isShare ? min(more, ONE) : more;
  };
}
