import { UsageError } from '../../errors/errors.ts';
import type { MonthOptions } from '../../journey/month.ts';
import { readEarlier } from '../../documents/cost/read.ts';
import { sum } from '../../money/decimal.ts';
import { totalOf } from '../../portfolio/diff/diff.ts';
import { earlierSide } from '../../portfolio/diff/earlier-side.ts';
import { pricedSide } from '../../portfolio/diff/side.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { chosenText } from '../../portfolio/diff/chosen.ts';
import { visible } from '../../documents/visible.ts';
import { asFarAsKnown, dearer, overBudget, type Limits } from './gates.ts';
import type { Placed } from '../read-workloads.ts';
import { textOf, type Source } from '../source.ts';

/** More lines than that tell nobody anything. */
const MOST_LINES = 15;

/**
 * Holds what workloads cost together against what a pipeline allows. Each counts as what `diff` compares: what is in
 * use, or else the cheapest (of the earlier document, if there is one). One that the document does not have costs what
 * it costs, after nothing.
 * @returns whether something is not met, and lines that say so, and of what.
 * @throws UsageError where the earlier document has none of the workloads.
 */
export function costGates(
  placed: readonly Placed[],
  { previous, limits, ...pricing }: MonthOptions & { readonly book: PriceBook; readonly previous: Source | null; readonly limits: Limits },
): { readonly failed: boolean; readonly lines: readonly string[] } {
  const file = previous?.file ?? '';
  const earlier = previous === null ? [] : readEarlier(textOf(previous), file);
  const held = placed.map((one) => {
    const { workload, input } = one;
    const now = pricedSide(one.file, { workload, input }, { ...pricing, pricesOf: null });
    const recorded = earlier.find((other) => other.workload === workload.name);
    const before = recorded === undefined ? null : earlierSide(file, recorded, pricing.book);
    return { name: workload.name, known: before !== null, ...totalOf(before, now, null) };
  });
  if (previous !== null && held.length > 0 && held.every(({ known }) => !known))
    throw new UsageError(
      `${file} has none of these workloads`,
      'what is dearer than before is found by its name',
      'apigw-advisor cost workload.yaml --json > cost.json',
    );
  const total = { from: sum(held.map((one) => one.total.from)), to: sum(held.map((one) => one.total.to)) };
  const failures = [...overBudget(total.to, limits.budget), ...dearer(total, limits.increase)];
  const counted = held.flatMap(({ name, compared }) =>
    compared.map((one) => `${visible(name)}: ${chosenText(one).replace('Compared: ', '')}`),
  );
  return {
    failed: failures.length > 0,
    lines: [
      ...failures,
      ...(failures.length === 0 ? [] : counted.slice(0, MOST_LINES)),
      ...held.flatMap(({ name, total: one }) => asFarAsKnown(name, one, limits)).slice(0, MOST_LINES),
    ],
  };
}
