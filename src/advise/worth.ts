import { costOf } from '../estimate/cost-in-question.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import type { Advised } from './advised.ts';

/** Which difference in cost is worth a word. */

/** Less than half the cost, and more than nothing worth a second look. */
const HALF = '0.5';
const WORTH_A_LOOK = '1';

/** So much cheaper that it may contest a pick. */
export function isFarBelow(one: Advised, other: Advised): boolean {
  const [cost, than] = [costOf(one.estimate), costOf(other.estimate)];
  return cost.lt(than.times(HALF)) && than.minus(cost).gte(WORTH_A_LOOK);
}

/** What is saved below this share of the cost is not worth another architecture. */
const WORTH_SAYING = decimal('0.01');

export function isWorthSaying(saving: Decimal, cost: Decimal): boolean {
  return saving.gte(cost.times(WORTH_SAYING));
}
