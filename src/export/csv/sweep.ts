import type { SweepResult } from '../../app/sweep/sweep.ts';
import { unitOf } from '../../app/sweep/units.ts';
import { plain } from '../../money/decimal.ts';
import { csvText } from './text.ts';

/** One row for each candidate at each point, for a spreadsheet: values as plain numbers under their field and unit. */
export function sweepCsv(results: readonly SweepResult[]): string {
  const heads = results[0]?.over.map(({ axis }) => `${axis.field} (${unitOf(axis)})`) ?? [];
  const rows = results.flatMap(({ costed, over, parts }) =>
    parts.flatMap(({ candidates, points }) =>
      points.flatMap(({ at, costs, cheapest }) =>
        candidates.flatMap((candidate, index) => {
          const one = costs[index];
          if (!one) return [];
          return [
            [
              costed.estimate.workload,
              ...over.map(({ axis }, of) => plain(axis.number(at[of] ?? 0n))),
              candidate.id,
              candidate.title,
              plain(one.cost),
              one.bound,
              String(one.serves),
              String(index === cheapest),
            ],
          ];
        }),
      ),
    ),
  );
  return csvText([['workload', ...heads, 'candidate', 'title', 'monthly', 'bound', 'serves', 'cheapest'], ...rows]);
}
