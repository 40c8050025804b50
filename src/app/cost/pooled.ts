import { plain } from '../../money/decimal.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { isLaid } from '../../pricebook/contract.ts';
import { costsData } from '../contract/document.ts';
import type { CostDocument } from '../../documents/cost/schema.ts';

/** Many workloads as one bill, as data. */
export function pooledData({
  items,
  cost,
  listed,
  aloneCost,
  bound,
  allocation,
  agreement,
}: Portfolio): NonNullable<CostDocument['pooled']> {
  const isContracted = isLaid(agreement);
  return {
    allocation,
    ...costsData({ listCost: listed, contractedCost: cost }, isContracted),
    aloneCost: plain(aloneCost),
    bound,
    workloads: items.map((one) => ({
      workload: one.workload.name,
      file: one.file,
      candidates: one.parts.map(({ candidate }) => candidate.id),
      ...costsData({ listCost: one.listed, contractedCost: one.cost }, isContracted),
      aloneCost: plain(one.aloneCost),
      bound: one.bound,
    })),
  };
}
