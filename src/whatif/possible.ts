import { ONE, sum } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';

const A_DAY = '24';

/** Shares of the same requests come to no more than all of them, and a day has 24 hours. */
export function possible({ traffic, realtime, backend }: Workload): boolean {
  const hours = [
    traffic?.polling?.hoursPerDay,
    realtime?.hoursPerDay,
    backend?.lambda?.provisioned?.hoursPerDay,
    backend?.fargate?.hoursPerDay,
  ];
  const refused = Object.values(traffic?.fates ?? {}).filter((one) => one !== undefined);
  return sum(refused).lte(ONE) && hours.every((one) => one === undefined || one.lte(A_DAY));
}
