import type { Quota } from '../facts/quotas/index.ts';
import { decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';

/** A limit to read: `10,000 requests per second`, `1 call per 5 seconds`, or `no limit`. */
export function quotaText({ value, unit }: { readonly value: string | null; readonly unit: string }): string {
  if (value === null) return 'no limit';
  return `${formatQuantity(decimal(value))} ${value === '1' ? unit.replace(/^([a-z]+)s\b/, '$1') : unit}`;
}

/** Whether it can be raised, and how. */
export function raisedText({ adjustable, code }: { readonly adjustable: Quota['adjustable']; readonly code?: string | null }): string {
  switch (adjustable) {
    case 'yes':
      return code ? `yes, ${code} in Service Quotas` : 'yes';
    case 'no':
      return 'no';
    case 'by support':
      return 'by a support case';
    case 'setting':
      return 'you set it';
  }
}
