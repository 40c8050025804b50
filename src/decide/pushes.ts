import { decimal, quotient, sum, type Decimal } from '../money/decimal.ts';
import { realtimeFlow } from '../hops/flow.ts';
import type { Workload } from '../workload/schema.ts';
import type { Units } from '../workload/units.ts';

const SECONDS_AN_HOUR = decimal('3600');
const HOURS_A_DAY = decimal('24');

/** Messages that are pushed in an average second in which connections are open; null when none are, or nothing says so. */
export function pushesEverySecond(realtime: Workload['realtime'], units: Units): Decimal | null {
  if (!realtime || (!realtime.outbound && !realtime.fanOut) || realtime.hoursPerDay?.isZero()) return null;
  const pushed = realtimeFlow(realtime, units).messages.filter((one) => one.direction !== 'inbound');
  const hours = units.hoursPerMonth.times(realtime.hoursPerDay ?? HOURS_A_DAY);
  return quotient(sum(pushed.map((one) => one.count)).times(HOURS_A_DAY), hours.times(SECONDS_AN_HOUR));
}
