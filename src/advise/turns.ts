import { flips, type Flip } from '../decide/flips.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/walk.ts';
import { costOf } from '../estimate/cost-in-question.ts';
import type { Help } from '../journey/help.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { FeatureId } from '../workload/features.ts';
import { REQUIRES } from '../workload/requires.ts';
import type { Workload } from '../workload/schema.ts';
import { mayBeLeftOut } from '../workload/schema-at.ts';
import { assess, assessAlso } from './assess.ts';
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
      const workload = feature === null ? withoutNeeds(month.workload, flip) : withNeed(month.workload, feature);
      const { otherwise } = decide(workload, month.edition);
      if (otherwise !== flip.leaf) return [];
      const other = monthInstead(month, workload);
      const candidates = feature === null ? assess(other, book).candidates : assessAlso(feature, all, other, book);
      const group = candidates.filter((one) => one.candidate.carries === 'requests');
      const chosen = wouldChoose(group, otherwise, policy, workload);
      // Of connections that are not stated nothing is known but what a WebSocket API has.
      if (chosen === null && otherwise === 'websocket') return [{ ...flip, candidate: null, difference: null, most: null, beside: [] }];
      if (chosen === null || chosen.candidate.frontDoor !== otherwise || !usable(chosen)) return [];
      found.push(chosen);
    }
    return [priced(flip, found, picked)];
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

function withNeed(workload: Workload, feature: FeatureId): Workload {
  return { ...workload, needs: { ...workload.needs, [feature]: true } };
}

/** Without what the question asks for, and without the sections that ask for it, where a workload may leave them out. */
function withoutNeeds(workload: Workload, { question }: Flip): Workload {
  const { features } = question;
  const denied = Object.fromEntries(features.map((feature) => [feature, false]));
  const sections = Object.entries(REQUIRES).filter(
    ([, requires]) => requires !== 'nothing' && requires.some((one) => features.includes(one.feature) && one.holds(workload)),
  );
  const paths = sections.map(([field]) => field.split('.')).filter(mayBeLeftOut);
  const rest = paths.reduce<object>(without, workload) as Workload;
  return { ...rest, needs: { ...workload.needs, ...denied } };
}

/** The same but for one field. */
function without(stated: object, [key = '', ...path]: readonly string[]): object {
  const { [key]: value, ...rest } = stated as Record<string, unknown>;
  if (path.length === 0) return rest;
  return typeof value === 'object' && value !== null ? { ...rest, [key]: without(value, path) } : stated;
}
