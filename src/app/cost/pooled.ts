import { plain } from '../../money/decimal.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import type { CostDocument } from '../../documents/cost/schema.ts';

/** Many workloads as one bill, as data. */
export function pooledData({ items, cost, aloneCost, bound, allocation }: Portfolio): NonNullable<CostDocument['pooled']> {
  return {
    allocation,
    listCost: plain(cost),
    aloneCost: plain(aloneCost),
    bound,
    workloads: items.map((one) => ({
      workload: one.workload.name,
      file: one.file,
      candidates: one.parts.map(({ candidate }) => candidate.id),
      listCost: plain(one.cost),
      aloneCost: plain(one.aloneCost),
      bound: one.bound,
    })),
  };
}
