import { candidateNamed } from '../candidates/index.ts';
import type { EarlierReport } from '../documents/report/read.ts';
import { decimal, ZERO, type Decimal } from '../money/decimal.ts';
import { placed, type Grouping } from './group.ts';

/** An earlier bill by one dimension; null where there is none, or where it does not tell. */
export function earlierBy(earlier: EarlierReport | null, dimension: Grouping): ReadonlyMap<string | null, Decimal> | null {
  if (earlier === null) return null;
  if (dimension === 'service') {
    const { services } = earlier;
    return services ? new Map(services.map(({ value, cost }) => [value, decimal(cost)])) : null;
  }
  const costs = new Map<string | null, Decimal>();
  for (const { tags, account, region, parts, cost } of earlier.workloads) {
    const titles = parts.map(({ candidate }) => candidateNamed(candidate)?.title ?? candidate);
    const value = placed({ tags, account, region: region ?? null, titles }, dimension);
    costs.set(value, (costs.get(value) ?? ZERO).plus(cost));
  }
  return costs;
}
