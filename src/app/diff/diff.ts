import { UsageError } from '../../errors/errors.ts';
import { diffOf, type Diff } from '../../portfolio/diff/diff.ts';
import type { PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { anyFailed, linesOf, totalGates, type Gate } from '../gates/gate.ts';
import { limitsOf, type GateOptions } from '../gates/limits.ts';
import { knownCandidate } from '../known-candidate.ts';
import { dateOf } from '../pricing-options.ts';
import type { Source } from '../source.ts';
import { sidesOf, type SideOptions } from './sides.ts';

export interface DiffOptions extends SideOptions, GateOptions {
  /** The candidate to compare; else what is in use, or the cheapest before. */
  readonly candidate?: string;
}

/** What changed between two workloads, or in the prices of one. */
export interface DiffAnswer extends Answer {
  readonly diff: Diff;
  readonly gates: readonly Gate[];
  readonly asOf: string | null;
}

/**
 * Compares two texts: workloads, or what `cost --json` printed of them.
 * @param now null for the same text, under other prices.
 * @throws UsageError where an option is none or nothing could differ; WorkloadError with the mistakes of both texts.
 */
export async function diff(before: Source, now: Source | null, options: DiffOptions, prices: PriceData): Promise<DiffAnswer> {
  const candidate = knownCandidate(options.candidate) ?? null;
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
  const gates = totalGates(found.total, limits);
  return { diff: found, gates, asOf, problems: [], failed: anyFailed(gates), remarks: linesOf(gates) };
}
