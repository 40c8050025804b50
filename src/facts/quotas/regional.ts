import { GUIDE, type Quota } from './quota.ts';
import { QUOTAS, type QuotaId } from './index.ts';

/**
 * Regions whose account starts with 2,500 requests a second and bursts of 1,250, as the quota page lists them. Every
 * other Region on that page starts with 10,000 and 5,000.
 */
const LOWER = [
  'af-south-1',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'mx-central-1',
] as const;

/** Regions of which the quota page does not say what an account starts with. */
const NOT_SAID = ['ap-east-2', 'ap-southeast-6'] as const;

const LOWER_IN: Partial<Record<QuotaId, QuotaId>> = {
  'account-rate': 'account-rate-low-regions',
  'account-burst': 'account-burst-low-regions',
};

/** The default of a quota in a Region, as a plain decimal; or why nobody knows it. */
export function quotaIn(id: QuotaId, region: string): { readonly value: string } | { readonly unknown: string } {
  const lower = LOWER_IN[id];
  if (lower !== undefined && NOT_SAID.includes(region as (typeof NOT_SAID)[number]))
    return { unknown: `${GUIDE}/limits.html does not say what an account starts with in ${region}` };
  const found = quota(lower !== undefined && LOWER.includes(region as (typeof LOWER)[number]) ? lower : id);
  return found.value !== null && /^\d+(\.\d+)?$/.test(found.value) ? { value: found.value } : { unknown: `${found.name}: no number` };
}

const BY_ID = new Map(QUOTAS.map((one) => [one.id, one]));

export function quota(id: QuotaId): Quota {
  return BY_ID.get(id) as Quota;
}
