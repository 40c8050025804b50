import { visible } from '../../documents/visible.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { ZERO } from '../../money/decimal.ts';
import type { BudgetUse } from '../../portfolio/budgets.ts';
import { tag } from '../../portfolio/group.ts';
import { tagsInWords } from '../../portfolio/lower-bounds.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import type { Report } from '../../portfolio/summary.ts';
import { budgetGate, totalGates, type Gate } from './gate.ts';
import type { Limits } from './limits.ts';

/** The conditions of a report: those of the options, and the budgets of tags, which count like `--budget`. */
export function reportGates({ portfolio, change, budgets }: Report, { budget, increase }: Limits): readonly Gate[] {
  const { cost: to, bound: toBound, committed } = portfolio;
  const from = change?.from ?? ZERO;
  return [
    // What is missing of commitments is paid too, but no workload has grown by it.
    ...totalGates({ from, fromBound: 'exact', to: to.plus(committed?.shortfall ?? ZERO), toBound }, { budget, increase: null }),
    ...totalGates(
      { from, fromBound: change?.fromBound ?? 'exact', to, toBound },
      { budget: null, increase: change === null ? null : increase },
    ),
    ...budgets.map((one): Gate => {
      const gate = `budget of ${tagsInWords(one.tags)}`;
      const held = budgetGate(gate, { to: one.cost, toBound: one.bound }, one.monthly);
      if (one.workloads > 0) return held;
      return { ...held, says: `note: ${visible(gate)}: no workload has it, so nothing is compared with it.${meant(one.tags, portfolio)}` };
    }),
  ];
}

/** What may have been meant by tags that no workload has together. */
function meant(tags: BudgetUse['tags'], { items }: Portfolio): string {
  for (const [key, value] of Object.entries(tags)) {
    const values = items.flatMap(({ workload }) => tag(workload.tags, key.toLowerCase()) ?? []);
    if (values.includes(value)) continue;
    const keys = items.flatMap(({ workload }) => Object.keys(workload.tags ?? {}));
    const nearest = values.length === 0 ? didYouMean(key, [...new Set(keys)]) : didYouMean(value, [...new Set(values)]);
    if (nearest !== null) return ` Did you mean ${visible(nearest)}?`;
  }
  return '';
}
