import { readEarlier, type EarlierResult } from '../../documents/cost/read.ts';
import { UsageError } from '../../errors/errors.ts';
import { sum } from '../../money/decimal.ts';
import { earlierSide } from '../../portfolio/diff/earlier-side.ts';
import type { Bound, Side } from '../../portfolio/diff/side.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { sameCost } from '../contract/same-cost.ts';
import type { CostResult } from '../cost/cost.ts';
import { togetherOf } from '../cost/summary.ts';
import { textOf, type Source } from '../source.ts';
import { totalGates, type Gate } from './gate.ts';
import type { Limits } from './limits.ts';

/**
 * Holds what workloads cost together against what a pipeline allows: each counts as what is spoken of. One that the earlier
 * document does not have costs what it costs, after nothing.
 * @throws UsageError where the earlier document has none of the workloads.
 */
export function costGates(
  results: readonly CostResult[],
  { previous, limits, book }: { readonly book: PriceBook; readonly previous: Source | null; readonly limits: Limits },
): readonly Gate[] {
  const file = previous?.file ?? '';
  const earlier = previous === null ? [] : readEarlier(textOf(previous), file);
  const sides = results.flatMap(({ costed }): Side[] => {
    const recorded = earlier.find((other: EarlierResult) => other.workload === costed.estimate.workload);
    if (recorded === undefined) return [];
    sameCost(file, recorded.isContracted, book);
    return [earlierSide(file, recorded, book)];
  });
  if (previous !== null && results.length > 0 && sides.length === 0)
    throw new UsageError(
      `${file} has none of these workloads`,
      'workloads are matched by name',
      'apigw-advisor cost workload.yaml --json > cost.json',
    );
  const was = sides.flatMap(({ subject, candidates }) => candidates.filter((one) => subject.some(({ id }) => id === one.id)));
  const fromBound: Bound = was.some((one) => one.bound === 'at-least') ? 'at-least' : 'exact';
  const { cost: to, bound: toBound } = togetherOf(results.map((one) => one.costed));
  return totalGates({ from: sum(was.map((one) => one.cost)), fromBound, to, toBound }, limits);
}
