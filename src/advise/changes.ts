import { behindCloudfront } from '../candidates/by-cloudfront.ts';
import { CANDIDATES } from '../candidates/index.ts';
import { flips, type Flip } from '../decide/flips.ts';
import type { Decision } from '../decide/walk.ts';
import { costOf } from '../estimate/cost-in-question.ts';
import { cheapest } from '../estimate/estimate.ts';
import type { Month } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { breakEvensAmong, type BreakEven } from '../whatif/break-even.ts';
import { sensitivities, type Sensitivity } from '../whatif/sensitivity.ts';
import { perMonth } from '../workload/units.ts';
import { usable, wholePrice, type Advised } from './advised.ts';

/** Another answer to one question, and what would then be built. */
export interface Turn extends Flip {
  /**
   * The cheapest of that API type, with CloudFront if the pick has it, and how much more it costs a month (less, if
   * negative); a lower bound where what supplies its missing features is not priced.
   */
  readonly candidate: string | null;
  readonly difference: Decimal | null;
}

/** What would change the pick for the requests or the connections of a workload. */
export interface Changes {
  /** Requests a month that the workload has; null for the connections. */
  readonly requests: Decimal | null;
  readonly turns: readonly Turn[];
  /** Volumes at which the pick and another candidate that fits change places; null where nobody can say. */
  readonly breakEvens: readonly (BreakEven & { readonly other: string })[];
  readonly sensitivities: readonly Sensitivity[];
}

export function changes(picked: Advised, all: readonly Advised[], decision: Decision, month: Month, book: PriceBook): Changes {
  const { workload, units, edition } = month;
  const { carries } = picked.candidate;
  const rivals = all.filter((one) => one !== picked && one.candidate.carries === carries && usable(one) && wholePrice(one));
  const compared = carries === 'requests' && wholePrice(picked) ? rivals.map((one) => one.candidate) : [];
  const volume = carries === 'requests' ? workload.traffic?.requests : undefined;
  return {
    requests: volume ? perMonth(volume, units.hoursPerMonth) : null,
    turns: carries === 'requests' ? flips(workload, edition, decision).map((flip) => turn(flip, picked, all)) : [],
    breakEvens: breakEvensAmong(picked.candidate, compared, month, book).flatMap((found, index) =>
      (found ?? []).map((one) => ({ ...one, other: compared[index]?.id ?? one.than })),
    ),
    sensitivities: sensitivities(picked.candidate, month, book),
  };
}

function turn(flip: Flip, picked: Advised, all: readonly Advised[]): Turn {
  const alike = all.filter(
    ({ candidate }) => candidate.frontDoor === flip.leaf && behindCloudfront(candidate) === behindCloudfront(picked.candidate),
  );
  // What it leaves out need not count: another answer may be that it is not needed.
  const best = cheapest(alike.map((one) => ({ ...one.estimate, lacks: [] })));
  const known = best !== null && picked.estimate.bound === 'exact';
  return {
    ...flip,
    candidate: CANDIDATES.find(({ id }) => id === best?.id)?.id ?? null,
    difference: known ? costOf(best).minus(costOf(picked.estimate)) : null,
  };
}
