import { VERDICTS, type Item, type Verdict } from '../scanned.ts';

const rank = (verdict: Verdict) => VERDICTS.indexOf(verdict);

/** The worst class of some items; drop-in without any. */
export function worstOf(items: readonly Item[]): Verdict {
  return items.reduce<Verdict>((worst, one) => (rank(one.class) > rank(worst) ? one.class : worst), 'drop-in');
}

/** What an API would be: what is not known could make it worse, but nothing is worse than blocked. */
export function verdictOf(known: Verdict, gaps: number): Verdict {
  return gaps > 0 && known !== 'blocked' && known !== 'already-http' ? 'unknown' : known;
}

/** What a route alone would be: by the items of its own, and those of the whole API. */
export function verdictOfRoute(label: string, items: readonly Item[]): Verdict {
  return worstOf(items.filter(({ routes }) => routes === null || routes.includes(label)));
}
