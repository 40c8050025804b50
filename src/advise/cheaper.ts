import { costOf } from '../estimate/cost-in-question.ts';
import type { Workload } from '../workload/schema.ts';
import { usable, wholeButServers, wholePrice, type Advised } from './advised.ts';
import { cheapestOf } from './bounds.ts';
import { behindStatedEdge, type Cheaper } from './policy.ts';
import { isFarBelow, isWorthSaying } from './worth.ts';

/**
 * What would have all that is needed for less, the cheapest of each front door, the most saved first. Where a part of the
 * chosen one is not in its price, the savings are at least these; of one that needs servers, they are before these.
 */
export function cheaperThan(chosen: Advised, group: readonly Advised[], workload: Workload): readonly Cheaper[] {
  const keeps = behindStatedEdge(group, workload);
  const known = (one: Advised) => wholePrice(one) || (wholeButServers(one) && isFarBelow(one, chosen));
  const able = group.filter((one) => keeps(one) && usable(one) && known(one));
  const frontDoors = [...new Set(able.map((one) => one.candidate.frontDoor))];
  return frontDoors
    .flatMap((frontDoor): Cheaper[] => {
      const best = cheapestOf(able.filter((one) => one.candidate.frontDoor === frontDoor))?.best;
      return best ? [{ advised: best, saving: costOf(chosen.estimate).minus(costOf(best.estimate)) }] : [];
    })
    .filter(({ saving }) => saving.gt('0') && isWorthSaying(saving, costOf(chosen.estimate)))
    .toSorted((a, b) => b.saving.cmp(a.saving));
}
