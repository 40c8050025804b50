import { CANDIDATES } from '../../candidates/index.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import { diffOf, type Diff } from '../../portfolio/diff/diff.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { asFarAsKnown, dearer, limitsOf, overBudget, type GateOptions } from '../gates/gates.ts';
import { dateOf } from '../pricing-options.ts';
import type { Source } from '../source.ts';
import { stale } from '../staleness.ts';
import { sidesOf, type SideOptions } from './sides.ts';

export interface DiffOptions extends SideOptions, GateOptions {
  /** The candidate to compare; else what is in use, or the cheapest before. */
  readonly candidate?: string;
}

/** What changed between two workloads, or in the prices of one. */
export interface DiffAnswer extends Answer {
  readonly diff: Diff;
}

/**
 * Compares two texts: workloads, or what `cost --json` printed of them.
 * @param now null for the same text, under other prices.
 * @throws UsageError where an option is none or nothing could differ; WorkloadError with the mistakes of both texts.
 */
export async function diff(before: Source, now: Source | null, options: DiffOptions, prices: PriceData): Promise<DiffAnswer> {
  const { candidate = null } = options;
  if (candidate !== null) checkCandidate(candidate);
  const limits = limitsOf(options, true, 'cost.json');
  const asOf = dateOf(options.asOf);
  const sides = await sidesOf(before, now, options, prices);
  const found = diffOf(...sides, candidate);
  if (found.compared.length === 0)
    throw new UsageError(
      `${candidate ?? 'a candidate'} is on neither side`,
      `there are ${found.candidates.map(({ now: is, before: was }) => is?.id ?? was?.id).join(', ')}`,
      'drop --candidate',
    );
  // Prices that were asked for, of a document or an older folder, are as old as they should be.
  const installed = sides.filter((side) => side.pricesOf === null);
  const rows = installed.flatMap(({ candidates }) => candidates.flatMap((one) => one.rows));
  const unmet = [...overBudget(found.total.to, limits.budget), ...dearer(found.total, limits.increase)];
  return {
    diff: found,
    problems: [],
    failed: unmet.length > 0,
    remarks: [...stale(rows, asOf), ...unmet, ...asFarAsKnown(found.now.name, found.total, limits)],
  };
}

function checkCandidate(id: string): void {
  const ids = CANDIDATES.map((one) => one.id);
  if (ids.includes(id)) return;
  throw new UsageError(`--candidate is "${id}"`, `it is one of ${ids.join(', ')}`, `--candidate ${didYouMean(id, ids) ?? 'http'}`);
}
