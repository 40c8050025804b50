import type { AccountQuota } from '../portfolio/account-quotas.ts';
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

/** Whose limit it is, and who takes from it: `4 workloads in account 1111, us-east-1, 1 of which does not state all that it uses`. */
export function sharersText({ account, region, workloads, silent }: AccountQuota): string {
  const where = account === null ? `${region}, whose account is not stated` : `account ${account}, ${region}`;
  const few =
    silent === 0 ? '' : `, ${silent} of which ${silent === 1 ? 'does not state all that it uses' : 'do not state all that they use'}`;
  return `${workloads} workloads in ${where}${few}`;
}

/** How limits of an account are compared with several APIs; nothing where none shares one. */
export function togetherText(quotas: readonly AccountQuota[]): readonly string[] {
  if (quotas.length === 0) return [];
  const silent = quotas.some((one) => one.silent > 0) ? ' Where some do not state theirs, it is at least that.' : '';
  return [
    `Quotas that APIs of one account and Region share are compared with the sum of their peaks, as if all came at the same time.${silent}`,
  ];
}
