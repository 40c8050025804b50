import { quotaOf, type Quota, type QuotaId } from '../facts/quotas/index.ts';
import type { Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { QuotaUse } from './quota-use.ts';

/** What to write into a request to AWS: which quota, and how much of it. */
export function askFor(id: QuotaId, needed: Decimal): string {
  const { name, unit, code, adjustable }: Quota = quotaOf(id);
  const where = code === undefined ? (adjustable === 'by support' ? ', by a support case' : '') : `, ${code} in Service Quotas`;
  return `Ask AWS for at least ${formatQuantity(needed.ceil())} ${unit} before launch (${name}${where}).`;
}

/** `12,000 of 10,000 keys are needed (API keys in a Region)`. */
export function usedInWords({ name, used, limit, unit }: QuotaUse): string {
  const whole = limit === null ? '' : ` of ${formatQuantity(limit)}`;
  return `${formatQuantity(used.toDecimalPlaces(used.gte('100') ? 0 : 2))}${whole} ${unit} are needed (${name})`;
}
