import { NOTHING_BOUND } from '../compose/enumerate.ts';
import { searching, type Architecture, type Search } from '../compose/optimize.ts';
import type { Month } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { costsOf, type Advised } from './advised.ts';
import { costTogether, type SubjectPart } from './subject.ts';

/** An architecture that has all that is needed for less than what is spoken of. */
export interface Less {
  readonly architecture: Architecture;
  readonly saving: Decimal;
  /** Of how many compositions it is the cheapest. */
  readonly compositions: number;
}

/** Below a hundredth of the cost, nobody builds anything else. */
const WORTH = '100';

/** The cheapest of everything that can be composed, where it saves a hundredth or more; null else, and where a cost is not known. */
export function cheapestOf(
  subject: readonly Pick<SubjectPart, 'advised'>[],
  candidates: readonly Advised[],
  month: Month,
  book: PriceBook,
): Less | null {
  const { cost, bound } = costTogether(subject);
  if (bound !== 'exact') return null;
  const search = searchOf(candidates, month, book);
  const best = search.cheapest();
  if (best === null) return null;
  const saving = cost.minus(best.cost);
  return saving.gt('0') && saving.times(WORTH).gte(cost) ? { architecture: best, saving, compositions: search.compositions } : null;
}

const SEARCHES = new WeakMap<Month, Search>();

/** The search among everything that can be composed, the same each time: what it weighed once, it does not weigh again. */
export function searchOf(candidates: readonly Advised[], month: Month, book: PriceBook): Search {
  const search = SEARCHES.get(month) ?? searching(month, NOTHING_BOUND, book, costsOf(candidates));
  SEARCHES.set(month, search);
  return search;
}
