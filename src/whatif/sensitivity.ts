import type { Candidate } from '../candidates/candidate.ts';
import { poolOf } from '../estimate/pool.ts';
import { poolCost } from '../estimate/price.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import { decimal, min, ONE, quotient, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { kindOf, statedWith } from '../workload/stated-with.ts';
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

/**
 * How the cost of a candidate answers to each input that the workload states, the strongest first. Size classes are
 * left out: which of them would grow, nobody knows.
 */
export function sensitivities(candidate: Candidate, month: Month, book: PriceBook): readonly Sensitivity[] {
  const costIn = (one: Month) => poolCost(poolOf(one.journey(candidate).metered, one.workload.region), book, month);
  const cost = costIn(month);
  if (cost.isZero()) return [];
  const shares = statedWith(month.workload, ({ felt }, field) => felt && kindOf(field) === 'share');
  return statedWith(month.workload, ({ felt }) => felt)
    .flatMap((field): Sensitivity[] => {
      const changed = vary(month.workload, field, (value) => tenthMore(value, shares.includes(field)));
      if (changed === null) return [];
      const change = costIn(monthInstead(month, changed)).minus(cost);
      return change.isZero() ? [] : [{ field, change, share: quotient(change.abs(), cost) }];
    })
    .toSorted((a, b) => b.share.cmp(a.share));
}

/** A share stops at 100%. */
function tenthMore(value: unknown, isShare: boolean): unknown {
  const quantity = value as Decimal | { readonly amount: Decimal };
  if ('amount' in quantity) return { ...quantity, amount: quantity.amount.times(TENTH_MORE) };
  const more = quantity.times(TENTH_MORE);
  return isShare ? min(more, ONE) : more;
}
