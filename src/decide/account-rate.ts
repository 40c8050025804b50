import { quotaIn } from '../facts/quotas/quota-in.ts';
import { decimal, quotient, type Decimal } from '../money/decimal.ts';
import type { Rate } from '../workload/quantity.ts';
import type { Workload } from '../workload/schema.ts';
import { perMonth, type Units } from '../workload/units.ts';

const SECONDS_AN_HOUR = decimal('3600');

/**
 * Requests a second that the account allows in the Region: as stated, or as AWS starts with there; null where AWS does not
 * say. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export function accountRate({ throttling, region }: Workload): Decimal | null {
  if (throttling?.account) return throttling.account.rate;
  const there = quotaIn('account-rate', region);
  return there.type === 'limit' ? decimal(there.value) : null;
}

/** How many a second that is. */
export function everySecond(rate: Rate, { hoursPerMonth }: Units): Decimal {
  return rate.per === 'second' ? rate.amount : quotient(perMonth(rate, hoursPerMonth), hoursPerMonth.times(SECONDS_AN_HOUR));
}
