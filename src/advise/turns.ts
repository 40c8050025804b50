import { flips, type Flip } from '../decide/flips.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/walk.ts';
import { costOf } from '../estimate/cost-in-question.ts';
import type { Help } from '../journey/help.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { assess, assessAlso } from './assess.ts';
import { withNeed, withoutNeeds } from './other-needs.ts';
import { unpriced, usable, type Advised } from './advised.ts';
import { wouldChoose, type Policy } from './policy.ts';

/** Another answer to one question, and what would then be built. */
export interface Turn extends Flip {
  /**
   * What would be picked, the cheapest of it where a yes may be to several features, and how much more it costs a month (less,
   * if negative); null for a WebSocket API, whose connections are not stated, and where a total is not known.
   */
  readonly candidate: string | null;
  readonly difference: Decimal | null;
  /** The same of the feature that costs most. */
  readonly most: Decimal | null;
  /** Help that it needs and that no total holds. */
  readonly beside: readonly Help['supplier'][];
}

/**
 * Answers that would turn the pick, each by what is picked of the same workload with that answer: whichever feature a yes is
 * about. An answer that leads to a type which does not have the rest of what is needed turns nothing.
 */
export function turns(
  picked: Advised,
  all: readonly Advised[],
  decision: Decision,
  policy: Policy,
  month: Month,
  book: PriceBook,
): readonly Turn[] {
  return flips(month.workload, month.edition, decision).flatMap((flip): Turn[] => {
    if (flip.leaf === picked.candidate.frontDoor) return [];
    const found: Advised[] = [];
    for (const feature of flip.answer === 'yes' ? flip.question.features : [null]) {
      const workload = feature === null ? withoutNeeds(month.workload, flip.question.features) : withNeed(month.workload, feature);
      const { otherwise } = decide(workload, month.edition);
      if (otherwise !== flip.leaf) return [];
      const other = monthInstead(month, workload);
      const candidates = feature === null ? assess(other, book).candidates : assessAlso(feature, all, other, book);
      const group = candidates.filter((one) => one.candidate.carries === 'requests');
      const chosen = wouldChoose(group, otherwise, policy, workload);
      // Of connections that are not stated nothing is known but what a WebSocket API has.
      if (chosen === null && otherwise === 'websocket') return [{ ...flip, candidate: null, difference: null, most: null, beside: [] }];
      // One feature of a question may be private, where a distribution is stated, and another not.
      if (chosen !== null && chosen.lacks.length > 0) continue;
      if (chosen === null || chosen.candidate.frontDoor !== otherwise || !usable(chosen)) return [];
      found.push(chosen);
    }
    return found.length === 0 ? [] : [priced(flip, found, picked)];
  });
}

function priced(flip: Flip, found: readonly Advised[], picked: Advised): Turn {
  const sorted = found.toSorted((a, b) => costOf(a.estimate).cmp(costOf(b.estimate)));
  const [least, most] = [sorted[0], sorted.at(-1)];
  const known = picked.estimate.bound === 'exact' && found.every((one) => one.estimate.bound === 'exact');
  const more = (one: Advised | undefined) => (known && one ? costOf(one.estimate).minus(costOf(picked.estimate)) : null);
  return {
    ...flip,
    candidate: least?.candidate.id ?? null,
    difference: more(least),
    most: more(most),
    beside: [...new Set(found.flatMap(unpriced))],
  };
}
