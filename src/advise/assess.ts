import { fit } from '../candidates/fit.ts';
import { isFelt } from '../decide/felt.ts';
import { applying } from '../estimate/estimate.ts';
import { helpOf, type Help } from '../journey/help.ts';
import type { Month } from '../journey/month.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { FeatureId } from '../workload/features.ts';
import { advised, type Advised } from './advised.ts';

/** Every candidate that applies, with what it has, and what it costs if that is asked; nothing is picked yet. */
export interface Assessed {
  readonly candidates: readonly Advised[];
}

/** Estimates are worked out when they are asked for, and throw PriceError then. */
export function assess(month: Month, book: PriceBook): Assessed {
  return { candidates: applying(month).map((candidate) => advised(candidate, month, book)) };
}

/**
 * The candidates for a workload that asks for one thing more than that of `before`. What a candidate costs and uses, and what
 * stands against it, is as it was where only the feature tables read that need, and no other help follows from it.
 */
export function assessAlso(feature: FeatureId, before: readonly Advised[], month: Month, book: PriceBook): readonly Advised[] {
  if (isFelt(feature)) return assess(month, book).candidates;
  return before.map((one) => {
    const { candidate } = one;
    const fits = fit(candidate, month.workload, month.edition);
    // What it lacks is a blocker, and one need may exclude another.
    const lacks = fits.some(
      ({ feature: of, support }) => support.type === 'no' && !one.fits.some((was) => was.feature === of && was.support.type === 'no'),
    );
    const help = helpOf(candidate, month.workload, month.edition, fits);
    return advised(candidate, month, book, !lacks && isAlike(help, one.help) ? one : null);
  });
}

function isAlike(help: readonly Help[], before: readonly Help[]): boolean {
  return help.length === before.length && help.every(({ supplier }) => before.some((one) => one.supplier === supplier));
}
