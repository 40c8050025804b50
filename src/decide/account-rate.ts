import { quotaIn } from '../facts/quotas/quota-in.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';

/**
 * Requests a second that the account allows in the Region: as stated, or as AWS starts with there; null where AWS does not
 * say. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export function accountRate({ throttling, region }: Pick<Workload, 'throttling' | 'region'>): Decimal | null {
  if (throttling?.account) return throttling.account.rate;
  const there = quotaIn('account-rate', region);
  return there.type === 'limit' ? decimal(there.value) : null;
}
